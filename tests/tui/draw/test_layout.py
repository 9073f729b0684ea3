import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual.content import Content

from tests.marks import slow
from tests.tui.draw.made import HOSTILE, lines, widest
from tui.draw.layout import draw_rule, pad_column, wrap_hanging


def test_a_hanging_paragraph_has_its_lead_in_the_margin() -> None:
    drawn = wrap_hanging(Content("one two three four"), 14, 4, Content("!"))
    assert lines(drawn) == ["!   one two", "    three four"]


def test_a_lead_too_wide_for_the_margin_has_a_line_to_itself() -> None:
    assert lines(wrap_hanging(Content("words"), 20, 4, Content("label:"))) == ["label:", "    words"]


def test_a_rule_runs_to_the_edge() -> None:
    assert draw_rule("Years", 12).plain == "Years ──────"
    assert draw_rule("A long heading", 8).plain.rstrip() == "A long heading"


def test_a_column_is_filled_up_but_never_cut() -> None:
    assert pad_column("12", 5).plain == "12   "
    assert pad_column("12", 5, right=True).plain == "   12"
    assert pad_column("123456", 5).plain == "123456"
    assert pad_column("市議会", 8).cell_length == 8


@pytest.mark.parametrize("words", HOSTILE)
@pytest.mark.parametrize("width", [16, *slow(36, 80)])
def test_any_words_fit_the_width(words: str, width: int) -> None:
    assert widest(wrap_hanging(Content(words), width, 2, Content("!"))) <= width


@given(st.text(alphabet="ab 市é[]/-.", max_size=200), st.integers(14, 90), st.integers(0, 2))
def test_no_word_is_lost_in_a_hanging_paragraph(text: str, width: int, indent: int) -> None:
    drawn = wrap_hanging(Content(text), width, indent)
    assert drawn.plain.replace("\n", "").replace(" ", "") == text.replace(" ", "")
