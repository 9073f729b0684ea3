"""The folded text of a letter, and the way back from it to the stored words."""

import re
import tracemalloc

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.letters.folded import FoldedText
from tests.processor_time import takes_less_than

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


@given(anything, st.data())
def test_any_quote_is_an_exact_slice_of_the_stored_text(text: str, data: st.DataObject) -> None:
    folded = FoldedText.fold(text)
    start = data.draw(st.integers(0, len(folded.text)))
    end = data.draw(st.integers(start, len(folded.text)))
    if not folded.text[start:end].strip():
        with pytest.raises(ValueError, match="words"):
            folded.quote(start, end)
        return
    quote = folded.quote(start, end)
    assert quote.text == text[quote.start : quote.end] != ""


@given(texts, st.data())
def test_a_quote_folded_again_gives_back_the_words_it_was_taken_for(text: str, data: st.DataObject) -> None:
    folded = FoldedText.fold(text)
    words = list(re.finditer(r"\S+", folded.text))
    first = data.draw(st.integers(0, len(words) - 1))
    last = data.draw(st.integers(first, len(words) - 1))
    start, end = words[first].start(), words[last].end()
    assert FoldedText.fold(folded.quote(start, end).text).text.split() == folded.text[start:end].split()


@given(anything)
def test_the_places_of_the_folded_characters_never_go_back(text: str) -> None:
    folded = FoldedText.fold(text)
    places = [folded.origin(position) for position in range(len(folded.text))]
    assert places == sorted(places)


@given(st.text(st.sampled_from("ab1 .\n\t#>-"), max_size=60))
def test_a_text_of_which_only_line_ends_are_folded_is_folded_like_any_other(text: str) -> None:
    alone, among_others = FoldedText.fold(f"x{text}y"), FoldedText.fold(f"x{text}y\n**z**")
    assert among_others.text == f"{alone.text}\nz"
    for position in range(len(alone.text)):
        assert alone.origin(position) == among_others.origin(position)
        assert alone.ends_paragraph(position) == among_others.ends_paragraph(position)


@given(anything)
def test_every_folded_character_that_is_no_white_space_is_quoted_from_words_of_its_own(text: str) -> None:
    folded = FoldedText.fold(text)
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
    FoldedText.fold(text)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 20 * len(text)
    with takes_less_than(2):
        FoldedText.fold(text)


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
    assert FoldedText.fold(stored).text == folded


@pytest.mark.parametrize("kept", ["a * b", "1\t\t3", "a_b", "[sic]", "[1](not a link)", "x < y", "C-3"])
def test_what_the_letter_itself_prints_is_kept(kept: str) -> None:
    assert FoldedText.fold(kept).text == kept


def test_words_cut_by_a_running_footer_are_quoted_with_it() -> None:
    stored = "were\n\nPage 2 of 4\n\nupheld."
    folded = FoldedText.fold(stored)
    assert folded.quote(0, len(folded.text)).text == stored


@st.composite
def cuts(draw: st.DrawFn) -> tuple[FoldedText, int, int]:
    """A folded text and where two of its lines begin or it ends, as letters are cut out of a file's text."""
    folded = FoldedText.fold(draw(anything))
    places = [0, *(match.end() for match in re.finditer("\n", folded.text)), len(folded.text)]
    start, end = sorted((draw(st.sampled_from(places)), draw(st.sampled_from(places))))
    return folded, 0 if start == len(folded.text) else start, end


@given(cuts())
def test_a_cut_text_is_a_stretch_of_both_texts(cut: tuple[FoldedText, int, int]) -> None:
    folded, start, end = cut
    part = folded.cut(start, end)
    assert part.text == folded.text[start:end]
    assert part.stored in folded.stored
    if end < len(folded.text):
        assert folded.stored.startswith(part.stored, folded.origin(start) if start else 0)


