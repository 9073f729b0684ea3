"""Tidy tables to take away: each column declared once, with what it holds and how it is read."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Generic, TypeVar

from db.model import Number
from db.text.clean import one_line

Value = str | Number | None
"""What stands in a cell: None is "not printed" or "not known", never zero."""

Line = tuple[Value, ...]
"""One row of a sheet: a value for each column."""

Item = TypeVar("Item")

_LONGEST = 30_000
"""Characters in a cell: a spreadsheet takes no more than 32,767."""


@dataclass(frozen=True, slots=True)
class Column(Generic[Item]):
    """A column: its name, a sentence on what it holds, and how its value is read from what a row is about."""

    name: str
    meaning: str
    read: Callable[[Item], Value]


@dataclass(frozen=True, slots=True)
class Sheet(Generic[Item]):
    """A table with one row for each of something: `row_of` names it."""

    name: str
    row_of: str
    columns: tuple[Column[Item], ...]

    @property
    def heads(self) -> tuple[str, ...]:
        """The names of the columns."""
        return tuple(column.name for column in self.columns)

    def build_lines(self, items: Iterable[Item]) -> Iterator[Line]:
        """A row for each item. Text is made one harmless line, whatever a letter or a file holds."""
        for item in items:
            yield tuple(_make_harmless(column.read(item)) for column in self.columns)


def _make_harmless(value: Value) -> Value:
    return one_line(value, _LONGEST) if isinstance(value, str) else value
