"""The order in which a person reads a text whose columns a copy has laid side by side by spaces.

Only heads of letters (a letterhead or references beside the address) and blocks of the figures page are put in order,
each between its own headings: tables, and columns in which nothing known stands, stay as they are.
"""

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from io import StringIO

from db.letters.address import BODY, ROLE
from db.letters.cued import has_any
from db.letters.kept_answers import keep_answers
from db.letters.rates.definitions import AVERAGE, NUMBERS, PERIOD, SHARES
from db.letters.side_by_side import Block, Column, Row, Span, find_block
from db.text.offset_map import OffsetMap

_WIDE_GAP = re.compile(r"\S[^\S\n]{3,}\S")
_WIDE_BY_SPACES = "   "
_ASCII_BLANKS = "\v\f\r\x1c\x1d\x1e\x1f"
_OTHER_BLANKS = (
    _ASCII_BLANKS + "\x85\u00a0\u1680\u2028\u2029\u202f\u205f\u3000" + "".join(map(chr, range(0x2000, 0x200B)))
)
"""Blanks that are no spaces, tabs or line ends."""
_LINE = re.compile(r"[^\n]*")
_FIGURES = re.compile(
    r"\b(?:This\scompares|based\son\sa\stotal|of\scomplaints\swe|complaints\swe\sinvestigated|of\scases,?\swe"
    r"|of\supheld\scases,?\swe)\b",
    re.IGNORECASE,
)
"""Words of the sentences of the figures page, each of which has some of them on one line."""
_DEAR = re.compile(r"^[^\w\n]*Dear\s", re.MULTILINE)
_DEAR_LINE = re.compile(r"\n[^\w\n]*Dear(?=\s)")
"""The same with the line end above, by which it is found fastest."""
_LETTERHEAD = re.compile(
    r"\bPO Box\b|\b(?:our|your) ref|\b(?:tele)?phone\b|\btel\b|\bfax\b|\be-?mail\b|\bweb(?:site)?:|\bwww\.|@"
    r"|\bdirect line\b|\bdate:|\bombudsman\b|\bplease (?:ask for|contact)\b|\bCV4\b",
    re.IGNORECASE,
)
_HEADING = re.compile(
    r"\W*(?:Complaints upheld|Compliance with (?:Ombudsman )?recommendations|Annual (?:review )?letter\b.*"
    r"|Satisfactory remed(?:y|ies) provided by the (?:authority|organisation|council)|Complaint (?:overview|statistics)"
    r"|Annual statistics\b.*|Yours (?:sincerely|faithfully).*|Decisions made|Complaints and enquiries received)\W*",
    re.IGNORECASE,
)
"""A line that belongs to no column: what stands side by side does so between two of these."""
_SENTENCES = (
    AVERAGE,
    PERIOD,
    *(pattern for share in SHARES for pattern in (share.rate, share.base, share.none, share.count) if pattern),
    *(pattern for number in NUMBERS for pattern in (number.rate, number.average)),
)
_MARKS = re.compile(r"[\u00ad*_\[]|\](?:\([^()\s]*\))?|</?u>")
"""What a copy may leave in a sentence."""
_HEAD_LINES = 30
_NEAR = 12  # lines
_MOST_LINES = 40
"""How far from a line with a gap its block is looked for."""
_MOST_TRIES = 500


@dataclass(frozen=True, slots=True)
class OrderedText:
    """A text in reading order, and where its characters stand in the stored text."""

    text: str
    offsets: OffsetMap


def order_columns(stored: str) -> OrderedText | None:
    """The text with its columns one after another; None where it has none that are known."""
    gaps = list_gaps(stored)
    if not gaps:
        return None
    blocks = list(_Finder(stored, gaps).find())
    return _Writer(stored).write(blocks) if blocks else None


@dataclass(frozen=True, slots=True)
class _Ordered:
    """A block, and its columns in reading order."""

    block: Block
    columns: tuple[Column, ...]


