"""Patterns that are tried only where a text has the words with which all they find begins.

A pattern blind to case is tried at every character of a text. The first words of what it finds, in small letters, are
found far faster, and few places have them.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from db.letters.cued import lower

_LONGEST_KEPT = 100_000
"""No letter is longer, and what is found in longer texts is not kept, which would take much memory."""


@dataclass(frozen=True, slots=True, eq=False)
class StartedPattern:
    """A pattern blind to case, and some in small letters, one of which is found wherever it can begin.

    `is_line`: it begins at the start of a line, and `starts` with the line end before. It never finds nothing at all
    at a place, and no place where it can begin stands in what one of `starts` finds of another. `cues` are further
    patterns in small letters, one of which is found in all that this one finds.
    """

    compiled: re.Pattern[str]
    starts: tuple[re.Pattern[str], ...]
    is_line: bool = False
    cues: tuple[re.Pattern[str], ...] = ()

    @classmethod
    def at_words(cls, compiled: re.Pattern[str], *beginnings: str, cues: Sequence[str] = ()) -> "StartedPattern":
        """A pattern that begins with one of these words; a lookahead may say what follows them.

        Each is a pattern of its own, as one that begins in one way only is found far faster.
        """
        return cls(compiled, tuple(map(re.compile, beginnings)), cues=tuple(map(re.compile, cues)))

    @classmethod
    def at_lines(cls, compiled: re.Pattern[str], beginnings: str) -> "StartedPattern":
        """A pattern that begins at the start of a line, where one of these follows, parted by `|`."""
        return cls(compiled, (re.compile(rf"\n(?=[ \t|]*(?:{beginnings}))"),), is_line=True)

    @property
    def pattern(self) -> str:
        """What it was compiled from."""
        return self.compiled.pattern

    def finditer(self, text: str, start: int = 0, end: int | None = None) -> Iterator[re.Match[str]]:
        """What the pattern finds."""
        if self.is_line and start == 0 and end is None and len(text) <= _LONGEST_KEPT:
            return iter(_find_all(self, text))
        finish = len(text) if end is None else end
        places = self._list_starts(text, start, finish)
        return self._find_at(places, text, finish) if places else iter(())

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
        if self.is_line and start == 0 and end is None and len(text) <= _LONGEST_KEPT:
            found = _find_all(self, text)
            return found[0] if found else None
        finish = len(text) if end is None else end
        for place in self._list_starts(text, start, finish):
            match = self.compiled.match(text, place, finish)
            if match:
                return match
        return None

    def match(self, text: str) -> re.Match[str] | None:
        """What the pattern finds at the text's start."""
        return self.compiled.match(text)

    def _list_starts(self, text: str, start: int, end: int) -> Sequence[int]:
        """The places at which the pattern can begin, in order."""
        if self.is_line:
            return (start, *_list_ends(self.starts[0], text, start, end))
        for cue in self.cues:
            if _has(cue, text, start, end):
                break
        else:
            if self.cues:
                return ()
        if len(self.starts) == 1:
            return _list(self.starts[0], text, start, end)
        places: list[int] = []
        for each in self.starts:
            places += _list(each, text, start, end)
        places.sort()
        return places


@lru_cache(maxsize=32)
def _find_all(pattern: StartedPattern, text: str) -> tuple[re.Match[str], ...]:
    """The lines that a pattern finds, which are few: several who read one letter ask for them."""
    return tuple(pattern._find_at(pattern._list_starts(text, 0, len(text)), text, len(text)))


@lru_cache(maxsize=32)
def _has(cue: re.Pattern[str], text: str, start: int, end: int) -> bool:
    """Whether a cue is in a text: several patterns have the same."""
    return cue.search(lower(text), start, end) is not None


@lru_cache(maxsize=32)
def _list(starts: re.Pattern[str], text: str, start: int, end: int) -> tuple[int, ...]:
    """Where each of these begins: several patterns begin alike, and one letter is searched by several."""
    return tuple([found.start() for found in starts.finditer(lower(text), start, end)])


@lru_cache(maxsize=32)
def _list_ends(starts: re.Pattern[str], text: str, start: int, end: int) -> tuple[int, ...]:
    """Where each of these ends."""
    return tuple([found.end() for found in starts.finditer(lower(text), start, end)])
