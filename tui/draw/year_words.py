"""All councils of a year in words: what stands out of each, and what a table of them has in its cells."""

from db.figures.ranks import Rank
from db.figures.stand_out import StandOut, StandOutCode
from db.figures.year_table import Averages, YearColumn, YearRow, YearTable
from db.model import CouncilType, MeasureName, Number, RemarkKind
from tui.draw.doubt_text import write_doubt
from tui.draw.figures.measure_text import NOT_PRINTED, format_lead, format_rate_cell
from tui.draw.labels import MEASURE_LABELS, REMARKS, format_count

TYPES = {
    CouncilType.COUNTY: "county councils",
    CouncilType.DISTRICT: "district councils",
    CouncilType.METROPOLITAN: "metropolitan boroughs",
    CouncilType.UNITARY: "unitary councils",
    CouncilType.LONDON_BOROUGH: "London boroughs",
    CouncilType.OTHER: "other bodies",
}

COLUMNS = {
    YearColumn.UPHELD: "Upheld",
    YearColumn.GAP: "Gap",
    YearColumn.CASES: "Cases",
    YearColumn.COMPLIED: MEASURE_LABELS[MeasureName.COMPLIANCE].column,
    YearColumn.REMEDIED: MEASURE_LABELS[MeasureName.REMEDY].column,
    YearColumn.PER_100K: MEASURE_LABELS[MeasureName.UPHELD_PER_100K].column,
}
"""The heads of the columns that a table of a year can be sorted by."""

SORTED_BY = {
    YearColumn.UPHELD: MEASURE_LABELS[MeasureName.UPHELD].label,
    YearColumn.GAP: "Gap to the average",
    YearColumn.CASES: "Cases investigated",
    YearColumn.COMPLIED: MEASURE_LABELS[MeasureName.COMPLIANCE].label,
    YearColumn.REMEDIED: MEASURE_LABELS[MeasureName.REMEDY].label,
    YearColumn.PER_100K: MEASURE_LABELS[MeasureName.UPHELD_PER_100K].label,
}
"""The columns where one is chosen or spoken of."""

_REASONS = {
    StandOutCode.COMPLIANCE_BELOW_100: "did not always comply",
    StandOutCode.ABOVE_AVERAGE: "{} above average",
    StandOutCode.BELOW_AVERAGE: "{} below average",
    StandOutCode.RISEN: "{} risen",
    StandOutCode.FALLEN: "{} fallen",
    StandOutCode.PUBLIC_REPORT: REMARKS[RemarkKind.PUBLIC_REPORT],
    StandOutCode.REFUSAL: REMARKS[RemarkKind.REFUSAL],
    StandOutCode.NOT_COMPLIED: REMARKS[RemarkKind.NOT_COMPLIED],
    StandOutCode.LATE_COMPLIANCE: REMARKS[RemarkKind.LATE_COMPLIANCE],
    StandOutCode.APOLOGY: REMARKS[RemarkKind.APOLOGY],
    StandOutCode.POOR_COMPLAINT_HANDLING: REMARKS[RemarkKind.POOR_COMPLAINT_HANDLING],
    StandOutCode.NEEDS_A_LOOK: "needs a look",
}

MEANING = (
    "Above and below average, risen and fallen since the year before: said only where chance makes such a gap in fewer "
    "than 5 of 100 cases, and never of fewer than 5 cases."
)
"""What is to be known of the reasons that are about numbers."""


def name_stand_out(reason: StandOut) -> str:
    """A reason in a few words: "upheld above average", "public report"; a doubt by its sentence behind them."""
    words = _REASONS[reason.code]
    label = MEASURE_LABELS[reason.measure].label if reason.measure else ""
    named = (words.format(label) if "{}" in words else words).lower()
    return f"{named} ({write_doubt(reason.doubt).rstrip('.')})" if reason.doubt else named


def format_rank(rank: Rank | None) -> str:
    """A place: "1", "3=" where others share it; empty for none."""
    return "" if rank is None else f"{rank.place}{'=' if rank.tied else ''}"


def format_gap(gap: Number | None) -> str:
    """How many points a rate lies above its average or below it: "+7", "-4", "0"; a sign for none."""
    return NOT_PRINTED if gap is None else f"{gap:+g}" if gap else "0"


def list_cells(row: YearRow) -> tuple[str, ...]:
    """What a row has under each of `HEADS`: its cases, then the columns."""
    upheld = row.measures[MeasureName.UPHELD]
    others = (MeasureName.COMPLIANCE, MeasureName.REMEDY, MeasureName.UPHELD_PER_100K)
    return (
        format_lead(upheld),
        format_rate_cell(upheld),
        format_gap(row.gap),
        *(format_rate_cell(row.measures[name]) for name in others),
    )


HEADS = (
    "",
    *(COLUMNS[each] for each in YearColumn if each is not YearColumn.CASES),
)
"""Over the cells of `list_cells`: the first two are under one head."""


def describe_type(council_type: CouncilType | None) -> str:
    """The councils of a table: "London boroughs", "all councils"."""
    return TYPES[council_type] if council_type else "all councils"


def describe_averages(averages: Averages, measure: MeasureName) -> str:
    """The printed average, and apart from it that of the letters here."""
    labels = MEASURE_LABELS[measure]
    printed = "no one average printed" if averages.printed is None else labels.format_number(averages.printed)
    if averages.of_letters_here is None:
        return f"{labels.label}, average of similar councils: {printed}."
    here = labels.format_number(averages.of_letters_here)
    of = format_count(averages.letters, "letter")
    return f"{labels.label}, average of similar councils: {printed}; mean of the {of} here that can be ranked: {here}."


def describe_averages_briefly(averages: Averages, measure: MeasureName) -> str:
    """The same where there is little room."""
    labels = MEASURE_LABELS[measure]
    printed = "none" if averages.printed is None else labels.format_number(averages.printed)
    if averages.of_letters_here is None:
        return f"Average printed: {printed}."
    here = labels.format_number(averages.of_letters_here)
    return f"Average printed: {printed}; mean of the {averages.letters} ranked here: {here}."


def describe_chance_briefly(table: YearTable) -> str:
    """The same as `describe_chance` where there is little room."""
    if not table.tested:
        return ""
    return f"By chance alone {_expect(table.tested)} of {format_count(table.tested, 'share')} would stand out."


def describe_chance(table: YearTable) -> str:
    """How many councils would be above or below average by chance alone; empty where none is held against one."""
    if not table.tested:
        return ""
    shares = format_count(table.tested, "share")
    return f"By chance alone about 1 in 20 stands out: of the {shares} here {_expect(table.tested)}."


def _expect(tested: int) -> str:
    """A twentieth of them: so many stand out on average, or somewhat fewer, as the tests are exact."""
    return f"about {(tested + 10) // 20}" if tested >= 10 else "hardly any"
