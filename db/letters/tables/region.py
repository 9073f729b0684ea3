"""What stands under one title of a printed table, up to the next title or the notes."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from db.letters.cued import CuedPattern
from db.letters.folded import FoldedText
from db.letters.started import StartedPattern
from db.letters.tables.headings import HEADINGS, OLD_HEADINGS, ROW_NAME, TITLES, PrintedTable
from db.letters.tables.rows import VALUE
from db.model import Quote

_STOP = StartedPattern.at_lines(
    re.compile(
        r"^[ \t]*(?:Notes?\b.*|Our uphold rate is\b.*|The number of remedied\b.*|Yours sincerely.*|Response times.*"
        r"|LGO (?:Advice|Investigative) Team[ ]?:?)[ \t]*$",
        re.IGNORECASE | re.MULTILINE,
    ),
    *("note", "our uphold", "the number", "yours ", "response times", "lgo"),
)
_LONGEST = 1500
_LOWER = "by_ombudsman"
"""The column whose heading begins with a small letter, and stands in no other table."""
_VALUES = re.compile(rf"^[ \t]*{VALUE.pattern}(?:\s+{VALUE.pattern})+[ \t]*$", re.IGNORECASE | re.MULTILINE)
"""Values alone, on a line or one a line."""


_FIRST_WORD = re.compile(r"[A-Za-z]+(?=$|[\\(])")


def _as_whole_words(pattern: re.Pattern[str]) -> CuedPattern:
    """A heading that is no part of other words, with its first word as the cue where all ways to write it have that."""
    first = _FIRST_WORD.match(pattern.pattern)
    whole = re.compile(rf"(?<!\w){pattern.pattern}(?!\w)", re.IGNORECASE)
    return CuedPattern(whole, (first[0].lower() if first else "",))


_WHOLE = {
    name: {key: _as_whole_words(pattern) for key, pattern in headings.items()} for name, headings in HEADINGS.items()
}
_OLD_WHOLE = {name: tuple(map(_as_whole_words, OLD_HEADINGS.get(name, ()))) for name in HEADINGS}


@dataclass(frozen=True, slots=True)
class Region:
    """A stretch of the folded text that may hold this table."""

    folded: FoldedText
    name: PrintedTable
    start: int
    end: int

    @property
    def text(self) -> str:
        """The words that stand here, folded."""
        return self.folded.text[self.start : self.end]

    @property
    def quote(self) -> Quote:
        """The words that stand here, as stored."""
        return self.folded.quote(self.start, self.end)

    @property
    def is_table(self) -> bool:
        """Whether headings and values stand here: prose and later letters have the same titles."""
        return _is_table(self.name, self.text)


def find_regions(folded: FoldedText) -> Iterator[Region]:
    """A region for each table's title (the last of two that follow at once: 2018 prints "Decisions made" twice)."""
    text = folded.text
    titles = sorted((match.end(), name) for name, title in TITLES.items() for match in title.finditer(text))
    for index, (start, name) in enumerate(titles):
        following = titles[index + 1][0] if index + 1 < len(titles) else len(text)
        longest = min(len(text), start + _LONGEST)
        stop = _STOP.search(text, start, longest)
        end = min(following, stop.start() if stop else longest)
        if index + 1 < len(titles) and end == following:
            end = text.rfind("\n", start, following - 1)
        if end > start and text[start:end].strip():
            yield Region(folded, name, start, end)


@lru_cache(maxsize=64)
def _is_table(name: PrintedTable, text: str) -> bool:
    """The same of the words under a title: asked more than once, and the same in many letters of a year."""
    known = {key for at, _, key in find_headings(name, text) if not text[at].islower() or key == _LOWER}
    if (len(known - {ROW_NAME}) > 1 or _LOWER in known) and VALUE.search(text):
        return True
    return bool(known - {ROW_NAME}) and bool(_VALUES.search(text))


@lru_cache(maxsize=64)
def find_headings(name: PrintedTable, text: str) -> tuple[tuple[int, int, str], ...]:
    """Where each known heading stands in a text, and our word for it; the longest first where two would overlap.

    An old heading's own words stand for it. Kept, as the words under some titles are the same in all letters of a year.
    """
    places = [
        (match.start(), match.end(), key) for key, pattern in _WHOLE[name].items() for match in pattern.finditer(text)
    ]
    places += [
        (match.start(), match.end(), " ".join(match.group().split()))
        for pattern in _OLD_WHOLE[name]
        for match in pattern.finditer(text)
    ]
    taken: list[tuple[int, int, str]] = []
    for start, end, key in sorted(places, key=lambda place: place[0] - place[1]):
        if all(end <= other[0] or start >= other[1] for other in taken):
            taken.append((start, end, key))
    return tuple(taken)
