"""A letter is cut into whole sentences, in time that grows no faster than the letter."""

import pytest

from db.letters.anatomy import Anatomy
from db.letters.folded import FoldedText
from db.letters.remarks.extract import extract_remarks
from db.letters.remarks.sentences import find_sentences
from tests.db.letters.printed import letter, one
from tests.db.letters.remarks.remarked import NAMES
from tests.processor_time import takes_less_than

REPEATED = [
    *("|\n", "-\n", " ,", "(", "'", ". ", ".\n", "Aa ", "Aa\n", "\n\nA", "1 ", "the ", "that ", "it ", "not ", "and "),
    *("took ", "complaints ", "how complaints ", "waited ", "our enquiries ", "we had to ask ", "not reply to us "),
    *("poor complaint handling ", "faults in ", "despite our letters ", "agreed but then ", "before we "),
    *("report ", "recommendations ", "the council ", "refused our recommendations. ", "I am pleased to see the "),
]


def split_text(text: str) -> list[str]:
    """The sentences of a text, without the white space around them."""
    folded = FoldedText.fold(text)
    sentences = [*find_sentences(folded, 0, len(folded.text))]
    assert [words for _, _, words, _ in sentences] == [folded.text[begin:end] for begin, end, _, _ in sentences]
    return [words.strip() for _, _, words, _ in sentences]


def test_a_sentence_ends_at_a_full_stop_before_white_space() -> None:
    assert split_text("We upheld 1.5 of them. You did not! (Why?) No") == [
        "We upheld 1.5 of them.",
        "You did not!",
        "(Why?)",
        "No",
    ]


def test_closing_marks_belong_to_the_sentence_they_end() -> None:
    assert split_text('They said "no." We (see e.g.) asked.') == ['They said "no."', "We (see e.g.) asked."]


def test_a_heading_is_no_part_of_the_sentence_below_it() -> None:
    assert split_text("Your year\n\nWe upheld one.") == ["We upheld one."]


def test_a_sentence_goes_on_over_a_page_s_end() -> None:
    assert split_text("We upheld\n\n \none of them.") == ["We upheld\none of them."]


def test_a_text_without_full_stops_is_no_one_sentence() -> None:
    assert [len(sentence) for sentence in split_text("abc, " * 2000)] == [1499]


def test_a_remark_quotes_its_whole_sentence_across_a_page_s_end() -> None:
    first, second = "This year, I issued a public report about your Council's failure to", "house a family."
    read = one(letter(body=f"A heading\n\nBefore that. {first}\n\n \n{second} After that."))
    (remark,) = read.remarks
    assert remark.quote.text == f"{first}\n\n \n{second}"
    assert read.text[remark.quote.start : remark.quote.end] == remark.quote.text


@pytest.mark.slow
@pytest.mark.parametrize("repeated", REPEATED)
def test_a_long_letter_of_one_thing_repeated_takes_no_longer_than_its_length(repeated: str) -> None:
    folded = FoldedText.fold(letter(body=repeated * (100_000 // len(repeated))))
    with takes_less_than(4):
        extract_remarks(Anatomy.find(folded), 2020, NAMES)
