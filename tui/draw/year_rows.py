"""All councils of a year as rows of one table: what stands in which column, and which there is room for."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from enum import StrEnum
from types import MappingProxyType
from typing import NamedTuple, overload

from textual.content import Content

from db.figures.cases import FEW_CASES
from db.figures.year_table import RowGroup, YearColumn, YearRow, find_group
from db.model import Council, MeasureName
from db.text.clean import one_line
from tui.draw.council_words import has_words, make_searched_words, split_typed
from tui.draw.figures.measure_text import SIGNS, format_rate_cell
from tui.draw.labels import SHORT_COUNCIL_TYPES, format_count
from tui.draw.layout import ATTENTION, MUTED, pad_column
from tui.draw.marked import MARKED, draw_marked
from tui.draw.short_names import shorten_council
from tui.draw.year_words import HEADS, format_rank, list_cells, name_stand_out

DOWN, UP = "↓", "↑"
"""Stand in the head of the column that is sorted by: the highest first, the lowest first."""

_RANK, _GAP, _TYPE, _SIGN = 3, 2, 1, 2
_MIN_NAME, _MIN_REASONS = 14, 16
_REASONS = "Stands out"
_LEAD, _GAP_CELL = 0, 2
_FIRST = 2
"""Of the cells of a row, how many are never left out: the cases and the rate."""

_COLUMNS = (
    YearColumn.CASES,
    YearColumn.UPHELD,
    YearColumn.GAP,
    YearColumn.COMPLIED,
    YearColumn.REMEDIED,
    YearColumn.PER_100K,
)
"""What the cells of a row can be sorted by, in their order."""


class YearView(StrEnum):
    """Which councils of a year are listed; the value is said in the head."""

    ALL = "all"
    STAND_OUT = "only what stands out"
    WITHOUT_LETTER = "only without a letter"


class YearItem(NamedTuple):
    """A line of the table: a council with its letter, a council without one, or a heading. `key` tells them apart."""

    key: str
    row: YearRow | None = None
    council: Council | None = None
    heading: str = ""

    @property
    def name(self) -> str:
        """The council's name; empty for a heading."""
        council = self.row.letter.council if self.row else self.council
        return council.name if council else ""


class YearItems(Sequence[YearItem]):
    """The lines of a table, each made when it is asked for: there may be tens of thousands."""

    def __init__(self, lines: Sequence[YearRow | Council | str]) -> None:
        self._lines = lines

    def __len__(self) -> int:
        return len(self._lines)

    @overload
    def __getitem__(self, at: int) -> YearItem: ...

    @overload
    def __getitem__(self, at: slice) -> Sequence[YearItem]: ...

    def __getitem__(self, at: int | slice) -> YearItem | Sequence[YearItem]:
        if isinstance(at, slice):
            return YearItems(self._lines[at])
        line = self._lines[at]
        if isinstance(line, YearRow):
            return YearItem(f"letter {line.letter.letter_id}", row=line)
        if isinstance(line, Council):
            return YearItem(f"without {line.name}", council=line)
        return YearItem(line, heading=line)

    @property
    def council_count(self) -> int:
        """How many lines are councils."""
        return len(self._lines) - sum(isinstance(line, str) for line in self._lines)

    @property
    def rows(self) -> tuple[YearRow, ...]:
        """The councils with a letter."""
        return tuple(line for line in self._lines if isinstance(line, YearRow))

    @property
    def councils(self) -> tuple[Council, ...]:
        """The councils listed that have no letter."""
        return tuple(line for line in self._lines if isinstance(line, Council))

    def is_heading(self, at: int) -> bool:
        """Whether a line is a heading."""
        return isinstance(self._lines[at], str)

    def find_council(self, name: str) -> int | None:
        """The index of a council's line."""
        for at, line in enumerate(self._lines):
            if isinstance(line, YearRow):
                if line.letter.council.name == name:
                    return at
            elif isinstance(line, Council) and line.name == name:
                return at
        return None


