"""All councils of a year as rows of one table: what stands in which column, and which there is room for."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from textual.content import Content

from db.councils.names import fold
from db.figures.cases import FEW_CASES
from db.figures.year_table import RowGroup, YearColumn, YearRow, find_group
from db.model import Council, MeasureName
from db.text.clean import one_line
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


@dataclass(frozen=True, slots=True)
class YearItem:
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


def list_items(
    rows: Iterable[YearRow], without: Sequence[Council], column: YearColumn, view: YearView, words: str = ""
) -> tuple[YearItem, ...]:
    """The lines of the table: councils with letters, in their order, with a heading for each group; then those without.

    `words` leaves only councils of which each is the beginning of a word of the name, the region or the county.
    """
    wanted = fold(words).split()
    missing = [council for council in without if _has_words(council, wanted)]
    if view is YearView.WITHOUT_LETTER:
        return tuple(YearItem(f"without {council.name}", council=council) for council in missing)
    kept = [row for row in rows if _has_words(row.letter.council, wanted)]
    if view is YearView.STAND_OUT:
        return tuple(_group_rows([row for row in kept if row.stands_out], column))
    items = [*_group_rows(kept, column)]
    if missing:
        names = ", ".join(shorten_council(council.name) for council in missing)
        items.append(YearItem("without", heading=f"no letter here: {format_count(len(missing), 'council')}: {names}"))
    return tuple(items)


def _group_rows(rows: Iterable[YearRow], column: YearColumn) -> Iterator[YearItem]:
    """The rows, with a heading where those of too few cases begin and where those without a value do."""
    group = RowGroup.COMPARED
    for row in rows:
        if (now := find_group(row, column)) is not group:
            group = now
            yield YearItem(f"group {now.name}", heading=_GROUPS[now])
        yield YearItem(f"letter {row.letter.letter_id}", row=row)


_GROUPS = {RowGroup.FEW_CASES: f"under {FEW_CASES} cases: no rank", RowGroup.NO_VALUE: "not printed"}


def _has_words(council: Council, wanted: Sequence[str]) -> bool:
    """Whether each of the words begins a word of the council's name, region or county."""
    return all(f" {word}" in _make_searched(council) for word in wanted)


@lru_cache(maxsize=2048)
def _make_searched(council: Council) -> str:
    """The words by which a council is found, folded, each behind a space."""
    names = (council.name, shorten_council(council.name), council.region or "", council.county or "")
    return f" {fold(' '.join(names))}"


@dataclass(frozen=True, slots=True, kw_only=True)
class YearColumns:
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
        cls, rows: Sequence[YearRow], width: int, column: YearColumn, *, is_reversed: bool, has_types: bool
    ) -> "YearColumns":
        """The columns for these rows in `width` cells: the last are left out first, the rank, name and share never.

        What stands out is said where the names are whole and there is room for some words.
        """
        drawn = [list_cells(row) for row in rows]
        widths = [
            max([Content(head).cell_length + 1, *(Content(cells[at]).cell_length for cells in drawn)])
            for at, head in enumerate(HEADS)
        ]
        widths[_LEAD] = max(widths[_LEAD], 6)
        widths[_GAP_CELL] += _SIGN
        longest = max((len(shorten_council(row.letter.council.name)) for row in rows), default=_MIN_NAME)
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
