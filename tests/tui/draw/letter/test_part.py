"""What of a very long letter is drawn at once."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.draw.letter.part import MAX_SHOWN, MAX_SHOWN_LINES, cut_part


def test_a_letter_is_drawn_whole() -> None:
    text = "A sentence of a letter that goes on for a while.\n" * 1500
    assert cut_part(text, 700).is_whole


@pytest.mark.parametrize("unit", ["-\n", "\n", "1 2\n", "a line of words\n", "no line at all "])
@pytest.mark.parametrize("share", [0, 0.3, 0.99, 1])
def test_of_a_million_short_lines_a_part_is_drawn_with_the_place_in_it(unit: str, share: float) -> None:
    text = unit * (2_000_000 // len(unit))
    offset = int(share * len(text))
    part = cut_part(text, offset)
    assert 0 < part.end - part.start <= MAX_SHOWN
    assert text.count("\n", part.start, part.end) < MAX_SHOWN_LINES
    assert part.start <= offset <= part.end + 1
    assert part.start == 0 or "\n" not in unit or text[part.start - 1] == "\n"


@given(st.text(alphabet="a\n", max_size=60), st.integers(0, 60))
def test_wherever_it_is_cut_the_place_is_in_it(text: str, at: int) -> None:
    offset = min(at, len(text))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("tui.draw.letter.part.MAX_SHOWN", 20)
        patch.setattr("tui.draw.letter.part.MAX_SHOWN_LINES", 5)
        part = cut_part(text, offset)
    assert 0 <= part.start <= offset
    assert part.start <= part.end <= len(text)
    assert offset <= part.end + 1
    assert text.count("\n", part.start, part.end) <= 5
