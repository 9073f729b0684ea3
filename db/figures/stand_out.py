"""What deserves attention in a council's year, each with its reason and its place. The reasons are ours."""

from collections.abc import Iterable, Iterator, Mapping
from enum import StrEnum
from typing import NamedTuple

from db.figures.change import Direction, find_change
from db.figures.judgement import Judged, JudgedMeasures
from db.figures.significance import Verdict
from db.model import Doubt, MeasureKind, MeasureName, Quote, Remark, RemarkKind

_WHOLE = 100


class StandOutCode(StrEnum):
    """Why a council's year deserves attention, in the order in which the reasons are told."""

    COMPLIANCE_BELOW_100 = "compliance_below_100"
    ABOVE_AVERAGE = "above_average"
    BELOW_AVERAGE = "below_average"
    RISEN = "risen"
    FALLEN = "fallen"
    PUBLIC_REPORT = "public_report"
    REFUSAL = "refusal"
    NOT_COMPLIED = "not_complied"
    LATE_COMPLIANCE = "late_compliance"
    APOLOGY = "apology"
    POOR_COMPLAINT_HANDLING = "poor_complaint_handling"
    NEEDS_A_LOOK = "needs_a_look"


class StandOut(NamedTuple):
    """One reason: the measure it is about, the words of the letter it stands on, and the doubt it is, if any."""

    code: StandOutCode
    measure: MeasureName | None = None
    quote: Quote | None = None
    doubt: Doubt | None = None


_VERDICTS = {Verdict.HIGHER: StandOutCode.ABOVE_AVERAGE, Verdict.LOWER: StandOutCode.BELOW_AVERAGE}
_DIRECTIONS = {Direction.RISEN: StandOutCode.RISEN, Direction.FALLEN: StandOutCode.FALLEN}
_REMARKS = {
    RemarkKind.PUBLIC_REPORT: StandOutCode.PUBLIC_REPORT,
    RemarkKind.REFUSAL: StandOutCode.REFUSAL,
    RemarkKind.NOT_COMPLIED: StandOutCode.NOT_COMPLIED,
    RemarkKind.LATE_COMPLIANCE: StandOutCode.LATE_COMPLIANCE,
    RemarkKind.APOLOGY: StandOutCode.APOLOGY,
    RemarkKind.POOR_COMPLAINT_HANDLING: StandOutCode.POOR_COMPLAINT_HANDLING,
}
"""The remarks that are a reason: praise and a reorganisation are none."""


def find_stand_outs(
    year: int,
    measures: JudgedMeasures,
    before: JudgedMeasures | None,
    remarks: Iterable[Remark],
    *,
    needs_a_look: bool,
    doubt: Doubt | None = None,
) -> tuple[StandOut, ...]:
    """Every reason why a council's year deserves attention, in the order of `StandOutCode`, one of a kind and measure.

    `before` are the measures of its letter of the year before, if there is one; `doubt` is why it needs a look, where
    that is no damage.
    """
    reasons = [*_judge_measures(year, measures, before or {}), *_name_remarks(remarks)]
    if needs_a_look:
        reasons.append(StandOut(StandOutCode.NEEDS_A_LOOK, doubt=doubt))
    first: dict[tuple[StandOutCode, MeasureName | None], StandOut] = {}
    for each in reasons:
        first.setdefault((each.code, each.measure), each)
    order = list(StandOutCode)
    return tuple(sorted(first.values(), key=lambda each: order.index(each.code)))


def count_tested(measures: Iterable[JudgedMeasures]) -> int:
    """How many shares are held against an average: of these, chance alone makes up to 1 in 20 stand out."""
    return sum(judged.verdict is not Verdict.UNKNOWN for each in measures for judged in each.values())


def _judge_measures(year: int, measures: JudgedMeasures, before: JudgedMeasures) -> Iterator[StandOut]:
    """The reasons in the figures. What chance has to do with those of few cases is not asked."""
    for name, judged in measures.items():
        quote = next(iter(judged.measure.quotes), None)
        if name is MeasureName.COMPLIANCE and _is_below_whole(judged):
            yield StandOut(StandOutCode.COMPLIANCE_BELOW_100, name, quote)
        code = None if judged.has_few_cases else _VERDICTS.get(judged.verdict)
        if code:
            yield StandOut(code, name, quote)
        if name.kind is MeasureKind.SHARE and (direction := _find_direction(year, name, measures, before)):
            yield StandOut(_DIRECTIONS[direction], name, quote)


def _is_below_whole(judged: Judged) -> bool:
    """Whether a rate is printed that is under 100 %."""
    return judged.missing is None and judged.measure.rate is not None and judged.measure.rate < _WHOLE


def _find_direction(
    year: int, name: MeasureName, measures: JudgedMeasures, before: Mapping[MeasureName, Judged]
) -> Direction | None:
    """Which way a measure has changed since the year before, beyond chance."""
    earlier = before.get(name)
    return find_change(year, measures[name].cases, earlier.cases if earlier else None)


def _name_remarks(remarks: Iterable[Remark]) -> Iterator[StandOut]:
    """The reasons in what the Ombudsman remarks."""
    for remark in remarks:
        if code := _REMARKS.get(remark.kind):
            yield StandOut(code, None, remark.quote)
