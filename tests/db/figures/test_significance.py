from fractions import Fraction
from math import comb

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.figures.cases import MOST_CASES
from db.figures.judgement import judge
from db.figures.significance import Verdict, compute_chance
from db.model import Measure, MeasureName, State
from tests.db.figures.measures import compliance, upheld


@pytest.mark.parametrize(
    ("count", "denominator", "rate", "average", "expected"),
    [
        (3, 5, 60, 45, Verdict.TOO_FEW),
        (2, 2, 100, 45, Verdict.TOO_FEW),
        (42, 47, 89, 85, Verdict.TOO_FEW),
        (10, 10, 100, 45, Verdict.HIGHER),
        (9, 10, 90, 45, Verdict.HIGHER),
        (8, 10, 80, 45, Verdict.TOO_FEW),
        (0, 10, 0, 45, Verdict.LOWER),
        (0, 2, 0, 53, Verdict.TOO_FEW),
        (450, 1000, 45, 45, Verdict.NO_CLEAR_DIFFERENCE),
        (94, 114, 82, 81, Verdict.NO_CLEAR_DIFFERENCE),
        (25, 50, 50, 45, Verdict.NO_CLEAR_DIFFERENCE),
        (24, 49, 49, 45, Verdict.TOO_FEW),
        (35, 50, 70, 45, Verdict.HIGHER),
        (11, 16, 68.8, 45, Verdict.TOO_FEW),
    ],
)
def test_a_gap_is_named_only_where_chance_is_an_unlikely_reason(
    count: int, denominator: int, rate: float, average: float, expected: Verdict
) -> None:
    assert judge(upheld(count, denominator, rate, average)).verdict is expected


def test_the_limit_of_five_in_a_hundred_is_where_a_verdict_begins() -> None:
    assert compute_chance(8, 10, Fraction(45, 100)) > Fraction(5, 100) > compute_chance(9, 10, Fraction(45, 100))


@pytest.mark.parametrize(
    "measure",
    [
        upheld(3, 5, 60, None),
        upheld(None, None, 60, 45),
        upheld(3, None, 60, 45),
        upheld(0, 0, 0, 45),
        upheld(7, 5, 60, 45),
        upheld(3, 5, 60, 145),
        upheld(3, MOST_CASES + 1, 0, 45),
        Measure(name=MeasureName.REMEDY, state=State.NONE_UPHELD),
        Measure(name=MeasureName.UPHELD_PER_100K, state=State.GIVEN, rate=3.4, average=4.8, count=3, denominator=5),
    ],
)
def test_without_an_average_or_a_sure_count_there_is_no_verdict(measure: Measure) -> None:
    assert judge(measure).verdict is Verdict.UNKNOWN


def test_a_count_that_does_not_give_the_printed_rate_is_judged_by_neither() -> None:
    assert judge(upheld(9, 10, 90, 45)).verdict is Verdict.HIGHER
    assert judge(upheld(9, 10, 91, 45)).verdict is Verdict.UNKNOWN


def test_a_printed_average_of_nothing_or_all_is_a_rounded_one() -> None:
    assert judge(compliance(100, 3, average=100)).verdict is Verdict.TOO_FEW
    assert judge(compliance(67, 3, average=100)).verdict is Verdict.LOWER
    assert judge(compliance(99, 100, average=100)).verdict is Verdict.NO_CLEAR_DIFFERENCE
    assert judge(upheld(0, 4, 0, 0)).verdict is Verdict.TOO_FEW
    assert judge(upheld(2, 4, 50, 0)).verdict is Verdict.HIGHER


@given(st.integers(1, 40), st.integers(1, 99), st.data())
def test_chance_is_the_sum_of_the_counts_no_likelier(cases: int, percent: int, data: st.DataObject) -> None:
    count = data.draw(st.integers(0, cases))
    average = Fraction(percent, 100)
    each = [comb(cases, k) * average**k * (1 - average) ** (cases - k) for k in range(cases + 1)]
    assert compute_chance(count, cases, average) == sum(likelihood for likelihood in each if likelihood <= each[count])


@given(st.integers(1, 300), st.data())
def test_the_two_ends_are_judged_alike(cases: int, data: st.DataObject) -> None:
    count = data.draw(st.integers(0, cases))
    assert compute_chance(count, cases, Fraction(1, 2)) == compute_chance(cases - count, cases, Fraction(1, 2))


@pytest.mark.parametrize(("count", "cases", "average"), [(-1, 3, "1/2"), (4, 3, "1/2"), (1, 3, "0"), (1, 3, "1")])
def test_chance_refuses_what_cannot_be(count: int, cases: int, average: str) -> None:
    with pytest.raises(ValueError, match="no chance of"):
        compute_chance(count, cases, Fraction(average))
