import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.figures.cases import CountOf
from db.figures.intervals import compute_wilson
from tests.db.figures.published import WILSON


@pytest.mark.parametrize("row", WILSON, ids=str)
def test_the_interval_is_what_others_compute(row: list[float]) -> None:
    count, cases, low, high = row
    interval = compute_wilson(CountOf(int(count), int(cases), ours=False))
    assert (interval.low, interval.high) == pytest.approx((low, high), abs=1e-9)


@given(st.integers(1, 3000), st.data())
def test_the_share_itself_is_within_its_interval(cases: int, data: st.DataObject) -> None:
    count = data.draw(st.integers(0, cases))
    interval = compute_wilson(CountOf(count, cases, ours=False))
    assert 0 <= interval.low <= 100 * count / cases <= interval.high <= 100
