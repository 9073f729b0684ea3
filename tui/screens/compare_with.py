"""Whom to compare a council with: those of its county, its region or its type, or a set that is kept."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from db.councils.peers import PeerKind, choose_peers, name_county
from db.figures.comparison import FEWEST_COMPARED, MOST_COMPARED
from db.model import CouncilEntry
from db.text.clean import one_line
from tui.draw.layout import MUTED, wrap_hanging
from tui.draw.short_names import shorten_council
from tui.keymap import Group, make_bindings
from tui.keymap_sentences import fill_in_keys
from tui.panes.choices import ChoiceList
from tui.panes.visual_row import VisualRow
from tui.screens.compare_choice import CompareChoice
from tui.screens.dialog import Dialog
from tui.screens.set_name import SetNameScreen
from tui.screens.set_questions import SetQuestionsScreen, SetsRead

if TYPE_CHECKING:
    from db.store.council_sets import CouncilSet

_KINDS = {
    PeerKind.SAME_COUNTY: "Same county",
    PeerKind.SAME_TYPE_AND_REGION: "Same type and region",
    PeerKind.SAME_TYPE: "Same type",
}
_HOW_TO_MARK = "Or {mark} marks councils in a list, then {compare}."
_SET_KEYS = "{set_rename} renames, {set_remove} removes, Enter and then {compare_drop} or {compare_add} changes it"
_MARKED = "marked"
_INDENT = 3


@dataclass(frozen=True, slots=True)
class _Line:
    """A choice: `lead` is its key, `names` those it takes, the council itself among them; `why_not` where too few."""

    key: str
    lead: str
    title: str
    names: tuple[str, ...]
    why_not: str
    set_name: str = ""

    @property
    def can_be_taken(self) -> bool:
        """Whether there are councils enough to compare."""
        return len(self.names) >= FEWEST_COMPARED


class CompareWithScreen(Dialog[CompareChoice], SetQuestionsScreen[CompareChoice]):
    """Lists ways to choose others for a council, each with those it takes; returns what is to be compared, or None.

    `entries` are all councils with letters here, `marked` those that are marked, `year` is the one looked at.
    """

    CSS_PATH = "compare_with.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [*make_bindings(Group.COMPARE_WITH)]

    def __init__(
        self,
        library: Path,
        council: CouncilEntry,
        entries: Sequence[CouncilEntry],
        year: int | None,
        marked: Sequence[str] = (),
    ) -> None:
        super().__init__()
        self._library = library
        self._council = council
        self._entries = tuple(entries)
        self._year = year
        self._marked = tuple(marked)
        self._sets: tuple[CouncilSet, ...] = ()
        self._lines: tuple[_Line, ...] = ()
        self._removed: CouncilSet | None = None
        self._said_of = ""

    def compose(self) -> ComposeResult:
        """The choices, and what is said of them."""
        with Vertical(id="compare-with"):
            yield ChoiceList(id="compare-with-list", markup=False, compact=True)
            yield Static("", id="compare-with-said", markup=False)

    def on_mount(self) -> None:
        """Name the box, list what needs no library, and ask for the sets."""
        frame = self.query_one("#compare-with")
        frame.border_title = Content(f"Compare {shorten_council(self._council.council.name)} with")
        frame.border_subtitle = fill_in_keys("Enter compares, {compare_with_leave} closes")
        self._fill()
        self.read_sets()

    @property
    def _list(self) -> ChoiceList:
        """The choices."""
        return self.query_one(ChoiceList)

    @property
    def _line(self) -> _Line | None:
        """The choice highlighted."""
        return self._lines[self._list.highlighted] if self._list.highlighted is not None and self._lines else None

    def _fill(self) -> None:
        """List the choices; the highlight stays on its own, or begins at the first that can be taken."""
        before = self._line
        self._lines = tuple(self._make_lines())
        self._list.set_options(Option(VisualRow(partial(_draw_line, line))) for line in self._lines)
        keys = [line.key for line in self._lines]
        takeable = (at for at, line in enumerate(self._lines) if line.can_be_taken)
        at = self._list.highlighted or 0
        self._list.highlighted = keys.index(before.key) if before and before.key in keys else next(takeable, at)
        self._say_of_line()

    def _explain_no_peer(self, kind: PeerKind) -> str:
        """Why nobody can be compared with in that way."""
        if kind is PeerKind.SAME_COUNTY and name_county(self._council.council) is None:
            return "there is no county council here, above it or beside it"
        return "no other council of these has a letter here"

    def _make_lines(self) -> Iterator[_Line]:
        """The choices: with what is marked, by what is alike, then the sets."""
        own = self._council.council.name
        if others := tuple(name for name in self._marked if name != own):
            yield _Line(_MARKED, "", "With the marked one", (own, *others)[:MOST_COMPARED], "")
        for number, kind in enumerate(_KINDS, start=1):
            peers = choose_peers(self._council, self._entries, kind, self._year, MOST_COMPARED - 1)
            names = (own, *(each.council.name for each in peers))
            yield _Line(kind, str(number), _KINDS[kind], names, self._explain_no_peer(kind))
        here = {entry.council.name for entry in self._entries}
        for each in self._sets:
            names = tuple(name for name in each.councils if name in here)
            yield _Line(
                f"set {each.name}", "", each.name, names, "too few of its councils have letters here", each.name
            )

    # What its reader does

    def action_choose(self, kind: str) -> None:
        """Take the councils that are alike in that way."""
        self._take(next(line for line in self._lines if line.key == kind))

    @on(OptionList.OptionSelected)
    def _choose_line(self, event: OptionList.OptionSelected) -> None:
        """Take the choice."""
        event.stop()
        self._take(self._lines[event.option_index])

    def _take(self, line: _Line) -> None:
        """Return the councils of a choice, if they are enough."""
        if not line.can_be_taken:
            self._say(f"{one_line(line.title)}: {line.why_not}.")
            return
        self.dismiss(CompareChoice(names=line.names, year=self._year, set_name=line.set_name))

    def action_rename(self) -> None:
        """Ask for another name for the set highlighted."""
        found = self._find_set()
        if found is None:
            self._say("Only a set that is kept has a name to change.")
            return
        screen = SetNameScreen(
            f"Another name for the set {found.name}.",
            found.name,
            [each.name for each in self._sets if each != found],
            "Another set has this name: choose another.",
        )
        self.app.push_screen(screen, partial(self._rename, found.name))

    def _rename(self, name: str, new_name: str | None) -> None:
        """Give the set that name, if one was given."""
        if new_name is not None and new_name != name:
            self.change_sets(lambda sets: sets.rename(name, new_name), f"{name} is now called {new_name}.")

    def action_remove(self) -> None:
        """Take the set highlighted out; it can be put back."""
        found = self._find_set()
        if found is None:
            self._say("Only a set that is kept can be removed.")
            return
        puts_back = fill_in_keys("{set_put_back} puts it back.")
        self.change_sets(lambda sets: sets.remove(found.name), f"{found.name} is removed; {puts_back}")

    def action_put_back(self) -> None:
        """Put the set back that was removed last."""
        removed = self._removed
        if removed is None:
            self._say("No set was removed here.")
            return
        self._removed = None
        self.change_sets(lambda sets: sets.save(removed.name, removed.councils) and None, f"{removed.name} is back.")

    def action_leave(self) -> None:
        """Compare nothing."""
        self.dismiss(None)

    # Answers

    @on(SetsRead)
    def _show_sets(self, message: SetsRead) -> None:
        """List the sets as they are now, and say what became of one."""
        message.stop()
        self._sets = message.sets
        self._removed = message.removed or self._removed
        self._fill()
        if message.said:
            self._say(message.said)

    @on(OptionList.OptionHighlighted)
    def _follow_highlight(self, event: OptionList.OptionHighlighted) -> None:
        """Say what can be done with the line, once the highlight has come to another: what was said else stays."""
        event.stop()
        if self._line is not None and self._line.key != self._said_of:
            self._say_of_line()

    def _say_of_line(self) -> None:
        """Say what can be done with a set."""
        line = self._line
        self._said_of = line.key if line else ""
        self._say(fill_in_keys(_SET_KEYS if line is not None and line.set_name else _HOW_TO_MARK))

    def _say(self, sentence: str) -> None:
        """Say something below the choices."""
        self.query_one("#compare-with-said", Static).update(Content(one_line(sentence)))

    def _find_set(self) -> "CouncilSet | None":
        """The set highlighted."""
        line = self._line
        return next((each for each in self._sets if line is not None and each.name == line.set_name), None)


def _draw_line(line: _Line, width: int) -> Content:
    """A choice, and below it the councils it takes."""
    title = Content.assemble((f"{line.lead:<{_INDENT}}", "bold"), one_line(line.title))
    if not line.can_be_taken:
        title = Content.styled(title.plain, MUTED)
    names = ", ".join(shorten_council(name) for name in line.names) if line.can_be_taken else line.why_not
    return Content("\n").join(
        [title.truncate(width, ellipsis=True), wrap_hanging(Content.styled(names, MUTED), width, _INDENT)]
    )
