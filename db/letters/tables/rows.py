"""The rows of a printed table whose cells a copy keeps apart, and which of them is this letter's."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from db.letters.dates import DAY, closing_year, day
from db.letters.folded import FoldedText
from db.letters.kept_answers import keep_answers
from db.letters.tables.row_names import is_own_row
from db.text.cells import TAB, UPRIGHT, LineCell, is_table_rule, split_at, split_cells

VALUE = re.compile(r"(?<![\w.,+-])(?:[0-9]{1,5}(?:\.[0-9]+)?[ ]?%?|-|n/?a)(?![\w.%]|,\d)", re.IGNORECASE)
"""A number, a rate, or what stands for none."""
_FEWEST_CELLS = 4
_MOST_KEPT = 512
"""Of how many lines of tables it is kept what they hold, 1 MB at most for lines as tables have them."""
_LINE, _WORD = re.compile(r"[^\n]+"), re.compile(r"\S+")
_TOTALS = re.compile(r"\btotals?\W*$", re.IGNORECASE)
"""How the label of a row of totals ends: in copies of PDF the wrapped end of the label above stands before it."""
_KIND = re.compile(r"\b(?:prematures?|advice|forwarded|investigat\w+|resubmitted|new)\b", re.IGNORECASE)
"""A word that the label of every kind of enquiry has, or its wrapped end."""
_LAST_OF_KINDS = 2012


class Row(NamedTuple):
    """The cells of one line and where each begins and ends in it; `above` are words over it alone.

    `start` is where the line begins in the view's text.
    """

    cells: tuple[str, ...]
    spans: tuple[tuple[int, int], ...]
    above: str = ""
    start: int = 0

    @property
    def label(self) -> str:
        """What labels the row: the words on lines of their own above it, and its first cell if that is no value."""
        first = "" if is_value(self.cells[0]) else self.cells[0]
        return f"{self.above} {first}".strip()

    def span(self, index: int) -> tuple[int, int]:
        """Where a cell begins and ends in the view's text."""
        begin, end = self.spans[index]
        return self.start + begin, self.start + end


def read_rows(folded: FoldedText, start: int, end: int) -> Iterator[Row]:
    """The lines with cells set apart by tabs or pipes, and those below that end in as many values as a labelled one.

    A copy of PDF may lose the tabs of a row whose label runs over several lines.
    """
    width = piped = 0
    above: list[str] = []
    for match in _LINE.finditer(folded.text, start, end):
        line = match.group()
        if is_table_rule(line):
            continue
        if UPRIGHT in line:
            cells = _with_edge(split_cells(line) or (), line, piped)
            piped = piped or len(cells)
            row: Row | None = _make_row(cells)
        else:
            row = _split_at_tabs(line) or _split_values(line, width)
        if row:
            yield Row(row.cells, row.spans, " ".join(above), match.start())
            width = len(row.cells) if is_valued(row.cells) and not is_value(row.cells[0]) else width
            above = []
        else:
            above.append(line.strip())


def _with_edge(cells: Sequence[LineCell], line: str, width: int) -> tuple[LineCell, ...]:
    """The cells of a line with upright lines, an empty one at an edge too.

    In a table without lines at its edges an upright line that opens or closes a row parts an empty cell.
    """
    words = line.strip()
    opens, closes = words.startswith(UPRIGHT), words.endswith(UPRIGHT)
    if len(cells) != width - 1 or opens == closes:
        return tuple(cells)
    edge = LineCell(0, 0, "") if opens else LineCell(len(line), len(line), "")
    return (edge, *cells) if opens else (*cells, edge)


def _make_row(cells: Sequence[LineCell]) -> Row:
    return Row(tuple([words for _, _, words in cells]), tuple([(start, end) for start, end, _ in cells]))


@lru_cache(maxsize=_MOST_KEPT)
def _split_at_tabs(line: str) -> Row | None:
    """The row of a line with tabs; kept, as the headings are the same in all letters of some years."""
    return Row(*split_at(line, TAB)) if TAB in line else None


def _split_values(line: str, width: int) -> Row | None:
    """A row of so many cells set apart by single spaces: a label of any words or none, then values to its end."""
    if width < _FEWEST_CELLS:
        return None
    words = list(_WORD.finditer(line))
    first = len(words) - width + 1
    values = words[first:] if first >= 0 else []
    if not values or not all(is_value(word.group()) for word in values):
        return None
    if first and is_value(words[first - 1].group()):
        return None  # one value more than there are columns
    label = (0, values[0].start())
    cells = (line[slice(*label)].strip(), *(word.group() for word in values))
    return Row(cells, (label, *(word.span() for word in values)))


@keep_answers
def is_value(cell: str) -> bool:
    """Whether a cell holds a number, a dash or "n/a"."""
    return bool(VALUE.fullmatch(cell))


@lru_cache(maxsize=_MOST_KEPT)
def is_valued(cells: tuple[str, ...]) -> bool:
    """Whether a row holds values, perhaps after a label: numbers, dashes and empty cells, one number at least."""
    return any(map(str.isdecimal, cells)) and all(map(is_value, filter(None, cells[1:])))


def find_own_row(rows: Sequence[Row], year: int | None, names: Sequence[str]) -> Row | None:
    """The row of this council's figures of this year; None where that is not certain.

    The tables of 2006-2008 have three years, newest first; those of 2009-2012 set the kinds of enquiry one under
    another, over their totals; those of 2014 label the only row with the council's name.
    """
    if len(rows) == 1:
        return rows[0] if _is_ours(rows[0].label, year, names) else None
    labelled = [row for row in rows if _year_of(row.label) == year]
    if year is not None and len(labelled) == 1:
        return labelled[0]
    return _totals(rows) if year is not None and year <= _LAST_OF_KINDS else None


def _totals(rows: Sequence[Row]) -> Row | None:
    """The last row, if it is labelled as the total and is that of the kinds of enquiry above, column by column."""
    *parts, last = rows
    if len(parts) < 2 or not _TOTALS.search(last.label) or len({len(row.cells) for row in rows}) > 1:
        return None
    if any(_year_of(row.label) is not None for row in parts):
        return None
    if not all(_KIND.search(row.label) for row in parts):
        return None  # other rows may be other councils'
    for column in range(1, len(last.cells)):
        printed = [row.cells[column] for row in rows]
        if any("%" in cell or "." in cell for cell in printed):
            return None
        *counts, total = (int(cell) if cell.isdecimal() else 0 for cell in printed)
        if sum(counts) != total:
            return None
    return last


def _year_of(label: str) -> int | None:
    """The year that a row's label ends in: 01/04/07 - 31/03/08, 2006/07; None where it is no such label."""
    days = _list_days(label)
    last = day(days[-1]) if len(days) == 2 else None
    if last:
        return last.year
    return closing_year(label)


@keep_answers
def _list_days(label: str) -> tuple[str, ...]:
    """The days that a label writes."""
    return tuple(re.findall(DAY, label, re.IGNORECASE))


def _is_ours(label: str, year: int | None, names: Sequence[str]) -> bool:
    """Whether a table's only row is this council's of this year: its first cell is a value, or labels no other."""
    labelled = _year_of(label)
    if labelled is not None:
        return labelled == year
    return is_own_row(label, names)
