"""A list of rows of one line or several, whose text can be selected with the mouse."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from itertools import accumulate
from typing import ClassVar

from rich.cells import cell_len
from textual import events
from textual.content import Content
from textual.geometry import Region
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip

from tui.draw.figures.row import Row
from tui.panes.line_list import LineList
from tui.panes.selectable import SelectableLines


class RowList(SelectableLines, LineList):
    """Rows of which those that lead somewhere can be highlighted, each of as many lines as it has."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"row-list--hover"}

    DEFAULT_CSS = """
    RowList > .row-list--hover { background: $block-hover-background; }
    """

    _rows: Sequence[Row] = ()
    _ends: Sequence[int] = ()
    """Behind the last line of each row."""
    _width = 0
    """For which they were counted: a list that has grown or shrunk is painted once before it is shown its rows anew."""
    _hovered: reactive[int | None] = reactive(None)

    def show_rows(self, rows: Sequence[Row], highlighted: int | None, width: int) -> None:
        """Show these, which are drawn for a list `width` cells wide; one that is wider is wrapped."""
        self._rows = rows
        self._width = width
        self._ends = list(accumulate(self._count_lines(row.content) for row in rows))
        self._hovered = None
        self.show_lines(
            len(rows),
            lambda index, _width, _is_highlighted: rows[index].content,
            lambda index: rows[index].leads_somewhere,
            highlighted,
        )

    @property
    def rows(self) -> Sequence[Row]:
        """What is shown."""
        return self._rows

    @property
    def highlighted_row(self) -> Row | None:
        """The row that the keys are about."""
        return None if self.highlighted is None else self._rows[self.highlighted]

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Show of the row below the mouse that it can be chosen."""
        index = self.find_entry_at(event)
        self._hovered = index if index is not None and self._rows[index].leads_somewhere else None

    def on_leave(self, _event: events.Leave) -> None:
        """There is none below it."""
        self._hovered = None

    def render_lines(self, crop: Region) -> list[Strip]:
        """The lines in sight, each with what is selected of it."""
        return ScrollView.render_lines(self, crop)

    def list_lines(self, index: int) -> range:
        """The lines of a row."""
        return range(self._ends[index - 1] if index else 0, self._ends[index])

    def find_entry(self, line: int) -> int | None:
        """The row that has a line; None where there is none."""
        return bisect_right(self._ends, line) if self._ends and 0 <= line < self._ends[-1] else None

    def draw_at(self, index: int, line: int, width: int, is_highlighted: bool) -> Content:
        """A line of a row."""
        return self._split(super().draw_at(index, line, width, is_highlighted))[line - self.list_lines(index).start]

    def choose_look(self, index: int, is_highlighted: bool) -> str:
        """A row below the mouse that can be chosen has a look of its own."""
        return super().choose_look(index, is_highlighted) or ("row-list--hover" if index == self._hovered else "")

    def _count_lines(self, content: Content) -> int:
        """How many lines it takes, which of hundreds is told without splitting each."""
        lines = content.plain.split("\n")
        return len(lines) if self._is_fitting(lines) else len(self._split(content))

    def _split(self, content: Content) -> list[Content]:
        """Its lines."""
        if self._is_fitting(content.plain.split("\n")):
            return content.split(allow_blank=True)
        return content.wrap(self._width)

    def _is_fitting(self, lines: Iterable[str]) -> bool:
        """Whether none of the lines is wider than the list was when it was shown them."""
        return all(cell_len(line) <= self._width for line in lines)
