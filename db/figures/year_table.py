"""All councils of a year: each with its rank among those of its type, its gap to the average, and what stands out."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from enum import IntEnum, StrEnum
from fractions import Fraction
from typing import NamedTuple

from db.figures.cases import FEW_CASES
from db.figures.judgement import Judged, JudgedMeasures, judge_all
from db.figures.ranks import Rank, rank_values
from db.figures.stand_out import StandOut, count_tested, find_stand_outs
from db.model import Council, CouncilType, Doubt, Measure, MeasureKind, MeasureName, Number, Remark


class YearLetter(NamedTuple):
    """What one council's letter of a year says, and its measures of the year before where there is a letter of it.

    Of the quotes of a measure or a remark it has the first. One that is damaged in the library has no figure.
    """

    letter_id: int
    council_id: int
    council: Council
    year: int
    measures: tuple[Measure, ...]
    remarks: tuple[Remark, ...] = ()
    before: tuple[Measure, ...] | None = None
    doubt: Doubt | None = None
    is_damaged: bool = False

    @property
    def needs_a_look(self) -> bool:
        """Whether a person should see it: there is a doubt, the worst of which is `doubt`, or it is damaged."""
        return self.is_damaged or self.doubt is not None


class YearColumn(StrEnum):
    """What all councils of a year can be sorted by."""

    UPHELD = "upheld"
    GAP = "gap"
    CASES = "cases"
    COMPLIED = "complied"
    REMEDIED = "remedied"
    PER_100K = "per_100k"

    @property
    def measure(self) -> MeasureName:
        """The measure that the column is of."""
        return _MEASURES.get(self, MeasureName.UPHELD)


_MEASURES = {
    YearColumn.COMPLIED: MeasureName.COMPLIANCE,
    YearColumn.REMEDIED: MeasureName.REMEDY,
    YearColumn.PER_100K: MeasureName.UPHELD_PER_100K,
}


class RowGroup(IntEnum):
    """Where a council stands in a column: among those compared, below them for too few cases, or last, without a value.

    In this order, whichever way the column is sorted.
    """

    COMPARED = 0
    FEW_CASES = 1
    NO_VALUE = 2


class YearRow(NamedTuple):
    """One council. `rank` is by the measure of a column; None before that, without a rate, or for too few cases.

    `gap` is the printed share of complaints upheld less the average printed beside it, in points.
    """

    letter: YearLetter
    measures: JudgedMeasures
    rank: Rank | None
    gap: Number | None
    stands_out: tuple[StandOut, ...]


class Averages(NamedTuple):
    """Averages of one type, of the column's measure: `printed` is None where the letters print none, or not the same.

    `of_letters_here` is ours: the mean of the rates of `letters` letters, those of too few cases not among them.
    """

    printed: Number | None
    of_letters_here: float | None
    letters: int


class YearTable(NamedTuple):
    """The councils of a year, the first in the column first. `averages` is None where types are mixed.

    `tested` is how many shares are held against their average: by chance alone up to 1 in 20 of them stands out.
    """

    year: int
    type: CouncilType | None
    column: YearColumn
    rows: tuple[YearRow, ...]
    averages: Averages | None
    tested: int


def build_year_table(
    year: int, letters: Iterable[YearLetter], council_type: CouncilType | None, column: YearColumn
) -> YearTable:
    """Judge, rank and sort the letters of a year, one a council; of one type of council, if one is named.

    Ranks are within each type, never between them.
    """
    chosen = (letter for letter in letters if council_type in (None, letter.council.type))
    return rank_rows(year, judge_letters(chosen), council_type, column)


def judge_letters(letters: Iterable[YearLetter]) -> Iterator[YearRow]:
    """A row for each letter, with all that may be said of it alone: what stands out of it, but no rank.

    This is what takes long; ranking and sorting what is judged does not.
    """
    for letter in letters:
        yield _build_row(letter)


def rank_rows(
    year: int,
    rows: Iterable[YearRow],
    council_type: CouncilType | None,
    column: YearColumn,
    *,
    is_reversed: bool = False,
) -> YearTable:
    """Rank and sort judged rows, all of one type if one is named; `is_reversed`: the lowest of the column first."""
    rows = tuple(rows)
    ranks: dict[int, Rank] = {}
    for each in CouncilType:
        of_type = [row for row in rows if row.letter.council.type is each]
        rates = {
            row.letter.letter_id: rate
            for row in of_type
            if (rate := _find_rate(row.measures[column.measure])) is not None
        }
        ranks |= rank_values(rates)
    ranked = [row._replace(rank=ranks.get(row.letter.letter_id)) for row in rows]
    return YearTable(
        year=year,
        type=council_type,
        column=column,
        rows=tuple(sort_rows(ranked, column, is_reversed=is_reversed)),
        averages=_find_averages(rows, column.measure) if council_type else None,
        tested=count_tested(row.measures for row in rows),
    )


def sort_rows(rows: Iterable[YearRow], column: YearColumn, *, is_reversed: bool = False) -> list[YearRow]:
    """The highest of the column first, or last; those of too few cases after all others, those without a value last.

    Councils with the same value stand by name.
    """

    def find_key(row: YearRow) -> tuple[RowGroup, Number, str]:
        """Its group, then how much it has in the column, then its name."""
        value = _find_value(row, column) or 0
        return find_group(row, column), value if is_reversed else -value, row.letter.council.name.casefold()

    return sorted(rows, key=find_key)


def find_group(row: YearRow, column: YearColumn) -> RowGroup:
    """Whether a council is compared with the others in a column, and if not, why."""
    if _find_value(row, column) is None:
        return RowGroup.NO_VALUE
    return RowGroup.FEW_CASES if _is_of_few(row.measures[column.measure]) else RowGroup.COMPARED


def _build_row(letter: YearLetter) -> YearRow:
    """One council's row, unranked."""
    measures = judge_all(letter.measures)
    upheld = measures[MeasureName.UPHELD].measure
    before = None if letter.before is None else judge_all(letter.before)
    return YearRow(
        letter=letter,
        measures=measures,
        rank=None,
        gap=_subtract(upheld.rate, upheld.average),
        stands_out=find_stand_outs(
            letter.year, measures, before, letter.remarks, needs_a_look=letter.needs_a_look, doubt=letter.doubt
        ),
    )


