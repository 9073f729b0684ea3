import pytest

from db.figures.cases import count_cases
from db.figures.judgement import MissingRate, judge, judge_all
from db.figures.significance import Verdict
from db.model import Measure, MeasureName, State
from tests.db.figures.measures import compliance, upheld


def test_a_measure_is_judged_as_a_whole() -> None:
    measure = upheld(10, 10, 100, 45)
    judged = judge(measure)
    assert judged.measure is measure
    assert judged.cases == count_cases(measure)
    assert (judged.verdict, judged.missing, judged.has_few_cases) == (Verdict.HIGHER, None, False)


@pytest.mark.parametrize(("denominator", "has_few"), [(4, True), (5, False), (None, False)])
def test_few_cases_are_those_that_are_known_to_be(denominator: int | None, has_few: bool) -> None:
    assert judge(upheld(1, denominator, 25, 45)).has_few_cases is has_few


@pytest.mark.parametrize(
    ("measure", "missing"),
    [
        (Measure(name=MeasureName.COMPLIANCE, state=State.NONE_DUE), MissingRate.NONE_DUE),
        (Measure(name=MeasureName.REMEDY, state=State.NONE_UPHELD), MissingRate.NONE_UPHELD),
        (Measure(name=MeasureName.UPHELD), MissingRate.NOT_GIVEN),
        (upheld(0, 0, 0, 45), MissingRate.NO_CASES),
        (compliance(None, 3), MissingRate.NO_RATE),
        (Measure(name=MeasureName.UPHELD_PER_100K, state=State.GIVEN), MissingRate.NO_RATE),
        (upheld(3, 5, None, 45), None),
        (upheld(3, 5, 60, 45), None),
    ],
)
def test_where_there_is_no_rate_there_is_one_reason(measure: Measure, missing: MissingRate | None) -> None:
    assert judge(measure).missing is missing


def test_the_measures_of_a_letter_stay_in_their_order() -> None:
    measures = [compliance(67, 3), upheld(3, 5, 60, 45)]
    assert [judged.measure for judged in judge_all(measures).values()] == measures
