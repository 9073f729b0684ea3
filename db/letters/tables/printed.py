"""The printed tables: received by service, decided by outcome, remedied (2014-2019), and their elders of 2006-2008.

Copies flatten a table in three ways. Where cells are kept apart (by tabs or pipes) a heading row stands over a row
of values, or each heading beside its value. Where they are not (one cell a line, or aligned by spaces) the known
headings are found one after another, then exactly as many values. Anything else, and the table is left out with a
warning. Of several rows only the one labelled with the letter's own year is read: the others are older years.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from db.letters.folded import FoldedText
from db.letters.tables.headings import (
    COMPLIANCE,
    HEADINGS,
    NAMES,
    RATE,
    ROW_NAME,
    TITLES,
    TOTAL,
    PrintedTable,
    key_of,
    without_spanning,
)
from db.letters.tables.row_names import is_own_row
from db.letters.tables.rows import VALUE, is_value, is_valued, own_row, rows_of
from db.model import Cell, Doubt, Quote, Table, TableName

_STOP = re.compile(
    r"^[ \t]*(?:Notes?\b.*|Our uphold rate is\b.*|The number of remedied\b.*|Yours sincerely.*|Response times.*)$",
    re.IGNORECASE | re.MULTILINE,
)
_OTHER_YEAR = re.compile(r"^year$|\b(?:19|20)\d\d\b", re.IGNORECASE)
"""A column that is of a year, or names one, is no count of this letter's."""
_LONGEST = 1500
_MOST_TITLES = 30
"""No letter has a table under more titles than this: a text of titles is not searched from each of them."""


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
        return int(self.printed) if self.printed.isdecimal() else None


Tables = dict[PrintedTable, tuple[Column, ...]]


def read_tables(folded: FoldedText, year: int | None, names: Sequence[str]) -> tuple[Tables, tuple[Doubt, ...]]:
    """The columns of each table that stands in the letter whole, and a warning for each that does not.

    `year` is the letter's, to choose among rows labelled with years; `names` are those the council goes by, to pass
    over a row labelled with another's.
    """
    tables: Tables = {}
    doubts: list[Doubt] = []
    places: dict[PrintedTable, list[tuple[int, int]]] = {}
    for name, start, end in _regions(folded):
        places.setdefault(name, []).append((start, end))
    for name, regions in places.items():
        columns, doubt = _agreed(name, [_Region(folded, name, *region) for region in regions], year, names)
        if columns:
            tables[name] = columns
        if doubt:
            doubts.append(doubt)
    return tables, tuple(doubts)


@dataclass(frozen=True, slots=True)
class _Region:
    """What stands under one title of a table, up to the next title or the notes."""

    folded: FoldedText
    name: PrintedTable
    start: int
    end: int

    def columns(self, year: int | None, names: Sequence[str]) -> tuple[Column, ...] | None:
        """The columns, in whichever of the ways the copy has flattened them; None where they are not certain."""
        place = (self.folded, self.name, self.start, self.end)
        return _from_rows(*place, year, names) or _from_pairs(*place) or _from_sequence(*place, names)

    @property
    def is_table(self) -> bool:
        """Whether headings and values stand here: prose and later letters have the same titles."""
        words = self.folded.text[self.start : self.end]
        known = {key for begin, _, key in _known(self.name, words) if words[begin].isupper() or words[begin] == "%"}
        return len(known - {ROW_NAME}) > 1 and bool(VALUE.search(words))

    @property
    def quote(self) -> Quote:
        """The words that stand here."""
        return self.folded.quote(self.start, self.end)


def _agreed(
    name: PrintedTable, regions: Sequence[_Region], year: int | None, names: Sequence[str]
) -> tuple[tuple[Column, ...] | None, Doubt | None]:
    """The columns that every place printing this table has alike; none, with a warning, where two differ.

    A place that cannot be read is warned of where no other can be.
    """
    if len(regions) > _MOST_TITLES:
        message = f"The table of {NAMES[name]} is printed {len(regions)} times; it is left out."
        return None, Doubt(message, name.value, (regions[0].quote, regions[-1].quote))
    read = [(region, columns) for region in regions if (columns := region.columns(year, names))]
    if read:
        first = read[0][1]
        other = next((columns for _, columns in read if _values(columns) != _values(first)), None)
        if other is None:
            return first, None
        message = f"The table of {NAMES[name]} is printed twice with different figures; it is left out."
        return None, Doubt(message, name.value, tuple(q for q in (first[0].quote, other[0].quote) if q))
    table = next((region for region in regions if region.is_table), None)
    if table is None:
        return None, None
    message = f"The table of {NAMES[name]} could not be read for certain; its figures are left out."
    return None, Doubt(message, name.value, (table.quote,))


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


def _regions(folded: FoldedText) -> Iterator[tuple[PrintedTable, int, int]]:
    """Each table's title (the last of two that follow at once: 2018 prints "Decisions made" over the row too)."""
    titles = sorted((match.end(), name) for name, title in TITLES.items() for match in title.finditer(folded.text))
    for index, (start, name) in enumerate(titles):
        following = titles[index + 1][0] if index + 1 < len(titles) else len(folded.text)
        longest = min(len(folded.text), start + _LONGEST)
        stop = _STOP.search(folded.text, start, longest)
        end = min(following, stop.start() if stop else longest)
        if index + 1 < len(titles) and end == following:
            end = folded.text.rfind("\n", start, following - 1)
        if end > start and folded.text[start:end].strip():
            yield name, start, end


