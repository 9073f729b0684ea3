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

from db.councils.finder import CouncilFinder
from db.councils.names import fold
from db.councils.resolve import meant_by, no_letter_to
from db.model import Council, CouncilEntry
from db.text.clean import one_line
from tui.draw.short_names import listed_name
from tui.keymap import Group, bindings
from tui.panes.bounded_list import EndingList
from tui.panes.council_row import council_row, count_of
from tui.panes.name_box import NameBox

_NONE_HERE = "No letters here yet: i brings some in."
_NO_MATCH = "Nothing matches. Esc clears the search."
_HOW_TO_IMPORT = "Tab, then i, imports."
_LONGEST_SENTENCE = 400


class SearchBox(NameBox):
    """The box, with its keys."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Group.SEARCH)]


class CouncilList(EndingList):
    """The list of councils, with the keys of every list."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Group.COUNCILS), *bindings(Group.LISTS)]


class CouncilsPane(Vertical):
    """The search box and the list of councils. Shows what it is given; asks nobody."""

    @dataclass
    class CouncilHighlighted(Message):
        """The highlight has come to this council."""

        council_id: int

    @dataclass
    class NoneHighlighted(Message):
        """There is no council to highlight; `sentence` says why."""

        sentence: str

    @dataclass
    class CouncilChosen(Message):
        """The user goes to this council."""

        council_id: int

    _entries: tuple[CouncilEntry, ...] = ()
    _finder: CouncilFinder | None = None
    _entry_of: Mapping[Council, CouncilEntry] = MappingProxyType({})
    _kept: str | None = None
    _asked = ("", "")

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
        self._entries = tuple(sorted(entries, key=_in_order))
        self._finder = finder
        self._entry_of = {entry.council: entry for entry in entries}
        self._asked = ("", "")
        highlighted = self.council_list.highlighted_option
        keep = highlighted.id if highlighted else None if self.searched.strip() else self._kept
        if council_id is not None:
            keep = self._kept = str(council_id)
            if all(entry.id != council_id for entry, _ in self._matching()):
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

    def ask(self, text: str, sentence: str) -> None:
        """Put `text` in the search box with a sentence on why it names no one council; none is highlighted for it."""
        self.search(text)
        self._asked = (self.searched, sentence)
        self._fill(None)

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
        self._tell(sentence)

    def _tell(self, sentence: str) -> None:
        """Show a sentence above the list, or none."""
        line = self.query_one("#no-council", Static)
        line.display = bool(sentence)
        line.update(Content(one_line(sentence, _LONGEST_SENTENCE)))

    def _fill(self, keep: str | None) -> None:
        """Fill the list with what matches; highlight the option of id `keep`, else the first.

        The first is not while another council is named than any in the list: it would be taken for that one.
        """
        found = self._matching()
        width = max((len(count_of(entry)) for entry in self._entries), default=0)
        self.council_list.set_options(
            Option(council_row(entry, spans, width), id=str(entry.id)) for entry, spans in found
        )
        sentence, how_on = self._sentence(bool(found))
        self._tell(f"{sentence} {how_on}".rstrip())
        first = 0 if found and (not sentence or self._begins(found[0][0])) else None
        place = next((index for index, (entry, _) in enumerate(found) if str(entry.id) == keep), first)
        self.council_list.highlighted = place
        if place is None:
            self.post_message(self.NoneHighlighted(sentence))
        count = f"{len(found)} of {len(self._entries)}" if self.searched.strip() else str(len(found))
        self.border_title = Content(f"Councils {count}")

    def _sentence(self, anything: bool) -> tuple[str, str]:
        """Why what is typed names none of the councils here, and how to go on from the box.

        Empty where there is no more to say than the list does.
        """
        typed, why = self._asked
        if typed and typed == self.searched:
            return why, ""
        if not self._entries or self._finder is None:
            return _NONE_HERE, ""
        elsewhere = meant_by(self.searched, self._entries, self._finder).elsewhere if self.searched.strip() else ()
        if elsewhere:
            return no_letter_to(elsewhere), _HOW_TO_IMPORT
        return "" if anything else _NO_MATCH, ""

    def _begins(self, entry: CouncilEntry) -> bool:
        """Whether what is typed may be going on to be this council's name, as "derby" to Derbyshire."""
        return self.searched != self._asked[0] and f" {fold(self.searched)}" in f" {fold(entry.council.name)}"

    def _matching(self) -> list[tuple[CouncilEntry, tuple[tuple[int, int], ...]]]:
        """The councils to show, with what matches in their names: all by name, or those found, best first."""
        query = self.searched.strip()
        if not query or self._finder is None:
            return [(entry, ()) for entry in self._entries]
        return [(self._entry_of[hit.council], hit.spans) for hit in self._finder.find(query)]

    @on(Input.Changed)
    def _filter(self, event: Input.Changed) -> None:
        """Show the best match first and highlighted; once cleared, return to the council last gone to."""
        event.stop()
        self.screen.refresh_bindings()
        self._fill(keep=None if self.searched.strip() else self._kept)

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


def _in_order(entry: CouncilEntry) -> tuple[str, str]:
    """What the list is ordered by: the name as it stands there."""
    return fold(listed_name(Content(entry.council.name)).plain), entry.council.name
