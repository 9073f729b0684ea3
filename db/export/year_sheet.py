"""All councils of a year as a tidy table: as they are ranked and sorted, with what stands out of each."""

from db.export.library_sheets import describe_council
from db.export.sheet import Column, Sheet
from db.figures.year_table import YearRow
from db.model import Council, MeasureKind, MeasureName


def _describe_measure(name: MeasureName) -> tuple[Column[YearRow], ...]:
    """The columns of one measure."""
    word = name.value
    rate: tuple[Column[YearRow], ...] = (
        Column(word, f"the rate of {word} as printed", lambda row: row.measures[name].measure.rate),
        Column(
            f"{word}_average", "the average of similar councils printed", lambda row: row.measures[name].measure.average
        ),
    )
    if name.kind is MeasureKind.NUMBER:
        return rate
    return (
        Column(
            f"{word}_cases",
            "how many cases the rate stands for, printed or worked out where one number alone fits",
            lambda row: cases.count if (cases := row.measures[name].cases) else None,
        ),
        Column(f"{word}_of", "of how many", lambda row: row.measures[name].measure.denominator),
        *rate,
    )


YEAR_ROWS: Sheet[YearRow] = Sheet(
    "year",
    "council with a letter of the year",
    (
        Column("year", "the year in which the letters' period ends", lambda row: row.letter.year),
        Column("rank", "its place within its type, by what the table is sorted by", lambda row: _find_place(row)),
        *describe_council(lambda row: row.letter.council),
        *(column for name in MeasureName for column in _describe_measure(name)),
        Column("gap", "the share upheld less the average, in points", lambda row: row.gap),
        Column("stands_out", "why it deserves attention", lambda row: _join_reasons(row)),
    ),
)


WITHOUT_LETTER: Sheet[Council] = Sheet(
    "without_letter",
    "council without a letter of the year",
    (
        *describe_council(lambda council: council),
        Column("county", "the county it lies in, if there is a county council", lambda council: council.county),
    ),
)


def _find_place(row: YearRow) -> int | None:
    """Its rank, if it has one."""
    return None if row.rank is None else row.rank.place


def _join_reasons(row: YearRow) -> str | None:
    """The codes of the reasons, each with its measure."""
    reasons = (":".join(part for part in (each.code.value, each.measure) if part) for each in row.stands_out)
    return " ".join(reasons) or None
