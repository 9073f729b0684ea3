"""Cutting a letter into its sentences, each within its paragraph."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import chain

from db.letters.folded import FoldedText

_STOP = re.compile(r"[.!?](?:(?=\s)|['\")\]]+(?=\s['\"(]?[A-Z]))")
"""What ends a sentence: a stop and a space, or quotes and brackets between them where a capital follows."""
_FULL_STOP = re.compile(_STOP.pattern.replace("[.!?]", r"\."))
"""The same in a text without other stops, where it is found far faster."""
_LINE = re.compile(r"\n(?=[^\w\n]*[A-Z0-9])")
"""The end of a line before one that may begin a sentence."""
_LETTER = re.compile(r"[^\W\d_]")
_LONGEST_KEPT = 100_000
"""No letter is longer, and what is found in longer texts is not kept, which would take much memory."""
_LONGEST = 1500
"""No sentence is longer: a text without full stops is not searched from every word to its end."""


SplitSentence = tuple[int, int, str, bool]
"""Where a sentence begins and ends in the folded text, its words, and whether a paragraph begins with it or above."""


def find_sentences(folded: FoldedText, start: int, end: int) -> Iterable[SplitSentence]:
    """The sentences of `folded.text[start:end]`, each without a heading above it and whole across a page's end."""
    return _list(folded, start, end) if end - start <= _LONGEST_KEPT else _find(folded, start, end)


@lru_cache(maxsize=4)
def _list(folded: FoldedText, start: int, end: int) -> tuple[SplitSentence, ...]:
    """The same, for two who read one letter."""
    return tuple(_find(folded, start, end))


def _find(folded: FoldedText, start: int, end: int) -> Iterator[SplitSentence]:
    """The same, one after another."""
    text = folded.text
    stops = _STOP if "!" in text or "?" in text else _FULL_STOP
    at, begins_paragraph = start, False
    for finish in chain(map(re.Match.end, stops.finditer(text, start, end)), (end,)):
        begin, at = at, finish  # each sentence begins where the one before it ends
        if text.find("\n", begin, finish) >= 0:
            heading = _measure_heading(folded, begin, finish)
            begins_paragraph = begins_paragraph or heading > 0
            begin += heading
        words = text[begin : min(finish, begin + _LONGEST)]
        if words[1:2].isalpha() or _LETTER.search(words):  # one look tells of nearly all
            yield begin, begin + len(words), words, begins_paragraph
            begins_paragraph = False


def _measure_heading(folded: FoldedText, start: int, end: int) -> int:
    """How many characters of `text[start:end]` stand above the last paragraph in it that may begin a sentence."""
    text = folded.text
    line_end = text.rfind("\n", start, end)
    while line_end >= 0:
        is_capital = line_end + 1 < end and "A" <= text[line_end + 1] <= "Z"  # as of most, and soon told
        if folded.ends_paragraph(line_end) and (is_capital or _LINE.match(text, line_end, end)):
            return line_end + 1 - start
        line_end = text.rfind("\n", start, line_end)
    return 0
