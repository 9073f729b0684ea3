"""The folded text of a letter, and the way back from it to the stored words."""

import re
import time
import tracemalloc

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from db.letters.folded import FoldedText

WORDS = ["60%", "of", "Council's", "\u2018our\u2019", "\u201cwords\u201d", "\ufb01nd", "o\ufb03ce", "2019\u201320", "a"]
BETWEEN = [
    " ",
    "  ",
    "\u00a0",
    "\u202f ",
    "\n",
    " \n",
    "\n\n",
    "\n \n\n",
    "\t",
    " **",
    "** ",
    "\n\n\t\n",
    " <u>",
    "</u> ",
]
INSIDE = ["\u00ad", "\u00ad\n", "**", "-\n"]

texts = st.lists(
    st.tuples(st.sampled_from(WORDS), st.sampled_from([*BETWEEN, *INSIDE])).map("".join), min_size=1, max_size=25
).map("".join)
anything = st.text(
    st.sampled_from("ab1 .\n\t#>*_<u/\\[]()#-\u00ad\u00a0\u1680\u2018\u201d\u2013\ufb00\ufb03Page of"), max_size=60
)


@settings(deadline=None)
@given(anything, st.data())
def test_any_quote_is_an_exact_slice_of_the_stored_text(text: str, data: st.DataObject) -> None:
    folded = FoldedText.of(text)
    start = data.draw(st.integers(0, len(folded.text)))
    end = data.draw(st.integers(start, len(folded.text)))
    if not folded.text[start:end].strip():
        with pytest.raises(ValueError, match="words"):
            folded.quote(start, end)
        return
    quote = folded.quote(start, end)
    assert quote.text == text[quote.start : quote.end] != ""


@settings(deadline=None)
@given(texts, st.data())
def test_a_quote_folded_again_gives_back_the_words_it_was_taken_for(text: str, data: st.DataObject) -> None:
    folded = FoldedText.of(text)
    words = list(re.finditer(r"\S+", folded.text))
    first = data.draw(st.integers(0, len(words) - 1))
    last = data.draw(st.integers(first, len(words) - 1))
    start, end = words[first].start(), words[last].end()
    assert FoldedText.of(folded.quote(start, end).text).text.split() == folded.text[start:end].split()


@settings(deadline=None)
@given(anything)
def test_the_places_of_the_folded_characters_never_go_back(text: str) -> None:
    folded = FoldedText.of(text)
    places = [folded.origin(position) for position in range(len(folded.text))]
    assert places == sorted(places)


@settings(deadline=None)
@given(anything)
def test_every_folded_character_that_is_no_white_space_is_quoted_from_words_of_its_own(text: str) -> None:
    folded = FoldedText.of(text)
    for position, character in enumerate(folded.text):
        if not character.isspace():
            quote = folded.quote(position, position + 1)
            assert quote.start == folded.origin(position)
            assert quote.text == text[quote.start : quote.end] != ""


@pytest.mark.slow
@pytest.mark.parametrize(
    "unit",
    [
        "\u00ad",
        "a\u00ad",
        "# ",
        "\n> # a",
        "> ",
        "a\n\n",
        "a  ",
        "a**",
        "a\u2018",
        "[a](#)",
        "\ufb01",
        "Page 2\nx\n",
        "<u>",
    ],
)
def test_a_text_of_nothing_but_marks_is_folded_in_little_memory_and_time(unit: str) -> None:
    text = f"x\n{unit * (500_000 // len(unit))}"
    tracemalloc.start()
    FoldedText.of(text)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 20 * len(text)
    started = time.process_time()
    FoldedText.of(text)
    assert time.process_time() - started < 2


@pytest.mark.parametrize(
    ("stored", "folded"),
    [
        ("an average of **45%** in", "an average of 45% in"),
        ("**45**% of", "45% of"),
        ("[Your council's performance](#), with", "Your council's performance, with"),
        ("see [our website](https://www.lgo.org.uk/x).", "see our website."),
        ("<u>website</u>", "website"),
        ("the Council\u2019s \u201cview\u201d", 'the Council\'s "view"'),
        ("2019\u201320 \u2014 as before", "2019-20 - as before"),
        ("3\u00a0\u00a0upheld", "3 upheld"),
        ("satis\ufb01ed o\ufb03cers", "satisfied officers"),
        ("recommen\u00addations", "recommendations"),
        ("recommen\u00ad\ndations", "recommendations"),
        ("recommen-\ndations", "recommendations"),
        ("put things\n\n \nright", "put things\nright"),
        ("put things\n\t\t\nright", "put things\nright"),
        ("## Complaints upheld", "Complaints upheld"),
        ("Notes\n> # Complaints upheld", "Notes\nComplaints upheld"),
        ("so it ends\n\nPage 2 of 4\n\nhere", "so it ends\nhere"),
        ("so it ends\nPO Box 4771\nCoventry\nCV4 0EH\nhere", "so it ends\nhere"),
    ],
)
def test_what_copies_leave_in_a_text_is_folded_away(stored: str, folded: str) -> None:
    assert FoldedText.of(stored).text == folded


@pytest.mark.parametrize("kept", ["a * b", "1\t\t3", "a_b", "[sic]", "[1](not a link)", "x < y", "C-3"])
def test_what_the_letter_itself_prints_is_kept(kept: str) -> None:
    assert FoldedText.of(kept).text == kept


def test_words_cut_by_a_running_footer_are_quoted_with_it() -> None:
    stored = "were\n\nPage 2 of 4\n\nupheld."
    folded = FoldedText.of(stored)
    assert folded.quote(0, len(folded.text)).text == stored
