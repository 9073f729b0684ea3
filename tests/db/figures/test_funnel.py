import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.figures.cases import MOST_CASES
from db.figures.funnel import INNER, OUTER, compute_limits
from tests.db.figures.published import LIMITS


@pytest.mark.parametrize("row", LIMITS, ids=str)
def test_the_limits_are_what_others_compute(row: list[float]) -> None:
    cases, average, level, low, high = row
    limits = compute_limits(int(cases), average, level)
    assert (limits.low, limits.high) == pytest.approx((low, high), abs=1e-6)


@given(st.integers(1, 400), st.integers(1, 99))
def test_the_limits_hold_the_average_and_the_outer_ones_hold_the_inner(cases: int, average: int) -> None:
    inner, outer = compute_limits(cases, average, INNER), compute_limits(cases, average, OUTER)
    assert 0 <= outer.low <= inner.low <= average <= inner.high <= outer.high <= 100


def test_the_funnel_narrows_with_the_cases() -> None:
    widths = [compute_limits(cases, 45, INNER) for cases in (10, 40, 160, 640)]
    assert [round(each.high - each.low) for each in widths] == sorted(
        (round(each.high - each.low) for each in widths), reverse=True
    )


@pytest.mark.parametrize(
    ("cases", "average", "level"),
    [(0, 45, INNER), (MOST_CASES + 1, 45, INNER), (5, 0, INNER), (5, 100, INNER), (5, 45, 1)],
)
def test_there_are_no_limits_of_nothing(cases: int, average: float, level: float) -> None:
    with pytest.raises(ValueError, match="no limits"):
        compute_limits(cases, average, level)
