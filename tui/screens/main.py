"""The screen of the browser: councils, the statistics of one of them, and its letter."""

from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

from textual import events, on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical
from textual.message import Message
from textual.widget import Widget
from textual.worker import get_current_worker

from db.errors import UpheldError
from db.find import CouncilFinder, Found
from db.library import Library
from db.model import CouncilEntry, StoredLetter
from tui.commands import Group, bindings
from tui.panes.councils import CouncilsPane
from tui.panes.letter import LetterPane
from tui.panes.statistics import StatisticsPane
from tui.screens.arrangement import Pane, beside, in_sight
from tui.screens.base import BaseScreen, Failed
from tui.screens.key_line import KeyLine
from tui.screens.welcome import Welcome, WelcomeScreen


@dataclass
class CouncilsRead(Message):
    """All councils with letters, and what finds among them."""

    entries: tuple[CouncilEntry, ...]
    finder: CouncilFinder


@dataclass
class LettersRead(Message):
    """All letters of the council asked for."""

    council_id: int
    letters: tuple[StoredLetter, ...]


@dataclass
class Unreadable(Message):
    """The library cannot be read at all; `reason` is a sentence."""

    reason: str


class MainScreen(BaseScreen[None]):
    """Councils at the left, statistics above the letter at the right; fewer panes where there is less room.

    `wanted` is a council's name, as somebody writes it, to open at. `sample`: the library is thrown away.
    """

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Group.MAIN)]

    def __init__(self, library: Path, wanted: str | None = None, *, sample: bool = False) -> None:
        super().__init__()
        self._sample = sample
        self._library = library
        self._wanted = wanted
        self._entries: tuple[CouncilEntry, ...] = ()
        self._finder: CouncilFinder | None = None
        self._council_id: int | None = None
        self._letters: tuple[StoredLetter, ...] = ()
        self._current = 0
        self._used = Pane.COUNCILS
        self._alone = False
        self._welcomed = False

    def compose(self) -> ComposeResult:
        """The panes, whose titles name the council and the year, and the keys."""
        with Horizontal():
            yield CouncilsPane(id=Pane.COUNCILS)
            with Vertical(id="reading"):
                yield StatisticsPane(id=Pane.STATISTICS)
                yield LetterPane(id=Pane.LETTER)
        yield KeyLine(id="keys")

    def on_mount(self) -> None:
        """Ask for the councils; the frame stands meanwhile."""
        self._councils.loading = True
        self._show_letter(0)
        if self._sample:
            self._councils.border_subtitle = "sample letters"
        self.set_focus(self._councils.council_list)
        self.read_councils()

    # What is asked of the library

    @work(thread=True, exclusive=True, group="councils", exit_on_error=False, description="councils")
    def read_councils(self) -> None:
        """Ask for all councils with letters."""
        worker = get_current_worker()
        try:
            with Library.open(self._library) as library:
                entries = library.councils()
        except UpheldError as error:
            self.post_message(Unreadable(str(error)))
            return
        if not worker.is_cancelled:
            self.post_message(CouncilsRead(entries, CouncilFinder([entry.council for entry in entries])))

    @work(thread=True, exclusive=True, group="letters", exit_on_error=False, description="letters")
    def read_letters(self, council_id: int) -> None:
        """Ask for the letters of one council."""
        worker = get_current_worker()
        try:
            with Library.open(self._library) as library:
                letters = library.letters_of(council_id)
        except UpheldError as error:
            self.post_message(Failed(str(error)))
            letters = ()  # rather nothing than what was there before, under another council's highlight
        if not worker.is_cancelled:
            self.post_message(LettersRead(council_id, letters))

    # Answers

    @on(CouncilsRead)
    def _show_councils(self, message: CouncilsRead) -> None:
        message.stop()
        self._entries = message.entries
        self._councils.loading = False
        self._finder = message.finder
        self._councils.show(message.entries, message.finder)
        if self._council_id is not None:
            self._choose(self._council_id)
        if not message.entries:
            self._welcome()
        elif self._wanted is not None:
            self.open_named(self._wanted)
            self._wanted = None

    @on(Unreadable)
    def _explain(self, message: Unreadable) -> None:
        message.stop()
        self._councils.loading = False
        self._councils.explain(message.reason)

    @on(LettersRead)
    def _show_letters(self, message: LettersRead) -> None:
        message.stop()
        if message.council_id == self._council_id:
            self._letters = message.letters
            self._show_letter(0)

    # Going to a council, a year, a sentence

    @on(CouncilsPane.CouncilHighlighted)
    def _preview(self, message: CouncilsPane.CouncilHighlighted) -> None:
        message.stop()
        if message.council_id != self._council_id:
            self._choose(message.council_id)

    @on(CouncilsPane.CouncilChosen)
    def _go_to_council(self, message: CouncilsPane.CouncilChosen) -> None:
        message.stop()
        self.open(message.council_id)

    def open(self, council_id: int) -> None:
        """Go to a council: its statistics get the keys."""
        self._councils.highlight(council_id)
        if council_id != self._council_id:
            self._choose(council_id)
        self._use(Pane.STATISTICS)

    def open_named(self, name: str) -> None:
        """Go to the council that `name` fits best; if none does, leave `name` in the search box."""
        found = self.found(name)
        if found:
            self.open(found[0][0].id)
        else:
            self._councils.search(name)

    def found(self, name: str) -> list[tuple[CouncilEntry, Found]]:
        """The councils here that a name fits, best first, with how it fits."""
        entry_of = {entry.council: entry for entry in self._entries}
        return [(entry_of[hit.council], hit) for hit in self._finder.find(name)] if self._finder else []

    def _choose(self, council_id: int) -> None:
        """Ask for the letters of a council; whether it still has any, the answer says."""
        self._council_id = council_id
        self.read_letters(council_id)

    def _show_letter(self, index: int) -> None:
        """Show the letter of that index; without letters, nothing."""
        self._current = index
        self._statistics.show(self._letters, index)
        self._letter.show(self._letters[index] if self._letters else None)
        self.refresh_bindings()

    @on(StatisticsPane.YearChosen)
    def _go_to_year(self, message: StatisticsPane.YearChosen) -> None:
        message.stop()
        for index, stored in enumerate(self._letters):
            if stored.id == message.letter_id:
                self._show_letter(index)

    @on(StatisticsPane.FigureChosen)
    def _go_to_sentence(self, message: StatisticsPane.FigureChosen) -> None:
        message.stop()
        self._use(Pane.LETTER)
        self._letter.go_to(message.quote)

    def action_older(self) -> None:
        """Show the letter of the year before."""
        self._step_year(1)

    def action_newer(self) -> None:
        """Show the letter of the year after."""
        self._step_year(-1)

    def _step_year(self, step: int) -> None:
        """Go to the next letter, in the order newest first, that is the shown one of its year."""
        index = self._current + step
        while 0 <= index < len(self._letters):
            if self._letters[index].shown:
                self._show_letter(index)
                return
            index += step
        self.say("There is no older letter here." if step > 0 else "This is the newest letter here.")

    # Panes

    @property
    def _councils(self) -> CouncilsPane:
        return self.query_one(CouncilsPane)

    @property
    def _statistics(self) -> StatisticsPane:
        return self.query_one(StatisticsPane)

    @property
    def _letter(self) -> LetterPane:
        return self.query_one(LetterPane)

    def _use(self, pane: Pane) -> None:
        """Give the keys to a pane, and bring it in sight."""
        targets: dict[Pane, Widget] = {
            Pane.COUNCILS: self._councils.council_list,
            Pane.STATISTICS: self._statistics,
            Pane.LETTER: self._letter,
        }
        self._used = pane
        self._arrange()
        self.set_focus(targets[pane])

    def _arrange(self) -> None:
        """Show the panes there is room for."""
        seen = in_sight(self.app.size.width, self._used, alone=self._alone)
        self._councils.display = Pane.COUNCILS in seen
        self.query_one("#reading").display = seen != {Pane.COUNCILS}
        self._statistics.display = Pane.STATISTICS in seen
        self._letter.display = Pane.LETTER in seen

    def on_resize(self, event: events.Resize) -> None:
        """Show the panes there is room for now."""
        self._arrange()

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Note which pane the keys go to, also when a click put them there."""
        for pane in Pane:
            if self.query_one(f"#{pane}") in event.widget.ancestors_with_self and pane is not self._used:
                self._used = pane
                self._arrange()

    def action_search(self) -> None:
        """Put the cursor in the search box."""
        self._use(Pane.COUNCILS)
        self._councils.focus_search()

    def action_next_pane(self) -> None:
        """Give the keys to the next pane."""
        self._use(beside(self._used, 1))

    def action_previous_pane(self) -> None:
        """Give the keys to the pane before."""
        self._use(beside(self._used, -1))

    def action_zoom(self) -> None:
        """Show the pane in use alone, or all there is room for."""
        self._alone = not self._alone
        self._arrange()

    def action_back(self) -> None:
        """One level back; from the list of councils with nothing typed there is nowhere to go."""
        if self._alone:
            self.action_zoom()
        elif self._used is Pane.LETTER:
            self._use(Pane.STATISTICS)
        elif self._used is Pane.STATISTICS:
            self._use(Pane.COUNCILS)
        elif self._councils.searched:
            self._councils.search("")
        else:
            self._use(Pane.COUNCILS)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Where there is one letter only, or nothing to go back to, these keys are not offered."""
        if action in ("older", "newer"):
            return sum(stored.shown for stored in self._letters) > 1
        if action == "back" and self.is_mounted:
            return self._alone or self._used is not Pane.COUNCILS or self._councils.can_go_back
        return True

    # Other screens

    def action_import(self) -> None:
        """Go to the screen that brings letters in."""
        self._bring_in(samples=False)

    def _bring_in(self, *, samples: bool) -> None:
        # What reads letters costs some 50 ms to import, which nobody who only looks should wait for.
        from tui.screens.importing import ImportScreen

        self.app.push_screen(ImportScreen(self._library, samples=samples), self._imported)

    def _imported(self, changed: bool | None) -> None:
        """Read anew what is here, if an import changed it."""
        if changed:
            self._welcomed = True
            self.read_councils()

    def _welcome(self) -> None:
        """Offer a beginning to whoever has no letters yet, once."""
        if not self._welcomed:
            self._welcomed = True
            self.app.push_screen(WelcomeScreen(), self._begin)

    def _begin(self, choice: Welcome | None) -> None:
        if choice in (Welcome.IMPORT, Welcome.SAMPLES):
            self._bring_in(samples=choice is Welcome.SAMPLES)
