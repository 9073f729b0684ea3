"""Where typed letters stand in a council's name, so that a list can mark them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import takewhile

from db.councils.names import SMALL_WORDS, fold

Mark = tuple[int, int]
"""Start and end of a stretch of a name."""

_WORD = re.compile(r"[\w'\u2019]+|&")


def marks_in(name: str, typed: tuple[str, ...], letters: str) -> tuple[Mark, ...]:
    """The stretches of a name that match, in order and apart from each other; none where nothing can be told.

    First the words that start as a `typed` one (folded) does; else all the `letters` run together; else as the
    initials of its words; else the start of a word, at least three letters, where only a slip parts them.
    """
    words = _words_of(name)
    left = list(words)
    marks = []
    for text in typed:
        for word in left:
            if word.folded.startswith(text) and (text not in SMALL_WORDS or text == word.folded):
                marks.append(word.first(len(text)))
                left.remove(word)
                break
    return tuple(sorted(marks)) or _run_together(words, letters) or _initials(words, letters) or _start(words, letters)


@dataclass(frozen=True, slots=True)
class _Word:
    """A word of a name as it stands there: folded, its start, and the end of each folded letter in the name."""

    folded: str
    start: int
    ends: tuple[int, ...]

    def first(self, letters: int) -> Mark:
        """Where its first so many folded letters stand."""
        return self.start, self.ends[letters - 1]


@lru_cache(maxsize=1024)
def _words_of(name: str) -> tuple[_Word, ...]:
    """The words of a name."""
    return tuple(_each_word(name))


def _each_word(name: str) -> Iterator[_Word]:
    """The words of a name; where folding changes a word's length ("&") each letter ends where the word does."""
    for match in _WORD.finditer(name):
        folded = fold(match[0]).replace(" ", "")
        ends = tuple(end for end, letter in enumerate(match[0], match.start() + 1) if letter.isalnum())
        if folded:
            same_length = len(ends) == len(folded)
            yield _Word(folded, match.start(), ends if same_length else (match.end(),) * len(folded))


def _run_together(words: tuple[_Word, ...], letters: str) -> tuple[Mark, ...]:
    """Where the letters stand in the name with its spaces left out."""
    at = "".join(word.folded for word in words).find(letters)
    marks = []
    for word in words if at >= 0 else ():
        begin, end = max(at, 0), min(at + len(letters), len(word.folded))
        if begin < end:
            marks.append((word.ends[begin - 1] if begin else word.start, word.ends[end - 1]))
        at -= len(word.folded)
    return tuple(marks)


def _initials(words: tuple[_Word, ...], letters: str) -> tuple[Mark, ...]:
    """The first letters of words, in order, if they are all the typed letters."""
    marks: list[Mark] = []
    for word in words:
        if len(marks) < len(letters) and word.folded[0] == letters[len(marks)]:
            marks.append(word.first(1))
    return tuple(marks) if len(marks) == len(letters) else ()


def _start(words: tuple[_Word, ...], letters: str) -> tuple[Mark, ...]:
    """The start that the first word to do so shares with the letters."""
    for word in words:
        shared = len(list(takewhile(lambda pair: pair[0] == pair[1], zip(letters, word.folded, strict=False))))
        if shared >= 3:
            return (word.first(shared),)
    return ()
