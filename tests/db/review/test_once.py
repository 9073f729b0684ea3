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


@given(st.lists(st.lists(DOUBTS, max_size=4), max_size=6))
def test_doubts_are_kept_as_they_are_to_the_kind_of_their_numbers(doubts: list[list[Doubt]]) -> None:
    once = Once()
    assert repr([list(once.keep_doubts(each)) for each in doubts]) == repr(doubts)


def test_doubts_that_only_the_kind_of_a_number_tells_apart_stay_apart() -> None:
    once = Once()
    kept = [once.keep_doubts([Doubt.of(DoubtCode.RATE_OF_NOTHING, rate=rate)]) for rate in (0, 0.0, 0, 0.0)]
    assert [repr(each.parameters) for (each,) in kept] == ["(('rate', 0),)", "(('rate', 0.0),)"] * 2


def test_a_number_is_held_once_and_stays_of_its_kind() -> None:
    once, year = Once(), 10**6
    assert once.keep_number(year) is year
    assert once.keep_number(int(f"{year}")) is year
    assert [repr(once.keep_number(number)) for number in (2019.0, 2019, 2019.0)] == ["2019.0", "2019", "2019.0"]  # type: ignore[arg-type]  # as a damaged record may hold


def _write_doubt(file: str) -> Doubt:
    """A doubt of which nothing is the same object as in another."""
    return Doubt.of(DoubtCode.RATE_OF_NOTHING, "".join("remedy"), [Quote(0, 9, f"{0}% of all.")], rate=0, file=file)


def test_what_many_doubts_have_in_common_is_held_once() -> None:
    once = Once()
    first, second = (once.keep_doubts([_write_doubt(f"{1}"), _write_doubt(f"{number}")]) for number in range(2, 4))
    assert first[1].quotes is second[1].quotes
    assert first[1].parameters[1] is second[1].parameters[1]


def test_the_same_doubts_of_many_letters_are_held_once() -> None:
    once = Once()
    first, second = (once.keep_doubts([_write_doubt(f"{1}"), _write_doubt(f"{2}")]) for _ in range(2))
    assert first is second
