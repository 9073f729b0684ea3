from hypothesis import given
from hypothesis import strategies as st

from db.figures.ranks import Rank, rank_values


def test_the_highest_is_first_and_equal_ones_share_a_place() -> None:
    assert rank_values({"a": 60, "b": 100, "c": 60, "d": 0}) == {
        "b": Rank(1, tied=False),
        "a": Rank(2, tied=True),
        "c": Rank(2, tied=True),
        "d": Rank(4, tied=False),
    }


@given(st.lists(st.integers(0, 100), max_size=40), st.randoms())
def test_ranks_do_not_depend_on_the_order_asked_in(values: list[int], chance: object) -> None:
    numbered = dict(enumerate(values))
    keys = list(numbered)
    chance.shuffle(keys)  # type: ignore[attr-defined]
    assert rank_values({key: numbered[key] for key in keys}) == rank_values(numbered)


@given(st.lists(st.integers(0, 100) | st.floats(0, 100), max_size=40))
def test_a_place_counts_those_that_are_higher(values: list[float]) -> None:
    ranks = rank_values(dict(enumerate(values)))
    for index, value in enumerate(values):
        assert ranks[index].place == 1 + sum(other > value for other in values)
        assert ranks[index].tied == (values.count(value) > 1)
