"""Cutting a letter into its sentences, each within its paragraph."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from db.letters.folded import FoldedText
from db.letters.remarks.actors import Paragraph

_SENTENCE = re.compile(r"[^.!?]*(?:[.!?](?!\s|['\")\]]+\s['\"(]?[A-Z])[^.!?]*)*(?:[.!?]+['\")\]]*|$)")
_LINE = re.compile(r"\n(?=[^\w\n]*[A-Z0-9])")
"""The end of a line before one that may begin a sentence."""
_LETTER = re.compile(r"[^\W\d_]")
_LONGEST_KEPT = 100_000
"""No letter is longer, and what is found in longer texts is not kept, which would take much memory."""
_LONGEST = 1500
"""No sentence is longer: a text without full stops is not searched from every word to its end."""


def split_sentences(
    folded: FoldedText, start: int, end: int, names: Sequence[str]
) -> Iterator[tuple[Paragraph, int, int]]:
    """Where each sentence of `folded.text[start:end]` begins and ends, and the paragraph that it was added to last.

    Each is without a heading above it and whole across a page's end. `names` are all that the council goes by.
    """
    paragraph = Paragraph(names)
    for begin, finish, begins_paragraph, has_letter in _find(folded, start, end):
        if begins_paragraph:
            paragraph = Paragraph(names)
        if has_letter:
            paragraph.add(folded.text[begin:finish])
            yield paragraph, begin, finish


def find_sentences(folded: FoldedText, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Where each sentence of `folded.text[start:end]` begins and ends, without a heading above it."""
    for begin, finish, _, has_letter in _find(folded, start, end):
        if has_letter:
            yield begin, finish


def _find(folded: FoldedText, start: int, end: int) -> Iterable[tuple[int, int, bool, bool]]:
    """The same with what holds no letter, whether a paragraph begins with it, and whether it holds a letter."""
    return _list(folded, start, end) if end - start <= _LONGEST_KEPT else _find_anew(folded, start, end)


@lru_cache(maxsize=4)
def _list(folded: FoldedText, start: int, end: int) -> tuple[tuple[int, int, bool, bool], ...]:
    """The same, for two who read one letter."""
    return tuple(_find_anew(folded, start, end))


def _find_anew(folded: FoldedText, start: int, end: int) -> Iterator[tuple[int, int, bool, bool]]:
    """The same, one after another."""
    text = folded.text
    for match in _SENTENCE.finditer(text, start, end):
        first, finish = match.span()
        begin = first
        if text.find("\n", first, finish) >= 0:
            for line_end in _LINE.finditer(text, first, finish):
                if folded.ends_paragraph(line_end.start()):
                    begin = line_end.end()
        finish = min(finish, begin + _LONGEST)
        yield begin, finish, begin > first, _LETTER.search(text, begin, finish) is not None
