"""Make `published.json`: what scipy gives on a grid, for the tests of what may be said of numbers to be held against.

Run by hand where scipy is installed, which neither upheld nor its tests need:
`python tests/db/figures/make_published.py`.
"""

import json
from pathlib import Path

from scipy.stats import binom, binomtest, fisher_exact  # type: ignore[import-untyped]

CASES = (1, 2, 5, 7, 10, 16, 33, 59, 132, 250, 700)
AVERAGES = (5, 20, 45, 53, 80, 99)
LEVELS = (0.95, 0.998)


def find_limit(cases: int, chance: float, share: float) -> float:
    """A funnel's limit in percent, by appendix A.1.1 of Spiegelhalter 2005, with scipy's binomial."""
    count = int(binom.ppf(share, cases, chance))
    up_to, below = binom.cdf(count, cases, chance), binom.cdf(count - 1, cases, chance)
    step = (up_to - share) / (up_to - below)
    percent = float(100 * min(max(count - step, 0.0), cases) / cases)
    return min(percent, 100 * chance) if share < 0.5 else max(percent, 100 * chance)


limits = [
    [cases, average, level, *(find_limit(cases, average / 100, share) for share in ((1 - level) / 2, (1 + level) / 2))]
    for cases in CASES
    for average in AVERAGES
    for level in LEVELS
]
wilson = []
for cases in CASES:
    for count in sorted({0, 1, cases // 3, cases // 2, cases}):
        interval = binomtest(count, cases).proportion_ci(confidence_level=0.95, method="wilson")
        wilson.append([count, cases, 100 * interval.low, 100 * interval.high])
fisher = [
    [count, cases, other, others, float(fisher_exact([[count, cases - count], [other, others - other]]).pvalue)]
    for cases in (1, 5, 12, 59)
    for others in (2, 7, 40)
    for count in sorted({0, cases // 2, cases})
    for other in sorted({0, others // 3, others})
]
Path(__file__).with_name("published.json").write_text(
    json.dumps({"limits": limits, "wilson": wilson, "fisher": fisher}).replace("], [", "],\n["), encoding="utf-8"
)
