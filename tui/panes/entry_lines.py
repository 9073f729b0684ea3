"""The entries of a list that stand on one line or several, and how the one below the mouse looks."""

from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING

from rich.cells import cell_len
from textual import events
from textual.content import Content
from textual.reactive import reactive

if TYPE_CHECKING:
    from tui.panes.line_list import DrawLine, LineList
else:
    LineList = object  # a class of widgets costs more, before the first picture


class EntryLines(LineList):
    """Mixed into a list of lines: each entry is as high as what is drawn of it, counted for one width of the list."""

    _ends: Sequence[int] = ()
    """Behind the last line of each entry."""
    _width = 0
    """For which they were counted: a list that has grown or shrunk is painted once before it is counted anew."""
    _drawn: tuple[int, bool, list[Content]] | None = None
    """The lines of the entry drawn last, and whether it was highlighted: one of many lines is drawn once for them."""
    _hovered: reactive[int | None] = reactive(None)

    def show_lines(
        self, count: int, draw: "DrawLine", can_highlight: Callable[[int], bool], highlighted: int | None
    ) -> None:
        """Show so many entries; none is below the mouse until it moves."""
        self._hovered = None
        super().show_lines(count, draw, can_highlight, highlighted)

    def redraw(self) -> None:
        """Draw every entry in sight anew."""
        self._drawn = None
        super().redraw()

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Show of the entry below the mouse that it can be chosen."""
        index = self.find_entry_at(event)
        self._hovered = index if index is not None and self._can_highlight(index) else None

    def on_leave(self, _event: events.Leave) -> None:
        """There is none below it."""
        self._hovered = None

    def list_lines(self, index: int) -> range:
        """The lines of an entry."""
        return range(self._ends[index - 1] if index else 0, self._ends[index])

    def find_entry(self, line: int) -> int | None:
        """The entry that has a line; None where there is none."""
        return bisect_right(self._ends, line) if self._ends and 0 <= line < self._ends[-1] else None

    def draw_at(self, index: int, line: int, width: int, is_highlighted: bool) -> Content:
        """A line of an entry."""
        if self._drawn is None or self._drawn[:2] != (index, is_highlighted):
            self._drawn = index, is_highlighted, self._split(self._draw_entry(index, is_highlighted))
        return self._drawn[2][line - self.list_lines(index).start]

    def choose_look(self, index: int, is_highlighted: bool) -> str:
        """An entry below the mouse that can be chosen has a look of its own."""
        return super().choose_look(index, is_highlighted) or ("line-list--hover" if index == self._hovered else "")

    def _draw_entry(self, index: int, is_highlighted: bool) -> Content:
        """The whole of an entry, for the width that its lines are counted for."""
        return self._draw(index, self._width, is_highlighted)

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
        """Whether none of the lines is wider than the list was when they were counted."""
        return all(cell_len(line) <= self._width for line in lines)
