import pytest

from db.figures.judgement import judge_all
from db.figures.stand_out import StandOut, StandOutCode, count_tested, find_stand_outs
from db.model import Measure, MeasureName, Quote, Remark, RemarkKind
from tests.db.figures.measures import compliance, upheld

WORDS = Quote(start=3, end=9, text="a word")


def find(
    *measures: Measure,
    before: tuple[Measure, ...] = (),
    remarks: tuple[RemarkKind, ...] = (),
    year: int = 2024,
    needs_a_look: bool = False,
) -> list[tuple[StandOutCode, MeasureName | None]]:
    found = find_stand_outs(
        year,
        judge_all(measures),
        judge_all(before) if before else None,
        [Remark(kind=kind, quote=WORDS) for kind in remarks],
        needs_a_look=needs_a_look,
    )
    return [(each.code, each.measure) for each in found]


def test_compliance_below_100_stands_out_however_few_the_cases() -> None:
    assert find(compliance(67, 3)) == [(StandOutCode.COMPLIANCE_BELOW_100, MeasureName.COMPLIANCE)]
    assert find(compliance(100, 3)) == []
    assert find(compliance(0, 0)) == []


def test_a_gap_to_the_average_stands_out_only_beyond_chance() -> None:
    assert find(upheld(30, 40, 75, 45)) == [(StandOutCode.ABOVE_AVERAGE, MeasureName.UPHELD)]
    assert find(upheld(6, 40, 15, 45)) == [(StandOutCode.BELOW_AVERAGE, MeasureName.UPHELD)]
    assert find(upheld(2, 2, 100, 45)) == []


def test_a_change_stands_out_only_beyond_chance_and_never_across_a_break() -> None:
    now, before = upheld(30, 40, 75, None), upheld(10, 40, 25, None)
    assert find(now, before=(before,)) == [(StandOutCode.RISEN, MeasureName.UPHELD)]
    assert find(before, before=(now,)) == [(StandOutCode.FALLEN, MeasureName.UPHELD)]
    assert find(now, before=(before,), year=2023) == []


def test_remarks_stand_out_once_a_kind_and_praise_does_not() -> None:
    kinds = (RemarkKind.PRAISE, RemarkKind.REFUSAL, RemarkKind.PUBLIC_REPORT, RemarkKind.REFUSAL)
    assert find(remarks=kinds) == [(StandOutCode.PUBLIC_REPORT, None), (StandOutCode.REFUSAL, None)]


def test_each_reason_has_the_words_it_stands_on() -> None:
    measure = Measure(
        name=MeasureName.COMPLIANCE, state=compliance(50, 2).state, rate=50, base=2, denominator=2, quotes=(WORDS,)
    )
    (reason,) = find_stand_outs(2024, judge_all([measure]), None, [], needs_a_look=False)
    assert reason == StandOut(StandOutCode.COMPLIANCE_BELOW_100, MeasureName.COMPLIANCE, WORDS)


def test_a_letter_that_needs_a_look_says_so() -> None:
    assert find(needs_a_look=True) == [(StandOutCode.NEEDS_A_LOOK, None)]


@pytest.mark.parametrize(
    ("measures", "tested"), [([upheld(3, 5, 60, 45), compliance(100, 3)], 2), ([upheld(3, 5, 60, None)], 0)]
)
def test_shares_held_against_an_average_are_counted(measures: list[Measure], tested: int) -> None:
    assert count_tested([judge_all(measures)]) == tested
