"""Tables in a letter's text: rows of cells with tabs or upright lines between them."""

import re
from collections.abc import Sequence

from textual.content import Content

from db.text.cells import UPRIGHT, LineCell, is_table_rule, split_cells
from tui.draw.letter.shown_text import Typesetter

_NUMBER = re.compile(r"\A(?:[-\u2013\u00a3]?[\d,.]*\d%?|[-\u2013]|n/?a)\Z", re.IGNORECASE)
_GAP = 2


TextRow = tuple[LineCell, ...]


def parse_row(raw: str, start: int) -> TextRow | None:
    """The cells of a line that begins at `start`, or None where it is no row of a table."""
    if UPRIGHT in raw and raw.count(UPRIGHT) < 2 and f" {UPRIGHT} " not in raw:
        return None
    cells = split_cells(raw, start)
    return cells if cells and any(cell.words for cell in cells) else None


def is_rule(raw: str) -> bool:
    """Whether a line of a table with upright lines only draws the line under its heading."""
    return UPRIGHT in raw and is_table_rule(raw)


def set_table(rows: Sequence[TextRow], width: int, page: Typesetter) -> None:
    """Show a table in columns if they fit the width, else each value on a line of its own after its heading."""
    widths = _measure_columns(rows, page)
    if sum(widths) + _GAP * (len(widths) - 1) <= width:
        _set_columns(rows, widths, page)
    else:
        _set_lines(rows, page)


def _measure_columns(rows: Sequence[TextRow], page: Typesetter) -> list[int]:
    """The width in cells of each column."""
    widths = [0] * max(len(row) for row in rows)
    for row in rows:
        for column, cell in enumerate(row):
            widths[column] = max(widths[column], Content(page.preview(cell.start, cell.end)).cell_length)
    return widths


def _set_columns(rows: Sequence[TextRow], widths: Sequence[int], page: Typesetter) -> None:
    """Each row on a line, its cells below those of the row before."""
    for number, row in enumerate(rows):
        page.add("\n" if number else "")
        spaces = 0
        for column, cell in enumerate(row):
            if cell.words:
                page.add(" " * spaces)
                page.put(cell.start, cell.end)
                spaces = widths[column] - Content(page.preview(cell.start, cell.end)).cell_length + _GAP
            else:
                spaces += widths[column] + _GAP


def _set_lines(rows: Sequence[TextRow], page: Typesetter) -> None:
    """Each value as "heading: value"; rows without a heading, and those above it, as they are."""
    heading = _find_heading(rows)
    for number, row in enumerate(rows):
        if number == heading:
            continue
        if heading is None or number < heading:
            page.add("\n" if number else "")
            _set_row(row, page)
        else:
            page.add("\n\n" if number > heading + 1 else "\n" if heading else "")
            _set_values(rows[heading], row, page)


def _set_row(row: TextRow, page: Typesetter) -> None:
    """The cells of a row that hold anything, side by side."""
    filled = [cell for cell in row if cell.words]
    for column, cell in enumerate(filled):
        page.add(" " * _GAP if column else "")
        page.put(cell.start, cell.end)


def _set_values(headings: TextRow, row: TextRow, page: Typesetter) -> None:
    """Each cell of a row on a line of its own, after its heading."""
    lines = 0
    for column in range(max(len(headings), len(row))):
        heading = headings[column] if column < len(headings) else None
        value = row[column] if column < len(row) else None
        if not (heading and heading.words) and not (value and value.words):
            continue
        page.add("\n" if lines else "")
        lines += 1
        if heading and heading.words:
            page.put(heading.start, heading.end)
            page.add(": ")
        if value and value.words:
            page.put(value.start, value.end)


def _find_heading(rows: Sequence[TextRow]) -> int | None:
    """Which row names the columns: the last one before the first number, if any row follows it."""
    for number, row in enumerate(rows):
        if any(_NUMBER.match(cell.words) for cell in row if cell.words):
            return number - 1 if number else None
    return None
