"""Where typed letters stand in a council's name, so that a list can mark them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import takewhile

from db.councils.names import SMALL_WORDS, fold

Span = tuple[int, int]
"""Start and end of a stretch of a name."""

_WORD = re.compile(r"[\w'\u2019]+|&")


def locate_spans(name: str, typed: tuple[str, ...], letters: str) -> tuple[Span, ...]:
    """The stretches of a name that match, in order and apart from each other; none where nothing can be told.

    First the words that start as a `typed` one (folded) does; else all the `letters` run together; else as the
    initials of its words; else the start of a word, at least three letters, where only a slip parts them.
    """
    words = _split_words(name)
    left = list(words)
    spans = []
    for text in typed:
        for word in left:
            if word.folded.startswith(text) and (text not in SMALL_WORDS or text == word.folded):
                spans.append(word.locate(len(text)))
                left.remove(word)
                break
    return (
        tuple(sorted(spans))
        or _match_run_together(words, letters)
        or _match_initials(words, letters)
        or _match_start(words, letters)
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Word:
    """A word of a name as it stands there: folded, its start, and the end of each folded letter in the name."""

    folded: str
    start: int
    ends: tuple[int, ...]

    def locate(self, letters: int) -> Span:
        """Where its first so many folded letters stand."""
        return self.start, self.ends[letters - 1]


@lru_cache(maxsize=1024)
def _split_words(name: str) -> tuple[_Word, ...]:
    """The words of a name."""
    return tuple(_read_words(name))


def _read_words(name: str) -> Iterator[_Word]:
    """The words of a name; where folding changes a word's length ("&") each letter ends where the word does."""
    for match in _WORD.finditer(name):
        folded = fold(match[0]).replace(" ", "")
        ends = tuple(end for end, letter in enumerate(match[0], match.start() + 1) if letter.isalnum())
        if folded:
            same_length = len(ends) == len(folded)
            whole = (match.end(),) * len(folded)
            yield _Word(folded=folded, start=match.start(), ends=ends if same_length else whole)


def _match_run_together(words: tuple[_Word, ...], letters: str) -> tuple[Span, ...]:
    """Where the letters stand in the name with its spaces left out."""
    at = "".join(word.folded for word in words).find(letters)
    spans = []
    for word in words if at >= 0 else ():
        begin, end = max(at, 0), min(at + len(letters), len(word.folded))
        if begin < end:
            spans.append((word.ends[begin - 1] if begin else word.start, word.ends[end - 1]))
        at -= len(word.folded)
    return tuple(spans)


def _match_initials(words: tuple[_Word, ...], letters: str) -> tuple[Span, ...]:
    """The first letters of words, in order, if they are all the typed letters."""
    spans: list[Span] = []
    for word in words:
        if len(spans) < len(letters) and word.folded[0] == letters[len(spans)]:
            spans.append(word.locate(1))
    return tuple(spans) if len(spans) == len(letters) else ()


def _match_start(words: tuple[_Word, ...], letters: str) -> tuple[Span, ...]:
    """The start that the first word to do so shares with the letters."""
    for word in words:
        shared = len(list(takewhile(lambda pair: pair[0] == pair[1], zip(letters, word.folded, strict=False))))
        if shared >= 3:
            return (word.locate(shared),)
    return ()
