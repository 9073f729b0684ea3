"""The cases that a rate stands for: how many of how many, so far as that is certain."""

from typing import NamedTuple

from db.figures.rounding import find_possible_counts
from db.model import Measure, MeasureKind, State

FEW_CASES = 5
"""Under this many cases a rate says little: it is not ranked, and "1 of 1" is said instead of 100%."""

MOST_CASES = 3_000
"""More cases than any letter can be about: such a number was misread, and the exact sum would be slow."""


class CountOf(NamedTuple):
    """`count` of `denominator` cases. `ours` where the letter does not print both: we worked one of them out."""

    count: int  # type: ignore[assignment]  # in place of a tuple's own, which tells what it holds
    denominator: int
    ours: bool

    @property
    def is_few(self) -> bool:
        """Whether there are too few cases for the rate to be worth quoting alone."""
        return self.denominator < FEW_CASES


def count_cases(measure: Measure) -> CountOf | None:
    """How many cases of how many the rate stands for, or None where that cannot be known for certain.

    The letters print no count for compliance. One is worked out only where exactly one whole number of the
    denominator rounds to the printed rate.
    """
    denominator = measure.denominator
    if measure.state is not State.GIVEN or measure.name.kind is not MeasureKind.SHARE:
        return None
    if denominator is None or not 0 < denominator <= MOST_CASES:
        return None
    if measure.count is not None:
        if not 0 <= measure.count <= denominator:
            return None
        return CountOf(measure.count, denominator, ours="denominator" in measure.derived)
    if measure.rate is None:
        return None
    counts = find_possible_counts(measure.rate, denominator)
    return CountOf(counts[0], denominator, ours=True) if len(counts) == 1 else None


def has_no_cases(measure: Measure) -> bool:
    """Whether the rate is a share of nothing: the letter then prints 0% or 100% of no case at all."""
    cases = measure.base if measure.denominator is None else measure.denominator
    return measure.state is State.GIVEN and cases == 0
