"""How far the share that a council's cases stand for may lie from the one that they came to. Ours, never a letter's."""

from dataclasses import dataclass
from math import sqrt

from db.figures.cases import CountOf

_Z_95 = 1.959963984540054
"""The standard normal's quantile of 97.5 %."""


@dataclass(frozen=True, slots=True)
class Interval:
    """From `low` to `high`, both percentages."""

    low: float
    high: float


def compute_wilson(cases: CountOf) -> Interval:
    """The Wilson score interval of 95 % round a share of at least one case.

    It holds for few cases and for shares of 0 and 100 % too, where the textbook's interval has no width (Wilson 1927).
    """
    n, share, z2 = cases.denominator, cases.count / cases.denominator, _Z_95**2
    middle = (share + z2 / (2 * n)) / (1 + z2 / n)
    reach = _Z_95 * sqrt(share * (1 - share) / n + z2 / (4 * n * n)) / (1 + z2 / n)
    low = 0.0 if cases.count == 0 else 100 * (middle - reach)
    high = 100.0 if cases.count == n else 100 * (middle + reach)
    return Interval(low, high)
