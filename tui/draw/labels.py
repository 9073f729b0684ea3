"""The words people read for what the model calls by short names, and numbers and dates as they are written."""

from datetime import date
from typing import NamedTuple

from db.councils.order import EntryOrder
from db.model import Council, CouncilType, Letter, LetterKind, MeasureName, Number, Period, RemarkKind, TableName
from db.text.clean import one_line


class MeasureLabels(NamedTuple):
    """The words for one measure: before its figures, behind them, where it has none, and in a sentence.

    `label` stands before its figure, `column` over those of several years and where there is no room for the label.
    `unit` is what its numbers are printed with. `counted_one` and `counted` are the noun for what it counts, after one
    and after any other number: of a share the cases it is of; `when` is said after it where there is room for words,
    `worked_out` behind a denominator that is ours. `no_cases` is said of a share of none. `title` begins a sentence
    about it, `nothing` says in one what a share of none comes of, `subject` stands before one of its parts.
    """

    label: str
    column: str
    unit: str
    counted_one: str
    counted: str
    title: str
    subject: str
    when: str = ""
    worked_out: str = "is worked out from what the letter prints"
    nothing: str = ""
    no_cases: str = "no cases, so no rate"

    def format_number(self, number: Number) -> str:
        """A rate or an average as printed: "60%", "68.8%", "4.8"."""
        return f"{number}{self.unit}"

    def name_counted(self, number: Number | None) -> str:
        """The noun for what is counted, after so many."""
        return self.counted_one if number == 1 else self.counted


MEASURE_LABELS = {
    MeasureName.UPHELD: MeasureLabels(
        label="Upheld",
        column="Upheld",
        unit="%",
        counted_one="investigated",
        counted="investigated",
        worked_out="is those upheld and those not upheld, added together",
        title="The share of complaints upheld",
        subject="upheld",
        nothing="no investigation was carried out",
    ),
    MeasureName.COMPLIANCE: MeasureLabels(
        label="Complied",
        column="Complied",
        unit="%",
        counted_one="outcome",
        counted="outcomes",
        title="The compliance rate",
        subject="compliance",
        nothing="no recommendation was due",
    ),
    MeasureName.REMEDY: MeasureLabels(
        label="Already remedied",
        column="Already",
        unit="%",
        counted_one="upheld case",
        counted="upheld cases",
        when="before the complaint reached the Ombudsman",
        worked_out="is the number upheld",
        title="The share already remedied",
        subject="remedy",
        nothing="nothing was upheld",
        no_cases="nothing was upheld",
    ),
    MeasureName.UPHELD_PER_100K: MeasureLabels(
        label="Per 100,000",
        column="/100k",
        unit="",
        counted_one="upheld decision for that many residents",
        counted="upheld decisions for that many residents",
        title="The number upheld per 100,000 residents",
        subject="per 100,000",
    ),
}

TABLES = {
    TableName.RECEIVED: "Complaints and enquiries received",
    TableName.DECIDED: "Decisions made",
    TableName.REMEDIED: "Complaints remedied",
}

CELLS = {
    "adult_care": "Adult care",
    "benefits_and_tax": "Benefits and tax",
    "corporate_and_other": "Corporate and other",
    "education_and_children": "Education and children",
    "environment": "Environment",
    "highways_and_transport": "Highways and transport",
    "housing": "Housing",
    "planning_and_development": "Planning and development",
    "other": "Other",
    "incomplete_or_invalid": "Incomplete or invalid",
    "advice_given": "Advice given",
    "referred_back": "Referred back to the council",
    "closed_after_initial_enquiries": "Closed after first enquiries",
    "not_upheld": "Investigated, not upheld",
    "upheld": "Investigated, upheld",
    "by_ombudsman": "By the Ombudsman",
    "by_authority": "By the council, beforehand",
}
"""What a table's columns count; a column that is not here keeps its own heading."""

REMARKS = {
    RemarkKind.PUBLIC_REPORT: "Public report",
    RemarkKind.REFUSAL: "Refusal or delay",
    RemarkKind.LATE_COMPLIANCE: "Late compliance",
    RemarkKind.NOT_COMPLIED: "Did not comply",
    RemarkKind.APOLOGY: "Apology",
    RemarkKind.POOR_COMPLAINT_HANDLING: "Poor complaint handling",
    RemarkKind.PRAISE: "Praise",
    RemarkKind.REORGANISATION: "Reorganisation",
}
"""What a passage about the council is. A refusal or delay is one in accepting what the Ombudsman found or asked for."""

