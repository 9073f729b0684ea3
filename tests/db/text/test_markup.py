import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.text.markup import find_signs, remove_signs


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("our map, [Your council's performance](#), along", "our map, Your council's performance, along"),
        ("see [our website](https://www.example.org/a_(b)).", "see our website."),
        ("see [our website](/reports/2020).", "see our website."),
        ("write to <someone@example.org>", "write to someone@example.org"),
        ("council's performance](#) launched", "council's performance launched"),
        ("see <http://www.example.org/x>", "see http://www.example.org/x"),
        ("see <u>www.example.org/training</u>.", "see www.example.org/training."),
        ("an average of **45%** in", "an average of 45% in"),
        ("## Complaints upheld\n\nText", "Complaints upheld\n\nText"),
        ("safe\u00adguarding", "safeguarding"),
        ("[Mr X] said [sic] (see [paragraph 12] and [Y] (a child), [Z](complainant))", None),
        ("2 * 3 < 4 and a_b", None),
    ],
)
def test_a_reader_sees_words_and_no_signs(text: str, seen: str | None) -> None:
    assert remove_signs(text) == (text if seen is None else seen)


def test_a_stretch_cut_out_of_a_link_has_none_of_its_signs() -> None:
    text = "before [Your council's performance](https://www.example.org/very/long) after"
    assert remove_signs(text, 3, 20) == "ore Your council"
    assert remove_signs(text, 20, 60) == "'s performance"


@given(st.text(alphabet="[]()#*<>u/ ab\n"), st.integers(0, 30), st.integers(0, 30))
def test_nothing_but_signs_is_left_out(text: str, start: int, length: int) -> None:
    left_out = {at for begin, end in find_signs(text) for at in range(begin, end)}
    assert remove_signs(text, start, start + length) == "".join(
        character for at, character in enumerate(text) if start <= at < start + length and at not in left_out
    )
