"""Whether a share has changed from one year to the next by more than chance explains. Ours, never a letter's."""

from enum import StrEnum
from fractions import Fraction
from functools import lru_cache
from math import comb

from db.figures.cases import CountOf
from db.figures.series import find_breaks
from db.figures.significance import CHANCE_LIMIT


class Direction(StrEnum):
    """Which way a share has changed."""

    RISEN = "risen"
    FALLEN = "fallen"


def find_change(year: int, now: CountOf | None, before: CountOf | None) -> Direction | None:
    """Which way a share has changed since the year before, beyond chance (Fisher's exact test, two-sided).

    None where chance may explain the change, where a count is not certain or of few cases, and across a break in the
    series: what was counted is then not the same.
    """
    if now is None or before is None or now.is_few or before.is_few or find_breaks(year - 1, year):
        return None
    return _find_direction(now.count, now.denominator, before.count, before.denominator)


@lru_cache(maxsize=4096)
def _find_direction(count: int, cases: int, count_before: int, cases_before: int) -> Direction | None:
    """The change beyond chance: kept, unlike its exact chance with hundreds of digits."""
    if compute_chance_of_both(count, cases, count_before, cases_before) >= CHANCE_LIMIT:
        return None
    return Direction.RISEN if count * cases_before > count_before * cases else Direction.FALLEN


def compute_chance_of_both(count: int, cases: int, other_count: int, other_cases: int) -> Fraction:
    """The probability of a split no likelier than this one, were both groups of cases alike: Fisher's exact test.

    Exact: probabilities are kept as whole numbers of ways, so that equally likely splits are equal.

    Raises:
        ValueError: a count is not among its cases.
    """
    if not 0 <= count <= cases or not 0 <= other_count <= other_cases:
        raise ValueError(f"no split of {count} in {cases} and {other_count} in {other_cases} cases")
    together = count + other_count
    first, last = max(0, together - other_cases), min(cases, together)
    ways = [comb(cases, first) * comb(other_cases, together - first)]
    for here in range(first, last):
        there = together - here
        step = ways[-1] * (cases - here) * there
        ways.append(step // ((here + 1) * (other_cases - there + 1)))
    observed = ways[count - first]
    return Fraction(sum(each for each in ways if each <= observed), comb(cases + other_cases, together))