COUNCIL_TYPES = {
    CouncilType.COUNTY: "County council",
    CouncilType.DISTRICT: "District council",
    CouncilType.METROPOLITAN: "Metropolitan borough",
    CouncilType.UNITARY: "Unitary council",
    CouncilType.LONDON_BOROUGH: "London borough",
    CouncilType.OTHER: "A kind of body for which no average is worked out",
}

SHORT_COUNCIL_TYPES = {
    CouncilType.COUNTY: "county",
    CouncilType.DISTRICT: "district",
    CouncilType.METROPOLITAN: "metropolitan",
    CouncilType.UNITARY: "unitary",
    CouncilType.LONDON_BOROUGH: "London",
    CouncilType.OTHER: "other body",
}
"""The types where a word must do; the first letter of each, large, stands for it in lists."""

ORDERS = {
    EntryOrder.NAME: "name",
    EntryOrder.RATE: "share upheld",
    EntryOrder.GAP: "gap to average",
    EntryOrder.CASES: "cases",
    EntryOrder.REMARKS: "remarks",
}
"""What a list of councils is in order of."""


def describe_sorted(order: EntryOrder) -> str:
    """What a list is sorted by now, and which way, as a sentence."""
    if order is EntryOrder.NAME:
        return "Sorted by name."
    return f"Sorted by {ORDERS[order]}; " + (
        "councils with few cases last." if order.puts_few_last else "the most first."
    )


LETTER_KINDS = {
    LetterKind.ANNUAL: "letter",
    LetterKind.FURTHER: "further letter",
    LetterKind.STATISTICS: "statistics page",
}

WAITING = "Another program is changing the library: waiting for it."

MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)


def format_day(when: date) -> str:
    """A date as it is written in English: "31 March 2020", whatever the computer's own language."""
    return f"{when.day} {MONTHS[when.month - 1]} {when.year}"


def format_period(covered: Period) -> str:
    """The period in words: "Year to 31 March 2020", or both days where it is not a whole year."""
    start, end = covered.start, covered.end
    is_whole_year = (start.month, start.day) == (4, 1) and (end.month, end.day) == (3, 31)
    if is_whole_year and end.year == start.year + 1:
        return f"Year to {format_day(end)}"
    return f"{format_day(start)} to {format_day(end)}"


def name_letter(letter: Letter) -> str:
    """What it is, in a word or two and a date: "letter of 22 July 2020", "statistics page 2025".

    A statistics page is not a letter that lacks a date: it has none to have.
    """
    kind = LETTER_KINDS[letter.kind]
    if letter.kind is LetterKind.STATISTICS:
        return f"{kind} {letter.year}" if letter.year else kind
    return f"{kind} of {format_day(letter.dated)}" if letter.dated else f"{kind} without a date"


def name_addressee(letter: Letter) -> str:
    """To whom it was written: "Mrs Court, Chief Executive"; empty where it is not read."""
    return one_line(", ".join(part for part in (letter.addressee, letter.role) if part))


def describe_council(council: Council) -> str:
    """Type and region, whether it is gone and what came after, and whether the register knows it; one line."""
    fate = describe_fate(council)
    if not council.in_register:
        return fate
    followed = f"now {' and '.join(council.successors)}" if council.successors else ""
    parts = [COUNCIL_TYPES[council.type], council.region or "", fate[:1].lower() + fate[1:], followed]
    return one_line(", ".join(part for part in parts if part))


def describe_fate(council: Council) -> str:
    """What is unusual about it: that it is gone, that the register does not know it; one line, or empty."""
    if not council.in_register:
        return "Not in the register of councils: named as the letter names it"
    if not council.abolished_on:
        return COUNCIL_TYPES[council.type] if council.type is CouncilType.OTHER else ""
    return f"Abolished on {format_day(council.abolished_on)}"


def describe_place(council: Council) -> str:
    """Type and region in a few words: "district, East Midlands"; empty for what the register does not know."""
    parts = [SHORT_COUNCIL_TYPES[council.type], council.region or ""] if council.in_register else []
    parts = list(dict.fromkeys(parts))  # a London borough is in London
    return one_line(", ".join(part for part in parts if part))


def format_count(number: int, noun: str) -> str:
    """A number with its noun: "1 remark", "2 remarks"."""
    return f"{number:,} {noun if number == 1 else noun + 's'}"
