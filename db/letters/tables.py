"""The printed tables: received by service, decided by outcome, remedied (2014-2019), and their elders of 2006-2008.

Copies flatten a table in three ways. Where cells are kept apart (by tabs or pipes) a heading row stands over a row
of values, or each heading beside its value. Where they are not (one cell a line, or aligned by spaces) the known
headings are found one after another, then exactly as many values. Anything else, and the table is left out with a
warning. Of several rows only the one labelled with the letter's own year is read: the others are older years.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from db.letters.dates import DAY, closing_year, day
from db.letters.headings import (
    COMPLIANCE,
    HEADINGS,
    NAMES,
    RATE,
    ROW_NAME,
    TITLES,
    TOTAL,
    Printed,
    key_of,
    without_spanning,
)
from db.letters.row_names import is_own_row
from db.letters.view import View
from db.model import Cell, Doubt, Quote, Table, TableName

_STOP = re.compile(
    r"^[ \t]*(?:Notes?\b.*|Our uphold rate is\b.*|The number of remedied\b.*|Yours sincerely.*|Response times.*)$",
    re.IGNORECASE | re.MULTILINE,
)
_VALUE = re.compile(r"(?<![\w.])(?:[0-9]{1,5}(?:\.[0-9]+)?[ ]?%?|-|n/?a)(?![\w.%])", re.IGNORECASE)
_OTHER_YEAR = re.compile(r"^year$|\b(?:19|20)\d\d\b", re.IGNORECASE)
"""A column that is of a year, or names one, is no count of this letter's."""
_LONGEST = 1500


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a printed table: our word for it, its own words, the value as printed and where."""

    key: str
    heading: str
    printed: str
    quote: Quote | None

    @property
    def value(self) -> int | None:
        """The counted number; None for an empty cell, a dash or "n/a"."""
        return int(self.printed) if self.printed.isdigit() else None


Tables = dict[Printed, tuple[Column, ...]]


def read_tables(view: View, year: int | None, names: Sequence[str]) -> tuple[Tables, tuple[Doubt, ...]]:
    """The columns of each table that stands in the letter whole, and a warning for each that does not.

    `year` is the letter's, to choose among rows labelled with years; `names` are those the council goes by, to pass
    over a row labelled with another's.
    """
    tables: Tables = {}
    doubts: list[Doubt] = []
    for name, start, end in _regions(view):
        columns = (
            _from_rows(view, name, start, end, year, names)
            or _from_pairs(view, name, start, end)
            or _from_sequence(view, name, start, end, names)
        )
        if columns is None:
            is_table = (
                len({key for *_, key in _known(name, view.text[start:end])} - {ROW_NAME}) > 1
            )  # later letters have the same headings
            if is_table and _VALUE.search(view.text, start, end):
                message = f"The table of {NAMES[name]} could not be read for certain; its figures are left out."
                doubts.append(Doubt(message, name.value, (view.quote(start, end),)))
        elif name in tables and _values(tables[name]) != _values(columns):
            message = f"The table of {NAMES[name]} is printed twice with different figures; it is left out."
            first, second = tables.pop(name)[0].quote, columns[0].quote
            doubts.append(Doubt(message, name.value, tuple(q for q in (first, second) if q)))
        else:
            tables[name] = columns
    return tables, tuple(doubts)


def as_table(name: TableName, columns: Sequence[Column]) -> Table:
    """The counted columns as a table: the rates that stand in it are measures and go elsewhere."""
    cells = tuple(
        Cell(column.key, column.heading, column.value, column.quote)
        for column in columns
        if column.key not in (RATE, COMPLIANCE)
    )
    total = next((cell for cell in cells if cell.key == TOTAL), None)
    return Table(name, tuple(cell for cell in cells if cell.key != TOTAL), total)


def _values(columns: Sequence[Column]) -> list[tuple[str, str]]:
    return [(column.key, column.printed) for column in columns]


def _regions(view: View) -> Iterator[tuple[Printed, int, int]]:
    """Each table's title (the last of two that follow at once: 2018 prints "Decisions made" over the row too)."""
    titles = sorted((match.end(), name) for name, title in TITLES.items() for match in title.finditer(view.text))
    for index, (start, name) in enumerate(titles):
        following = titles[index + 1][0] if index + 1 < len(titles) else len(view.text)
        longest = min(len(view.text), start + _LONGEST)
        stop = _STOP.search(view.text, start, longest)
        end = min(following, stop.start() if stop else longest)
        if index + 1 < len(titles) and end == following:
            end = view.text.rfind("\n", start, following - 1)
        if end > start and view.text[start:end].strip():
            yield name, start, end