@keep_answers
def _has_figures(line: str) -> bool:
    """Whether a line has words of a sentence of the figures page."""
    return bool(_FIGURES.search(line.replace("\u00ad", "")))


def list_gaps(stored: str) -> list[int]:
    """A place in each line that has a wide gap, in order."""
    if has_any(stored, _ASCII_BLANKS if stored.isascii() else _OTHER_BLANKS):
        return [match.start() for match in _WIDE_GAP.finditer(stored)]
    found: set[int] = set()
    for blank in ("\t", _WIDE_BY_SPACES):  # one of these is in every such gap; so looked for it is found soonest
        at = stored.find(blank)
        while at >= 0:
            start, end = stored.rfind("\n", 0, at) + 1, stored.find("\n", at)
            end = end if end >= 0 else len(stored)
            if _WIDE_GAP.search(stored, start, end):
                found.add(start)
            at = stored.find(blank, end)
    return sorted(found)


class _Finder:
    """Finds the blocks of a text whose columns are known; `gaps` are places in its lines with wide gaps."""

    def __init__(self, stored: str, gaps: Sequence[int]) -> None:
        self._stored = stored
        self._lines: list[Span] = []
        at = 0
        while at <= len(stored):
            end = stored.find("\n", at)
            end = len(stored) if end < 0 else end
            self._lines.append((at, end))
            at = end + 1
        self._starts = [start for start, _ in self._lines]
        self._gaps = self._list_lines(gaps)
        self._figures = [
            number for number in self._list_near_gaps() if _has_figures(self._stored[slice(*self._lines[number])])
        ]
        self._dears = self._list_lines(match.start() for match in _DEAR_LINE.finditer(f"\n{stored}"))

    def find(self) -> Iterator[_Ordered]:
        """The blocks in the order of the text."""
        done, tries = -1, 0
        for line in self._gaps:
            is_head, is_figures = self._has_dear_below(line), self._has_figures_near(line)
            if line <= done or tries == _MOST_TRIES or not (is_head or is_figures):
                continue
            tries += 1
            block = self._find_block(line)
            columns = _order(self._stored, block, is_head=is_head) if block else None
            if block and columns:
                yield _Ordered(block, columns)
                done = bisect_left(self._starts, block.rows[-1].start)

    def _list_near_gaps(self) -> list[int]:
        """The numbers of the lines near those with gaps."""
        near: set[int] = set()
        for line in self._gaps:
            near.update(range(max(line - _NEAR, 0), min(line + _NEAR + 1, len(self._lines))))
        return sorted(near)

    def _list_lines(self, places: Iterable[int]) -> list[int]:
        """The numbers of the lines with these places, each once."""
        return list(dict.fromkeys(bisect_left(self._starts, place + 1) - 1 for place in places))

    def _has_dear_below(self, line: int) -> bool:
        index = bisect_left(self._dears, line)
        return index < len(self._dears) and self._dears[index] <= line + _HEAD_LINES

    def _has_figures_near(self, line: int) -> bool:
        index = bisect_left(self._figures, line - _NEAR)
        return index < len(self._figures) and self._figures[index] <= line + _NEAR

    def _find_block(self, line: int) -> Block | None:
        """The block round a line, between the headings above and below it."""
        first = last = line
        while first > max(line - _MOST_LINES, 0) and not self._is_limit(first - 1):
            first -= 1
        while last < min(line + _MOST_LINES, len(self._lines) - 1) and not self._is_limit(last + 1):
            last += 1
        rows = [Row.read(self._stored, *span) for span in self._lines[first : last + 1]]
        return find_block(rows, line - first)

    def _is_limit(self, line: int) -> bool:
        """Whether a line is a heading or a salutation with nothing beside it, over which no block goes on."""
        words = _plain(self._stored[slice(*self._lines[line])]).strip()
        return bool(_HEADING.fullmatch(words)) or (bool(_DEAR.match(words)) and not _WIDE_GAP.search(words))


