"""The screen of the browser: councils, the statistics of one of them, and its letter."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import BindingType
from textual.content import Content
from textual.screen import Screen
from textual.worker import Worker, WorkerState

from db.councils.resolve import EntryMatch, Resolver
from db.councils.succession import Relative, list_relatives
from db.model import CouncilEntry, StoredLetter
from tui.draw.review_text import format_review_count
from tui.import_session import ImportSession
from tui.keymap import Command, Group, make_bindings
from tui.keymap_sentences import fill_in_keys
from tui.panes.councils import CouncilsPane
from tui.panes.letter import NOTHING_SHOWN
from tui.panes.statistics import StatisticsPane
from tui.screens.destination import Destination, LetterFit, fit_any, fit_file, fit_id
from tui.screens.layout import Pane
from tui.screens.main_compare import MainCompareScreen
from tui.screens.main_coverage import MainCoverageScreen
from tui.screens.main_first import MainFirstScreen
from tui.screens.main_questions import (
    LETTERS,
    CouncilsRead,
    LettersRead,
    LettersUnreadable,
    LibraryUnreadable,
    ReviewItemsCounted,
)
from tui.screens.main_words import MainWordsScreen
from tui.screens.neighbours import explain_no_neighbour, find_neighbour
from tui.screens.review_base import ActionShown
from tui.screens.undo import UndoHistory

if TYPE_CHECKING:
    from tui.screens.importing import ImportResult
    from tui.screens.review import ReviewResult

_NOT_READ = "The letters of this council could not be read."


class MainScreen(MainWordsScreen, MainCompareScreen, MainCoverageScreen, MainFirstScreen, Screen[None]):
    """Councils to choose from, the figures of one of them and its letter: where the browser begins.

    `session` is what is remembered of imports. `wanted` is a council's name, as somebody writes it, to open at.
    `sample`: the library is thrown away.
    """

    BINDINGS: ClassVar[list[BindingType]] = [*make_bindings(Group.MAIN)]

    def __init__(
        self, library: Path, session: ImportSession, wanted: str | None = None, *, sample: bool = False
    ) -> None:
        super().__init__(library, UndoHistory())
        self._session = session
        self._sample = sample
        self._wanted = wanted
        self._entries: tuple[CouncilEntry, ...] = ()
        self._resolver: Resolver | None = None
        self._letters: tuple[StoredLetter, ...] = ()
        self._current = 0
        self._fit: LetterFit = fit_any
        self._destination: Destination | None = None
        self._was_taken_out = False
        """Whether the letter shown has just been taken out here: that it is gone is then no news."""

    def on_mount(self) -> None:
        """Show what was asked ahead, or ask for the councils; the frame stands meanwhile."""
        self._councils.order = self.order
        if self._sample:
            self._councils.border_subtitle = "sample letters"
        self._councils.focus_find_box()
        first = self.take_first()
        if first is None:
            self._councils.loading = True
            self._show_letter(0)
            self._reload_councils()
        else:
            self.show_first(first)

    # Answers

    def _reload_councils(self, destination: Destination | None = None) -> None:
        """Ask for the councils, in order then to go to `destination`, else to where the request before was to lead."""
        self._destination = destination or self._destination
        self._request += 1
        ahead, self._ahead = self._ahead, None
        self.read_councils(self._request, ahead)

    def follow_change(self) -> None:
        """Ask again for all that is shown, as another program has changed the library; the reader stays in place."""
        self._reload_councils()

    @on(CouncilsRead)
    def _show_councils(self, message: CouncilsRead) -> None:
        """List the councils, then go to where that was to lead."""
        message.stop()
        if message.request != self._request:
            return
        destination, self._destination = self._destination, None
        is_first = not self._entries and destination is None
        before = {entry.id: entry.council.name for entry in self._entries}
        self._resolver, self._entries = message.resolver, message.resolver.entries
        self._councils.loading = False
        entry = next((each for each in self._entries if destination and each.council.name == destination.council), None)
        self._councils.show(message.resolver, entry.id if entry else None)
        if destination and entry:
            self._choose(entry.id, destination.fit)
            self._focus_pane(destination.pane)
        elif self._council_id is not None:
            self._choose_again(before.get(self._council_id, ""))
        if destination and not entry:
            self.show_notice("That letter is no longer in the library.")
        elif not self._entries:
            self._offer_beginning()
        elif self._wanted is not None:
            self.open_named(self._wanted)
            self._wanted = None
        elif is_first and self._active_pane is Pane.COUNCILS:
            self._councils.focus_find_box()
        self.ask_for_the_rest(message.resolver)

    @on(ReviewItemsCounted)
    def _show_count(self, message: ReviewItemsCounted) -> None:
        """Say below the councils how many letters need a look."""
        message.stop()
        subtitle = f"{format_review_count(message.number)}: {fill_in_keys('{review}')}" if message.number else ""
        if self._sample:
            subtitle = f"samples, {subtitle}" if subtitle else "sample letters"
        self._councils.border_subtitle = Content(subtitle) if subtitle else None

    @on(LibraryUnreadable)
    def _show_unreadable(self, message: LibraryUnreadable) -> None:
        """Say why in place of the councils."""
        message.stop()
        if message.request != self._request:
            return
        self._destination = None
        self._councils.loading = False
        self._councils.explain(message.reason)
        self.set_focus(self._councils.council_list)

    @on(LettersRead)
    def _show_letters(self, message: LettersRead) -> None:
        """Show that of the council's letters which fits best."""
        message.stop()
        if message.council_id == self._council_id:
            self.count_visit()
            fits = [self._fit(stored) for stored in message.letters]
            self._letters = message.letters
            if fits and not max(fits) and self._fit is not fit_any:
                self.show_notice("That letter is no longer in the library.")
            self._show_letter(fits.index(max(fits)) if fits else 0)

    @on(LettersUnreadable)
    def _show_letters_unreadable(self, message: LettersUnreadable) -> None:
        """Say why: rather that than what was there before, under another council's highlight."""
        message.stop()
        if message.council_id == self._council_id:
            self.show_notice(message.reason, warning=True)
            self._show_no_letter(message.reason, message.reason)

    @on(Worker.StateChanged)
    def _expect_no_letters(self, event: Worker.StateChanged) -> None:
        """After an error nobody foresaw no letters will come."""
        if event.worker.group == LETTERS and event.state is WorkerState.ERROR:
            self._show_no_letter(_NOT_READ, _NOT_READ)

    # Going to a council, a year, a sentence

    @on(CouncilsPane.CouncilHighlighted)
    def _preview(self, message: CouncilsPane.CouncilHighlighted) -> None:
        """Show the figures of the council highlighted."""
        message.stop()
        if message.council_id != self._council_id:
            self._council_id, self._fit = message.council_id, fit_any
            self.read_highlighted(message.council_id)

    @on(CouncilsPane.NoneHighlighted)
    def _show_none(self, message: CouncilsPane.NoneHighlighted) -> None:
        """Show nobody's figures, rather than those of a council that nobody asked for; why, the list says."""
        message.stop()
        if self._councils.council_list.highlighted is None:
            self._council_id = None
            self._show_no_letter("", "")

    @on(CouncilsPane.CouncilChosen)
    @on(StatisticsPane.CouncilChosen)
    def _go_to_council(self, message: CouncilsPane.CouncilChosen | StatisticsPane.CouncilChosen) -> None:
        """Go to the council chosen in the list, or to one that came before the council shown or after it."""
        message.stop()
        self.open_council(message.council_id)

    def open_council(self, council_id: int) -> None:
        """Go to a council: its statistics get the keys."""
        self._councils.highlight(council_id)
        if council_id != self._council_id or self.is_waiting_to_read:
            self._choose(council_id)
        self._focus_pane(Pane.STATISTICS)

    def open_named(self, name: str) -> None:
        """Go to the council that `name` means; if that is not one council with letters here, say so in the list."""
        if self._resolver is None:
            return
        resolved = self._resolver.resolve(name)
        if resolved.entry is None:
            self._councils.show_unresolved(name, resolved.why_none)
            return
        self.open_council(resolved.entry.id)
        if resolved.note:
            self.show_notice(resolved.note)

    def find_councils(self, typed: str) -> tuple[EntryMatch, ...]:
        """The councils here that a name fits, best first, with how it fits; or those that came after the one meant."""
        return self._resolver.resolve(typed).listed if self._resolver else ()

    def _choose(self, council_id: int, fit: LetterFit = fit_any) -> None:
        """Ask for the letters of a council, to show the one that fits best; whether it has any, the answer says."""
        self._council_id, self._fit = council_id, fit
        if self._known is not None and self._known.council_id == council_id:
            self._show_letters(LettersRead(council_id, self._known.letters))
        else:
            self.read_letters_now(council_id)

    def _choose_again(self, name: str) -> None:
        """Ask for the letters of the council shown, which is called so, once all councils are read anew."""
        was_taken_out, self._was_taken_out = self._was_taken_out, False
        entry = next((each for each in self._entries if each.council.name == name), None)
        if entry is not None:
            stays = self.is_showing(entry.id) and not was_taken_out
            self._choose(entry.id, self.fit_current if stays else fit_any)
            return
        self._council_id = None
        self._show_no_letter("", "")
        if not was_taken_out:
            self.show_notice(f"The letters to {name} are no longer in the library.")

    def _show_letter(self, index: int) -> None:
        """Show the letter of that index, if there is any."""
        self._current = index
        self._statistics.show(self._letters, index, relatives=self._list_relatives())
        self._letter.show(self._letters[index] if self._letters else None)
        self.refresh_bindings()

    def _list_relatives(self) -> Sequence[Relative]:
        """The councils that came before the one shown and after it; for the first picture they have been asked."""
        if self._known is not None:
            return self._known.relatives
        here = {entry.council.name: entry for entry in self._entries}
        return list_relatives(self._letters[self._current].letter.council, here) if self._letters else ()

    def _show_no_letter(self, statistics: str, letter: str = NOTHING_SHOWN) -> None:
        """Show a sentence in place of the statistics, and one in place of the letter."""
        self._letters, self._current = (), 0
        self._statistics.show((), 0, statistics)
        self._letter.show(None, letter)
        self.refresh_bindings()

    @on(StatisticsPane.YearChosen)
    def _go_to_year(self, message: StatisticsPane.YearChosen) -> None:
        """Show the letter of that year; from the year shown already, go on to the letter itself."""
        message.stop()
        if self.current_letter is not None and message.letter_id == self.current_letter.id:
            self._focus_pane(Pane.LETTER)
            return
        for index, stored in enumerate(self._letters):
            if stored.id == message.letter_id:
                self._show_letter(index)

    @on(StatisticsPane.FigureChosen)
    def _go_to_sentence(self, message: StatisticsPane.FigureChosen) -> None:
        """Go to the words that print the figure chosen."""
        message.stop()
        self._focus_pane(Pane.LETTER)
        self._letter.go_to(message.quote)

    def action_older(self) -> None:
        """Show the letter of the year before."""
        self._step_year(1)

    def action_newer(self) -> None:
        """Show the letter of the year after."""
        self._step_year(-1)

    def _step_year(self, step: int) -> None:
        """Show the letter before or after, or say that there is none."""
        index = find_neighbour(self._letters, self._current, step)
        if index is None:
            self.show_notice(explain_no_neighbour(self._letters, self._current, step))
        else:
            self._show_letter(index)

    # What a person settles about the letter shown

    @property
    def current_letter(self) -> StoredLetter | None:
        """The letter shown."""
        return self._letters[self._current] if self._letters else None

    def show_action(self, message: ActionShown) -> None:
        """Go with the letter to where it stands now; where it is out, what is left of its council stays."""
        letter = message.letter
        self._is_welcomed = True
        self._was_taken_out = letter is None
        self._reload_councils(
            Destination(letter.letter.council.name, fit_id(letter.id), self._active_pane) if letter else None
        )

    # Going between panes

    async def action_find_council(self) -> None:
        """Put the cursor in the find box; in the letter, open the line to find words in."""
        if self._active_pane is Pane.LETTER and self._letters:
            await self._letter.action_find()
            return
        self._focus_pane(Pane.COUNCILS)
        self._councils.focus_find_box()

    def action_back(self) -> None:
        """One level back; from the list of councils with nothing typed there is nowhere to go."""
        if self.go_back_to_words():
            return
        if self._is_zoomed:
            self.action_zoom()
        elif self.is_visiting:
            self.leave_visit()
        elif self._active_pane is Pane.LETTER:
            self._focus_pane(Pane.STATISTICS)
        elif self._active_pane is Pane.STATISTICS:
            self._focus_pane(Pane.COUNCILS)
        elif self._councils.typed:
            self._councils.set_typed("")
        else:
            self._focus_pane(Pane.COUNCILS)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Without a letter, or with nothing to go back to, these keys do nothing."""
        if action in ("older", "newer"):
            return bool(self._letters)
        if action == "back" and self.is_mounted:
            return self._is_zoomed or self._active_pane is not Pane.COUNCILS or self._councils.can_go_back
        return super().check_action(action, parameters)

    def _name_key(self, command: Command) -> str | None:
        """What a key does from here, as the foot of the screen has it."""
        if command.id == "import" and self._active_pane is not Pane.COUNCILS:
            return None  # whoever reads has letters
        step = {"older": 1, "newer": -1}.get(command.id)
        if step and (self._active_pane is Pane.COUNCILS or find_neighbour(self._letters, self._current, step) is None):
            return None  # the list's room is for what finds and brings in councils
        return self._statistics.leads_to if command.id == "to_sentence" else super()._name_key(command)

    # Other screens

    def action_import(self) -> None:
        """Go to the screen that brings letters in."""
        self._open_import(samples=False)

    def _open_import(self, *, samples: bool) -> None:
        """Go to the screen of imports, which `samples` lets begin with the sample letters."""
        # What reads letters costs some 50 ms to import, which nobody who only looks should wait for.
        from tui.screens.importing import ImportScreen

        self.app.push_screen(ImportScreen(self._library, self._session, samples=samples), self._take_import_result)

    def _take_import_result(self, result: "ImportResult | None") -> None:
        """Read anew what is here, if an import changed it, and go to the letter chosen there."""
        destination = None
        if result is not None and result.letter is not None:
            fit = fit_file(result.file, result.letter.year)
            destination = Destination(result.letter.council.name, fit)
        if result is not None and (result.changed or destination):
            self._is_welcomed = True
            self._reload_councils(destination)

    def action_review(self) -> None:
        """Go to the screen of the letters that need a person's eye."""
        from tui.screens.review import ReviewScreen

        self.app.push_screen(ReviewScreen(self._library, self._history), self._take_review_result)

    def _take_review_result(self, result: "ReviewResult | None") -> None:
        """Read anew what is here, if something was settled, and go to the letter chosen there."""
        destination = None
        if result is not None and result.letter is not None:
            destination = Destination(result.letter.letter.council.name, fit_id(result.letter.id))
        if result is not None and (result.changed or destination):
            self._reload_councils(destination)