@dataclass(frozen=True, slots=True)
class _Row:
    cells: tuple[str, ...]
    spans: tuple[tuple[int, int], ...]


def _rows(view: View, start: int, end: int) -> Iterator[_Row]:
    """The lines that hold cells set apart by tabs or pipes."""
    for line in re.compile(r"[^\n]+").finditer(view.text, start, end):
        separator = "|" if "|" in line.group() else "\t"
        if separator not in line.group() or (re.fullmatch(r"[\s|:\-]+", line.group()) and "--" in line.group()):
            continue
        cells: list[str] = []
        spans: list[tuple[int, int]] = []
        at = line.start()
        for cell in line.group().split(separator):
            cells.append(cell.strip())
            spans.append((at, at + len(cell)))
            at += len(cell) + 1
        if separator == "|":  # a Markdown row opens and closes with one
            if line.group().lstrip().startswith("|"):
                cells, spans = cells[1:], spans[1:]
            if line.group().rstrip().endswith("|"):
                cells, spans = cells[:-1], spans[:-1]
        yield _Row(tuple(cells), tuple(spans))


def _is_value(cell: str) -> bool:
    return bool(_VALUE.fullmatch(cell))


def _from_rows(
    view: View, name: Printed, start: int, end: int, year: int | None, names: Sequence[str]
) -> tuple[Column, ...] | None:
    """A heading row over a row of values, cell under cell; None if the copy does not keep cells apart."""
    rows = list(_rows(view, start, end))
    valued = [index for index, row in enumerate(rows) if _is_valued(row)]
    if not valued or valued[0] == 0:
        return None
    values = rows[valued[0]] if len(valued) == 1 else _row_of(year, [rows[index] for index in valued])
    if values is None or (len(valued) == 1 and not _is_ours(values.cells[0], year, names)):
        return None
    width = len(values.cells)
    above = [row for row in rows[: valued[0]] if len(row.cells) == width]
    if not above or len(rows[valued[0] - 1].cells) != width:
        return None
    columns: list[Column] = []
    for index, printed in enumerate(values.cells):
        heading, key = _heading(name, [row.cells[index] for row in above])
        is_label = key == ROW_NAME or (index == 0 and not _is_value(printed) and key not in HEADINGS[name])
        if is_label or (not heading and not printed):
            continue
        if not heading or (printed and not _is_value(printed)) or _OTHER_YEAR.search(heading):
            return None
        quote = view.quote(*values.spans[index]) if printed else None
        columns.append(Column(key, heading, printed, quote))
    return tuple(columns) if _is_sound(name, columns) else None


def _is_valued(row: _Row) -> bool:
    """Whether a row holds values, perhaps after a label: numbers, dashes and empty cells, one number at least."""
    return any(cell.isdigit() for cell in row.cells) and all(not cell or _is_value(cell) for cell in row.cells[1:])


def _is_sound(name: Printed, columns: Sequence[Column]) -> bool:
    """Whether some column is one we know and none is there twice."""
    keys = [column.key for column in columns]
    return any(key in HEADINGS[name] for key in keys) and len(set(keys)) == len(keys)


def _row_of(year: int | None, rows: Sequence[_Row]) -> _Row | None:
    """The one row labelled with this year; the tables of 2006-2008 have three years, newest first."""
    labelled = [row for row in rows if _year_of(row.cells[0]) == year]
    return labelled[0] if year is not None and len(labelled) == 1 else None


def _year_of(label: str) -> int | None:
    """The year that a row's label ends in: 01/04/07 - 31/03/08, 2006/07; None where it is no such label."""
    days = re.findall(DAY, label, re.IGNORECASE)
    last = day(days[-1]) if len(days) == 2 else None
    if last:
        return last.year
    return closing_year(label)


