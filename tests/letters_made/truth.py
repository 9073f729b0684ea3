"""A made letter: the pieces it is printed in, and what a reader must find in it."""

from dataclasses import dataclass, field, replace
from datetime import date
from enum import Enum, auto

from db.model import LetterKind, Measure, MeasureName, Period, TableName


class Kind(Enum):
    """What a piece of a letter is; manglings choose their pieces by it."""

    LOGO = auto()
    DATE = auto()
    BYLINE = auto()
    ADDRESS = auto()
    DEAR = auto()
    SUBJECT = auto()
    PROSE = auto()
    TITLE = auto()
    HEADING = auto()
    STATISTIC = auto()
    COUNT = auto()
    TABLE = auto()
    BLOCK = auto()
    SIGNED = auto()


@dataclass(frozen=True)
class Grid:
    """One table: a row of headings over one row of values, maybe under a row of headings over several columns.

    `older` are rows of earlier years below, as the tables of 2006-2008 have them.
    """

    headings: tuple[str, ...]
    values: tuple[str, ...]
    spanning: tuple[str, ...] = ()
    older: tuple[tuple[str, ...], ...] = ()

    @property
    def rows(self) -> list[tuple[str, ...]]:
        """All rows from the top."""
        above = [self.spanning] if self.spanning else []
        return [*above, self.headings, self.values, *self.older]


@dataclass(frozen=True)
class Piece:
    """Some lines of a letter that belong together; a table keeps its cells until it is flattened."""

    kind: Kind
    lines: tuple[str, ...]
    grid: Grid | None = None

    def with_lines(self, *lines: str) -> "Piece":
        """The same piece with other lines."""
        return replace(self, lines=lines)


def printed(pieces: list[Piece]) -> str:
    """The letter's text: tables with tabs between their cells, a blank line between any two pieces."""
    return "\n\n".join("\n".join(tabbed(p.grid) if p.grid else p.lines) for p in pieces)


def tabbed(grid: Grid) -> tuple[str, ...]:
    """A table's lines with a tab between any two cells."""
    return tuple("\t".join(row) for row in grid.rows)


@dataclass(frozen=True)
class Truth:
    """What the letter says. `tables` are by our words for the columns, the printed total among them."""

    family: str
    council: str
    year: int
    kind: LetterKind = LetterKind.ANNUAL
    dated: date | None = None
    addressee: str | None = None
    role: str | None = None
    measures: dict[MeasureName, Measure] = field(default_factory=dict)
    tables: dict[TableName, dict[str, int | None]] = field(default_factory=dict)

    @property
    def period(self) -> Period:
        """Letters cover the twelve months to 31 March."""
        return Period(start=date(self.year - 1, 4, 1), end=date(self.year, 3, 31))

    def measure(self, name: MeasureName) -> Measure:
        """The measure of that name, `not_given` where the letter prints none."""
        return self.measures.get(name, Measure(name=name))


@dataclass(frozen=True)
class Made:
    """A made letter before it is mangled."""

    truth: Truth
    pieces: tuple[Piece, ...]
