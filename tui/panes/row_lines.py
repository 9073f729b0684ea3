"""Rows of one line or several in a list of lines, whose text can be selected with the mouse."""

from collections.abc import Sequence
from itertools import accumulate

from textual.geometry import Region
from textual.scroll_view import ScrollView
from textual.strip import Strip

from tui.draw.figures.row import Row
from tui.panes.entry_lines import EntryLines
from tui.panes.selectable import SelectableLines


class RowLines(SelectableLines, EntryLines):
    """Mixed into a list of lines: rows of as many lines as each has, of which those that lead somewhere are chosen."""

    _rows: Sequence[Row] = ()

    def show_rows(self, rows: Sequence[Row], highlighted: int | None, width: int) -> None:
        """Show these, which are drawn for a list `width` cells wide; one that is wider is wrapped."""
        self._rows = rows
        self._width = width
        self._ends = list(accumulate(self._count_lines(row.content) for row in rows))
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

    def render_lines(self, crop: Region) -> list[Strip]:
        """The lines in sight, each with what is selected of it."""
        return ScrollView.render_lines(self, crop)