def _from_rows(
    folded: FoldedText, name: PrintedTable, start: int, end: int, year: int | None, names: Sequence[str]
) -> tuple[Column, ...] | None:
    """A heading row over a row of values, cell under cell; None if the copy does not keep cells apart."""
    rows = list(rows_of(folded, start, end))
    valued = [index for index, row in enumerate(rows) if is_valued(row)]
    values = own_row([rows[index] for index in valued], year, names) if valued and valued[0] else None
    if values is None:
        return None
    width = len(values.cells)
    above = [row for row in rows[: valued[0]] if len(row.cells) == width]
    if not above or len(rows[valued[0] - 1].cells) != width:
        return None
    columns: list[Column] = []
    for index, printed in enumerate(values.cells):
        heading, key = _heading(name, [row.cells[index] for row in above])
        is_label = key == ROW_NAME or (index == 0 and not is_value(printed) and key not in HEADINGS[name])
        if is_label or (not heading and not printed):
            continue
        if not heading or (printed and not is_value(printed)) or _OTHER_YEAR.search(heading):
            return None
        quote = folded.quote(*values.spans[index]) if printed else None
        columns.append(Column(key, heading, printed, quote))
    return tuple(columns) if _is_sound(name, columns) else None


def _is_sound(name: PrintedTable, columns: Sequence[Column]) -> bool:
    """Whether some column is one we know and none is there twice.

    Received tables are known by a service: their total alone may stand over kinds of enquiry instead (2009-2012).
    """
    keys = [column.key for column in columns]
    known = HEADINGS[name].keys() - ({TOTAL} if name is PrintedTable.RECEIVED else set())
    return not known.isdisjoint(keys) and len(set(keys)) == len(keys)


def _from_pairs(folded: FoldedText, name: PrintedTable, start: int, end: int) -> tuple[Column, ...] | None:
    """Each heading with its value beside it, one pair a line."""
    columns: list[Column] = []
    for row in rows_of(folded, start, end):
        if len(row.cells) != 2 or not row.cells[1]:
            return None
        key = key_of(name, row.cells[0])
        if key == ROW_NAME:
            continue
        if key is None or not is_value(row.cells[1]):
            return None
        columns.append(Column(key, " ".join(row.cells[0].split()), row.cells[1], folded.quote(*row.spans[1])))
    return tuple(columns) if len(columns) > 1 and _is_sound(name, columns) else None


def _heading(name: PrintedTable, stacked: list[str]) -> tuple[str, str]:
    """A column's heading and our word for it, from its cells in the heading rows, the lowest known one first."""
    whole = " ".join(cell for cell in stacked if cell)
    for words in (stacked[-1], whole):
        key = key_of(name, words)
        if key:
            return " ".join(words.split()), key
    own = stacked[-1] or whole
    return " ".join(own.split()), " ".join(own.split())


def _from_sequence(
    folded: FoldedText, name: PrintedTable, start: int, end: int, names: Sequence[str]
) -> tuple[Column, ...] | None:
    """Known headings one after another and then as many values; None if anything else is among them.

    Cells are not kept apart here: values that do not add up to their total are taken for shifted ones.
    """
    region = without_spanning(folded.text[start:end].replace("|", " "))
    first_value = VALUE.search(region)
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
    if name is PrintedTable.REMEDIED and found[0][2] != "by_ombudsman":
        return None  # two columns without a total: if their headings came out of order, nothing would tell
    values = list(VALUE.finditer(region, first_value.start()))
    trailing = region[values[len(found) - 1].end() :].strip() if len(values) == len(found) else "more"
    between = VALUE.sub(" ", region[first_value.start() :]).strip()
    if trailing or between or len({key for *_, key in found}) != len(found):
        return None
    if name is PrintedTable.REMEDIED and not _is_even(folded, start, found, values):
        return None
    columns = tuple(
        Column(
            key,
            " ".join(region[begin:finish].split()),
            value.group().strip(),
            folded.quote(start + value.start(), start + value.end()),
        )
        for (begin, finish, key), value in zip(found, values, strict=True)
    )
    return columns if _adds_up(columns) else None


def _is_even(
    folded: FoldedText, start: int, headings: Sequence[tuple[int, int, str]], values: Sequence[re.Match[str]]
) -> bool:
    """Whether the values stand no further apart than their headings: else the last may be a page's number.

    The table of remedied complaints is the last on its page, and without a total.
    """

    def apart(places: Sequence[tuple[int, int]]) -> int:
        """The most line ends of the stored text between two places beside each other."""
        gaps = ((folded.origin(start + end), folded.origin(start + begin)) for (_, end), (begin, _) in pairwise(places))
        return max((folded.stored.count("\n", *gap) for gap in gaps), default=0)

    return apart([value.span() for value in values]) <= apart([(begin, end) for begin, end, _ in headings])


def _adds_up(columns: Sequence[Column]) -> bool:
    """Whether the counts add up to the printed total, where there is one."""
    counts = {column.key: column.value or 0 for column in columns if column.key not in (RATE, COMPLIANCE)}
    total = counts.pop(TOTAL, None)
    return total is None or total == sum(counts.values())


def _known(name: PrintedTable, head: str) -> Iterator[tuple[int, int, str]]:
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
