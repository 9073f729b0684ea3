"""The funnel: between which shares chance keeps councils of so many cases round the average. Ours, never a letter's."""

from collections.abc import Iterator
from functools import lru_cache
from math import exp, lgamma, log
from typing import NamedTuple

from db.figures.cases import MOST_CASES

INNER = 0.95
OUTER = 0.998
"""The limits that statisticians draw when they compare institutions of unlike size (Spiegelhalter 2005)."""


class Limits(NamedTuple):
    """The shares, in percent, between which `level` of councils of `cases` cases stand by chance."""

    cases: int
    low: float
    high: float


@lru_cache(maxsize=4096)
def compute_limits(cases: int, average: float, level: float) -> Limits:
    """The exact binomial limits for so many cases round an average in percent, interpolated between whole counts.

    Interpolated (Spiegelhalter 2005, appendix A.1.1), as the steps of the exact ones would only show how few whole
    counts there are. The average itself is always within: of a few cases round one near 0 or 100 all may be alike.

    Raises:
        ValueError: there are no cases or too many, or the average or the level is not between its ends.
    """
    if not 0 < cases <= MOST_CASES or not 0 < average < 100 or not 0 < level < 1:
        raise ValueError(f"no limits for {cases} cases round {average}% at {level}")
    tail = (1 - level) / 2
    low, high = (_find_quantile(cases, average / 100, share) for share in (tail, 1 - tail))
    return Limits(cases, min(100 * low / cases, average), max(100 * high / cases, average))


def _find_quantile(cases: int, chance: float, share: float) -> float:
    """The count, interpolated, that the given share of all councils does not pass."""
    below = 0.0
    for count, probability in enumerate(_list_probabilities(cases, chance)):
        up_to = below + probability
        if up_to > share:
            return min(max(count - (up_to - share) / probability, 0.0), float(cases))
        below = up_to
    return float(cases)


def _list_probabilities(cases: int, chance: float) -> Iterator[float]:
    """The probability of each count from 0 up."""
    yes, no, whole = log(chance), log(1 - chance), lgamma(cases + 1)
    for count in range(cases + 1):
        ways = whole - lgamma(count + 1) - lgamma(cases - count + 1)
        yield exp(ways + count * yes + (cases - count) * no)
