"""The councils that have letters here: a find box that filters on each key, and the list under it."""

from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.widgets import Input, Static

from db.councils.order import EntryOrder
from db.councils.resolve import EntryMatch, Resolved, Resolver
from db.model import CouncilEntry
from db.text.clean import one_line
from tui.draw.labels import ORDERS
from tui.draw.marked import count_marked
from tui.draw.titles import TITLE_EDGES
from tui.keymap_sentences import fill_in_keys
from tui.panes.border_title import draw_border_title
from tui.panes.council_list import CouncilList, FindBox
from tui.panes.council_listing import Listing
from tui.panes.council_row import MIN_COUNT_WIDTH, Columns, CouncilRow, draw_council_heading
from tui.panes.fitted_text import FittedText
from tui.panes.line_list import LineList
from tui.panes.visual_row import VisualRow

_NONE_HERE = "No letters here yet: {import} brings some in."
_NO_MATCH = "Nothing matches. {find_open} searches the letters for these words, {find_clear} clears them."
_HOW_TO_SEARCH = "{find_open} searches the letters for it."
_HOW_TO_IMPORT = "{find_next}, then {import}, imports."
_TO_SUCCESSOR = "{find_open} goes there."
_MAX_SENTENCE = 400
_BESIDE_SCROLLBAR = 1
"""Cells left free, so that no count touches the scrollbar."""


