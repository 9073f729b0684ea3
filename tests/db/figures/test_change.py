import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.figures.cases import CountOf
from db.figures.change import Direction, compute_chance_of_both, find_change
from tests.db.figures.published import FISHER


@pytest.mark.parametrize("row", FISHER, ids=str)
def test_the_chance_is_what_others_compute(row: list[float]) -> None:
    *counts, chance = row
    assert float(compute_chance_of_both(*map(int, counts))) == pytest.approx(chance, rel=1e-7)


@given(st.integers(0, 40), st.integers(0, 40), st.integers(0, 40), st.integers(0, 40))
def test_the_chance_is_the_same_whichever_year_comes_first(a: int, b: int, c: int, d: int) -> None:
    chance = compute_chance_of_both(a, a + b, c, c + d)
    assert 0 < chance <= 1
    assert chance == compute_chance_of_both(c, c + d, a, a + b)


@pytest.mark.parametrize(
    ("year", "now", "before", "expected"),
    [
        (2024, (30, 40), (10, 40), Direction.RISEN),
        (2024, (10, 40), (30, 40), Direction.FALLEN),
        (2024, (3, 5), (1, 5), None),
        (2024, (40, 40), (0, 4), None),
        (2024, (20, 40), (20, 40), None),
        (2023, (30, 40), (10, 40), None),
        (2021, (30, 40), (10, 40), None),
        (2025, (30, 40), (10, 40), None),
    ],
)
def test_a_change_is_told_only_beyond_chance_and_never_across_a_break(
    year: int, now: tuple[int, int], before: tuple[int, int], expected: Direction | None
) -> None:
    assert find_change(year, CountOf(*now, ours=False), CountOf(*before, ours=False)) is expected


def test_without_a_sure_count_in_both_years_there_is_no_change() -> None:
    assert find_change(2024, None, CountOf(3, 40, ours=False)) is None
    assert find_change(2024, CountOf(3, 40, ours=False), None) is None
