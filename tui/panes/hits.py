"""The list of letters that a search found, by council and year; before there is one, of searches to begin with."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import ClassVar

from textual.binding import BindingType
from textual.message import Message
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from db.words.hits import Hit
from tui.draw.hits import READY_SEARCHES, draw_council_head, draw_hit, draw_ready, draw_ready_head, list_files
from tui.keymap import Group, make_bindings
from tui.panes.bounded_list import BoundedList
from tui.panes.visual_row import VisualRow

_NEAR_END = 25
"""Lines from the last row at which more are asked for."""


class HitList(BoundedList):
    """Shows what it is given, and asks for more when its reader comes near the end."""

    BINDINGS: ClassVar[list[BindingType]] = [*make_bindings(Group.HITS), *make_bindings(Group.LISTS)]

    DEFAULT_CSS = """
    HitList { scrollbar-gutter: stable; }
    """

    @dataclass
    class HitHighlighted(Message):
        """The highlight has come to this letter; None: to none."""

        hit: Hit | None

    @dataclass
    class HitChosen(Message):
        """The user goes to this letter."""

        hit: Hit

    @dataclass
    class ReadyChosen(Message):
        """The user takes this search to begin with."""

        query: str

    @dataclass
    class OrderTurned(Message):
        """The letters are wanted in the other order: the best match first, or by council."""

    @dataclass
    class MoreWanted(Message):
        """The reader is near the end of what is shown."""

    _hits: tuple[Hit, ...] = ()

    @property
    def hits(self) -> tuple[Hit, ...]:
        """The letters shown."""
        return self._hits

    @property
    def highlighted_hit(self) -> Hit | None:
        """The letter highlighted."""
        number = self._highlighted_number
        return self._hits[number] if number is not None and number < len(self._hits) else None

    @property
    def place(self) -> int | None:
        """The number of the letter highlighted, from 1."""
        number = self._highlighted_number
        return number + 1 if number is not None and self._hits else None

    @property
    def _highlighted_number(self) -> int | None:
        option = self.highlighted_option
        return int(option.id) if option is not None and option.id is not None else None

    def show_ready(self) -> None:
        """Show the searches to begin with."""
        self._hits = ()
        rows = [Option(VisualRow(draw_ready_head), disabled=True)]
        rows += [
            Option(VisualRow(partial(draw_ready, query)), id=str(number)) for number, query in enumerate(READY_SEARCHES)
        ]
        self._fill(rows)

    def show(self, hits: Sequence[Hit], kept: Hit | None = None) -> None:
        """Show these letters, that of `kept` highlighted, or else the first."""
        self._hits = tuple(hits)
        self._fill(self._make_rows(0))
        ids = [hit.letter_id for hit in hits]
        if kept is not None and kept.letter_id in ids:
            self.highlighted = self.get_option_index(str(ids.index(kept.letter_id)))

    def add(self, hits: Sequence[Hit]) -> None:
        """Show these below the others; the highlight and the place stay."""
        first = len(self._hits)
        self._hits = (*self._hits, *hits)
        self.add_options(self._make_rows(first))

    def _fill(self, rows: list[Option]) -> None:
        """Show these rows from the first, which is highlighted."""
        self.set_options(rows)
        self.scroll_home(animate=False, immediate=True)
        self.highlighted = next((index for index, row in enumerate(rows) if not row.disabled), None)
        if self.highlighted is None:
            self.post_message(self.HitHighlighted(None))

    def _make_rows(self, first: int) -> list[Option]:
        """The rows of the letters from that number on, each council's name over its own."""
        rows: list[Option] = []
        before = self._hits[first - 1].council_id if first else None
        files = list_files(self._hits[first:])
        for number, (hit, file) in enumerate(zip(self._hits[first:], files, strict=True), first):
            if hit.council_id != before:
                before = hit.council_id
                rows.append(Option(VisualRow(partial(draw_council_head, hit.council)), disabled=True))
            rows.append(Option(VisualRow(partial(draw_hit, hit, file)), id=str(number)))
        return rows

    def action_turn_order(self) -> None:
        """List the letters in the other order."""
        self.post_message(self.OrderTurned())

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Ask for more in time."""
        super().watch_scroll_y(old_value, new_value)
        if self._hits and new_value + 2 * self.size.height + _NEAR_END >= self.virtual_size.height:
            self.post_message(self.MoreWanted())

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """Say which letter it is, unless that is another by now."""
        event.stop()
        if event.option_id is not None and event.option_index == self.highlighted:
            self.post_message(self.HitHighlighted(self.highlighted_hit))
            if self._hits and int(event.option_id) + _NEAR_END >= len(self._hits):
                self.post_message(self.MoreWanted())

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Say which letter it is, or which search."""
        event.stop()
        if event.option_id is None:
            return
        number = int(event.option_id)
        if self._hits:
            self.post_message(self.HitChosen(self._hits[number]))
        else:
            self.post_message(self.ReadyChosen(READY_SEARCHES[number]))
