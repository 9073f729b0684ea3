from collections.abc import Sequence
from dataclasses import replace

from db.letters.boilerplate.own_words import Basis, OwnWords, ToldSentence
from db.model import Letter, Remark, RemarkKind
from tests.tui.draw.made import LETTER, quote
from tui.draw.letter.fold import reflow_folded
from tui.draw.letter.own_words import describe_own_words, explain_unknown, list_folds
from tui.draw.letter.reflow import reflow

TEXT = (
    "Dear Ms Smith\n\nAll together\n\nAll of you were told this. [And](#) this as well.\n\n"
    "Only you were told this. Everybody was told that.\n\nWhat is left\n\nYou alone have this section.\n\n"
    "60% of complaints were upheld in this year.\n\nYours sincerely"
)
HEADINGS = ("All together", "What is left")
TOLD = ("All together", "All of you were told this.", "And](#) this as well.", "Everybody was told that.")
OWN = ("Only you were told this.", "You alone have this section.")
FIGURE = "60% of complaints were upheld in this year."


def made(text: str = TEXT, remarks: Sequence[str] = ()) -> Letter:
    """A letter of this text, whose figure's sentence is a mark, and these passages remarks."""
    first, *others = LETTER.measures
    measures = (first._replace(quotes=(quote(FIGURE, text),)), *(each._replace(quotes=()) for each in others))
    kinds = tuple(Remark(kind=RemarkKind.PRAISE, quote=quote(words, text)) for words in remarks)
    return replace(LETTER, text=text, measures=measures, tables=(), remarks=kinds)


def known(text: str = TEXT, told: Sequence[str] = (*TOLD, "What is left", FIGURE)) -> OwnWords:
    """What is told apart in it: these sentences and headings are boilerplate."""
    found = [quote(words, text) for words in (*TOLD, *OWN, "What is left", FIGURE)]
    sentences = [
        ToldSentence(each.start, each.end, each.text in told, is_body=True, is_heading=each.text in HEADINGS)
        for each in sorted(found, key=lambda each: each.start)
    ]
    return OwnWords(year=2020, basis=Basis.LIBRARY, others=6, sentences=tuple(sentences))


UNKNOWN = OwnWords(year=2024, basis=Basis.UNKNOWN, others=2, sentences=())


def folded(letter: Letter, own: OwnWords) -> list[str]:
    """The paragraphs of the letter as they are shown folded."""
    return reflow_folded(letter.text, 80, 0, list_folds(letter, own)).text.split("\n\n")


def test_what_councils_in_general_were_told_is_folded_into_a_line_each() -> None:
    assert folded(made(), known()) == [
        "Dear Ms Smith",
        "… 2 sentences that councils in general were told",
        "Only you were told this.",
        "… 1 sentence that councils in general were told",
        "What is left",
        "You alone have this section.",
        FIGURE,
        "Yours sincerely",
    ]


def test_no_figure_and_no_remark_is_ever_folded_away() -> None:
    letter = made(remarks=["Everybody was told that."])
    shown = "\n".join(folded(letter, known()))
    assert FIGURE in shown
    assert "Everybody was told that." in shown


def test_every_place_of_the_folded_letter_leads_back_to_the_stored_one() -> None:
    shown = reflow_folded(TEXT, 80, 0, list_folds(made(), known()))
    for words in OWN:
        start = TEXT.index(words)
        assert shown.text[shown.to_shown(start) :].startswith(words)
        assert shown.to_source(shown.to_shown(start)) == start


def test_without_folds_it_is_the_whole_letter() -> None:
    assert reflow_folded(TEXT, 80, 0, ()).text == reflow(TEXT, 80).text
    assert list_folds(made(), None) == ()
    assert list_folds(made(), UNKNOWN) == ()


def test_where_it_cannot_be_known_that_is_said_with_why() -> None:
    assert describe_own_words(UNKNOWN, can_fold=False, is_folded=True) == "shared wording not known: l says why"
    assert "of 2024, 2 letters to other councils are here, and 5 are needed" in explain_unknown(UNKNOWN)
    assert "not known: nor is the letter's year" in explain_unknown(UNKNOWN._replace(year=None))
    assert describe_own_words(known(), can_fold=True, is_folded=True) == "own words only: l shows all"
    assert describe_own_words(known(), can_fold=True, is_folded=False) == "l hides what all councils were told"
    assert describe_own_words(known(), can_fold=False, is_folded=False) == ""
