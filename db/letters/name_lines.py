"""Councils' names that fill lines, wherever a copy has broken them: the longest that is one in full counts.

"Somerset Council" under "Bath and North East" is no name of its own.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import islice

from db.councils.register import Lookup, Register
from db.letters.address import BODY, is_full_name

_LINE = re.compile(r"[^\n]+")
_NUMBER = re.compile(r"[\s\d-]*")
_LONGEST_NUMBER = 6  # characters
_LONGEST_LINE = 120  # characters
_MOST_LINES = 4
"""Over how many lines a copy may break a name."""


@dataclass(frozen=True, slots=True)
class NamedLine:
    """A council's name and where it stands, over a line or more; without a match it is only written like one."""

    start: int
    end: int
    written: str
    resolution: Lookup


@dataclass(frozen=True, slots=True)
class NameReader:
    """Reads the names that stand in a text from `begin` on."""

    text: str
    register: Register
    begin: int = 0
    _known: dict[str, Lookup] = field(default_factory=dict)

    def read_above(self, at: int) -> NamedLine | None:
        """The name that ends right above `at`, or right before it on its line.

        Words for a type that stand over a name ("Council" over "Borough of Poole") are no part of it.
        """
        found: NamedLine | None = None
        end = self._skip_spaces_before(at)
        start = end
        for _ in range(_MOST_LINES):
            if start <= self.begin:
                break
            start = self.find_line_start(start - 1)
            if end - start > _LONGEST_LINE:
                break
            longer = self._read(start, end)
            if longer and (found is None or longer.resolution.matches != found.resolution.matches):
                found = longer
        return found

    def read_line_above(self, at: int) -> NamedLine | None:
        """The words before `at` on its line, or on the one above, whatever they are; None where they are too many."""
        end = self._skip_spaces_before(at)
        start = self.find_line_start(end)
        words = _as_one(self.text[start:end])
        return NamedLine(start, end, words, Lookup(matches=())) if words and end - start <= _LONGEST_LINE else None

    def read_first(self, lines: Sequence[tuple[int, int]]) -> tuple[NamedLine | None, int]:
        """The name with which these lines begin, and over how many of them it stands."""
        for count in range(min(len(lines), _MOST_LINES), 0, -1):
            name = self._read(lines[0][0], lines[count - 1][1])
            if name:
                return name, count
        return None, 0

    def list_lines(self, start: int, end: int, most: int = 100) -> list[tuple[int, int]]:
        """Where the first lines with words between two places begin and end."""
        lines = (line.span() for line in _LINE.finditer(self.text, max(start, self.begin), end))
        return list(islice((span for span in lines if self.text[slice(*span)].strip()), most))

    def find_line_start(self, at: int) -> int:
        """Where the line begins that has this place."""
        return max(self.text.rfind("\n", 0, max(at, 0)) + 1, self.begin)

    def _skip_spaces_before(self, at: int) -> int:
        """Where the words above `at` end, but for a page's number."""
        for _ in range(_MOST_LINES):
            while at > self.begin and self.text[at - 1].isspace():
                at -= 1
            start = self.find_line_start(at)
            if at - start > _LONGEST_NUMBER or not _NUMBER.fullmatch(self.text, start, at):
                break
            at = start
        return at

    def _read(self, start: int, end: int) -> NamedLine | None:
        """This stretch as a name, if it is one in full."""
        if end - start > _LONGEST_LINE:
            return None
        written = _as_one(self.text[start:end])
        if written not in self._known:
            self._known[written] = self._resolve(written)
        resolution = self._known[written]
        return NamedLine(start, end, written, resolution) if resolution.matches else None

    def _resolve(self, written: str) -> Lookup:
        if not BODY.search(written) and self.register.by_name(written) is None:
            return Lookup(matches=())
        resolution = self.register.look_up(written)
        return resolution if is_full_name(written, resolution) else Lookup(matches=())


def _as_one(words: str) -> str:
    """A title without line ends and what a list puts before it."""
    return " ".join(words.split()).strip(" -:*\u2022")
