"""The councils of the register to choose one from: a box that filters on each key, and the list under it."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.message import Message
from textual.widgets import Input, OptionList
from textual.widgets.option_list import Option

from db.councils.finder import CouncilFinder
from db.model import Council
from db.text.clean import one_line
from tui.keymap import Group, make_bindings
from tui.panes.council_row import NameRow
from tui.panes.name_box import NameBox
from tui.panes.text_box import TextBox

AS_READ = "as read"
"""The id of the line that leaves the council as the letter was read."""


class CouncilBox(NameBox, TextBox):
    """The box, with its keys."""

    BINDINGS: ClassVar[list[BindingType]] = [*make_bindings(Group.COUNCIL_BOX)]


class CouncilPickerList(OptionList):
    """The list, with the keys of every list."""

    BINDINGS: ClassVar[list[BindingType]] = [*make_bindings(Group.LISTS)]


class CouncilPicker(Vertical):
    """The box and the list; the first line, while nothing is typed, is to leave the council as read."""

    @dataclass
    class Changed(Message):
        """Another council is highlighted, or none."""

    @dataclass
    class Chosen(Message):
        """The user takes what is highlighted."""

    _finder: CouncilFinder | None = None
    _read: Council | None = None

    def compose(self) -> ComposeResult:
        """The box and the list."""
        yield CouncilBox(placeholder="type part of a name", id="council-box")
        yield CouncilPickerList(id="picker-list", markup=False, compact=True)

    def show(self, finder: CouncilFinder, read: Council, chosen: Council | None) -> None:
        """Show the councils that `finder` knows; `read` is that of the letter, `chosen` the one set by hand."""
        self._finder, self._read = finder, read
        self._fill(chosen.name if chosen else AS_READ)

    @property
    def highlighted(self) -> str | None:
        """The name of the council highlighted, `AS_READ`, or None where nothing is."""
        option = self._list.highlighted_option
        return option.id if option else None

    @property
    def _list(self) -> CouncilPickerList:
        """The list itself."""
        return self.query_one(CouncilPickerList)

    def _fill(self, keep: str | None = None) -> None:
        """Fill the list with what matches; highlight the line of id `keep`, else the first."""
        options = list(self._list_matches())
        self._list.set_options(options)
        if options:
            self._list.highlighted = next((index for index, each in enumerate(options) if each.id == keep), 0)
        self.post_message(self.Changed())

    def _list_matches(self) -> Iterator[Option]:
        """A line for each council that what is typed fits."""
        query = self.query_one(CouncilBox).value.strip()
        if self._finder is None or self._read is None:
            return
        if not query:
            yield Option(NameRow(f"as read: {one_line(self._read.name)}"), id=AS_READ)
        for match in self._finder.find(query):
            end = match.council.abolished_on
            ending = f"until {end.year}" if end else ""
            yield Option(NameRow(match.council.name, match.spans, ending), id=match.council.name)

    @on(Input.Changed)
    def _filter(self, event: Input.Changed) -> None:
        """List what matches what is typed now."""
        event.stop()
        self._fill()

    @on(OptionList.OptionHighlighted)
    def _post_changed(self, event: OptionList.OptionHighlighted) -> None:
        """Say that another council is highlighted."""
        event.stop()
        self.post_message(self.Changed())

    @on(OptionList.OptionSelected)
    @on(Input.Submitted)
    def _post_chosen(self, event: OptionList.OptionSelected | Input.Submitted) -> None:
        """Say that the council highlighted is taken."""
        event.stop()
        self.post_message(self.Chosen())