@given(cuts())
def test_the_words_of_a_cut_text_stand_where_they_stood_but_for_what_was_cut_off_before(
    cut: tuple[FoldedText, int, int],
) -> None:
    folded, start, end = cut
    part = folded.cut(start, end)
    cut_off = folded.origin(start) if 0 < start < len(folded.text) else 0
    for position, character in enumerate(part.text):
        assert part.origin(position) == folded.origin(start + position) - cut_off
        if not character.isspace():
            quote, before = part.quote(position, position + 1), folded.quote(start + position, start + position + 1)
            assert (quote.start, quote.end) == (before.start - cut_off, before.end - cut_off)
            assert quote.text == before.text == part.stored[quote.start : quote.end]


@given(texts, st.data())
def test_a_cut_text_is_folded_as_if_it_had_been_alone(text: str, data: st.DataObject) -> None:
    """But for what stands at its very ends, which in the whole text stands for the gap to what was cut off."""
    folded = FoldedText.fold(text)
    starts = [0, *(match.end() for match in re.finditer("\n", folded.text))]
    start = data.draw(st.sampled_from(starts))
    part = folded.cut(start, len(folded.text))
    assert FoldedText.fold(part.stored).text.strip() == part.text.strip()


def test_a_text_that_is_cut_nowhere_is_itself() -> None:
    folded = FoldedText.fold("## One\n\n**Two**")
    assert folded.cut(0, len(folded.text)) is folded
    assert folded.keep([(0, len(folded.text))]) is folded


@st.composite
def blanked(draw: st.DrawFn) -> tuple[FoldedText, list[tuple[int, int]]]:
    """A folded text and stretches of whole lines of it."""
    folded = FoldedText.fold(draw(anything))
    starts = [0, *(match.end() for match in re.finditer("\n", folded.text)), len(folded.text)]
    places = sorted(draw(st.sets(st.sampled_from(starts), max_size=6)))
    return folded, list(zip(places[::2], places[1::2], strict=False))


@given(blanked())
def test_lines_that_are_blanked_out_are_not_in_the_text_and_the_others_are(
    blank: tuple[FoldedText, list[tuple[int, int]]],
) -> None:
    folded, spans = blank
    rest = folded.blank_out(spans)
    inside = {position for start, end in spans for position in range(start, end)}
    lines = [(match.start(), match.group()) for match in re.finditer(r"[^\n]+", folded.text)]
    assert [line for line in rest.text.split("\n") if line] == [line for at, line in lines if at not in inside]
    assert rest.stored == folded.stored


@given(blanked(), st.data())
def test_a_quote_across_lines_that_are_blanked_out_is_still_a_slice_of_the_stored_text(
    blank: tuple[FoldedText, list[tuple[int, int]]], data: st.DataObject
) -> None:
    folded, spans = blank
    rest = folded.blank_out(spans)
    origins = [rest.origin(position) for position in range(len(rest.text))]
    assert origins == sorted(origins)
    start = data.draw(st.integers(0, len(rest.text)))
    end = data.draw(st.integers(start, len(rest.text)))
    if rest.text[start:end].strip():
        quote = rest.quote(start, end)
        assert quote.text == folded.stored[quote.start : quote.end] != ""
        assert (quote.start, quote.end) == (
            next(at for at, sign in zip(origins[start:], rest.text[start:], strict=True) if not sign.isspace()),
            max(rest.offsets.origin_span(at)[1] for at in range(start, end) if not rest.text[at].isspace()),
        )


def test_lines_that_are_blanked_out_part_paragraphs() -> None:
    stored = "60% of complaints\nDerby City Council\n**40%** of complaints\nwere upheld."
    folded = FoldedText.fold(stored)
    assert not folded.ends_paragraph(folded.text.index("\n"))
    rest = folded.blank_out([(folded.text.index("Derby"), folded.text.index("were"))])
    assert rest.text == "60% of complaints\nwere upheld."
    assert rest.ends_paragraph(rest.text.index("\n"))
    assert rest.quote(0, len(rest.text)).text == stored
    assert rest.quote(rest.text.index("were"), len(rest.text)).text == "were upheld."