def list_items(
    rows: Iterable[YearRow],
    without: Sequence[Council],
    column: YearColumn,
    view: YearView,
    words: str = "",
    searched: Mapping[int, str] = MappingProxyType({}),
) -> YearItems:
    """The lines of the table: councils with letters, in their order, with a heading for each group; then those without.

    `words` leaves only councils of which each is the beginning of a word of the name, the region or the county;
    `searched` has these, by letter, where they are known already.
    """
    wanted = split_typed(words)
    missing = [council for council in without if has_words(make_searched_words(council), wanted)]
    if view is YearView.WITHOUT_LETTER:
        return YearItems(missing)
    kept = [row for row in rows if row.stands_out] if view is YearView.STAND_OUT else list(rows)
    if wanted:
        known = searched or {row.letter.letter_id: make_searched_words(row.letter.council) for row in kept}
        for word in wanted:  # one after the other: quicker than all of them for each of very many rows
            kept = [row for row in kept if word in known[row.letter.letter_id]]
    lines: list[YearRow | Council | str] = list(_group_rows(kept, column))
    if missing and view is YearView.ALL:
        names = ", ".join(shorten_council(council.name) for council in missing)
        lines.append(f"no letter here: {format_count(len(missing), 'council')}: {names}")
    return YearItems(lines)


def _group_rows(rows: Sequence[YearRow], column: YearColumn) -> Iterator[YearRow | str]:
    """The rows, with a heading where those of too few cases begin and where those without a value do."""
    begins = [bisect_left(rows, group, key=lambda row: find_group(row, column)) for group in _GROUPS]
    ends = [*begins[1:], len(rows)]
    yield from rows[: begins[0]]
    for heading, begin, end in zip(_GROUPS.values(), begins, ends, strict=True):
        if begin < end:
            yield heading
            yield from rows[begin:end]


_GROUPS = {RowGroup.FEW_CASES: f"under {FEW_CASES} cases: no rank", RowGroup.NO_VALUE: "not printed"}


class RowWidths(NamedTuple):
    """How many cells the widest of each cell of some rows takes, and the longest name."""

    cells: tuple[int, ...]
    name: int


def measure_rows(rows: Iterable[YearRow]) -> RowWidths:
    """Find the widths of rows, whatever their order: once for all the widths of a screen."""
    cells, name = [0] * len(HEADS), 0
    for row in rows:
        cells = [max(known, len(cell)) for known, cell in zip(cells, list_cells(row), strict=True)]
        name = max(name, Content(shorten_council(row.letter.council.name)).cell_length)
    return RowWidths(cells=tuple(cells), name=name)


def join_widths(widths: Iterable[RowWidths]) -> RowWidths:
    """The widths of rows that were measured apart."""
    known = [RowWidths(cells=(0,) * len(HEADS), name=0), *widths]
    cells = zip(*(each.cells for each in known), strict=True)
    return RowWidths(cells=tuple(map(max, cells)), name=max(each.name for each in known))


class YearColumns(NamedTuple):
    """The columns that a width has room for: `cells` has the width of each of a row's that stands in it.

    `reasons` is 0 where there is no room to say what stands out; `has_types` where councils of all types stand there.
    """

    width: int
    name: int
    cells: tuple[int, ...]
    reasons: int
    has_types: bool
    column: YearColumn
    is_reversed: bool

    @classmethod
    def fit(
        cls, rows: RowWidths, width: int, column: YearColumn, *, is_reversed: bool, has_types: bool
    ) -> "YearColumns":
        """The columns for such rows in `width` cells: the last are left out first, the rank, name and share never.

        What stands out is said where the names are whole and there is room for some words.
        """
        widths = [max(Content(head).cell_length + 1, rows.cells[at]) for at, head in enumerate(HEADS)]
        widths[_LEAD] = max(widths[_LEAD], 6)
        widths[_GAP_CELL] += _SIGN
        longest = rows.name or _MIN_NAME
        room = width - _RANK - 1 - (_TYPE + 1 if has_types else 0)
        kept = list(widths[:_FIRST])
        for each in widths[_FIRST:]:
            if sum(kept) + len(kept) + each + 1 + min(longest, _MIN_NAME) > room:
                break
            kept.append(each)
        room -= sum(kept) + len(kept)
        name = max(min(longest, room), 1)
        left = room - name - _GAP
        reasons = left if left >= _MIN_REASONS and len(kept) == len(widths) else 0
        return cls(
            width=width,
            name=room if not reasons and room <= longest + _GAP else name,
            cells=tuple(kept),
            reasons=reasons,
            has_types=has_types,
            column=column,
            is_reversed=is_reversed,
        )


