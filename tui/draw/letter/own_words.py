"""A letter's own words and what councils in general were told: what is muted or folded away, and where to begin."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from db.letters.boilerplate.own_words import FEWEST_OTHERS, OwnWords, ToldSentence
from db.model import Letter
from tui.draw.labels import format_count
from tui.draw.letter.letter_text import list_figure_quotes, list_marks
from tui.keymap_sentences import fill_in_keys

_NO_WORDS = re.compile(r"(?:\W|_|</?\w{1,6}>|\]\([^()\s]*\))*")
"""What may stand between two sentences without being anything to read."""
_SIGNS_BEFORE = re.compile(r"(?:\[|\*\*|__|<\w{1,6}>|[-*\u2022][ \t]+){1,20}$")
_LONGEST_SIGNS = 20


class Fold(NamedTuple):
    """A stretch of the stored text that is boilerplate throughout, of so many sentences."""

    start: int
    end: int
    sentences: int

    @property
    def sentence(self) -> str:
        """What stands in its place."""
        return f"… {format_count(self.sentences, 'sentence')} that councils in general were told"


def list_folds(letter: Letter, own: OwnWords | None) -> tuple[Fold, ...]:
    """The stretches of boilerplate in the order of the letter. None holds a figure, a remark or a table."""
    if own is None or not own.is_known:
        return ()
    folds: list[Fold] = []
    for sentence in _choose_foldable(letter, own.sentences):
        start = _begin_before_signs(letter.text, sentence.start)
        counted = 0 if sentence.is_heading else 1
        if folds and _NO_WORDS.fullmatch(letter.text, folds[-1].end, max(start, folds[-1].end)):
            folds[-1] = Fold(folds[-1].start, sentence.end, folds[-1].sentences + counted)
        else:
            folds.append(Fold(start, sentence.end, counted))
    return tuple(fold for fold in folds if fold.sentences)


def describe_own_words(own: OwnWords, *, can_fold: bool, is_folded: bool) -> str:
    """What is known of the letter's own words, and what the key for them does, in a few words for a pane's frame.

    Nothing where nothing `can_fold` away.
    """
    if not own.is_known:
        return fill_in_keys("shared wording not known: {own_words} says why")
    if not own.own:
        return "no words of its own"
    if not can_fold:
        return ""
    hides = "own words only: {own_words} shows all"
    return fill_in_keys(hides if is_folded else "{own_words} hides what all councils were told")


def explain_unknown(own: OwnWords) -> str:
    """Why it is not known what councils in general were told, as a sentence."""
    if own.year is None:
        return "Which of these words went to councils in general is not known: nor is the letter's year."
    if own.others > 1:
        here = f"{own.others} letters to other councils are here"
    else:
        here = f"{own.others or 'no'} letter to another council is here"
    return (
        f"Which of these words went to councils in general is not known: of {own.year}, {here}, "
        f"and {FEWEST_OTHERS} are needed."
    )


def _choose_foldable(letter: Letter, sentences: Sequence[ToldSentence]) -> list[ToldSentence]:
    """The boilerplate that nothing marked stands in; a heading only if what follows it is such."""
    marked = [(quote.start, quote.end) for quote in (*list_marks(letter), *list_figure_quotes(letter))]
    chosen: list[ToldSentence] = []
    is_next_chosen = False
    for sentence in reversed(sentences):
        is_marked = any(start < sentence.end and sentence.start < end for start, end in marked)
        is_chosen = sentence.is_boilerplate and not is_marked
        if sentence.is_heading:
            is_chosen = is_chosen and sentence.is_body and is_next_chosen
        if is_chosen:
            chosen.append(sentence)
        is_next_chosen = is_chosen
    return chosen[::-1]


def _begin_before_signs(text: str, start: int) -> int:
    """Where a sentence begins with the signs of markup right before it."""
    signs = _SIGNS_BEFORE.search(text, max(start - _LONGEST_SIGNS, 0), start)
    return signs.start() if signs else start
