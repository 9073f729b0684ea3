"""What may be said of a figure beside its average. Everything here is ours.

A letter prints a rate and the average of similar councils; it does not say whether a gap between them means
anything. Most councils have a handful of cases, so the gap mostly means nothing, and that is said.
"""

from enum import StrEnum
from fractions import Fraction
from functools import lru_cache

from db.figures.cases import CountOf
from db.figures.rounding import is_share
from db.model import Measure, Number

CHANCE_LIMIT = Fraction(5, 100)
"""A gap is called higher or lower where chance alone makes one as unlikely in fewer than 5 cases of 100."""

ENOUGH_CASES = 50
"""From this many cases on, a gap that chance explains is called no clear difference rather than put down to too few.

Against averages of 45% to 90%, 50 cases show any gap of 15 points to be more than chance, 10 cases only gaps of 20 to
35: from 50 on, what goes unseen is a small gap, and to blame too few cases would be to promise a larger one.
"""


class Verdict(StrEnum):
    """How a council's rate stands to the average printed beside it."""

    HIGHER = "higher"
    LOWER = "lower"
    TOO_FEW = "too_few"
    NO_CLEAR_DIFFERENCE = "no_clear_difference"
    UNKNOWN = "unknown"


def weigh(measure: Measure, cases: CountOf | None) -> Verdict:
    """Whether the rate is higher or lower than the printed average by more than chance explains.

    `cases` are those the rate stands for. An exact two-sided binomial test of the count against the average; what it
    leaves open is put down to too few cases only under `ENOUGH_CASES` of them. `UNKNOWN` without an average or a
    count, and where the count does not round to the printed rate: one of them is then wrong, and we cannot say which.
    A printed average of 0 or 100 is a rounded one, so it is taken as the nearest that rounds to it (0.5 or 99.5).
    """
    if cases is None or measure.average is None or not 0 <= measure.average <= 100:
        return Verdict.UNKNOWN
    if measure.rate is not None and not is_share(measure.rate, cases.count, cases.denominator):
        return Verdict.UNKNOWN
    return _find_verdict(cases.count, cases.denominator, measure.average)


@lru_cache(maxsize=4096)
def _find_verdict(count: int, denominator: int, printed: Number) -> Verdict:
    """How a count stands to a printed average: kept, unlike its exact chance with hundreds of digits.

    One of 0 and 100 is taken as the nearest that rounds to it.
    """
    average = min(max(_to_fraction(printed), Fraction(1, 2)), Fraction(199, 2)) / 100
    if compute_chance(count, denominator, average) >= CHANCE_LIMIT:
        return Verdict.TOO_FEW if denominator < ENOUGH_CASES else Verdict.NO_CLEAR_DIFFERENCE
    return Verdict.HIGHER if Fraction(count, denominator) > average else Verdict.LOWER


def compute_chance(count: int, denominator: int, average: Fraction) -> Fraction:
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


def _to_fraction(rate: Number) -> Fraction:
    """The printed number itself, not the binary fraction nearest to it."""
    return Fraction(str(rate))
