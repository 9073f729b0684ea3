"""The pane with the figures of one letter and the years of its council."""

from collections.abc import Sequence
from typing import ClassVar

from textual import events
from textual.binding import BindingType
from textual.content import Content
from textual.geometry import Size
from textual.message import Message

from db.councils.succession import Relative
from db.model import Quote, StoredLetter
from db.text.clean import one_line
from tui.draw.figures.statistics import NOTHING_CHOSEN, build_statistics_rows
from tui.draw.labels import name_letter
from tui.draw.layout import BORDER, FOCUSED_BORDER
from tui.draw.titles import draw_figures_title
from tui.keymap import Group, make_bindings
from tui.panes.line_list import LineList
from tui.panes.row_lines import RowLines

_MAX_SENTENCE = 400
_BESIDE_SCROLLBAR = 1
"""Cells left free, so that no word touches the scrollbar."""


class StatisticsPane(RowLines, LineList):
    """The figures of one letter as a list: choosing one leads to its words in the letter, or to another year."""

    BINDINGS: ClassVar[list[BindingType]] = [*make_bindings(Group.STATISTICS), *make_bindings(Group.LISTS)]

    DEFAULT_CSS = """
    StatisticsPane {
        height: 1fr;
        scrollbar-size-vertical: 1;
    }
    """

    class FigureChosen(Message):
        """A figure, a cell, a warning or a remark was chosen: the words it comes from."""

        def __init__(self, quote: Quote) -> None:
            super().__init__()
            self.quote = quote

    class YearChosen(Message):
        """A letter of the same council was chosen: of a year, the one shown too, or another file for a year."""

        def __init__(self, letter_id: int) -> None:
            super().__init__()
            self.letter_id = letter_id

    class CouncilChosen(Message):
        """A council that came before the one shown, or after it, was chosen."""

        def __init__(self, council_id: int) -> None:
            super().__init__()
            self.council_id = council_id

    _letters: tuple[StoredLetter, ...] = ()
    _relatives: Sequence[Relative] = ()
    _current = 0
    _placeholder = NOTHING_CHOSEN
    _drawn_width = 0
    _names_letter = False

    def show(
        self,
        letters: tuple[StoredLetter, ...],
        current: int,
        placeholder: str = NOTHING_CHOSEN,
        relatives: Sequence[Relative] = (),
    ) -> None:
        """Show `letters[current]`; `letters` are all of one council, newest first, or none: `placeholder` says why.

        `relatives` are the councils that came before it and after it.
        The highlight stays on what it was about while the council is the same; for another it goes to the first
        measure.
        """
        if letters and (letters, current, relatives) == (self._letters, self._current, self._relatives):
            return
        is_same_council = bool(self._letters and letters) and self._letters[0].council_id == letters[0].council_id
        is_same_letter = is_same_council and self._letters[self._current].id == letters[current].id
        key, at = self._highlighted_key if is_same_council else "", self.scroll_offset.y
        self._letters, self._current, self._relatives = letters, current, relatives
        self._placeholder = one_line(placeholder, _MAX_SENTENCE)
        self._draw_title()
        self._draw_rows(key)
        if is_same_letter:
            self.scroll_to(y=at, animate=False)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """The lines that the figures take, where the pane is as high as these: laid out first for the width it gets."""
        self._fit(width - self.scrollbar_size_vertical)
        return super().get_content_height(container, viewport, width)

    def on_resize(self, _event: events.Resize) -> None:
        """Lay the figures out for the new width."""
        self._draw_title()
        self._fit(self.scrollable_content_region.width)

    def _fit(self, width: int) -> None:
        """Lay the figures out for a width, unless they are; while the pane is out of sight, it has none."""
        if width != self._drawn_width:
            self._drawn_width = width
            self._draw_rows(self._highlighted_key)

    def on_focus(self, _event: events.Focus) -> None:
        """Draw the line in the title as the border now is."""
        self._draw_title()

    def on_blur(self, _event: events.Blur) -> None:
        """Draw the line in the title as the border now is."""
        self._draw_title()

    def show_letter_name(self, *, is_shown: bool) -> None:
        """Say below the figures which letter they are from, where the letter itself is not in sight."""
        self._names_letter = is_shown
        self._draw_title()

    def on_line_list_line_highlighted(self, event: LineList.LineHighlighted) -> None:
        """Keep the list's own message inside; what Enter does from here stands at the foot of the screen."""
        event.stop()
        self.screen.refresh_bindings()

    def action_select(self) -> None:
        """Say where the row highlighted leads."""
        row = self.highlighted_row
        if row is not None and row.letter_id is not None:
            self.post_message(self.YearChosen(row.letter_id))
        elif row is not None and row.council_id is not None:
            self.post_message(self.CouncilChosen(row.council_id))
        elif row is not None and row.quote is not None:
            self.post_message(self.FigureChosen(row.quote))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Enter does something only on a row that leads somewhere."""
        return action != "select" or (self.highlighted_row is not None and self.highlighted_row.leads_somewhere)

    @property
    def leads_to(self) -> str:
        """A word for what Enter does: "quote" on a figure, "letter" on the year that is shown, "open" on another.

        On another council "its figures".
        """
        row = self.highlighted_row
        if row is not None and row.council_id is not None:
            return "its figures"
        if row is None or row.letter_id is None:
            return "quote"
        return "letter" if row.letter_id == self._letters[self._current].id else "open"

    @property
    def _highlighted_key(self) -> str:
        """What the row highlighted is about; empty where none is."""
        row = self.highlighted_row
        return "" if row is None else row.key

    def _draw_title(self) -> None:
        """Name the letter in the pane's border."""
        stored = self._letters[self._current] if self._letters else None
        line = FOCUSED_BORDER if self.has_focus else BORDER
        self.border_title = draw_figures_title(stored, "Figures", self.outer_size.width, line)
        letter = name_letter(stored.letter) if stored and self._names_letter else ""
        self.border_subtitle = Content(letter) if letter else None

    def _draw_rows(self, key: str) -> None:
        """Lay everything out and highlight the row of that key, or else the first measure."""
        if self._drawn_width <= 0:
            return
        width = self._drawn_width - _BESIDE_SCROLLBAR
        rows = build_statistics_rows(self._letters, self._current, width, self._placeholder, self._relatives)
        choices = [index for index, row in enumerate(rows) if row.leads_somewhere]
        wanted = [index for index in choices if key and rows[index].key == key]
        measures = [index for index in choices if rows[index].key.startswith("measure ")]
        self.show_rows(rows, next(iter(wanted or measures or choices), None), self._drawn_width)
        if not wanted:
            self.scroll_home(animate=False)
