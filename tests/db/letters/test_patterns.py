"""Printed sentences as patterns: what a space in one stands for, and what it may not be written in."""

import re
from collections.abc import Callable

import pytest

from db.letters.patterns import column_heading, phrase, title_line, whole_line
from db.letters.remarks.extract import ACTS
from db.letters.remarks.wordings import By, Wording

WORDINGS = [wording for several in ACTS for wording in several.each]


@pytest.mark.parametrize("between", [" ", "  ", "\n", "\t", " \n ", "\n2\n", "\n\n 14 \n", "\n3\n\n"])
def test_a_space_in_a_sentence_is_any_gap_or_a_page_s_number(between: str) -> None:
    assert phrase("were upheld").fullmatch(f"were{between}upheld")


@pytest.mark.parametrize("between", ["", "2", " 2 ", "\n2 ", "-", "\n2000\n", "\nnot\n", "."])
def test_it_is_no_other_word_or_number(between: str) -> None:
    assert not phrase("were upheld").search(f"were{between}upheld")


@pytest.mark.parametrize("between", ["\n2\n", "\n\n2\n\n"])
def test_beside_a_figure_it_is_no_page_s_number(between: str) -> None:
    assert phrase("is ({number}) of").search("is 4.6 of")
    assert not phrase("total of ({whole}) cases").fullmatch(f"total of{between}5 cases")
    assert not phrase("total of ({whole}) cases").fullmatch(f"total of 5{between}cases")


@pytest.mark.parametrize("make", [phrase, whole_line, title_line, column_heading])
@pytest.mark.parametrize("words", ["a[ ]b", "a[- ]b", "[^ ]b", "a (?:b[x ]|c)", "[] ]", r"[\] ]", r"\\[ ]", "[a\n ]"])
def test_a_space_in_a_class_of_characters_is_refused(make: Callable[[str], re.Pattern[str]], words: str) -> None:
    """It would be white space that may be a page's number: as one of the class's characters, any of its signs."""
    with pytest.raises(ValueError, match=r"write \\x20"):
        make(words)


@pytest.mark.parametrize(
    ("words", "text"), [(r"a[\x20-]b", "a b"), (r"a\[ b", "a[ b"), (r"[\]] b", "] b"), (r"[^\s] b", "a b")]
)
def test_a_space_beside_a_class_is_a_gap_and_one_written_out_is_itself(words: str, text: str) -> None:
    assert phrase(words).fullmatch(text)
    assert not phrase(words).fullmatch(text.replace(" ", "1"))


@pytest.mark.parametrize("wording", WORDINGS, ids=lambda wording: f"{wording.kind} {wording.by.name}")
def test_every_wording_of_a_remark_is_a_pattern(wording: Wording) -> None:
    """They are compiled when first needed, so one that is wrongly written would only be told by a letter."""
    pattern = phrase(wording.wording)
    assert ("about" in pattern.groupindex) == (wording.by in (By.ABOUT, By.PRAISED))
    assert not pattern.search("")


def test_a_heading_fills_its_line_and_a_title_may_stand_in_a_table_s_first_cell() -> None:
    assert whole_line("Complaints upheld").search("x\n  Complaints \t upheld: \ny")
    assert not whole_line("Complaints upheld").search("Complaints\nupheld")
    assert not whole_line("Complaints upheld").search("Complaints upheld by us")
    assert title_line("Decisions made").search("| Decisions made | Upheld |")
    assert title_line("Decisions made").search("Decisions made\tUpheld")
    assert not title_line("Decisions made").search("Our decisions made")
    assert column_heading("Not Upheld").fullmatch("not\nupheld")
