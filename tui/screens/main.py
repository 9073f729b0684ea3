"""The screen of the browser: councils, the statistics of one of them, and its letter."""

from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widget import Widget

from db.councils.resolve import EntryMatch, Resolver
from db.model import CouncilEntry, StoredLetter
from tui.draw.figures.statistics import NOTHING_CHOSEN
from tui.draw.review_text import how_many_need_a_look
from tui.import_session import Imports
from tui.keymap import Command, Group, bindings
from tui.panes.councils import CouncilsPane
from tui.panes.letter import LetterPane
from tui.panes.statistics import StatisticsPane
from tui.screens.destination import Goal, Which, any_of_them, from_file, with_id
from tui.screens.key_line import KeyLine
from tui.screens.layout import PANE_NAMES, Pane, beside, in_sight
from tui.screens.main_questions import AskingScreen, CouncilsRead, LettersRead, LooksCounted, Unreadable
from tui.screens.neighbours import beside_year, no_other
from tui.screens.review_actions import History
from tui.screens.review_base import Settled
from tui.screens.welcome import Welcome, WelcomeScreen

if TYPE_CHECKING:
    from tui.screens.importing import Imported
    from tui.screens.review import Looked


class MainScreen(AskingScreen):
    """Councils at the left, statistics above the letter at the right; fewer panes where there is less room.

    `imports` is what is remembered of imports. `wanted` is a council's name, as somebody writes it, to open at.
    `sample`: the library is thrown away.
    """

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Group.MAIN)]

    def __init__(self, library: Path, imports: Imports, wanted: str | None = None, *, sample: bool = False) -> None:
        super().__init__(library, History())
        self._imports = imports
        self._sample = sample
        self._wanted = wanted
        self._entries: tuple[CouncilEntry, ...] = ()
        self._resolver: Resolver | None = None
        self._council_id: int | None = None
        self._letters: tuple[StoredLetter, ...] = ()
        self._current = 0
        self._which: Which = any_of_them
        self._goal: Goal | None = None
        self._asked = 0
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
        keys = KeyLine(id="keys")
        keys.key_name = self._key_name
        yield keys

    def on_mount(self) -> None:
        """Ask for the councils; the frame stands meanwhile."""
        self._councils.loading = True
        self._show_letter(0)
        if self._sample:
            self._councils.border_subtitle = "sample letters"
        self._councils.focus_search()
        self._ask_anew()

    # Answers

    def _ask_anew(self, goal: Goal | None = None) -> None:
        """Ask for the councils, in order then to go to `goal`, else to where the question before was to lead."""
        self._goal = goal or self._goal
        self._asked += 1
        self.read_councils(self._asked)

    @on(CouncilsRead)
    def _show_councils(self, message: CouncilsRead) -> None:
        message.stop()
        if message.asked != self._asked:
            return
        goal, self._goal = self._goal, None
        is_first = not self._entries
        self._resolver, self._entries = message.resolver, message.resolver.entries
        self._councils.loading = False
        entry = next((each for each in self._entries if goal and each.council.name == goal.council), None)
        self._councils.show(message.resolver, entry.id if entry else None)
        if goal and entry:
            self._choose(entry.id, goal.which)
            self._use(goal.pane)
        elif self._council_id is not None:
            self._choose(self._council_id, with_id(self.in_hand.id) if self.in_hand else any_of_them)
        if goal and not entry:
            self.say("That letter is no longer in the library.")
        elif not self._entries:
            self._welcome()
        elif self._wanted is not None:
            self.open_named(self._wanted)
            self._wanted = None
        elif is_first and self._used is Pane.COUNCILS:
            self._councils.focus_search()
        self.count_looks()

    @on(LooksCounted)
    def _show_count(self, message: LooksCounted) -> None:
        message.stop()
        told = f"{how_many_need_a_look(message.number)}: !" if message.number else ""
        if self._sample:
            told = f"samples, {told}" if told else "sample letters"
        self._councils.border_subtitle = Content(told) if told else None

    @on(Unreadable)
    def _explain(self, message: Unreadable) -> None:
        message.stop()
        if message.asked != self._asked:
            return
        self._goal = None
        self._councils.loading = False
        self._councils.explain(message.reason)
        self.set_focus(self._councils.council_list)

    @on(LettersRead)
    def _show_letters(self, message: LettersRead) -> None:
        message.stop()
        if message.council_id == self._council_id:
            self._letters = message.letters
            fits = [self._which(stored) for stored in self._letters]
            self._show_letter(fits.index(max(fits)) if fits else 0)

    # Going to a council, a year, a sentence

    @on(CouncilsPane.CouncilHighlighted)
    def _preview(self, message: CouncilsPane.CouncilHighlighted) -> None:
        message.stop()
        if message.council_id != self._council_id:
            self._choose(message.council_id)

    @on(CouncilsPane.NoneHighlighted)
    def _show_none(self, message: CouncilsPane.NoneHighlighted) -> None:
        """Show nobody's figures, rather than those of a council that nobody asked for."""
        message.stop()
        if self._councils.council_list.highlighted is None:
            self._council_id, self._letters = None, ()
            self._show_letter(0, message.sentence)

    @on(CouncilsPane.CouncilChosen)
    def _go_to_council(self, message: CouncilsPane.CouncilChosen) -> None:
        message.stop()
        self.open_council(message.council_id)

    def open_council(self, council_id: int) -> None:
        """Go to a council: its statistics get the keys."""
        self._councils.highlight(council_id)
        if council_id != self._council_id:
            self._choose(council_id)
        self._use(Pane.STATISTICS)

    def open_named(self, name: str) -> None:
        """Go to the council that `name` means; if that is not one council with letters here, say so in the list."""
        if self._resolver is None:
            return
        resolved = self._resolver.resolve(name)
        if resolved.entry is None:
            self._councils.ask(name, resolved.why_none)
            return
        self.open_council(resolved.entry.id)
        if resolved.note:
            self.say(resolved.note)

    def find_councils(self, typed: str) -> tuple[EntryMatch, ...]:
        """The councils here that a name fits, best first, with how it fits."""
        return self._resolver.find(typed) if self._resolver else ()

    def _choose(self, council_id: int, which: Which = any_of_them) -> None:
        """Ask for the letters of a council, to show the first that is meant; whether it has any, the answer says."""
        self._council_id, self._which = council_id, which
        self.read_letters(council_id)

    def _show_letter(self, index: int, otherwise: str = NOTHING_CHOSEN) -> None:
        """Show the letter of that index; without letters, the sentence `otherwise`."""
        self._current = index
        self._statistics.show(self._letters, index, otherwise)
        self._letter.show(self._letters[index] if self._letters else None)
        self.refresh_bindings()

    @on(StatisticsPane.YearChosen)
    def _go_to_year(self, message: StatisticsPane.YearChosen) -> None:
        """Show the letter of that year; from the year shown already, go on to the letter itself."""
        message.stop()
        if self.in_hand is not None and message.letter_id == self.in_hand.id:
            self._use(Pane.LETTER)
            return
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
        index = beside_year(self._letters, self._current, step)
        if index is None:
            self.say(no_other(self._letters, self._current, step))
        else:
            self._show_letter(index)

    # What a person settles about the letter shown

    @property
    def in_hand(self) -> StoredLetter | None:
        """The letter shown."""
        return self._letters[self._current] if self._letters else None

    def settled(self, message: Settled) -> None:
        """Go with the letter to where it stands now."""
        letter = message.letter
        self._ask_anew(Goal(letter.letter.council.name, with_id(letter.id), self._used))

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
        """Without a letter, or with nothing to go back to, these keys do nothing."""
        if action in ("older", "newer"):
            return bool(self._letters)
        if action == "back" and self.is_mounted:
            return self._alone or self._used is not Pane.COUNCILS or self._councils.can_go_back
        return super().check_action(action, parameters)

    def _key_name(self, command: Command) -> str | None:
        """What a key does from here, as the foot of the screen has it."""
        step = {"older": 1, "newer": -1}.get(command.id)
        if step and (self._used is Pane.COUNCILS or beside_year(self._letters, self._current, step) is None):
            return None  # the list's room is for what finds and brings in councils
        if command.id == "next_pane":
            return PANE_NAMES[beside(self._used, 1)]
        return self._statistics.leads_to if command.id == "to_sentence" else command.name

    # Other screens

    def action_import(self) -> None:
        """Go to the screen that brings letters in."""
        self._bring_in(samples=False)

    def _bring_in(self, *, samples: bool) -> None:
        # What reads letters costs some 50 ms to import, which nobody who only looks should wait for.
        from tui.screens.importing import ImportScreen

        self.app.push_screen(ImportScreen(self._library, self._imports, samples=samples), self._imported)

    def _imported(self, imported: "Imported | None") -> None:
        """Read anew what is here, if an import changed it, and go to the letter chosen there."""
        goal = None
        if imported is not None and imported.letter is not None:
            year = imported.letter.year
            goal = Goal(imported.letter.council.name, from_file(imported.file, year))
        if imported is not None and (imported.changed or goal):
            self._welcomed = True
            self._ask_anew(goal)

    def action_needs_look(self) -> None:
        """Go to the screen of the letters that need a person's eye."""
        from tui.screens.review import NeedsLookScreen

        self.app.push_screen(NeedsLookScreen(self._library, self._history), self._looked)

    def _looked(self, looked: "Looked | None") -> None:
        """Read anew what is here, if something was settled, and go to the letter chosen there."""
        goal = None
        if looked is not None and looked.letter is not None:
            goal = Goal(looked.letter.letter.council.name, with_id(looked.letter.id))
        if looked is not None and (looked.changed or goal):
            self._ask_anew(goal)

    def _welcome(self) -> None:
        """Offer a beginning to whoever has no letters yet, once; there is nothing to search for."""
        self.set_focus(self._councils.council_list)
        if not self._welcomed:
            self._welcomed = True
            self.app.push_screen(WelcomeScreen(), self._begin_with)

    def _begin_with(self, choice: Welcome | None) -> None:
        if choice in (Welcome.IMPORT, Welcome.SAMPLES):
            self._bring_in(samples=choice is Welcome.SAMPLES)
