"""The main screen as far as councils are marked on it, and put side by side; and back from a letter to that place."""

from pathlib import Path
from typing import TYPE_CHECKING

from textual import on

from tui.council_marks import explain_marks
from tui.keymap import Command
from tui.keymap_sentences import fill_in_keys
from tui.panes.marking import MarkWanted, NoMarksWanted
from tui.screens.destination import fit_any, fit_id
from tui.screens.layout import Pane
from tui.screens.main_questions import CouncilsRead, LettersRead
from tui.screens.main_year import MainYearScreen
from tui.screens.undo import UndoHistory

if TYPE_CHECKING:
    from tui.draw.coverage_choice import CoverageChoice
    from tui.draw.year_choice import YearChoice
    from tui.screens.compare_choice import CompareAsked, CompareChoice, CompareResult
    from tui.screens.year import YearResult


class MainCompareScreen(MainYearScreen):
    """The main screen, from which marked councils lead to a comparison, and to which its rows lead."""

    def __init__(self, library: Path, history: UndoHistory) -> None:
        super().__init__(library, history)
        self._compared: CompareResult | None = None
        self._compared_from: YearChoice | None = None
        """The table of a year from which the comparison was opened, to go back to."""
        self._is_going_to_figure = False

    # Marks

    @on(MarkWanted)
    def _mark(self, message: MarkWanted) -> None:
        """Mark the council highlighted, or no longer, and say how many are; or why no more can be."""
        message.stop()
        highlighted = self._councils.highlighted_id
        entry = next((each for each in self._entries if each.id == highlighted), None)
        if entry is not None:
            was_taken = self._marks.toggle(entry.council.name)
            self._show_marks()
            self.tell(explain_marks(self._marks.names, entry.council.name, was_taken=was_taken))

    @on(NoMarksWanted)
    def _unmark_all(self, message: NoMarksWanted) -> None:
        """Take all marks off."""
        message.stop()
        self.tell("No council is marked any more." if self._marks.names else "No council is marked.")
        self._marks.clear()
        self._show_marks()

    @on(CouncilsRead)
    def _keep_marks(self, message: CouncilsRead) -> None:
        """Take the marks off councils that have no letter here any more."""
        message.stop()
        self._marks.keep_only(entry.council.name for entry in self._entries)
        self._show_marks()

    def _show_marks(self) -> None:
        """Have the list show what is marked."""
        self._councils.show_marks(self._marks.names)
        self.refresh_bindings()

    # To the comparison

    def action_compare(self) -> None:
        """Put the marked councils side by side; of fewer than two, ask whom to compare this one with."""
        from db.figures.comparison import FEWEST_COMPARED
        from tui.screens.compare_choice import CompareChoice

        reading = self.current_letter if self._active_pane is not Pane.COUNCILS else None
        if len(self._marks.names) >= FEWEST_COMPARED:
            year = reading.letter.year if reading else None
            self._open_comparison(CompareChoice(names=self._marks.names, year=year))
            return
        entry = next((each for each in self._entries if each.id == self._council_id), None)
        if entry is None:
            self.tell("No council is highlighted that could be compared.")
            return
        from tui.screens.compare_with import CompareWithScreen

        year = self.current_letter.letter.year if self.current_letter else None
        screen = CompareWithScreen(self._library, entry, self._entries, year, self._marks.names)
        self.app.push_screen(screen, self._open_comparison)

    def _open_comparison(self, choice: "CompareChoice | None", came_from: "YearChoice | None" = None) -> None:
        """Put councils side by side, if any were chosen."""
        if choice is None:
            return
        from tui.screens.compare import CompareScreen

        self._compared, self._compared_from = None, came_from
        self.app.push_screen(CompareScreen(self._library, self._history, choice), self._take_compare_result)

    def _take_year_result(self, result: "YearResult | CoverageChoice | CompareAsked | None") -> None:
        """Go to what was chosen in the table, which may be to put councils side by side."""
        from tui.screens.compare_choice import CompareAsked

        self._show_marks()
        if isinstance(result, CompareAsked):
            self._year_choice = result.year_choice
            self._open_comparison(result.choice, result.year_choice)
        else:
            super()._take_year_result(result)

    # And back from a letter

    def forget_ways_back(self) -> None:
        """Have Esc lead to no comparison."""
        super().forget_ways_back()
        self._compared, self._is_going_to_figure = None, False

    def _take_compare_result(self, result: "CompareResult | None") -> None:
        """Go to the letter chosen; without one, back to the table from which the comparison was opened."""
        if result is None:
            came_from, self._compared_from = self._compared_from, None
            if came_from is not None:
                self.open_year(came_from)
            return
        self.forget_ways_back()
        self._compared, self._is_going_to_figure = result, True
        self._councils.highlight(result.council_id)
        self._choose(result.council_id, fit_id(result.letter_id) if result.letter_id is not None else fit_any)
        self._focus_pane(Pane.LETTER if result.letter_id is not None else Pane.STATISTICS)
        self.tell(fill_in_keys("{back} goes back to the comparison."))

    @on(LettersRead)
    def _follow_compared(self, message: LettersRead) -> None:
        """Go to the sentence, once the letter is shown; at another council there is nothing to go back to."""
        compared = self._compared
        if compared is None or message.council_id != self._council_id:
            return
        if compared.council_id != message.council_id:
            self._compared = None
        elif self._is_going_to_figure:
            self._is_going_to_figure = False
            shown = self.current_letter
            if compared.quote is not None and shown is not None and shown.id == compared.letter_id:
                self._letter.go_to(compared.quote)
        self.refresh_bindings()

    @property
    def _leads_back_to_comparison(self) -> bool:
        """Whether Esc leads back to the comparison: its reader came from there and is at the same council."""
        return self._compared is not None and self._active_pane is not Pane.COUNCILS

    @property
    def is_visiting(self) -> bool:
        """Whether Esc leads back to a comparison, or to the table of a year."""
        return self._leads_back_to_comparison or super().is_visiting

    def leave_visit(self) -> None:
        """Go back to the row of the comparison, or of the table of a year."""
        if self._compared is None or not self._leads_back_to_comparison:
            super().leave_visit()
        else:
            self._open_comparison(self._compared.choice, self._compared_from)

    def _name_key(self, command: Command) -> str | None:
        """What a key does from here."""
        if command.id == "back" and self._leads_back_to_comparison:
            return "comparison"
        return super()._name_key(command)
