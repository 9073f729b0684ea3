from fractions import Fraction
from math import comb

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.figures.significance import (
    BREAKS,
    MOST_CASES,
    CountOf,
    Verdict,
    breaks_between,
    chance,
    count_of,
    missing_years,
    verdict,
)
from db.model import Measure, MeasureName, State


def upheld(count: int | None, denominator: int | None, rate: float | None, average: float | None) -> Measure:
    return Measure(
        MeasureName.UPHELD,
        State.GIVEN,
        rate=rate,
        average=average,
        count=count,
        base=denominator,
        base_of="detailed investigations",
        denominator=denominator,
    )


def compliance(rate: float | None, outcomes: int | None, average: float | None = 99) -> Measure:
    return Measure(
        MeasureName.COMPLIANCE,
        State.GIVEN,
        rate=rate,
        average=average,
        base=outcomes,
        base_of="compliance outcomes",
        denominator=outcomes,
    )


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
    assert verdict(upheld(count, denominator, rate, average)) is expected


def test_the_limit_of_five_in_a_hundred_is_where_a_verdict_begins() -> None:
    assert chance(8, 10, Fraction(45, 100)) > Fraction(5, 100) > chance(9, 10, Fraction(45, 100))


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
        Measure(MeasureName.REMEDY, State.NONE_UPHELD),
        Measure(MeasureName.UPHELD_PER_100K, State.GIVEN, rate=3.4, average=4.8, count=3, denominator=5),
    ],
)
def test_without_an_average_or_a_sure_count_there_is_no_verdict(measure: Measure) -> None:
    assert verdict(measure) is Verdict.UNKNOWN


def test_a_count_that_does_not_give_the_printed_rate_is_judged_by_neither() -> None:
    assert verdict(upheld(9, 10, 90, 45)) is Verdict.HIGHER
    assert verdict(upheld(9, 10, 91, 45)) is Verdict.UNKNOWN


def test_a_printed_average_of_nothing_or_all_is_a_rounded_one() -> None:
    assert verdict(compliance(100, 3, average=100)) is Verdict.TOO_FEW
    assert verdict(compliance(67, 3, average=100)) is Verdict.LOWER
    assert verdict(compliance(99, 100, average=100)) is Verdict.NO_CLEAR_DIFFERENCE
    assert verdict(upheld(0, 4, 0, 0)) is Verdict.TOO_FEW
    assert verdict(upheld(2, 4, 50, 0)) is Verdict.HIGHER


def test_a_printed_count_of_a_printed_base_is_not_ours() -> None:
    assert count_of(upheld(3, 5, 60, 45)) == CountOf(3, 5, ours=False)


def test_a_remedy_counted_of_the_upheld_has_a_denominator_of_ours() -> None:
    measure = Measure(
        MeasureName.REMEDY, State.GIVEN, 0, 20, count=0, base=5, base_of="detailed investigations", denominator=3
    )
    assert count_of(measure) == CountOf(0, 3, ours=True)


def test_compliance_prints_no_count_so_one_is_worked_out_where_only_one_fits() -> None:
    assert count_of(compliance(67, 3)) == CountOf(2, 3, ours=True)
    assert count_of(compliance(99, 200)) is None
    assert count_of(compliance(99.5, 200)) == CountOf(199, 200, ours=True)
    assert count_of(compliance(91, 10)) is None
    assert count_of(compliance(None, 10)) is None


@given(st.integers(1, 100), st.data())
def test_a_worked_out_count_is_the_only_one_that_rounds_to_the_rate(outcomes: int, data: st.DataObject) -> None:
    complied = data.draw(st.integers(0, outcomes))
    rate = (200 * complied + outcomes) // (2 * outcomes)
    assert count_of(compliance(rate, outcomes)) == CountOf(complied, outcomes, ours=True)


@pytest.mark.parametrize(("denominator", "is_few"), [(1, True), (4, True), (5, False), (105, False)])
def test_fewer_than_five_cases_are_few(denominator: int, is_few: bool) -> None:
    assert CountOf(1, denominator, ours=False).is_few is is_few


@given(st.integers(1, 40), st.integers(1, 99), st.data())
def test_chance_is_the_sum_of_the_counts_no_likelier(cases: int, percent: int, data: st.DataObject) -> None:
    count = data.draw(st.integers(0, cases))
    average = Fraction(percent, 100)
    each = [comb(cases, k) * average**k * (1 - average) ** (cases - k) for k in range(cases + 1)]
    assert chance(count, cases, average) == sum(likelihood for likelihood in each if likelihood <= each[count])


@given(st.integers(1, 300), st.data())
def test_the_two_ends_are_judged_alike(cases: int, data: st.DataObject) -> None:
    count = data.draw(st.integers(0, cases))
    assert chance(count, cases, Fraction(1, 2)) == chance(cases - count, cases, Fraction(1, 2))


@pytest.mark.parametrize(("count", "cases", "average"), [(-1, 3, "1/2"), (4, 3, "1/2"), (1, 3, "0"), (1, 3, "1")])
def test_chance_refuses_what_cannot_be(count: int, cases: int, average: str) -> None:
    with pytest.raises(ValueError, match="no chance of"):
        chance(count, cases, Fraction(average))


@pytest.mark.parametrize(
    ("older", "newer", "years"),
    [
        (2020, 2021, [2021]),
        (2021, 2022, []),
        (2022, 2023, [2023]),
        (2024, 2025, [2025]),
        (2018, 2025, [2021, 2023, 2025]),
        (2020, 2020, []),
    ],
)
def test_breaks_lie_between_the_letters_of_two_years(older: int, newer: int, years: list[int]) -> None:
    assert [each.year for each in breaks_between(older, newer)] == years


def test_every_break_is_a_sentence() -> None:
    assert all(each.reason[0].isupper() and each.reason.endswith(".") for each in BREAKS)


def test_years_without_a_letter_are_those_between_the_first_and_the_last() -> None:
    assert missing_years([2024, 2018, 2020, 2021]) == (2019, 2022, 2023)
    assert missing_years([2020]) == ()
    assert missing_years([]) == ()
