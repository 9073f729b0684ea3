"""The rows of a printed table whose columns a copy aligns by spaces: what stands under one another is one column.

The places are those of the stored text. Headings broken over lines are put together; a column is what no other line
fills the gap to.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile
from typing import NamedTuple

from db.letters.folded import FoldedText
from db.letters.kept_answers import keep_answers
from db.letters.tables.headings import without_spanning
from db.letters.tables.rows import VALUE, Row, is_value

_WORD = re.compile(r"\S+")
_LINE = re.compile(r"[^\n]+")
_FEWEST_VALUES = 2
_VALUED = re.compile(rf"{VALUE.pattern}\s+{VALUE.pattern}\s*$", re.IGNORECASE)
"""How a line of values ends."""
_MOST_LINES = 40


class _Chunk(NamedTuple):
    """Words with single spaces between them: where they stand in the folded text, and in their stored line."""

    start: int
    end: int
    left: int
    right: int
    words: str


@dataclass(frozen=True, slots=True)
class _Line:
    chunks: tuple[_Chunk, ...]

    @property
    def is_valued(self) -> bool:
        """Whether it holds values, perhaps behind a label."""
        values = self.chunks[1:] if self.chunks and not is_value(self.chunks[0].words) else self.chunks
        return len(values) >= _FEWEST_VALUES and all(is_value(chunk.words) for chunk in values)


def read_spaced_rows(folded: FoldedText, start: int, end: int) -> list[Row] | None:
    """The headings as one row and the rows of values below; None where the spaces show no columns."""
    spans = [line.span() for line in _LINE.finditer(folded.text, start, end)]
    if len(spans) > _MOST_LINES or "\t" in folded.text[start:end] or "|" in folded.text[start:end]:
        return None
    ending_in_values = [span for span in spans if _ends_in_values(folded.text[slice(*span)])]
    if not any(_read_line(folded, *span).is_valued for span in ending_in_values):
        return None  # as in prose: most of what stands under a title is
    if any("\n" in folded.stored[folded.origin(begin) : folded.origin(finish - 1)] for begin, finish in spans):
        return None  # lines put together have no places of their own
    read = (line for span in spans if (line := _read_line(folded, *span)).chunks)
    above = []
    for line in read:
        if line.is_valued:
            break
        above.append(line)
    if not above:
        return None
    first = len(above)
    lines = [*above, line, *takewhile(lambda line: line.is_valued, read)]
    columns = list(_find_columns(lines))
    rows = [_read_row(line, columns) for line in lines[first:]]
    headings = _read_headings(lines[:first], columns)
    return [headings, *(row for row in rows if row)] if all(rows) and len(columns) >= _FEWEST_VALUES else None


@keep_answers
def _ends_in_values(line: str) -> bool:
    """Whether two values or more end a line."""
    return bool(_VALUED.search(without_spanning(line)))


def _read_line(folded: FoldedText, start: int, end: int) -> _Line:
    """The chunks of a line; each value is one, however narrow the gap beside it."""
    text = without_spanning(folded.text[start:end])
    chunks: list[_Chunk] = []
    for word in _WORD.finditer(text):
        first, last = start + word.start(), start + word.end()
        stored, stored_end = folded.origin(first), folded.offsets.origin_span(last - 1)[1]
        line = folded.stored.rfind("\n", 0, stored) + 1
        chunk = _Chunk(first, last, stored - line, stored_end - line, word.group())
        if chunks and chunk.left - chunks[-1].right <= 1 and not (is_value(chunk.words) and is_value(chunks[-1].words)):
            before = chunks.pop()
            chunk = _Chunk(before.start, chunk.end, before.left, chunk.right, f"{before.words} {chunk.words}")
        chunks.append(chunk)
    return _Line(tuple(chunks))


def _find_columns(lines: Sequence[_Line]) -> Iterator[tuple[int, int]]:
    """The stretches of a line that some line fills, from left to right."""
    filled = sorted((chunk.left, chunk.right) for line in lines for chunk in line.chunks)
    begin, finish = filled[0]
    for left, right in filled[1:]:
        if left > finish:
            yield begin, finish
            begin, finish = left, right
        finish = max(finish, right)
    yield begin, finish


def _read_row(line: _Line, columns: Sequence[tuple[int, int]]) -> Row | None:
    """The cells of a line; None where two stand in one column."""
    cells, spans = [""] * len(columns), [(0, 0)] * len(columns)
    for chunk in line.chunks:
        index = _find_column(chunk, columns)
        if cells[index]:
            return None
        cells[index], spans[index] = chunk.words, (chunk.start, chunk.end)
    return Row(tuple(cells), tuple(spans))


def _read_headings(lines: Sequence[_Line], columns: Sequence[tuple[int, int]]) -> Row:
    """The headings, each put together from the lines over which it is broken."""
    cells: list[list[str]] = [[] for _ in columns]
    for line in lines:
        for chunk in line.chunks:
            cells[_find_column(chunk, columns)].append(chunk.words)
    return Row(tuple(" ".join(words) for words in cells), ((0, 0),) * len(columns))


def _find_column(chunk: _Chunk, columns: Sequence[tuple[int, int]]) -> int:
    return next(index for index, (left, right) in enumerate(columns) if left <= chunk.left <= chunk.right <= right)