def _find_rate(judged: Judged) -> Number | None:
    """The rate that may be ranked and enter an average: printed, and not of too few cases."""
    return None if judged.missing is not None or _is_of_few(judged) else judged.measure.rate


def _is_of_few(judged: Judged) -> bool:
    """Whether a share is of too few cases, or of it is not known how many."""
    if judged.measure.name.kind is not MeasureKind.SHARE:
        return False
    cases = _count_cases(judged)
    return cases is None or cases < FEW_CASES


def _count_cases(judged: Judged) -> int | None:
    """How many cases a share is of, though it may not be certain how many of them it stands for."""
    return judged.cases.denominator if judged.cases else judged.measure.denominator


def _find_value(row: YearRow, column: YearColumn) -> Number | None:
    """What a row has in a column; None for nothing."""
    judged = row.measures[column.measure]
    if column is YearColumn.GAP:
        return row.gap
    if column is YearColumn.CASES:
        return _count_cases(judged)
    return judged.measure.rate if judged.missing is None else None


def _find_averages(rows: Sequence[YearRow], name: MeasureName) -> Averages:
    """The averages of councils of one type."""
    printed = {row.measures[name].measure.average for row in rows} - {None}
    rates = Counter(rate for row in rows if (rate := _find_rate(row.measures[name])) is not None)
    count = rates.total()
    whole = sum((Fraction(str(rate)) * number for rate, number in rates.items()), Fraction(0))
    mean = round(float(whole / count), 1) if count else None
    return Averages(printed=printed.pop() if len(printed) == 1 else None, of_letters_here=mean, letters=count)


def _subtract(rate: Number | None, average: Number | None) -> Number | None:
    """The difference of two printed numbers, as exact as they are printed."""
    if rate is None or average is None:
        return None
    difference = Fraction(str(rate)) - Fraction(str(average))
    return int(difference) if difference.denominator == 1 else float(difference)
