"""The columns in which the measures of a letter stand under each other: what a width has room for."""

from collections.abc import Sequence
from typing import NamedTuple

from db.figures.judgement import Judged
from db.model import MeasureKind
from tui.draw.figures.bar import MIN_BAR_WIDTH
from tui.draw.figures.measure_text import OURS, describe_verdict, format_average, format_lead, format_rate
from tui.draw.labels import MEASURE_LABELS

_GAP = 2
_CASES, _RATE, _AVERAGE, _VERDICT = 6, 4, 3, 15
"""What the columns have at least, so that they stand alike from council to council."""

_LABEL = max(len(labels.label) for labels in MEASURE_LABELS.values()) + _GAP
_SHORT_LABEL = max(len(labels.column) for labels in MEASURE_LABELS.values()) + _GAP
_GOOD_BAR = 10
_MAX_BAR = 40


class FigureColumns(NamedTuple):
    """How wide each column is, in cells: label, "3 of 5", rate, bar (0: none), average, verdict (0: on a next line).

    `has_short_labels`: for the labels there is only room in their short form.
    """

    width: int
    label: int
    cases: int
    rate: int
    bar: int
    average: int
    verdict: int
    has_short_labels: bool

    @classmethod
    def fit(cls, drawn: Sequence[Judged], width: int) -> "FigureColumns":
        """The columns for these measures in `width` cells: first the verdict goes below, then the labels are short,
        then there is no bar.
        """
        cases = max([_CASES, *(len(format_lead(each).rstrip(OURS)) for each in drawn)])
        rate = max([_RATE, *(len(format_rate(each)) for each in drawn)])
        average = max([_AVERAGE, *(len(format_average(each.measure)) for each in drawn)])
        shares = [each for each in drawn if each.measure.name.kind is MeasureKind.SHARE and each.missing is None]
        verdict = max([_VERDICT, *(len(describe_verdict(each)) for each in shares)])
        numbers = cases + len(OURS) + 1 + rate + _GAP + average

        def make(label: int, bar: int, verdict: int = 0) -> FigureColumns:
            """These columns with so many cells for the label, the bar and the verdict."""
            return cls(
                width=width,
                label=label,
                cases=cases,
                rate=rate,
                bar=min(bar, _MAX_BAR),
                average=average,
                verdict=verdict,
                has_short_labels=label == _SHORT_LABEL,
            )

        beside = width - _LABEL - numbers - _GAP - verdict - _GAP
        if beside >= _GOOD_BAR:
            return make(_LABEL, beside, verdict)
        for label in (_LABEL, _SHORT_LABEL):
            if (bar := width - label - numbers - _GAP) >= MIN_BAR_WIDTH:
                return make(label, bar)
        return make(_SHORT_LABEL, 0)

    @property
    def before_bar(self) -> int:
        """Cells before the bar, or before the average where there is none."""
        return self.label + self.cases + len(OURS) + 1 + self.rate + _GAP

    @property
    def before_verdict(self) -> int:
        """Cells before the verdict that stands beside the rest."""
        return self.before_bar + (self.bar + _GAP if self.bar else 0) + self.average + _GAP