def _order(stored: str, block: Block, *, is_head: bool) -> tuple[Column, ...] | None:
    """The columns as they are read; None where nothing known stands in them.

    Columns of figures must make more whole sentences than the lines do; counts and totals come behind their rate. In a
    head the address comes last, right over the salutation.
    """
    columns = tuple((block.without_labels(stored) if is_head else block).columns)
    texts = [_plain("\n".join(_list_cells(stored, column))) for column in columns]
    if any(_FIGURES.search(text) for text in texts):
        before = _plain(stored[block.rows[0].start : block.rows[-1].end])
        ordered = sorted(zip(texts, columns, strict=True), key=lambda pair: _goes_with_a_rate(pair[0]))
        is_whole = _count_sentences("\n".join(text for text, _ in ordered)) > _count_sentences(before)
        return tuple(column for _, column in ordered) if is_whole else None
    addressed = [bool(_DEAR.search(text) or ROLE.search(text) or BODY.search(text)) for text in texts]
    is_beside = any(
        _LETTERHEAD.search(text) for text, is_address in zip(texts, addressed, strict=True) if not is_address
    )
    if not is_head or sum(addressed) != 1 or not is_beside:
        return None
    return tuple(column for _, column in sorted(zip(addressed, columns, strict=True), key=lambda pair: pair[0]))


def _goes_with_a_rate(text: str) -> bool:
    """Whether a column has counts or totals, and no rate."""
    rates = (pattern for share in SHARES for pattern in (share.rate, share.none))
    counts = (pattern for share in SHARES for pattern in (share.count, share.base) if pattern)
    return any(pattern.search(text) for pattern in counts) and not any(pattern.search(text) for pattern in rates)


def _list_cells(stored: str, column: Column) -> list[str]:
    """The words of a column, row by row."""
    return [stored[row.start + cell[0] : row.start + cell[1]] for row, cell in column if cell]


def _count_sentences(text: str) -> int:
    """How many whole sentences of the figures page stand in a text."""
    return sum(1 for pattern in _SENTENCES for _ in pattern.finditer(text))


def _plain(text: str) -> str:
    """A text without marks and odd spaces, its letters apart."""
    return _MARKS.sub("", unicodedata.normalize("NFKC", text))


class _Writer:
    """Writes the text in reading order."""

    def __init__(self, stored: str) -> None:
        self._stored = stored
        self._text = StringIO()
        self._size = 0
        self._offsets = OffsetMap()

    def write(self, blocks: Sequence[_Ordered]) -> OrderedText:
        """The whole text, these blocks of it column by column."""
        at = 0
        for ordered in blocks:
            first, last = ordered.block.rows[0], ordered.block.rows[-1]
            self._copy(at, first.start)
            for column in ordered.columns:
                self._write_column(column, is_first=column is ordered.columns[0])
            at = min(last.end + 1, len(self._stored))
        self._copy(at, len(self._stored))
        return OrderedText(self._text.getvalue(), self._offsets)

    def _write_column(self, column: Column, *, is_first: bool) -> None:
        for row, cell in column:
            if cell:
                end = row.start + cell[1]
                following = next((start for start, _ in row.places if start >= cell[1]), None)
                line_end = min(row.end + 1, len(self._stored)) if following is None else row.start + following
                self._copy(row.start + cell[0], end)
                self._add("\n", end, line_end - end)
            elif is_first and not row.chunks:
                self._add("\n", row.start, min(row.end + 1, len(self._stored)) - row.start)

    def _copy(self, start: int, end: int) -> None:
        self._add(self._stored[start:end], start, end - start)

    def _add(self, text: str, origin: int, length: int) -> None:
        if text:
            self._text.write(text)
            self._offsets.add(self._size, len(text), origin, length)
            self._size += len(text)
