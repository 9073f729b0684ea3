"""Which questions there are, and from which figure or remark each comes: the rules, one by one."""

import pytest

from db.figures.judgement import judge_all
from db.figures.questions import Question, QuestionCode, find_questions
from db.figures.stand_out import StandOut, StandOutCode, find_stand_outs
from db.model import Measure, MeasureName, Quote, Remark, RemarkKind, State

QUOTE = Quote(start=3, end=8, text="words")
YEAR = 2020


def share(name: MeasureName, count: int | None, of: int, average: int = 50) -> Measure:
    """A share of so many cases, without a count of its own for compliance, as letters print it."""
    rate = None if count is None else round(100 * count / of, 1)
    printed = None if name is MeasureName.COMPLIANCE else count
    return Measure(
        name=name, state=State.GIVEN, rate=rate, average=average, count=printed, denominator=of, quotes=(QUOTE,)
    )


def ask(
    *measures: Measure, before: tuple[Measure, ...] | None = None, remarks: tuple[Remark, ...] = ()
) -> tuple[Question, ...]:
    """The questions of a letter with these measures, the others not being in it."""

    def fill(given: tuple[Measure, ...]) -> list[Measure]:
        named = {each.name: each for each in given}
        return [named.get(name, Measure(name=name)) for name in MeasureName]

    judged = judge_all(fill(measures))
    earlier = None if before is None else judge_all(fill(before))
    return find_questions(judged, find_stand_outs(YEAR, judged, earlier, remarks, needs_a_look=True))


UPHELD, COMPLIANCE, REMEDY = MeasureName.UPHELD, MeasureName.COMPLIANCE, MeasureName.REMEDY

FROM_FIGURES = [
    (QuestionCode.WHAT_WAS_UPHELD, share(UPHELD, 3, 5), None),
    (QuestionCode.MORE_UPHELD_THAN_AVERAGE, share(UPHELD, 40, 50), None),
    (QuestionCode.UPHELD_MORE_OFTEN, share(UPHELD, 30, 50), share(UPHELD, 5, 50)),
    (QuestionCode.NOT_ALWAYS_COMPLIED, share(COMPLIANCE, 9, 10, 99), None),
    (QuestionCode.COMPLIED_LESS_OFTEN, share(COMPLIANCE, 20, 50, 99), share(COMPLIANCE, 50, 50, 99)),
    (QuestionCode.NOT_REMEDIED_BEFOREHAND, share(REMEDY, 1, 3, 20), None),
    (QuestionCode.LESS_REMEDIED_THAN_AVERAGE, share(REMEDY, 2, 50), None),
    (QuestionCode.REMEDIED_LESS_OFTEN, share(REMEDY, 5, 50, 12), share(REMEDY, 30, 50, 12)),
]

FROM_REMARKS = {
    RemarkKind.PUBLIC_REPORT: QuestionCode.PUBLIC_REPORT,
    RemarkKind.REFUSAL: QuestionCode.REFUSAL,
    RemarkKind.NOT_COMPLIED: QuestionCode.NOT_COMPLIED,
    RemarkKind.LATE_COMPLIANCE: QuestionCode.LATE_COMPLIANCE,
    RemarkKind.APOLOGY: QuestionCode.APOLOGY,
    RemarkKind.POOR_COMPLAINT_HANDLING: QuestionCode.POOR_COMPLAINT_HANDLING,
}


def test_these_are_all_the_rules() -> None:
    assert {code for code, _, _ in FROM_FIGURES} | set(FROM_REMARKS.values()) == set(QuestionCode)


@pytest.mark.parametrize(("code", "measure", "before"), FROM_FIGURES)
def test_a_figure_gives_rise_to_its_question_with_its_place(
    code: QuestionCode, measure: Measure, before: Measure | None
) -> None:
    asked = ask(measure, before=(before,) if before else None)
    assert Question(code, measure.name, QUOTE) in asked


@pytest.mark.parametrize(("kind", "code"), FROM_REMARKS.items())
def test_a_remark_gives_rise_to_its_question_with_its_place(kind: RemarkKind, code: QuestionCode) -> None:
    assert ask(remarks=(Remark(kind=kind, quote=QUOTE),)) == (Question(code, None, QUOTE),)


@pytest.mark.parametrize("kind", [RemarkKind.PRAISE, RemarkKind.REORGANISATION])
def test_praise_and_a_reorganisation_ask_nothing(kind: RemarkKind) -> None:
    assert ask(remarks=(Remark(kind=kind, quote=QUOTE),)) == ()


@pytest.mark.parametrize(
    "measure",
    [
        share(UPHELD, 0, 5),
        share(COMPLIANCE, 5, 5, 99),
        share(REMEDY, 3, 3, 20),
        share(UPHELD, 3, 5)._replace(state=State.NOT_GIVEN),
        share(REMEDY, 0, 3)._replace(state=State.NONE_UPHELD, rate=None, count=None, denominator=None),
        Measure(name=MeasureName.UPHELD_PER_100K, state=State.GIVEN, rate=9, average=4),
    ],
)
def test_a_figure_that_is_as_it_should_be_or_not_there_asks_nothing(measure: Measure) -> None:
    assert ask(measure) == ()


def test_of_remedies_only_one_thing_is_asked_and_few_cases_are_not_held_against_an_average() -> None:
    assert [each.code for each in ask(share(REMEDY, 2, 50))] == [QuestionCode.LESS_REMEDIED_THAN_AVERAGE]
    assert [each.code for each in ask(share(UPHELD, 4, 4, 20))] == [QuestionCode.WHAT_WAS_UPHELD]


def test_what_speaks_for_a_council_asks_nothing() -> None:
    good = [
        StandOut(StandOutCode.ABOVE_AVERAGE, REMEDY, QUOTE),
        StandOut(StandOutCode.BELOW_AVERAGE, UPHELD, QUOTE),
        StandOut(StandOutCode.RISEN, COMPLIANCE, QUOTE),
        StandOut(StandOutCode.FALLEN, UPHELD, QUOTE),
        StandOut(StandOutCode.NEEDS_A_LOOK),
    ]
    none = judge_all([Measure(name=name) for name in MeasureName])
    assert find_questions(none, good) == ()
