"""Doubts kept in little memory are the very doubts that they were."""

from hypothesis import given
from hypothesis import strategies as st

from db.model import Doubt, DoubtCode, Quote
from db.review.once import Once

WORDS = st.text(max_size=3)
DOUBTS = st.builds(
    Doubt,
    code=st.sampled_from(DoubtCode),
    about=st.none() | WORDS,
    quotes=st.lists(st.builds(Quote, start=st.integers(0, 2), end=st.integers(0, 2), text=WORDS)).map(tuple),
    parameters=st.lists(st.tuples(WORDS, WORDS | st.integers(0, 2) | st.sampled_from([0.0, 1.0, 2.5])), max_size=3).map(
        tuple
    ),
)


@given(st.lists(DOUBTS, max_size=12))
def test_a_doubt_is_kept_as_it_is_to_the_kind_of_its_numbers(doubts: list[Doubt]) -> None:
    once = Once()
    assert repr([once.keep_doubt(doubt) for doubt in doubts]) == repr(doubts)


def test_what_many_doubts_have_in_common_is_held_once() -> None:
    once = Once()
    first, second = (
        once.keep_doubt(
            Doubt.of(DoubtCode.RATE_OF_NOTHING, "".join("remedy"), [Quote(0, 9, f"{0}% of all.")], rate=0, file=f"{1}")
        )
        for _ in range(2)
    )
    assert first.quotes is second.quotes
    assert all(mine is theirs for mine, theirs in zip(first.parameters, second.parameters, strict=True))
