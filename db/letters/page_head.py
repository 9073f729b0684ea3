"""The heads of the Ombudsman's statistics pages: whose each is, and the councils it lists that this one replaced.

A page's first line is its council. Of one that replaced others a sentence says so, and one to five of these follow, a
line each, right over the page's title: none of them is the page's council. Copies wrap names and sentence anywhere,
lose or misspell the sentence, and put a site's own menu above.
"""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches
from functools import lru_cache
from itertools import islice

from db.councils.names import fold
from db.councils.register import Register
from db.letters.cued import CuedPattern
from db.letters.dates import DAY, day
from db.letters.name_lines import NamedLine, NameReader
from db.letters.patterns import phrase
from db.letters.started import StartedPattern
from db.model import Council

PAGE_TITLE = StartedPattern.at_lines(
    re.compile(
        r"^[ \t]*(?=(?-i:[AC]))(?:Annual\s+statistics\b[^\n]*|Complaint(?:\s+overview|s\s+upheld)[ ]?:?)[ \t]*$",
        re.IGNORECASE | re.MULTILINE,
    ),
    "annual",
    "complaint",
)
"""The first line below the names: to 2023-24 the first of these, in 2024-25 the second; copies may begin at a block."""
MERGER = phrase(r"\bis an? merge\w* of several councils?\b")
"""What the statistics page of a new council says before it lists those that it replaced (2019 on)."""
_MERGER_SENTENCE = CuedPattern(
    re.compile(rf"{MERGER.pattern}(?:[^.\n]|\n(?-i:[a-z&])){{0,200}}\.?", re.IGNORECASE), ("merge",)
)
_PERIOD = StartedPattern.at_words(
    phrase(rf"\b(?:between|for the period) (?:{DAY}) (?:to|and) ({DAY})"), r"between(?=\s)", r"for(?=\s+(?:\d|the))"
)
_LONGEST_LIST = 1000  # characters
_MOST_COUNCILS = 12
_ALIKE = 0.85
"""How like a council's name a misspelt one is."""
_MOST_HEADS = 200
"""More pages than any file has: a text of titles is not searched above each of them."""


@dataclass(frozen=True, slots=True)
class PageHead:
    """A stretch of the folded text that says whose page begins there.

    `council` is the name it is under, `merged` the same as the sentence on its merger has it. Without either the head
    has lost its first line, and has only `listed`, councils that the page's replaced.
    """

    start: int
    end: int
    council: NamedLine | None
    merged: NamedLine | None = None
    listed: tuple[NamedLine, ...] = ()

    @property
    def names(self) -> tuple[NamedLine, ...]:
        """Where the page names its own council, the first line first."""
        return tuple(name for name in (self.council, self.merged) if name)


@lru_cache(maxsize=2)
def find_page_heads(text: str, register: Register, begin: int = 0) -> tuple[PageHead, ...]:
    """The heads from `begin` on, in their order; several who read one letter ask for them."""
    mergers = list(islice(_MERGER_SENTENCE.finditer(text, begin), _MOST_HEADS))
    titles = [match.start() for match in islice(PAGE_TITLE.finditer(text, begin), _MOST_HEADS)]
    if not mergers and not titles:
        return ()
    reader = _HeadReader(NameReader(text, register, begin))
    heads = [reader.read_merger(match, titles) for match in mergers]
    stretches = [(head.start, head.end) for head in heads]
    for title in titles:
        if not any(start < title <= end for start, end in stretches):
            head = reader.read_list(title)
            if head:
                heads.append(head)
    return tuple(sorted(heads, key=lambda head: head.start))


def is_replaced_by(council: Council, other: Council, register: Register) -> bool:
    """Whether the other council came after this one, in one step or two."""
    later = [register.by_name(name) for name in council.successors]
    return other.name in {*council.successors, *(name for each in later if each for name in each.successors)}


def find_period_end(text: str) -> date | None:
    """The last day of the first period that the text prints."""
    match = _PERIOD.search(text)
    return day(match[1]) if match else None


@dataclass(frozen=True, slots=True)
class _HeadReader:
    """Reads heads from the names around a title or a sentence."""

    names: NameReader

    def read_merger(self, sentence: re.Match[str], titles: Sequence[int]) -> PageHead:
        """The head with this sentence on a merger, to the title below or the end of the list of those merged."""
        begin = sentence.start()
        merged = self.names.read_above(begin) or self.names.read_line_above(begin)
        start = merged.start if merged else begin
        council = self.names.read_above(start)
        index = bisect_left(titles, sentence.end())
        is_near = index < len(titles) and titles[index] <= sentence.end() + _LONGEST_LIST
        end = titles[index] if is_near else self._find_list_end(sentence.end())
        return PageHead(council.start if council else start, end, council, merged)

    def read_list(self, title: int) -> PageHead | None:
        """The head right over a page's title, without such a sentence: the council, then perhaps those it replaced."""
        listed: list[NamedLine] = []
        at = title
        while len(listed) < _MOST_COUNCILS and (name := self.names.read_above(at)):
            listed.insert(0, name)
            at = name.start
        if not listed:
            return None
        misspelt = self._read_misspelt(listed[0])
        if misspelt:
            return PageHead(misspelt.start, title, misspelt)
        own = next(index for index in range(len(listed)) if self._has_replaced(listed[index], listed[index + 1 :]))
        if own == len(listed) - 1 > 0 and _are_replaced_together(listed[own - 1], listed[own]):
            return PageHead(listed[0].start, title, None, listed=tuple(listed))
        return PageHead(listed[own].start, title, listed[own])

    def _read_misspelt(self, first: NamedLine) -> NamedLine | None:
        """The line over the first name, if it is nearly the name of the council that replaced that one."""
        above = self.names.read_line_above(first.start) if first.start > self.names.begin else None
        successors = [fold(name) for council in first.resolution.matches for name in council.successors]
        return above if above and get_close_matches(fold(above.written), successors, 1, _ALIKE) else None

    def _find_list_end(self, at: int) -> int:
        """Where the names end that stand below `at`."""
        lines = self.names.list_lines(at, at + _LONGEST_LIST)
        listed = 0
        while taken := self.names.read_first(lines[listed:])[1] if listed < len(lines) else 0:
            listed += taken
        return lines[listed - 1][1] if listed else at

    def _has_replaced(self, name: NamedLine, others: Sequence[NamedLine]) -> bool:
        """Whether all the others are councils that this one replaced, if it is older than the page's figures are."""
        if not others:
            return True
        council = name.resolution.matches[0]
        period_end = find_period_end(self.names.text)
        if period_end and council.established_on and council.established_on > period_end:
            return False
        return all(
            council in other.resolution.matches
            or is_replaced_by(other.resolution.matches[0], council, self.names.register)
            for other in others
        )


def _are_replaced_together(one: NamedLine, other: NamedLine) -> bool:
    """Whether both councils were replaced by the same one."""
    first, second = (set(name.resolution.matches[0].successors) for name in (one, other))
    return not first.isdisjoint(second)
