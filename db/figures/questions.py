"""What to ask of a council's year: each question from a figure or a remark that is there. The questions are ours."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from db.figures.judgement import JudgedMeasures
from db.figures.stand_out import StandOut, StandOutCode
from db.model import MeasureName, Quote


class QuestionCode(StrEnum):
    """The questions there are, in the order in which they are asked."""

    NOT_ALWAYS_COMPLIED = "not_always_complied"
    COMPLIED_LESS_OFTEN = "complied_less_often"
    NOT_COMPLIED = "not_complied"
    LATE_COMPLIANCE = "late_compliance"
    PUBLIC_REPORT = "public_report"
    REFUSAL = "refusal"
    APOLOGY = "apology"
    POOR_COMPLAINT_HANDLING = "poor_complaint_handling"
    MORE_UPHELD_THAN_AVERAGE = "more_upheld_than_average"
    UPHELD_MORE_OFTEN = "upheld_more_often"
    WHAT_WAS_UPHELD = "what_was_upheld"
    LESS_REMEDIED_THAN_AVERAGE = "less_remedied_than_average"
    REMEDIED_LESS_OFTEN = "remedied_less_often"
    NOT_REMEDIED_BEFOREHAND = "not_remedied_beforehand"


@dataclass(frozen=True, slots=True)
class Question:
    """A question, the measure it is about, if it is about one, and the words of the letter it comes from, if any."""

    code: QuestionCode
    measure: MeasureName | None
    quote: Quote | None


_FROM_REASONS = {
    (StandOutCode.COMPLIANCE_BELOW_100, MeasureName.COMPLIANCE): QuestionCode.NOT_ALWAYS_COMPLIED,
    (StandOutCode.FALLEN, MeasureName.COMPLIANCE): QuestionCode.COMPLIED_LESS_OFTEN,
    (StandOutCode.NOT_COMPLIED, None): QuestionCode.NOT_COMPLIED,
    (StandOutCode.LATE_COMPLIANCE, None): QuestionCode.LATE_COMPLIANCE,
    (StandOutCode.PUBLIC_REPORT, None): QuestionCode.PUBLIC_REPORT,
    (StandOutCode.REFUSAL, None): QuestionCode.REFUSAL,
    (StandOutCode.APOLOGY, None): QuestionCode.APOLOGY,
    (StandOutCode.POOR_COMPLAINT_HANDLING, None): QuestionCode.POOR_COMPLAINT_HANDLING,
    (StandOutCode.ABOVE_AVERAGE, MeasureName.UPHELD): QuestionCode.MORE_UPHELD_THAN_AVERAGE,
    (StandOutCode.RISEN, MeasureName.UPHELD): QuestionCode.UPHELD_MORE_OFTEN,
    (StandOutCode.BELOW_AVERAGE, MeasureName.REMEDY): QuestionCode.LESS_REMEDIED_THAN_AVERAGE,
    (StandOutCode.FALLEN, MeasureName.REMEDY): QuestionCode.REMEDIED_LESS_OFTEN,
}
"""What stands out and asks for an answer. What speaks for a council asks for none."""


def find_questions(measures: JudgedMeasures, reasons: Iterable[StandOut]) -> tuple[Question, ...]:
    """Every question that a letter's figures and what stands out of them give rise to, in the order of the codes."""
    questions = [
        Question(code, reason.measure, reason.quote)
        for reason in reasons
        if (code := _FROM_REASONS.get((reason.code, reason.measure)))
    ]
    questions += _ask_of_cases(measures, {each.measure for each in questions})
    order = list(QuestionCode)
    return tuple(sorted(questions, key=lambda each: order.index(each.code)))


def _ask_of_cases(measures: JudgedMeasures, asked: Collection[MeasureName | None]) -> Iterator[Question]:
    """What any upheld case asks, unless more is asked already: what it was about, why it came to the Ombudsman."""
    upheld, remedy = measures[MeasureName.UPHELD], measures[MeasureName.REMEDY]
    if upheld.missing is None and upheld.cases and upheld.cases.count > 0 and MeasureName.UPHELD not in asked:
        quote = next(iter(upheld.measure.quotes), None)
        yield Question(QuestionCode.WHAT_WAS_UPHELD, MeasureName.UPHELD, quote)
    if remedy.missing is not None or remedy.cases is None or MeasureName.REMEDY in asked:
        return
    if remedy.cases.count < remedy.cases.denominator:
        quote = next(iter(remedy.measure.quotes), None)
        yield Question(QuestionCode.NOT_REMEDIED_BEFOREHAND, MeasureName.REMEDY, quote)
