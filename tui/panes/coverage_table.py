"""Who has a letter of which year, as one table: heads, lines, sums, and the line in which part of a name is typed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.message import Message
from textual.widgets import Static

from db.councils.coverage import CoverageRow, CoverageTable, sum_years
from db.model import CouncilType
from tui.draw.council_words import has_words, split_typed
from tui.draw.coverage import (
    CoverageColumns,
    describe_cell,
    draw_coverage_head,
    draw_coverage_row,
    draw_coverage_sums,
    draw_coverage_title,
)
from tui.draw.coverage_choice import CoverageChoice
from tui.keymap import Group, make_bindings
from tui.keymap_sentences import fill_in_keys
from tui.panes.filtered_table import FilteredTable
from tui.panes.find_line import FindLine
from tui.panes.fitted_text import FittedText
from tui.panes.line_list import LineList

_BESIDE_SCROLLBAR = 1
_NO_LETTERS = "There is no letter here yet whose council and year are known."


@dataclass(frozen=True, slots=True, kw_only=True)
class CoverageLines:
    """A table, with what is worked out once of its rows: the words each is found by, the longest name in cells,
    and how many councils of each type there are.
    """

    table: CoverageTable
    searched: tuple[str, ...]
    longest_name: int
    counts: Mapping[CouncilType | None, int]


class CoverageList(LineList):
    """The lines, with the keys of every list."""

    BINDINGS: ClassVar[list[BindingType]] = [*make_bindings(Group.COVERAGE_LIST), *make_bindings(Group.LISTS)]


class CoverageTablePane(FilteredTable):
    """Shows the table it is given; asks nobody."""

    @dataclass
    class CellChosen(Message):
        """The reader goes to what stands at the highlight."""

    _lines: CoverageLines | None = None
    _choice = CoverageChoice()
    _rows: tuple[CoverageRow, ...] = ()
    _columns: CoverageColumns | None = None
    _cursor = 0
    _first = 0

    def compose(self) -> ComposeResult:
        """The heads, the lines, what is said where there are none, the sums, and the line to type in."""
        yield Static("", id="coverage-heads", markup=False)
        yield CoverageList(id="coverage-list")
        yield FittedText("", id="coverage-empty", markup=False)
        yield FittedText("", id="coverage-sums", markup=False)
        yield FindLine(id="coverage-find")

    @property
    def line_list(self) -> CoverageList:
        """The lines."""
        return self.query_one(CoverageList)

    @property
    def choice(self) -> CoverageChoice:
        """What is looked at, with the cell highlighted."""
        row, years = self.row, self.years
        return self._choice._replace(
            council=row.council.name if row else self._choice.council,
            year=years[self._cursor] if years else self._choice.year,
        )

    @property
    def rows(self) -> Sequence[CoverageRow]:
        """The councils listed."""
        return self._rows

    @property
    def years(self) -> tuple[int, ...]:
        """The years of the table."""
        return self._lines.table.years if self._lines else ()

    @property
    def row(self) -> CoverageRow | None:
        """The council highlighted."""
        at = self.line_list.highlighted
        return self._rows[at] if at is not None and at < len(self._rows) else None

    @property
    def cursor(self) -> int:
        """The index of the year highlighted."""
        return self._cursor

    def show(self, lines: CoverageLines, choice: CoverageChoice) -> None:
        """Show a table, the cell of the choice highlighted; the newest year if it names none."""
        self._lines, self._choice = lines, choice
        years = lines.table.years
        self._cursor = years.index(choice.year) if choice.year in years else max(len(years) - 1, 0)
        self._first = len(years)
        self._fill()

    def choose(self, choice: CoverageChoice) -> None:
        """Show what another choice leaves of the same table."""
        self._choice = choice
        self._fill()

    def step_year(self, step: int) -> bool:
        """Go to the year after (1) or before (-1); whether there is one."""
        if not 0 <= self._cursor + step < len(self.years):
            return False
        self._cursor += step
        self._draw_frame()
        self.line_list.redraw()
        return True

    def on_resize(self, _event: events.Resize) -> None:
        """Choose the columns anew for the width there is."""
        self._draw_frame()

    def _fill(self) -> None:
        """List what the choice leaves."""
        if self._lines is None:
            return
        wanted, chosen = split_typed(self._choice.words), self._choice.type
        self._rows = tuple(
            row
            for row, searched in zip(self._lines.table.rows, self._lines.searched, strict=True)
            if chosen in (None, row.council.type) and has_words(searched, wanted)
        )
        self._draw_frame()
        at = next((at for at, row in enumerate(self._rows) if row.council.name == self._choice.council), 0)
        self.line_list.show_lines(len(self._rows), self._draw, lambda _at: True, at if self._rows else None)
        self.line_list.display = bool(self._rows)
        empty = self.query_one("#coverage-empty", Static)
        empty.display = not self._rows
        typed = self._choice.words
        empty.update(
            f"No council here fits “{typed}”: {fill_in_keys('{coverage_leave}')} shows them all."
            if typed
            else _NO_LETTERS
        )
        line = self.query_one(FindLine)
        if typed and not line.display:
            line.restore(typed)
        line.tell(f"{len(self._rows):,} shown" if typed.strip() else "")

    def _draw_frame(self) -> None:
        """The titles, the heads over the years that there is room for, and the sums below them."""
        width = self.line_list.scrollable_content_region.width or self.content_size.width
        width -= _BESIDE_SCROLLBAR
        if self._lines is None or width < 1:
            return
        self._columns = CoverageColumns.fit(
            self.years,
            self._lines.longest_name,
            width,
            self._cursor,
            has_types=self._choice.type is None,
            most=len(self._lines.table.rows),
            first=self._first,
        )
        self._first = self._columns.first
        self.border_title = draw_coverage_title(self._choice.type, self._lines.counts, self.outer_size.width)
        self.query_one("#coverage-heads", Static).update(
            draw_coverage_head(self._columns, self._cursor) if self.years else ""
        )
        sums = draw_coverage_sums(tuple(sum_years(self.years, self._rows)), self._columns) if self.years else ""
        self.query_one("#coverage-sums", Static).update(sums)
        self._describe()

    def _describe(self) -> None:
        """Say below the table in words what is highlighted."""
        row = self.row
        words = describe_cell(row, self.years[self._cursor], self._cursor) if row and self.years else ""
        self.border_subtitle = Content(words) if words else None

    def _draw(self, at: int, _width: int, is_highlighted: bool) -> Content:
        """A line for the columns there are now."""
        if self._columns is None:
            return Content("")
        return draw_coverage_row(self._rows[at], self._columns, self._cursor if is_highlighted else None)

    @on(LineList.LineHighlighted)
    def _move(self, message: LineList.LineHighlighted) -> None:
        """Say what is highlighted now."""
        message.stop()
        self._describe()

    @on(LineList.LineSelected)
    def _choose_cell(self, message: LineList.LineSelected) -> None:
        """Say that the reader goes there."""
        message.stop()
        self.post_message(self.CellChosen())

    @property
    def words(self) -> str:
        """What is typed, or was when the reader came from here."""
        return super().words or self._choice.words

    def filter(self, words: str) -> None:
        """List what these words leave; the highlight stays at its council, if that is left."""
        if words != self._choice.words:
            self._choice = self.choice._replace(words=words)
            self._fill()