class CouncilsPane(Vertical):
    """The find box and the list of councils. Shows what it is given; asks nobody."""

    class CouncilHighlighted(Message):
        """The highlight has come to this council."""

        def __init__(self, council_id: int) -> None:
            super().__init__()
            self.council_id = council_id

    class NoneHighlighted(Message):
        """There is no council to highlight; why, the list says."""

    class Sorted(Message):
        """The user has chosen another order of the list."""

        def __init__(self, order: EntryOrder) -> None:
            super().__init__()
            self.order = order

    class CouncilChosen(Message):
        """The user goes to this council."""

        def __init__(self, council_id: int) -> None:
            super().__init__()
            self.council_id = council_id

    class WordsWanted(Message):
        """What is typed is no council's name: the letters are to be searched for it."""

        def __init__(self, text: str) -> None:
            super().__init__()
            self.text = text

    order = EntryOrder.NAME
    """What the list is in order of while nothing is typed."""

    _matches: Sequence[EntryMatch] = ()
    _all: Mapping[EntryOrder, Listing] = MappingProxyType({})
    """All councils, in the orders that they have been listed in."""
    _marked: frozenset[str] = frozenset()
    _count = ""
    _entries: tuple[CouncilEntry, ...] = ()
    _resolver: Resolver | None = None
    _opened_id: int | None = None
    _unresolved = ("", "")
    _columns: Mapping[int, Columns] = MappingProxyType({})
    """What stands behind the names in the list, in the order that it shows."""
    _count_width = MIN_COUNT_WIDTH
    _shown_order = EntryOrder.NAME
    _drawn_heads: tuple[int, EntryOrder] | None = None
    _was_typed = False
    _below: Static | None = None
    """What is said below the list, once there was anything to say."""
    _sentence = ""

    def compose(self) -> ComposeResult:
        """The box and the list. What is to be said of what is typed comes below, where it pushes no line down."""
        yield FindBox(placeholder="type part of a name", id="find")
        yield Static("", id="council-heads", markup=False)
        yield CouncilList(id="council-list")

    def on_mount(self) -> None:
        """Say what the pane is, before there is anything in it.

        What is typed filters the list at once, not when the box's message about it comes: both are drawn as one.
        """
        self.border_title = "Councils"
        self.watch(self.query_one(FindBox), "value", self._filter, init=False)

    def show(self, resolver: Resolver, council_id: int | None = None) -> None:
        """Show the councils of `resolver`, filtered by what is typed; the highlight stays on its council if it can.

        It goes to `council_id`, if one is given, and what is typed is cleared if that would hide it.
        A resolver takes some time to make for hundreds, and so does listing them by name: whoever asks the library
        does both.
        """
        is_same = self._resolver is not None and resolver.entries == self._entries and council_id is None
        self._entries, self._resolver, self._all = resolver.entries, resolver, {}
        self._unresolved = self._resolve_again(resolver)
        if is_same and not self._unresolved[0]:
            return
        keep = self.highlighted_id
        if keep is None and not self.typed.strip():
            keep = self._opened_id
        if council_id is not None:
            keep = self._opened_id = council_id
            if all(match.entry.id != council_id for match in self._list_matches(self._resolve_typed())):
                self.set_typed("")
        line = self._highlighted_line
        self._fill(keep if council_id is not None else self._find_nearest(keep))
        if line is not None and self.council_list.highlighted is not None:
            # As many lines below the first in sight as before, however many have come or gone above it.
            self.council_list.scroll_to(y=self.council_list.highlighted - line, animate=False, force=True)

    def _resolve_again(self, resolver: Resolver) -> tuple[str, str]:
        """What was opened and names no one council here, with why, if it still names none."""
        name, _ = self._unresolved
        resolved = resolver.resolve(name) if name and name == self.typed else None
        return (name, resolved.why_none) if resolved and resolved.entry is None else ("", "")

    def _find_nearest(self, keep: int | None) -> int | None:
        """The council to highlight for `keep`: that itself, or where it has gone the one now in its line."""
        ids = [match.entry.id for match in self._list_matches(self._resolve_typed())]
        index = self.council_list.highlighted
        if keep in ids or index is None or not ids:
            return keep
        return ids[min(index, len(ids) - 1)]

    @property
    def _highlighted_line(self) -> int | None:
        """How many lines below the first in sight the highlight is; None where nothing is highlighted."""
        index = self.council_list.highlighted
        return None if index is None else index - self.council_list.scroll_offset.y

    @property
    def council_list(self) -> CouncilList:
        """The list itself, which is what takes the focus."""
        return self.query_one(CouncilList)

    @property
    def highlighted_id(self) -> int | None:
        """The council highlighted, if one is."""
        index = self.council_list.highlighted
        return None if index is None else self._matches[index].entry.id

    @property
    def typed(self) -> str:
        """What is typed in the box."""
        return self.query_one(FindBox).value

    @property
    def leads_to_words(self) -> bool:
        """Whether what is typed is no council's name, but may be in letters."""
        return self.query_one(FindBox).leads_to_words

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
        self._opened_id = council_id
        index = self._find_line(council_id)
        if index is not None:
            self.council_list.highlighted = index
        else:
            self.set_typed("")

    def _find_line(self, council_id: int | None) -> int | None:
        """The line of a council; None where it is not listed."""
        return next((index for index, match in enumerate(self._matches) if match.entry.id == council_id), None)

    def sort_next(self) -> EntryOrder:
        """Go on to the next order of the list, which keeps its highlight; that order."""
        self.order = self.order.following
        self.post_message(self.Sorted(self.order))
        self._fill(self.highlighted_id)
        return self.order

    def step(self, step: int) -> bool:
        """Move the highlight `step` councils on; whether there was one to move to."""
        index = self.council_list.highlighted
        if index is None or not 0 <= index + step < self.council_list.line_count:
            return False
        self.council_list.highlighted = index + step
        self._opened_id = self.highlighted_id
        return True

    def explain(self, sentence: str) -> None:
        """Show a sentence in place of the list."""
        self._list(())
        self.council_list.add_class("-empty")
        self._show_sentence(sentence)

    def on_resize(self, _event: events.Resize) -> None:
        """Have as much in the title as there is room for."""
        self._draw_title()

    def _draw_heads(self) -> None:
        """Draw the heads of the columns, where there are rows to stand under them, each time for the rows' width."""
        heads, count_width, order = self.query_one("#council-heads", Static), self._count_width, self._shown_order
        heads.display = bool(self._matches)
        if (count_width, order) != self._drawn_heads:
            self._drawn_heads = (count_width, order)
            heads.update(VisualRow(lambda width: draw_council_heading(width, count_width, order)), layout=False)

    def _show_sentence(self, sentence: str) -> None:
        """Show a sentence below the list, or none."""
        if sentence == self._sentence:
            return
        self._sentence = sentence
        if self._below is None:
            self._below = FittedText("", id="no-council", markup=False)
            self.mount(self._below)
        self._below.display = bool(sentence)
        self._below.update(Content(one_line(sentence, _MAX_SENTENCE)))

    def _list(self, matches: Sequence[EntryMatch], highlighted: int | None = None) -> None:
        """List these, from the first on or as far down as the highlight is."""
        self._matches = matches
        self.council_list.scroll_to(y=0, animate=False, force=True, immediate=True)
        self.council_list.show_lines(len(matches), self._draw_row, lambda _index: True, highlighted)

    def _fill(self, keep: int | None) -> None:
        """Fill the list with what matches; highlight the option of id `keep`, else the first.

        The first is not while another council is named than any in the list: it would be taken for that one.
        """
        resolved = self._resolve_typed()
        matches = self._list_matches(resolved)
        self._shown_order = EntryOrder.NAME if resolved else self.order
        listing = self._list_all(self._shown_order)
        self._columns, self._count_width = listing.columns, listing.count_width
        is_unknown = resolved is not None and not matches and not resolved.elsewhere
        self.query_one(FindBox).leads_to_words = is_unknown and bool(self._entries)
        sentence, how_on = self._explain_list(resolved)
        self.council_list.set_class(not matches, "-empty")
        self._show_sentence(f"{sentence} {how_on}".rstrip())
        are_successors = resolved is not None and not resolved.matches
        leads_on = not sentence or are_successors or self._may_become(matches[0].entry) if matches else False
        kept = next((index for index, match in enumerate(matches) if match.entry.id == keep), None)
        index = 0 if kept is None and leads_on else kept
        self._list(matches, index)
        if index is None:
            self.post_message(self.NoneHighlighted())
        self._draw_heads()
        self.call_after_refresh(self.screen.refresh_bindings)
        count = f"{len(matches)} of {len(self._entries)}" if resolved else str(len(matches))
        by = "" if resolved or self.order is EntryOrder.NAME else f" by {ORDERS[self.order]}"
        self._count = f"{count}{by}"
        self._draw_title()

    def _draw_title(self) -> None:
        """How many councils are listed and how many marked, the latter first to be in sight."""
        if not self._count:
            return
        marked = count_marked(len(self._marked))
        whole = f"Councils {self._count}"
        title = f"{whole}, {marked}" if marked else whole
        is_fitting = len(title) <= self.outer_size.width - TITLE_EDGES
        draw_border_title(self, Content(title if is_fitting or not marked else f"{marked} of {self._count}"))

    def make_row(self, index: int) -> CouncilRow:
        """The council of a line, as it is drawn."""
        match = self._matches[index]
        is_marked = match.entry.council.name in self._marked
        columns = self._columns[match.entry.id]
        return CouncilRow(match.entry, match.spans, self._count_width, columns, is_marked=is_marked)

    def _draw_row(self, index: int, width: int, _is_highlighted: bool) -> Content:
        """A line."""
        return self.make_row(index).draw_name(max(width - _BESIDE_SCROLLBAR, 1))

    def show_marks(self, names: Iterable[str]) -> None:
        """Have these councils marked, and no others."""
        self._marked = frozenset(names)
        self.council_list.redraw()
        self._draw_title()

    def _resolve_typed(self) -> Resolved | None:
        """What the words typed mean; None where nothing is typed."""
        return self._resolver.resolve(self.typed) if self._resolver and self.typed.strip() else None

    def _explain_list(self, resolved: Resolved | None) -> tuple[str, str]:
        """Why what is typed names none of the councils here, and how to go on from the box.

        Empty where there is no more to say than the list does.
        """
        typed, why = self._unresolved
        if typed and typed == self.typed:
            return why, fill_in_keys(_HOW_TO_SEARCH) if self.leads_to_words else ""
        if not self._entries:
            return fill_in_keys(_NONE_HERE), ""
        if resolved and resolved.elsewhere:
            from db.councils.sentences import describe_known

            how_on = _TO_SUCCESSOR if resolved.successors and not resolved.matches else _HOW_TO_IMPORT
            return describe_known(resolved.elsewhere), fill_in_keys(how_on)
        return fill_in_keys(_NO_MATCH) if resolved and not resolved.matches else "", ""

    def _may_become(self, entry: CouncilEntry) -> bool:
        """Whether what is typed may be going on to be this council's name, as "derby" to Derbyshire."""
        from db.councils.names import fold

        return self.typed != self._unresolved[0] and f" {fold(self.typed)}" in f" {fold(entry.council.name)}"

    def _list_matches(self, resolved: Resolved | None) -> Sequence[EntryMatch]:
        """The councils to show, with what matches in their names: all in the order chosen, or those found, best first.

        Where none is, those that came after the council meant.
        """
        if resolved:
            return resolved.listed
        return self._list_all(self.order).matches

    def _list_all(self, order: EntryOrder) -> Listing:
        """All councils in an order, worked out once."""
        if order not in self._all:
            self._all = {**self._all, order: Listing.of(self._entries, order)}
        return self._all[order]

    def _filter(self) -> None:
        """Show the best match first and highlighted; once cleared, return to where the list was, or was left for."""
        is_typed = bool(self.typed.strip())
        highlighted = self.highlighted_id
        if is_typed and not self._was_typed and highlighted is not None:
            self._opened_id = highlighted
        self._was_typed = is_typed
        self._fill(keep=None if is_typed else self._opened_id)

    @on(Input.Submitted)
    def _choose_highlighted(self, event: Input.Submitted) -> None:
        """Go to the council highlighted; where none is called so, search for the words."""
        event.stop()
        if self.leads_to_words:
            self.post_message(self.WordsWanted(self.typed))
        else:
            self.council_list.action_select()

    @on(LineList.LineHighlighted)
    def _post_highlighted(self, event: LineList.LineHighlighted) -> None:
        """Say which council is highlighted now."""
        event.stop()
        council_id = self.highlighted_id
        if council_id is not None:
            self.post_message(self.CouncilHighlighted(council_id))

    @on(LineList.LineSelected)
    def _post_chosen(self, event: LineList.LineSelected) -> None:
        """Say which council is gone to."""
        event.stop()
        council_id = self.highlighted_id
        if council_id is not None:
            self._opened_id = council_id
            self.post_message(self.CouncilChosen(council_id))
