"""Columns of text that stand side by side in a copy laid out by spaces: the blank strips between them, and their cells.

A strip counts where several lines keep it free, what stands right of it begins in one place, and a wide gap shows it.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

_CHUNK = re.compile(r"\S+(?:[^\S\n]\S+)*")
_UNSEEN = "\u00ad"
_NARROWEST = 2
"""How wide a strip is at least."""
_WIDE = 4
"""How wide a gap is in some line of a strip: words of one sentence are set apart by less, mostly."""
_FEWEST = 2
"""How many lines have words right of a strip that begin in one place."""
_SLACK = 2
_MOST_BLANK_LINES = 3
_LONGEST = 250  # characters

Span = tuple[int, int]
Column = tuple[tuple["Row", Span | None], ...]
"""Every row of a block, with where the column's cell stands in it, if it has one."""


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the text: where it begins and ends, and its words from gap to gap.

    `places` are where these stand in the line, `chunks` the same as it is seen, where a soft hyphen has no width. One
    that is too long for a line of a page has none: it is in no block.
    """

    start: int
    end: int
    chunks: tuple[Span, ...]
    places: tuple[Span, ...]

    @classmethod
    def read(cls, text: str, start: int, end: int) -> "Row":
        """The line between these places."""
        if end - start > _LONGEST:
            return cls(start, end, (), ())
        places = tuple((match.start() - start, match.end() - start) for match in _CHUNK.finditer(text, start, end))
        line = text[start:end]
        if _UNSEEN not in line:
            return cls(start, end, places, places)
        seen = tuple(
            (left - line.count(_UNSEEN, 0, left), right - line.count(_UNSEEN, 0, right)) for left, right in places
        )
        return cls(start, end, seen, places)

    @property
    def gaps(self) -> list[Span]:
        """The gaps between its words that are wide enough for a strip."""
        return [(left[1], right[0]) for left, right in pairwise(self.chunks)]

    @property
    def is_long(self) -> bool:
        """Whether it is too long for a line of a page."""
        return self.end - self.start > _LONGEST


@dataclass(frozen=True, slots=True)
class Block:
    """Neighbouring rows, and the strips that all of them keep free, from left to right."""

    rows: tuple[Row, ...]
    strips: tuple[Span, ...]

    @property
    def columns(self) -> Iterator[Column]:
        """Each column, from the left."""
        edges = [0, *(end for _, end in self.strips)]
        limits = [*(end for _, end in self.strips), _LONGEST + 1]
        for edge, limit in zip(edges, limits, strict=True):
            yield tuple((row, _find_cell(row, edge, limit)) for row in self.rows)

    def without_labels(self, text: str) -> "Block":
        """The same without strips that set labels such as "Our ref:" apart from what they label."""
        labelled = [
            all(text[row.start + cell[1] - 1] == ":" for row, cell in column if cell) for column in self.columns
        ]
        strips = tuple(strip for strip, is_label in zip(self.strips, labelled[:-1], strict=True) if not is_label)
        return Block(self.rows, strips)


def find_block(rows: Sequence[Row], at: int) -> Block | None:
    """The block that grows up and down from the row `at`; None where there are no columns."""
    if rows[at].is_long:
        return None
    margin = (0, rows[at].chunks[0][0])  # a chart's label may stand there beside other rows
    strips = [gap for gap in (margin, *rows[at].gaps) if gap[1] - gap[0] >= _NARROWEST]
    begin, end = at, at + 1
    blank = 0
    while end < len(rows) and blank < _MOST_BLANK_LINES and not rows[end].is_long:
        narrowed = _narrow(strips, rows[end], rows[begin:end])
        if narrowed is None:
            break
        strips, blank = narrowed, 0 if rows[end].chunks else blank + 1
        end += 1
    blank = 0
    while begin > 0 and blank < _MOST_BLANK_LINES and not rows[begin - 1].is_long:
        narrowed = _narrow(strips, rows[begin - 1], rows[begin:end])
        if narrowed is None:
            break
        strips, blank = narrowed, 0 if rows[begin - 1].chunks else blank + 1
        begin -= 1
    shown = tuple(strip for strip in strips if _is_shown(strip, rows[begin:end]))
    return Block(tuple(rows[begin:end]), shown) if shown else None


def _narrow(strips: Sequence[Span], row: Row, known: Sequence[Row]) -> list[Span] | None:
    """What a further row leaves of the strips; None where it leaves none, or takes one that the others show.

    Of the margin it is what is right of a chart's label.
    """
    narrowed: list[Span] = []
    for strip in strips:
        pieces = list(_find_free(strip, row)) or [(0, 0)]
        free = pieces[-1] if strip[0] == 0 else max(pieces, key=lambda span: span[1] - span[0])
        if free[1] - free[0] >= _NARROWEST:
            narrowed.append(free)
        elif _is_shown(strip, known):
            return None
    return narrowed or None


def _find_free(strip: Span, row: Row) -> Iterator[Span]:
    """The parts of a strip that a row keeps free."""
    at, limit = strip
    for start, end in row.chunks:
        if start >= limit:
            break
        if end > at:
            if start > at:
                yield at, start
            at = end
    if at < limit:
        yield at, limit


def _is_shown(strip: Span, rows: Sequence[Row]) -> bool:
    """Whether a wide gap shows the strip, and what is right of it begins in one place."""
    gaps = [gap for row in rows for gap in row.gaps if gap[0] <= strip[0] and gap[1] >= strip[1]]
    if not any(end - start >= _WIDE for start, end in gaps):
        return False
    firsts = [next((start for start, _ in row.chunks if start >= strip[1]), None) for row in rows]
    starts = [start for start in firsts if start is not None]
    return any(sum(abs(start - other) <= _SLACK for other in starts) >= _FEWEST for start in starts)


def _find_cell(row: Row, edge: int, limit: int) -> Span | None:
    """Where the words of a row between two edges begin and end in it."""
    seen = zip(row.chunks, row.places, strict=True)
    inside = [place for (start, _), place in seen if edge <= start < limit]
    return (inside[0][0], inside[-1][1]) if inside else None
