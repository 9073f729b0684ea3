"""The councils that have letters here: a search box that filters on each key, and the list under it."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from db.find import CouncilFinder
from db.model import Council, CouncilEntry
from db.text.clean import one_line
from tui.commands import Group, bindings
from tui.panes.council_row import council_row, count_of
from tui.panes.text_box import TextBox

_NONE_HERE = "No letters here yet: i brings some in."
_NO_MATCH = "Nothing matches. Esc clears the search."


class SearchBox(TextBox):
    """Where part of a council's name is typed; up and down move the highlight in the list below."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Group.SEARCH)]

    @dataclass
    class Moved(Message):
        """The highlight of the list should move by so many lines."""

        lines: int

    def action_down(self) -> None:
        """Move the highlight of the list down."""
        self.post_message(self.Moved(1))

    def action_up(self) -> None:
        """Move the highlight of the list up."""
        self.post_message(self.Moved(-1))


class CouncilList(OptionList):
    """The list of councils, with the keys of every list."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Group.COUNCILS), *bindings(Group.LISTS)]


class CouncilsPane(Vertical):
    """The search box and the list of councils. Shows what it is given; asks nobody."""

    @dataclass
    class CouncilHighlighted(Message):
        """The highlight has come to this council."""

        council_id: int

    @dataclass
    class CouncilChosen(Message):
        """The user goes to this council."""

        council_id: int

    _entries: tuple[CouncilEntry, ...] = ()
    _finder: CouncilFinder | None = None
    _entry_of: Mapping[Council, CouncilEntry] = MappingProxyType({})
    _kept: str | None = None

    def compose(self) -> ComposeResult:
        """The box, a line for when there is nothing to list, and the list."""
        yield SearchBox(placeholder="type part of a name", id="search")
        yield Static("", id="no-council", markup=False)
        yield CouncilList(id="council-list", markup=False, compact=True)

    def on_mount(self) -> None:
        """Say what the pane is, before there is anything in it."""
        self.border_title = "Councils"
        self.query_one("#no-council").display = False

    def show(self, entries: tuple[CouncilEntry, ...], finder: CouncilFinder, council_id: int | None = None) -> None:
        """Show these councils, filtered by what is typed; the highlight stays on its council if it can.

        It goes to `council_id`, if one is given, and what is typed is cleared if that would hide it.
        `finder` finds among them: it takes some time to make for hundreds, so whoever asks the library makes it.
        """
        self._entries = entries
        self._finder = finder
        self._entry_of = {entry.council: entry for entry in entries}
        highlighted = self.council_list.highlighted_option
        keep = highlighted.id if highlighted else self._kept
        if council_id is not None:
            keep = self._kept = str(council_id)
            if all(option.id != keep for option in self._matching()):
                self.search("")
        self._fill(keep)

    @property
    def council_list(self) -> CouncilList:
        """The list itself, which is what takes the focus."""
        return self.query_one(CouncilList)

    @property
    def searched(self) -> str:
        """What is typed in the search box."""
        return self.query_one(SearchBox).value

    @property
    def can_go_back(self) -> bool:
        """Whether there is something typed to clear, or a box to leave."""
        return bool(self.searched) or self.query_one(SearchBox).has_focus

    def focus_search(self) -> None:
        """Put the cursor in the search box, with what is there selected, to be typed over."""
        box = self.query_one(SearchBox)
        self.screen.set_focus(box)
        box.action_select_all()

    def search(self, text: str) -> None:
        """Put `text` in the search box, as though typed."""
        self.query_one(SearchBox).value = text

    def highlight(self, council_id: int) -> None:
        """Move the highlight to this council; what is typed is cleared if it hides it."""
        self._kept = str(council_id)
        if any(option.id == self._kept for option in self.council_list.options):
            self.council_list.highlighted = self.council_list.get_option_index(self._kept)
        else:
            self.search("")

    def explain(self, sentence: str) -> None:
        """Show a sentence above the list, which is then empty."""
        self.council_list.clear_options()
        line = self.query_one("#no-council", Static)
        line.display = True
        line.update(Content(one_line(sentence)))

    def _fill(self, keep: str | None) -> None:
        """Fill the list with what matches; highlight the option of id `keep`, else the first."""
        options = self._matching()
        self.council_list.set_options(options)
        if options:
            kept = next((index for index, option in enumerate(options) if option.id == keep), 0)
            self.council_list.highlighted = kept
            self.query_one("#no-council").display = False
        else:
            self.explain(_NO_MATCH if self._entries else _NONE_HERE)
        count = f"{len(options)} of {len(self._entries)}" if self.searched.strip() else str(len(options))
        self.border_title = Content(f"Councils {count}")

    def _matching(self) -> list[Option]:
        """The councils to show: all by name, or those found, best first."""
        query = self.searched.strip()
        width = max((len(count_of(entry)) for entry in self._entries), default=0)
        if not query or self._finder is None:
            return [Option(council_row(entry, (), width), id=str(entry.id)) for entry in self._entries]
        found = [(self._entry_of[hit.council], hit.spans) for hit in self._finder.find(query)]
        return [Option(council_row(entry, spans, width), id=str(entry.id)) for entry, spans in found]

    @on(Input.Changed)
    def _filter(self, event: Input.Changed) -> None:
        """Show the best match first and highlighted; once cleared, return to the council last gone to."""
        event.stop()
        self.screen.refresh_bindings()
        self._fill(keep=None if self.searched.strip() else self._kept)

    @on(SearchBox.Moved)
    def _move(self, event: SearchBox.Moved) -> None:
        event.stop()
        if event.lines > 0:
            self.council_list.action_cursor_down()
        else:
            self.council_list.action_cursor_up()

    @on(Input.Submitted)
    def _open_highlighted(self, event: Input.Submitted) -> None:
        event.stop()
        self.council_list.action_select()

    @on(OptionList.OptionHighlighted)
    def _tell_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        event.stop()
        now = self.council_list.highlighted_option
        if event.option_id is not None and now is not None and now.id == event.option_id:
            self.post_message(self.CouncilHighlighted(int(event.option_id)))

    @on(OptionList.OptionSelected)
    def _tell_chosen(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        if event.option_id is not None:
            self._kept = event.option_id
            self.post_message(self.CouncilChosen(int(event.option_id)))
