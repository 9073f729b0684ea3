import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from textual.content import Content

from tests.marks import slow
from tests.tui.draw.made import HOSTILE, LETTER, TEXT, hostile_letter, quote
from tui.draw.letter.letter_text import (
    FIGURE_SIGN,
    HERE_SIGN,
    REMARK_SIGN,
    draw_letter,
    draw_margin,
    find_line,
    find_line_starts,
    list_figure_quotes,
    list_marks,
)
from tui.draw.letter.part import MAX_SHOWN, cut_part
from tui.draw.letter.reflow import reflow


def styled(content: Content, style: str) -> list[str]:
    return [content.plain[span.start : span.end] for span in content.spans if span.style == style]


def test_the_words_of_the_figures_are_underlined() -> None:
    drawn = styled(draw_letter(reflow(TEXT, 80), LETTER), "underline")
    assert "60% of complaints we investigated were upheld." in drawn
    assert "In 0% of upheld cases there was a remedy." in drawn


def test_only_the_place_gone_to_is_in_reverse() -> None:
    shown = reflow(TEXT, 80)
    assert styled(draw_letter(shown, LETTER), "reverse") == []
    assert styled(draw_letter(shown, LETTER, quote("public report")), "reverse") == ["public report"]


def test_a_quote_over_a_line_end_and_signs_of_markup_is_one_stretch() -> None:
    words = "average of **45%** in"
    drawn = draw_letter(reflow(TEXT, 80), LETTER, quote(words))
    assert styled(drawn, "reverse") == ["average of 45% in"]


def test_the_margin_has_a_sign_on_each_line_of_a_figure_and_a_remark() -> None:
    shown = reflow(TEXT, 30)
    starts = find_line_starts(shown.text, 30)
    signs = draw_margin(shown, starts, LETTER).plain.split("\n")
    text = [shown.text[start:end] for start, end in zip(starts, [*starts[1:], None], strict=True)]
    assert [sign for line, sign in zip(text, signs, strict=True) if line.startswith("60% of")] == [FIGURE_SIGN]
    assert [sign for line, sign in zip(text, signs, strict=True) if line.startswith("report about")] == [REMARK_SIGN]
    assert [sign for line, sign in zip(text, signs, strict=True) if line.startswith("This compares")] == [" "]


def test_the_margin_shows_where_the_reader_was_taken() -> None:
    shown = reflow(TEXT, 80)
    starts = find_line_starts(shown.text, 80)
    signs = draw_margin(shown, starts, LETTER, LETTER.measures[0].quotes[0]).plain.split("\n")
    assert signs.count(HERE_SIGN) == 1
    assert signs.index(HERE_SIGN) == find_line(starts, shown.text.index("60% of"))


def test_figures_are_met_in_the_order_of_the_letter_and_a_table_once() -> None:
    assert [each.start for each in list_figure_quotes(LETTER)] == sorted(
        each.start for each in list_figure_quotes(LETTER)
    )
    assert [each.text for each in list_marks(LETTER)] == [
        "60% of complaints we investigated were upheld.",
        "In 100% of cases we were satisfied.",
        "In 0% of upheld cases there was a remedy.",
        "This year I issued a public report about the council's bins.",
        "0",
    ]


@given(
    st.lists(st.sampled_from(["a", "word", " ", "  ", "\n", "W" * 30, "\u5e02\u8b70\u4f1a", "e\u0301", "-", "\u00a0"])),
    st.integers(8, 60),
)
@example(["a"] * 10 + ["W" * 30, "   ", "aaaa", " ", "a"], 8)
def test_lines_begin_where_the_terminal_begins_them(parts: list[str], width: int) -> None:
    text = reflow("".join(parts), width).text
    starts = find_line_starts(text, width)
    wrapped = Content(text).wrap(width)
    assert len(starts) == len(wrapped)
    for start, line in zip(starts, wrapped, strict=True):
        assert text.startswith(line.plain.rstrip(), start)


@pytest.mark.parametrize("words", HOSTILE)
@pytest.mark.parametrize("width", [*slow(8), 40])
def test_a_letter_that_means_harm_is_drawn_as_its_words(words: str, width: int) -> None:
    letter = hostile_letter(words)
    shown = reflow(words, width)
    starts = find_line_starts(shown.text, width)
    drawn = draw_letter(shown, letter, letter.measures[0].quotes[0])
    assert drawn.plain == shown.text
    assert len(draw_margin(shown, starts, letter).plain.split("\n")) == len(starts)
    assert {span.style for span in drawn.spans} <= {"bold", "underline", "reverse"}


def test_a_letter_of_ordinary_length_is_drawn_whole() -> None:
    assert cut_part("x" * MAX_SHOWN, 5).is_whole


@given(st.integers(0, 5 * MAX_SHOWN - 1), st.booleans())
def test_of_a_very_long_letter_a_part_with_the_place_in_it_is_drawn(offset: int, in_lines: bool) -> None:
    text = ("x" * 49 + "\n" if in_lines else "x" * 50) * (MAX_SHOWN // 10)
    part = cut_part(text, offset)
    assert not part.is_whole
    assert part.holds(offset, offset + 1)
    assert MAX_SHOWN // 2 <= part.end - part.start <= MAX_SHOWN
    assert "upheld read" in part.sentence
    if in_lines:
        assert part.start == 0 or text[part.start - 1] == "\n"