def _from_pairs(view: View, name: Printed, start: int, end: int) -> tuple[Column, ...] | None:
    """Each heading with its value beside it, one pair a line."""
    columns: list[Column] = []
    for row in _rows(view, start, end):
        if len(row.cells) != 2 or not row.cells[1]:
            return None
        key = key_of(name, row.cells[0])
        if key == ROW_NAME:
            continue
        if key is None or not _is_value(row.cells[1]):
            return None
        columns.append(Column(key, " ".join(row.cells[0].split()), row.cells[1], view.quote(*row.spans[1])))
    return tuple(columns) if len(columns) > 1 and _is_sound(name, columns) else None


def _heading(name: Printed, stacked: list[str]) -> tuple[str, str]:
    """A column's heading and our word for it, from its cells in the heading rows, the lowest known one first."""
    whole = " ".join(cell for cell in stacked if cell)
    for words in (stacked[-1], whole):
        key = key_of(name, words)
        if key:
            return " ".join(words.split()), key
    own = stacked[-1] or whole
    return " ".join(own.split()), " ".join(own.split())


def _is_ours(label: str, year: int | None, names: Sequence[str]) -> bool:
    """Whether a table's only row is this council's of this year: its first cell is a value, or labels no other."""
    labelled = _year_of(label)
    if labelled is not None:
        return labelled == year
    return _is_value(label) or is_own_row(label, names)


def _from_sequence(view: View, name: Printed, start: int, end: int, names: Sequence[str]) -> tuple[Column, ...] | None:
    """Known headings one after another and then as many values; None if anything else is among them.

    Cells are not kept apart here: values that do not add up to their total are taken for shifted ones.
    """
    region = without_spanning(view.text[start:end].replace("|", " "))
    first_value = _VALUE.search(region)
    if not first_value:
        return None
    head = region[: first_value.start()]
    found = sorted(_known(name, head))
    residue = list(head)
    for begin, finish, _ in found:
        residue[begin:finish] = " " * (finish - begin)
    if found and any(key == ROW_NAME for *_, key in found):  # 2014: the council's name stands before its values
        residue = residue[: found[-1][1]] if is_own_row(head[found[-1][1] :], names) else residue
    if not found or "".join(residue).strip(" \t\n-:*"):
        return None
    found = [place for place in found if place[2] != ROW_NAME]
    if name is Printed.REMEDIED and found[0][2] != "by_ombudsman":
        return None  # two columns without a total: if their headings came out of order, nothing would tell
    values = list(_VALUE.finditer(region, first_value.start()))
    trailing = region[values[len(found) - 1].end() :].strip() if len(values) == len(found) else "more"
    between = _VALUE.sub(" ", region[first_value.start() :]).strip()
    if trailing or between or len({key for *_, key in found}) != len(found):
        return None
    columns = tuple(
        Column(
            key,
            " ".join(region[begin:finish].split()),
            value.group().strip(),
            view.quote(start + value.start(), start + value.end()),
        )
        for (begin, finish, key), value in zip(found, values, strict=True)
    )
    return columns if _adds_up(columns) else None


def _adds_up(columns: Sequence[Column]) -> bool:
    """Whether the counts add up to the printed total, where there is one."""
    counts = {column.key: column.value or 0 for column in columns if column.key not in (RATE, COMPLIANCE)}
    total = counts.pop(TOTAL, None)
    return total is None or total == sum(counts.values())


def _known(name: Printed, head: str) -> Iterator[tuple[int, int, str]]:
    """Every known heading in the text, the longest first where two would overlap."""
    places = [
        (match.start(), match.end(), key)
        for key, pattern in HEADINGS[name].items()
        for match in re.compile(rf"(?<!\w){pattern.pattern}(?!\w)", re.IGNORECASE).finditer(head)
    ]
    taken: list[tuple[int, int, str]] = []
    for place in sorted(places, key=lambda place: place[0] - place[1]):
        if all(place[1] <= other[0] or place[0] >= other[1] for other in taken):
            taken.append(place)
            yield place
