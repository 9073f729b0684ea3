"""What may be said of a measure, worked out once: its cases, how it stands to its average, why it has no rate."""

from collections.abc import Iterable, Mapping
from enum import StrEnum
from typing import NamedTuple

from db.figures.cases import CountOf, count_cases, has_no_cases
from db.figures.significance import Verdict, weigh
from db.model import Measure, MeasureName, State


class MissingRate(StrEnum):
    """Why there is no rate to show: what the letter says of it, a share of no cases, or no rate where one should be."""

    NONE_DUE = "none_due"
    NONE_UPHELD = "none_upheld"
    NOT_GIVEN = "not_given"
    NO_CASES = "no_cases"
    NO_RATE = "no_rate"


class Judged(NamedTuple):
    """A measure with what it comes to. `missing` is None where there is a rate, or the cases stand for it."""

    measure: Measure
    cases: CountOf | None
    verdict: Verdict
    missing: MissingRate | None

    @property
    def has_few_cases(self) -> bool:
        """Whether the rate stands for so few cases that it says little alone."""
        return self.cases is not None and self.cases.is_few


JudgedMeasures = Mapping[MeasureName, Judged]
"""The measures of one letter."""


def judge(measure: Measure) -> Judged:
    """Work out what may be said of a measure."""
    cases = count_cases(measure)
    return Judged(measure, cases, weigh(measure, cases), _find_missing(measure, cases))


def judge_all(measures: Iterable[Measure]) -> JudgedMeasures:
    """Work out what may be said of each of a letter's measures, in their order."""
    return {measure.name: judge(measure) for measure in measures}


def _find_missing(measure: Measure, cases: CountOf | None) -> MissingRate | None:
    """Why the measure has no rate to show, if it has none."""
    if measure.state is not State.GIVEN:
        return MissingRate(measure.state.value)
    if has_no_cases(measure):
        return MissingRate.NO_CASES
    return MissingRate.NO_RATE if measure.rate is None and cases is None else None
