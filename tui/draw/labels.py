"""The words people read for what the model calls by short names, and numbers and dates as they are written."""

from datetime import date

from db.model import (
    Council,
    CouncilType,
    LetterKind,
    MeasureName,
    Number,
    Outcome,
    Period,
    RemarkKind,
    State,
    TableName,
)
from db.text.clean import one_line

MEASURES = {
    MeasureName.UPHELD: "Upheld",
    MeasureName.COMPLIANCE: "Complied",
    MeasureName.REMEDY: "Remedied",
    MeasureName.UPHELD_PER_100K: "Per 100,000",
}
"""One word for each measure, as a label."""

CASES = {
    MeasureName.UPHELD: "investigated",
    MeasureName.COMPLIANCE: "outcomes",
    MeasureName.REMEDY: "upheld cases",
}
"""The noun for what a rate is a share of, after any number but one."""


def cases_of(name: MeasureName, number: int | None) -> str:
    """The noun for what a measure's rate is a share of, after so many."""
    return CASES[name].removesuffix("s") if number == 1 else CASES[name]


STATES = {
    State.NONE_DUE: "no recommendations were due",
    State.NONE_UPHELD: "nothing was upheld",
    State.NOT_GIVEN: "not in this letter",
}
"""Why a letter prints no rate."""

SHORT_STATES = {State.NONE_DUE: "none due", State.NONE_UPHELD: "none upheld", State.NOT_GIVEN: "not given"}
"""The same where there is room for two words."""

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

LETTER_KINDS = {
    LetterKind.ANNUAL: "annual letter",
    LetterKind.FURTHER: "further letter of the year",
    LetterKind.STATISTICS: "statistics page, without a letter",
}

OUTCOMES = {Outcome.ADDED: "added", Outcome.ALREADY_HERE: "already here", Outcome.REFUSED: "refused"}
"""What became of a file of an import."""

MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)


def day(when: date) -> str:
    """A date as it is written in English: "31 March 2020", whatever the computer's own language."""
    return f"{when.day} {MONTHS[when.month - 1]} {when.year}"


def period(covered: Period) -> str:
    """The period in words: "Year to 31 March 2020", or both days where it is not a whole year."""
    start, end = covered.start, covered.end
    is_whole_year = (start.month, start.day) == (4, 1) and (end.month, end.day) == (3, 31)
    if is_whole_year and end.year == start.year + 1:
        return f"Year to {day(end)}"
    return f"{day(start)} to {day(end)}"


def kind_of_council(council: Council) -> str:
    """Type and region, whether it is gone, and whether the register knows it; one line."""
    if not council.in_register:
        return "Not in the register of councils: named as the letter names it"
    parts = [COUNCIL_TYPES[council.type], council.region or ""]
    if council.abolished_on:
        followed = f", now {' and '.join(council.successors)}" if council.successors else ""
        parts.append(f"abolished on {day(council.abolished_on)}{followed}")
    return one_line(", ".join(part for part in parts if part))


def percent(rate: Number) -> str:
    """A printed percentage: "60%", "68.8%"."""
    return f"{rate}%"


def counted(number: int, noun: str) -> str:
    """A number with its noun: "1 remark", "2 remarks"."""
    return f"{number:,} {noun if number == 1 else noun + 's'}"