def draw_head(columns: YearColumns) -> Content:
    """The heads of the columns, an arrow at that which is sorted by."""
    name = columns.name + (_TYPE + 1 if columns.has_types else 0)
    cells = [pad_column("", _RANK + 1), pad_column(Content.styled("Council", MUTED), name)]
    for at, width in enumerate(columns.cells):
        head = "Cases" if at == _LEAD and columns.column is YearColumn.CASES else HEADS[at]
        if _COLUMNS[at] is columns.column:
            head += UP if columns.is_reversed else DOWN
        style = f"bold {MUTED}" if _COLUMNS[at] is columns.column else MUTED
        room = width - _SIGN if at == _GAP_CELL else width
        cells.append(pad_column(Content.styled(f" {head:>{room}}", style), width + 1))
    if columns.reasons:
        cells.append(Content.styled(" " * _GAP + _REASONS, MUTED))
    return Content("").join(cells).truncate(columns.width)


def draw_item(item: YearItem, columns: YearColumns, *, is_marked: bool = False) -> Content:
    """A line of the table, exactly as wide as its columns: what is too long ends in an ellipsis."""
    if item.row is not None:
        line = _draw_row(item.row, columns, is_marked=is_marked)
    elif item.council is not None:
        line = _draw_missing(item.council, is_marked=is_marked)
    else:
        line = _draw_heading(item.heading, columns.width)
    return line.truncate(columns.width, ellipsis=True, pad=True)


def _draw_row(row: YearRow, columns: YearColumns, *, is_marked: bool) -> Content:
    """A council with its letter."""
    council = row.letter.council
    upheld = row.measures[MeasureName.UPHELD]
    whole = Content(shorten_council(council.name))
    name = draw_marked(lambda room: whole.truncate(room, ellipsis=True), columns.name, is_marked=is_marked)
    parts = [Content(f"{format_rank(row.rank):>{_RANK}} "), name]
    if columns.has_types:
        parts.append(Content.styled(f" {SHORT_COUNCIL_TYPES[council.type][:1].upper()}", MUTED))
    sign = "" if upheld.has_few_cases else SIGNS.get(upheld.verdict, "")
    for at, (cell, width) in enumerate(zip(list_cells(row), columns.cells, strict=False)):
        if at == _GAP_CELL:
            gap = pad_column(cell, width - _SIGN, right=True)
            parts.append(Content.assemble(" ", gap, " ", pad_column(Content.styled(sign, f"bold {ATTENTION}"), 1)))
        else:
            parts.append(Content.assemble(" ", pad_column(_style_cell(row, at, cell), width, right=True)))
    if columns.reasons:
        parts += [Content(" " * _GAP), Content.styled(describe_reasons(row), ATTENTION)]
    return Content("").join(parts)


def _style_cell(row: YearRow, at: int, cell: str) -> Content:
    """A figure: the rate in bold, but of few cases muted; a compliance rate under 100 % deserves attention."""
    upheld = row.measures[MeasureName.UPHELD]
    if at < _FIRST:
        return Content.styled(cell, MUTED if upheld.has_few_cases else "bold" if at else "")
    complied = row.measures[MeasureName.COMPLIANCE]
    is_short = complied.measure.rate is not None and complied.measure.rate < 100 and complied.missing is None
    if _COLUMNS[at] is YearColumn.COMPLIED and is_short and cell == format_rate_cell(complied):
        return Content.styled(cell, f"bold {ATTENTION}")
    return Content(cell)


def describe_reasons(row: YearRow) -> str:
    """What stands out of a council, in words; empty where nothing does."""
    return ", ".join(map(name_stand_out, row.stands_out))


def _draw_missing(council: Council, *, is_marked: bool) -> Content:
    """A council without a letter, with where it is."""
    places = ", ".join(
        part for part in (council.region or "", shorten_council(council.county) if council.county else "") if part
    )
    kind = SHORT_COUNCIL_TYPES[council.type]
    name = f"{shorten_council(council.name)}{f' {MARKED}' if is_marked else ''}"
    return Content.assemble(" " * (_RANK + 1), name, (f"  {kind}, {places}", MUTED))


def _draw_heading(words: str, width: int) -> Content:
    """A heading, with a line to the right edge where there is room for one."""
    lead = f"{'':>{_RANK + 1}}{one_line(words, len(words) + 1)} "
    return Content.styled(lead + "─" * max(width - Content(lead).cell_length, 0), MUTED)
