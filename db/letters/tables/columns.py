"""The columns of a printed table, and what must hold of them before they are believed."""

from collections.abc import Sequence
from typing import NamedTuple

from db.letters.tables.headings import COMPLIANCE, HEADINGS, RATE, TOTAL, PrintedTable
from db.model import Cell, Quote, Table, TableName


class Column(NamedTuple):
    """One column of a printed table: our word for it, its own words, the value as printed and where."""

    key: str
    heading: str
    printed: str
    quote: Quote | None

    @property
    def value(self) -> int | None:
        """The counted number; None for an empty cell, a dash or "n/a"."""
        return int(self.printed) if self.printed.isdecimal() else None


_KNOWN = {
    name: frozenset(headings.keys() - ({TOTAL} if name is PrintedTable.RECEIVED else set()))
    for name, headings in HEADINGS.items()
}
"""Our words for the columns by which each table is known.

Received tables are known by a service: their total alone may stand over kinds of enquiry instead (2009-2012).
"""

Columns = tuple[Column, ...]
Tables = dict[PrintedTable, Columns]


def is_sound(name: PrintedTable, columns: Sequence[Column]) -> bool:
    """Whether some column is one we know and none is there twice."""
    keys = {column.key for column in columns}
    return not _KNOWN[name].isdisjoint(keys) and len(keys) == len(columns)


def adds_up(columns: Sequence[Column]) -> bool:
    """Whether the counts add up to the printed total, where there is one; of two totals the last is of all the rest."""
    counted = (column for column in columns if not _is_rate(column) and not _is_part_total(column))
    counts = {column.key: column.value or 0 for column in counted}
    total = counts.pop(TOTAL, None)
    return total is None or total == sum(counts.values())


def make_table(name: TableName, columns: Sequence[Column]) -> Table:
    """The counted columns as a table: the rates that stand in it are measures and go elsewhere."""
    cells = tuple(
        Cell(key=column.key, heading=column.heading, value=column.value, quote=column.quote)
        for column in columns
        if not _is_rate(column)
    )
    total = next((cell for cell in cells if cell.key == TOTAL), None)
    return Table(name=name, cells=tuple(cell for cell in cells if cell.key != TOTAL), total=total)


def _is_part_total(column: Column) -> bool:
    """Whether a column is a total of some columns: "Total excl premature" (2006-2011)."""
    return column.key.casefold().startswith("total excl")


def _is_rate(column: Column) -> bool:
    return column.key in (RATE, COMPLIANCE)
