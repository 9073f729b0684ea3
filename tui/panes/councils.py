"""The councils that have letters here: a find box that filters on each key, and the list under it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from db.councils.names import fold
from db.councils.resolve import EntryMatch, Resolved, Resolver
from db.councils.sentences import describe_known
from db.model import CouncilEntry
from db.text.clean import one_line
from tui.draw.short_names import shorten_for_list
from tui.keymap import Group, make_bindings
from tui.panes.bounded_list import BoundedList
from tui.panes.council_row import MIN_COUNT_WIDTH, CouncilRow, draw_council_heading, format_entry_count
from tui.panes.name_box import NameBox

_NONE_HERE = "No letters here yet: i brings some in."
_NO_MATCH = "Nothing matches. Esc clears the search."
_HOW_TO_IMPORT = "Tab, then i, imports."
_MAX_SENTENCE = 400


class FindBox(NameBox):
    """The box, with its keys."""

    BINDINGS: ClassVar[list[BindingType]] = [*make_bindings(Group.FIND)]


class CouncilList(BoundedList):
    """The list of councils, with the keys of every list."""

    BINDINGS: ClassVar[list[BindingType]] = [*make_bindings(Group.COUNCILS), *make_bindings(Group.LISTS)]

    @property
    def text_width(self) -> int:
        """Cells a row has for its text, beside the free one before the scrollbar."""
        return max(self.scrollable_content_region.width - 1, 0)


class CouncilsPane(Vertical):
    """The find box and the list of councils. Shows what it is given; asks nobody."""

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
    _resolver: Resolver | None = None
    _opened_id: str | None = None
    _unresolved = ("", "")
    _count_width = MIN_COUNT_WIDTH

    def compose(self) -> ComposeResult:
        """The box, a line for when there is nothing to list, and the list."""
        yield FindBox(placeholder="type part of a name", id="find")
        yield Static("", id="no-council", markup=False)
        yield Static("", id="council-heads", markup=False)
        yield CouncilList(id="council-list", markup=False, compact=True)

    def on_mount(self) -> None:
        """Say what the pane is, before there is anything in it."""
        self.border_title = "Councils"
        self.query_one("#no-council").display = False

    def show(self, resolver: Resolver, council_id: int | None = None) -> None:
        """Show the councils of `resolver`, filtered by what is typed; the highlight stays on its council if it can.

        It goes to `council_id`, if one is given, and what is typed is cleared if that would hide it.
        A resolver takes some time to make for hundreds, so whoever asks the library makes it.
        """
        self._entries = tuple(sorted(resolver.entries, key=_order_by_name))
        self._resolver = resolver
        self._unresolved = ("", "")
        self._count_width = max([MIN_COUNT_WIDTH, *(len(format_entry_count(entry)) for entry in self._entries)])
        highlighted = self.council_list.highlighted_option
        keep = highlighted.id if highlighted else None if self.typed.strip() else self._opened_id
        if council_id is not None:
            keep = self._opened_id = str(council_id)
            if all(match.entry.id != council_id for match in self._list_matches(self._resolve_typed())):
                self.set_typed("")
        self._fill(keep)

    @property
    def council_list(self) -> CouncilList:
        """The list itself, which is what takes the focus."""
        return self.query_one(CouncilList)

    @property
    def typed(self) -> str:
        """What is typed in the box."""
        return self.query_one(FindBox).value

    @property
    def can_go_back(self) -> bool:
        """Whether there is something typed to clear, or a box to leave."""
        return bool(self.typed) or self.query_one(FindBox).has_focus

    def focus_find_box(self) -> None:
        """Put the cursor in the box, with what is there selected, to be typed over."""
        box = self.query_one(FindBox)
        self.screen.set_focus(box)
        box.action_select_all()

    def set_typed(self, text: str) -> None:
        """Put `text` in the box, as though typed."""
        self.query_one(FindBox).value = text

    def show_unresolved(self, text: str, sentence: str) -> None:
        """Put `text` in the box with a sentence on why it names no one council; none is highlighted for it."""
        self.set_typed(text)
        self._unresolved = (self.typed, sentence)
        self._fill(None)

    def highlight(self, council_id: int) -> None:
        """Move the highlight to this council; what is typed is cleared if it hides it."""
        self._opened_id = str(council_id)
        if any(option.id == self._opened_id for option in self.council_list.options):
            self.council_list.highlighted = self.council_list.get_option_index(self._opened_id)
        else:
            self.set_typed("")

    def step(self, step: int) -> bool:
        """Move the highlight `step` councils on; whether there was one to move to."""
        index = self.council_list.highlighted
        if index is None or not 0 <= index + step < self.council_list.option_count:
            return False
        self.council_list.highlighted = index + step
        option = self.council_list.highlighted_option
        self._opened_id = option.id if option else None
        return True

    def explain(self, sentence: str) -> None:
        """Show a sentence above the list, which is then empty."""
        self.council_list.clear_options()
        self._show_sentence(sentence)

    def on_resize(self, _event: events.Resize) -> None:
        """Draw the heads over their columns, once the list has its new width."""
        self.call_after_refresh(self._draw_heads)

    def _draw_heads(self) -> None:
        """Draw the heads of the columns, where there are rows to stand under them."""
        heads, width = self.query_one("#council-heads", Static), self.council_list.text_width
        heads.display = bool(self.council_list.option_count)
        heads.update(draw_council_heading(width, self._count_width))

    def _show_sentence(self, sentence: str) -> None:
        """Show a sentence above the list, or none."""
        line = self.query_one("#no-council", Static)
        line.display = bool(sentence)
        line.update(Content(one_line(sentence, _MAX_SENTENCE)))

    def _fill(self, keep: str | None) -> None:
        """Fill the list with what matches; highlight the option of id `keep`, else the first.

        The first is not while another council is named than any in the list: it would be taken for that one.
        """
        resolved = self._resolve_typed()
        matches = self._list_matches(resolved)
        self.council_list.set_options(
            Option(CouncilRow(match.entry, match.spans, self._count_width), id=str(match.entry.id)) for match in matches
        )
        sentence, how_on = self._explain_list(resolved)
        self._show_sentence(f"{sentence} {how_on}".rstrip())
        first = 0 if matches and (not sentence or self._may_become(matches[0].entry)) else None
        index = next((index for index, match in enumerate(matches) if str(match.entry.id) == keep), first)
        self.council_list.highlighted = index
        if index is None:
            self.post_message(self.NoneHighlighted(sentence))
        self._draw_heads()
        count = f"{len(matches)} of {len(self._entries)}" if resolved else str(len(matches))
        self.border_title = Content(f"Councils {count}")

    def _resolve_typed(self) -> Resolved | None:
        """What the words typed mean; None where nothing is typed."""
        return self._resolver.resolve(self.typed) if self._resolver and self.typed.strip() else None

    def _explain_list(self, resolved: Resolved | None) -> tuple[str, str]:
        """Why what is typed names none of the councils here, and how to go on from the box.

        Empty where there is no more to say than the list does.
        """
        typed, why = self._unresolved
        if typed and typed == self.typed:
            return why, ""
        if not self._entries:
            return _NONE_HERE, ""
        if resolved and resolved.elsewhere:
            return describe_known(resolved.elsewhere), _HOW_TO_IMPORT
        return _NO_MATCH if resolved and not resolved.matches else "", ""

    def _may_become(self, entry: CouncilEntry) -> bool:
        """Whether what is typed may be going on to be this council's name, as "derby" to Derbyshire."""
        return self.typed != self._unresolved[0] and f" {fold(self.typed)}" in f" {fold(entry.council.name)}"

    def _list_matches(self, resolved: Resolved | None) -> Sequence[EntryMatch]:
        """The councils to show, with what matches in their names: all by name, or those found, best first."""
        return resolved.matches if resolved else [EntryMatch(entry=entry, spans=()) for entry in self._entries]

    @on(Input.Changed)
    def _filter(self, event: Input.Changed) -> None:
        """Show the best match first and highlighted; once cleared, return to the council last gone to."""
        event.stop()
        self.screen.refresh_bindings()
        self._fill(keep=None if self.typed.strip() else self._opened_id)

    @on(Input.Submitted)
    def _choose_highlighted(self, event: Input.Submitted) -> None:
        """Go to the council highlighted."""
        event.stop()
        self.council_list.action_select()

    @on(OptionList.OptionHighlighted)
    def _post_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """Say which council is highlighted, unless that is another by now."""
        event.stop()
        now = self.council_list.highlighted_option
        if event.option_id is not None and now is not None and now.id == event.option_id:
            self.post_message(self.CouncilHighlighted(int(event.option_id)))

    @on(OptionList.OptionSelected)
    def _post_chosen(self, event: OptionList.OptionSelected) -> None:
        """Say which council is gone to."""
        event.stop()
        if event.option_id is not None:
            self._opened_id = event.option_id
            self.post_message(self.CouncilChosen(int(event.option_id)))


def _order_by_name(entry: CouncilEntry) -> tuple[str, str]:
    """What the list is ordered by: the name as it stands there."""
    return fold(shorten_for_list(Content(entry.council.name)).plain), entry.council.name
