"""All councils of a year as one table: its heads, its rows, and the line in which part of a name is typed."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.message import Message
from textual.widgets import Static

from db.figures.year_table import YearRow
from db.model import Council
from tui.draw.marked import count_marked
from tui.draw.year_rows import YearColumns, YearItem, YearItems, draw_head, draw_item, list_items
from tui.draw.year_title import YearAnswer, describe_order, draw_year_title, explain_empty
from tui.keymap import Group, make_bindings
from tui.panes.filtered_table import FilteredTable
from tui.panes.find_line import FindLine
from tui.panes.fitted_text import FittedText
from tui.panes.line_list import LineList

_BESIDE_SCROLLBAR = 1
"""Cells left free, so that no word touches the scrollbar."""


class YearList(LineList):
    """The rows, with the keys of every list."""

    BINDINGS: ClassVar[list[BindingType]] = [*make_bindings(Group.YEAR_LIST), *make_bindings(Group.LISTS)]

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Enter and a mark do something only where a council is highlighted."""
        return action not in ("select", "screen.mark") or self.highlighted is not None


class YearTablePane(FilteredTable):
    """Shows the table it is given; asks nobody."""

    @dataclass
    class CouncilHighlighted(Message):
        """The highlight has come to another line, or there is none any more."""

    @dataclass
    class LetterChosen(Message):
        """The reader goes to the letter of a row."""

        row: YearRow

    @dataclass
    class MissingChosen(Message):
        """The reader wants to know of a council without a letter."""

        council: Council

    _answer: YearAnswer | None = None
    _columns: YearColumns | None = None
    _items = YearItems(())
    _wanted = ""
    _marked: frozenset[str] = frozenset()

    def compose(self) -> ComposeResult:
        """The heads, the rows, what is said where there are none, and the line to type in."""
        yield Static("", id="year-heads", markup=False)
        yield YearList(id="year-list")
        yield FittedText("", id="year-empty", markup=False)
        yield FindLine(id="year-find")

    @property
    def line_list(self) -> YearList:
        """The rows."""
        return self.query_one(YearList)

    @property
    def item(self) -> YearItem | None:
        """The line highlighted."""
        at = self.line_list.highlighted
        return self._items[at] if at is not None and at < len(self._items) else None

    @property
    def items(self) -> YearItems:
        """What is listed."""
        return self._items

    def show(self, answer: YearAnswer) -> None:
        """Show a table; the highlight goes to the council of the choice, or to the first line if that names none."""
        self._answer = answer
        self._wanted = answer.choice.council
        self._draw_frame()
        self._fill()

    def show_marks(self, names: Iterable[str]) -> None:
        """Have these councils marked, and no others."""
        self._marked = frozenset(names)
        self.line_list.redraw()
        self._draw_frame()

    def restore_words(self, words: str) -> None:
        """Have these words typed already."""
        if words:
            self.query_one(FindLine).restore(words)

    def on_resize(self, _event: events.Resize) -> None:
        """Choose the columns anew for the width there is."""
        self._draw_frame()

    def _draw_frame(self) -> None:
        """The titles, and the heads over the columns that there is room for."""
        answer = self._answer
        if answer is None or self.outer_size.width < 1:
            return
        choice = answer.choice
        self.border_title = draw_year_title(answer, self.outer_size.width)
        marked = f"{count_marked(len(self._marked))} \u00b7 " if self._marked else ""
        self.border_subtitle = Content(f"{marked}{describe_order(answer, self.outer_size.width - len(marked))}")
        width = self.line_list.scrollable_content_region.width - _BESIDE_SCROLLBAR
        if width < 1:  # there are no rows
            return
        self._columns = YearColumns.fit(
            answer.widths, width, choice.column, is_reversed=choice.is_reversed, has_types=choice.type is None
        )
        self.query_one("#year-heads", Static).update(draw_head(self._columns))
        self.line_list.redraw()

    def _fill(self) -> None:
        """List what the choice and the words typed leave."""
        answer = self._answer
        if answer is None:
            return
        at = (self.line_list.highlighted or 0) if self._wanted else 0
        choice = answer.choice
        items = list_items(answer.table.rows, answer.without, choice.column, choice.view, choice.words, answer.searched)
        self._items = items
        empty = self.query_one("#year-empty", Static)
        empty.display = not items
        empty.update("" if items else explain_empty(answer))
        self.line_list.display = bool(items)
        target = items.find_council(self._wanted) if self._wanted else None
        if target is None:
            choices = (index for index in (*range(at, len(items)), *reversed(range(min(at, len(items))))))
            target = next((index for index in choices if not items.is_heading(index)), None)
        self.line_list.show_lines(len(items), self._draw, lambda index: not items.is_heading(index), target)
        line = self.query_one(FindLine)
        line.tell(f"{items.council_count:,} shown" if line.words.strip() else "")

    def _draw(self, at: int, _width: int, _is_highlighted: bool) -> Content:
        """A line for the columns there are now."""
        item = self._items[at]
        return draw_item(item, self._columns, is_marked=item.name in self._marked) if self._columns else Content("")

    def filter(self, words: str) -> None:
        """List what these words leave."""
        if self._answer is not None and words != self._answer.choice.words:
            self._answer = self._answer._replace(choice=self._answer.choice._replace(words=words))
            self._fill()

    @on(LineList.LineHighlighted)
    def _say_highlighted(self, event: LineList.LineHighlighted) -> None:
        """Say that the highlight has moved; it stays on this council when the table changes."""
        event.stop()
        if self.item is not None:
            self._wanted = self.item.name
        self.post_message(self.CouncilHighlighted())

    @on(LineList.LineSelected)
    def _choose(self, event: LineList.LineSelected) -> None:
        """Say where the row leads."""
        event.stop()
        item = self.item
        if item is not None and item.row is not None:
            self.post_message(self.LetterChosen(item.row))
        elif item is not None and item.council is not None:
            self.post_message(self.MissingChosen(item.council))
