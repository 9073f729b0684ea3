"""Patterns that are tried only where a text has the words with which all they find begins.

A pattern blind to case is tried at every character of a text. The first words of what it finds, in small letters, are
found far faster, and few places have them. The lines that begin with words of some pattern are found for all patterns
at once.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from db.letters.cued import lower

_LONGEST_KEPT = 100_000
"""No letter is longer, and matches in longer texts are not kept: there may be very many, which take much memory."""
_BEGINNINGS = (
    "advice",
    "annual",
    "complaint",
    "compliance",
    "coventry",
    "cv4",
    "dear ",
    "decisions",
    "enquiries",
    "fax",
    "investigative",
    "lgo",
    "local authority report",
    "note",
    "our uphold",
    "page ",
    "phone",
    "po box",
    "response times",
    "satisfactory",
    "table",
    "tel",
    "the number",
    "web",
    "yours ",
    "- ",
)
"""With what the lines begin that some pattern finds, none of them the beginning of another."""
_LINE = re.compile(rf"\n[ \t|]*({'|'.join(map(re.escape, _BEGINNINGS))})")
_WORD = re.compile(r"[a-z]+")
_LONG = 5
"""So many letters of a word at least are found faster by themselves than by a pattern; shorter ones stand in others."""


@dataclass(frozen=True, slots=True, eq=False)
class StartedPattern:
    """A pattern blind to case, and in small letters what stands wherever it can begin.

    Of `starts`, which are patterns that begin with a word, one is found at each such place; or it begins with a line,
    and what follows there is one of `lines`, of those at the top of this module. It never finds nothing at all at a
    place, and no place where it can begin stands in what one of `starts` finds of another. Of `cues`, which are
    patterns too, and of `words` one each is in a text in which it finds anything, if there are any.
    """

    compiled: re.Pattern[str]
    starts: tuple[str, ...] = ()
    lines: tuple[str, ...] = ()
    cues: tuple[str, ...] = ()
    words: tuple[str, ...] = ()

    @classmethod
    def at_words(
        cls, compiled: re.Pattern[str], *starts: str, cues: Sequence[str] = (), words: Sequence[str] = ()
    ) -> "StartedPattern":
        """A pattern that begins with one of these words; a lookahead may say what follows them.

        Each is a pattern of its own, as one that begins in one way only is found far faster.
        """
        for start in (*starts, *cues):
            _compile(start)  # now, like all patterns, each of which is probed for how its time grows
        return cls(compiled, starts, cues=tuple(cues), words=tuple(words))

    @classmethod
    def at_lines(cls, compiled: re.Pattern[str], *lines: str) -> "StartedPattern":
        """A pattern that begins at the start of a line, where spaces, tabs, upright lines and one of these follow.

        Raises:
            ValueError: lines that begin so are not looked for.
        """
        if not set(lines) <= set(_BEGINNINGS):
            raise ValueError(f"one of {lines} is no beginning of a line that is looked for")
        return cls(compiled, lines=lines)

    @property
    def pattern(self) -> str:
        """What it was compiled from."""
        return self.compiled.pattern

    def finditer(self, text: str, start: int = 0, end: int | None = None) -> Iterator[re.Match[str]]:
        """What the pattern finds."""
        if self.lines and start == 0 and end is None and len(text) <= _LONGEST_KEPT:
            return iter(_find_all(self, text))
        places = self._list_places(text, start, end)
        return self._find_at(places, text, len(text) if end is None else end) if places else iter(())

    def _find_at(self, places: Iterable[int], text: str, end: int) -> Iterator[re.Match[str]]:
        """What the pattern finds at these places, one after another."""
        after = 0
        for place in places:
            match = self.compiled.match(text, place, end) if place >= after else None
            if match:
                after = match.end()
                yield match

    def search(self, text: str, start: int = 0, end: int | None = None) -> re.Match[str] | None:
        """The first that the pattern finds."""
        if self.lines and start == 0 and end is None and len(text) <= _LONGEST_KEPT:
            found = _find_all(self, text)
            return found[0] if found else None
        finish = len(text) if end is None else end
        for place in self._list_places(text, start, end):
            match = self.compiled.match(text, place, finish)
            if match:
                return match
        return None

    def match(self, text: str) -> re.Match[str] | None:
        """What the pattern finds at the text's start."""
        return self.compiled.match(text)

    def _list_places(self, text: str, start: int, end: int | None) -> Sequence[int]:
        """The places between these at which the pattern can begin, in order."""
        places = _list_line_places(self.lines, text) if self.lines else _list_all_places(self, text)
        if start == 0 and end is None:
            return places
        return places[bisect_left(places, start) : len(places) if end is None else bisect_left(places, end)]


@lru_cache(maxsize=32)
def _find_all(pattern: StartedPattern, text: str) -> tuple[re.Match[str], ...]:
    """The lines that a pattern finds, which are few: several who read one letter ask for them."""
    places = _list_line_places(pattern.lines, text)
    return tuple(pattern._find_at(places, text, len(text))) if places else ()


def _list_line_places(beginnings: Sequence[str], text: str) -> Sequence[int]:
    """Where lines begin with one of these of `_BEGINNINGS`, in order."""
    lines = _list_lines(text)
    if len(beginnings) == 1:
        return lines.get(beginnings[0], ())
    places: list[int] = []
    for beginning in beginnings:
        places += lines.get(beginning, ())
    places.sort()
    return places


@lru_cache(maxsize=32)
def _list_all_places(pattern: StartedPattern, text: str) -> Sequence[int]:
    """The places in all of a text at which a pattern can begin that begins with words, in order."""
    if not _may_have(pattern, text):
        return ()
    places: list[int] = []
    for start in pattern.starts:
        places += _list_starts(start, text)
    places.sort()
    return places


def _may_have(pattern: StartedPattern, text: str) -> bool:
    """Whether a text has one of a pattern's words, and one of its cues, as far as there are any."""
    for word in pattern.words:
        if _has(word, text):
            break
    else:
        if pattern.words:
            return False
    return not pattern.cues or any(_list_starts(cue, text) for cue in pattern.cues)


@lru_cache(maxsize=4)
def _list_lines(text: str) -> Mapping[str, Sequence[int]]:
    """Where lines begin, by the one of `_BEGINNINGS` that they begin with."""
    lines: dict[str, list[int]] = {}
    for line in _LINE.finditer("\n" + lower(text)):
        lines.setdefault(line[1], []).append(line.start())
    return lines


@lru_cache(maxsize=64)
def _has(word: str, text: str) -> bool:
    """Whether one of `words` is in a text: several patterns have the same."""
    return word in lower(text)


@lru_cache(maxsize=64)
def _list_starts(start: str, text: str) -> Sequence[int]:
    """Where one of `starts` is found: several patterns begin alike, and one letter is searched by several."""
    small = lower(text)
    word, compiled = _compile(start)
    if len(word) < _LONG:
        return [found.start() for found in compiled.finditer(small)]
    places: list[int] = []
    at = small.find(word)
    while at >= 0:
        if compiled.match(small, at):
            places.append(at)
        at = small.find(word, at + 1)
    return places


@cache
def _compile(start: str) -> tuple[str, re.Pattern[str]]:
    """The word that one of `starts` begins with, and all of it."""
    word = _WORD.match(start)
    return word[0] if word else "", re.compile(start)
