"""What may be said of a figure beside its average, and of one year beside another. Everything here is ours.

A letter prints a rate and the average of similar councils; it does not say whether a gap between them means
anything. Most councils have a handful of cases, so the gap mostly means nothing, and that is said.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from functools import lru_cache

from db.figures.rounding import counts_rounding_to, fits
from db.model import Measure, MeasureName, Number, State

CHANCE_LIMIT = Fraction(5, 100)
"""A gap is called higher or lower where chance alone makes one as unlikely in fewer than 5 cases of 100."""

FEW_CASES = 5
"""Under this many cases a rate says little: it is not ranked, and "1 of 1" is said instead of 100%."""

ENOUGH_CASES = 50
"""From this many cases on, a gap that chance explains is called no clear difference rather than put down to too few.

Against averages of 45% to 90%, 50 cases show any gap of 15 points to be more than chance, 10 cases only gaps of 20 to
35: from 50 on, what goes unseen is a small gap, and to blame too few cases would be to promise a larger one.
"""

MOST_CASES = 3_000
"""More cases than any letter can be about: such a number was misread, and the exact sum would be slow."""


class Verdict(StrEnum):
    """How a council's rate stands to the average printed beside it."""

    HIGHER = "higher"
    LOWER = "lower"
    TOO_FEW = "too few to tell"
    NO_CLEAR_DIFFERENCE = "no clear difference"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class CountOf:
    """`count` of `denominator` cases. `ours` where the letter does not print both: we worked one of them out."""

    count: int
    denominator: int
    ours: bool

    @property
    def is_few(self) -> bool:
        """Whether there are too few cases for the rate to be worth quoting alone."""
        return self.denominator < FEW_CASES


@dataclass(frozen=True, slots=True)
class Break:
    """A reason not to compare the letters of `year` and later with those before. A sentence for a person."""

    year: int
    reason: str


BREAKS = (
    Break(2021, "In 2020-21 casework stopped for three months (pandemic): fewer cases."),
    Break(2023, "From 2022-23 fewer borderline cases are investigated: higher rates."),
    Break(2025, "From 2024-25 complaints are counted and described in a new form."),
)
"""What the Ombudsman says changed, by the year of the first letter concerned."""


def count_of(measure: Measure) -> CountOf | None:
    """How many cases of how many the rate stands for, or None where that cannot be known for certain.

    The letters print no count for compliance. One is worked out only where exactly one whole number of the
    denominator rounds to the printed rate.
    """
    denominator = measure.denominator
    if measure.state is not State.GIVEN or measure.name is MeasureName.UPHELD_PER_100K:
        return None
    if denominator is None or not 0 < denominator <= MOST_CASES:
        return None
    denominator_is_printed = _is_printed(measure)
    if measure.count is not None:
        if not 0 <= measure.count <= denominator:
            return None
        return CountOf(measure.count, denominator, ours=not denominator_is_printed)
    if measure.rate is None:
        return None
    counts = counts_rounding_to(measure.rate, denominator)
    return CountOf(counts[0], denominator, ours=True) if len(counts) == 1 else None


_CELL = re.compile(r"\d+(?:\.\d+)?\s*%?|-")


def _is_printed(measure: Measure) -> bool:
    """Whether the letter prints what the rate is a share of.

    The remedy rate of 2020-21 is printed with the investigations, not with the upheld decisions it is a share of; the
    tables of 2015-2019 print the investigations as two numbers, upheld and not upheld.
    """
    if measure.denominator != measure.base:
        return False
    if measure.name is MeasureName.REMEDY and "upheld" not in (measure.base_of or ""):
        return False
    is_from_cells = bool(measure.quotes) and all(_CELL.fullmatch(quote.text.strip()) for quote in measure.quotes)
    return not is_from_cells


def verdict(measure: Measure) -> Verdict:
    """Whether the rate is higher or lower than the printed average by more than chance explains.

    An exact two-sided binomial test of the count against the average; what it leaves open is put down to too few
    cases only under `ENOUGH_CASES` of them. `UNKNOWN` without an average or a count,
    and where the count does not round to the printed rate: one of them is then wrong, and we cannot say which.
    A printed average of 0 or 100 is a rounded one, so it is taken as the nearest that rounds to it (0.5 or 99.5).
    """
    cases = count_of(measure)
    if cases is None or measure.average is None or not 0 <= measure.average <= 100:
        return Verdict.UNKNOWN
    if measure.rate is not None and not fits(measure.rate, cases.count, cases.denominator):
        return Verdict.UNKNOWN
    average = min(max(_exact(measure.average), Fraction(1, 2)), Fraction(199, 2)) / 100
    if chance(cases.count, cases.denominator, average) >= CHANCE_LIMIT:
        return Verdict.TOO_FEW if cases.denominator < ENOUGH_CASES else Verdict.NO_CLEAR_DIFFERENCE
    return Verdict.HIGHER if Fraction(cases.count, cases.denominator) > average else Verdict.LOWER


@lru_cache(maxsize=4096)
def chance(count: int, denominator: int, average: Fraction) -> Fraction:
    """The probability of a count no likelier than this one, where each case is upheld with chance `average`.

    Exact: all probabilities are kept as whole multiples of one unit, so that equally likely counts are equal.

    Raises:
        ValueError: if `count` is not among `denominator` cases, or `average` is not strictly between 0 and 1.
    """
    if not 0 <= count <= denominator or not 0 < average < 1:
        raise ValueError(f"no chance of {count} in {denominator} cases at {average}")
    yes, whole = average.numerator, average.denominator
    no = whole - yes
    weight = no**denominator
    weights = [weight]
    for cases in range(denominator):
        weight = weight * (denominator - cases) * yes // ((cases + 1) * no)
        weights.append(weight)
    return Fraction(sum(each for each in weights if each <= weights[count]), whole**denominator)


def breaks_between(older_year: int, newer_year: int) -> tuple[Break, ...]:
    """The breaks that lie between the letters of two years, earliest first."""
    return tuple(each for each in BREAKS if older_year < each.year <= newer_year)


def missing_years(years: Iterable[int]) -> tuple[int, ...]:
    """The years without a letter between the first and the last of those given, ascending."""
    here = set(years)
    return tuple(year for year in range(min(here), max(here)) if year not in here) if here else ()


def _exact(rate: Number) -> Fraction:
    """The printed number itself, not the binary fraction nearest to it."""
    return Fraction(str(rate))
