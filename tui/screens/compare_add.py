"""Chooses one more council to stand beside others."""

from collections.abc import Collection
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.widgets import Input, OptionList
from textual.widgets.option_list import Option

from db.councils.resolve import EntryMatch, Resolver
from tui.keymap import Group, make_bindings
from tui.keymap_sentences import fill_in_keys
from tui.panes.choices import ChoiceList
from tui.panes.council_row import CouncilRow
from tui.panes.name_box import NameBox
from tui.panes.text_box import TextBox
from tui.screens.dialog import Dialog

_LISTED = 200
"""Councils listed at most: whoever wants another types part of its name."""


class AddBox(NameBox, TextBox):
    """The box, with its keys."""

    BINDINGS: ClassVar[list[BindingType]] = [*make_bindings(Group.COMPARE_ADD)]


class CompareAddScreen(Dialog[str]):
    """Lists the councils with letters here but those of the names in `without`; returns the name chosen, or None."""

    CSS_PATH = "compare_with.tcss"

    def __init__(self, resolver: Resolver, without: Collection[str]) -> None:
        super().__init__()
        self._resolver = resolver
        self._without = without
        self._names: tuple[str, ...] = ()

    def compose(self) -> ComposeResult:
        """The box and the list."""
        with Vertical(id="compare-add"):
            yield AddBox(placeholder="type part of a name", id="compare-add-box", compact=True)
            yield ChoiceList(id="compare-add-list", markup=False, compact=True)

    def on_mount(self) -> None:
        """Name the box, and list all councils."""
        frame = self.query_one("#compare-add")
        frame.border_title = "One more council"
        frame.border_subtitle = fill_in_keys("{compare_add_take} adds, {compare_add_leave} closes")
        self._fill("")
        self.query_one(AddBox).focus()

    def _fill(self, typed: str) -> None:
        """List the councils that what is typed fits, the best match highlighted."""
        matches = [each for each in self._list_matches(typed) if each.entry.council.name not in self._without]
        self._names = tuple(each.entry.council.name for each in matches[:_LISTED])
        choices = self.query_one(ChoiceList)
        choices.set_options(Option(CouncilRow(each.entry, each.spans)) for each in matches[:_LISTED])
        choices.highlighted = 0 if matches else None

    def _list_matches(self, typed: str) -> list[EntryMatch]:
        """The councils that what is typed fits, best first; all by name where nothing is."""
        if typed.strip():
            return list(self._resolver.resolve(typed).listed)
        return [EntryMatch(entry=each, spans=()) for each in self._resolver.entries]

    @on(Input.Changed)
    def _filter(self, event: Input.Changed) -> None:
        """List what fits what is typed now."""
        event.stop()
        self._fill(event.value)

    @on(Input.Submitted)
    def _take_highlighted(self, event: Input.Submitted) -> None:
        """Take the council highlighted."""
        event.stop()
        self.query_one(ChoiceList).action_select()

    @on(OptionList.OptionSelected)
    def _take(self, event: OptionList.OptionSelected) -> None:
        """Return the council chosen."""
        event.stop()
        self.dismiss(self._names[event.option_index])

    def action_leave(self) -> None:
        """Add none."""
        self.dismiss(None)
