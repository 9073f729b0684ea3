"""The main screen as far as all councils of a year lead to it and from it."""

from pathlib import Path
from typing import TYPE_CHECKING

from textual import on

from db.model import CouncilEntry, Quote, StoredLetter
from tui.council_marks import CouncilMarks
from tui.keymap import Command
from tui.keymap_sentences import fill_in_keys
from tui.screens.destination import LetterFit, fit_any, fit_id
from tui.screens.kept_year import KeptYear
from tui.screens.layout import Pane
from tui.screens.main_copy import MainCopyScreen
from tui.screens.main_questions import LettersRead
from tui.screens.undo import UndoHistory

if TYPE_CHECKING:
    from tui.draw.coverage_choice import CoverageChoice
    from tui.draw.year_choice import YearChoice
    from tui.screens.compare_choice import CompareAsked
    from tui.screens.coverage import CoverageResult
    from tui.screens.year import YearResult


class MainYearScreen(MainCopyScreen):
    """The main screen, to which a row of the table of a year leads, and from which Esc leads back to that row."""

    _entries: tuple[CouncilEntry, ...]
    _council_id: int | None

    def __init__(self, library: Path, history: UndoHistory) -> None:
        super().__init__(library, history)
        self._marks = CouncilMarks()
        self._year_choice: YearChoice | None = None
        self._kept_year = KeptYear(library)
        self._visit: YearResult | CoverageResult | None = None
        self._quote: Quote | None = None
        """The words to go to, once the letter is shown."""
        self._knows_the_way_back = False
        self._goes_to_year = False

    def on_screen_suspend(self) -> None:
        """Keep the table of a year for whoever goes back and forth between it and here, not beside another screen."""
        if not self._goes_to_year and not self.app.screen.is_modal:
            self._kept_year.let_go()
        self._goes_to_year = False

    def on_unmount(self) -> None:
        """Let go of the library that the table of a year is kept of."""
        self._kept_year.close()

    def _choose(self, council_id: int, fit: LetterFit = fit_any) -> None:
        """Ask for the letters of a council, to show the one that fits best."""
        raise NotImplementedError

    @property
    def current_letter(self) -> StoredLetter | None:
        """The letter shown."""
        raise NotImplementedError

    def open_coverage(self, choice: "CoverageChoice") -> None:
        """Go to the table of letters by year."""
        raise NotImplementedError

    @property
    def is_visiting(self) -> bool:
        """Whether Esc leads back to the table of a year: its reader came from there and is at the same council."""
        return self._visit is not None and self._active_pane is not Pane.COUNCILS

    def action_all_councils(self) -> None:
        """Show all councils of the year of the letter shown, else of the newest; of the same type, at the same row."""
        from tui.draw.year_choice import YearChoice

        shown = self.current_letter
        years = {year for entry in self._entries for year in entry.years}
        if not years:
            self.show_notice("There is no letter with a year here yet.")
            return
        before = self._year_choice or YearChoice(year=max(years))
        if shown is None or shown.letter.year is None:
            self.open_year(YearChoice(year=max(years), column=before.column, has_funnel=before.has_funnel))
            return
        council = shown.letter.council
        self.open_year(
            YearChoice(
                year=shown.letter.year,
                type=council.type,
                column=before.column,
                is_reversed=before.is_reversed,
                council=council.name,
                has_funnel=before.has_funnel,
            )
        )

    def _name_key(self, command: Command) -> str | None:
        """What a key does from here: back leads to the table for whoever came from there."""
        return "table" if command.id == "back" and self.is_visiting else super()._name_key(command)

    def leave_visit(self) -> None:
        """Go back to the row in the table of a year, or to the cell in that of letters by year."""
        if self._visit is not None:
            from tui.draw.year_choice import YearChoice

            choice, self._visit = self._visit.choice, None
            if isinstance(choice, YearChoice):
                self.open_year(choice)
            else:
                self.open_coverage(choice)

    def forget_ways_back(self) -> None:
        """Have Esc lead to no table."""
        super().forget_ways_back()
        self._visit = self._quote = None

    def open_year(self, choice: "YearChoice") -> None:
        """Go to the table of a year."""
        from tui.screens.year import YearScreen  # what it works out with is imported where it begins

        self._year_choice, self._visit, self._goes_to_year = choice, None, True
        screen = YearScreen(self._library, self._history, choice, self._marks, self._kept_year)
        self.app.push_screen(screen, self._take_year_result)

    def _take_year_result(self, result: "YearResult | CoverageChoice | CompareAsked | None") -> None:
        """Go to the letter chosen in the table, or to the table of letters by year, if one was."""
        from tui.draw.coverage_choice import CoverageChoice
        from tui.screens.compare_choice import CompareAsked

        if result is None or isinstance(result, CompareAsked):
            return
        if isinstance(result, CoverageChoice):
            self.open_coverage(result)
            return
        self.forget_ways_back()
        self._visit, self._year_choice, self._quote = result, result.choice, result.quote
        self._councils.highlight(result.council_id)
        self._choose(result.council_id, fit_id(result.letter_id))
        self._focus_pane(Pane.LETTER)
        self.tell_the_way_back()

    def tell_the_way_back(self) -> None:
        """Say once how to come back to the table."""
        if not self._knows_the_way_back:
            self._knows_the_way_back = True
            self.tell(fill_in_keys("{back} goes back to the table."))

    @on(LettersRead)
    def _follow_visit(self, message: LettersRead) -> None:
        """Go to the sentence, once the letter is shown; at another council there is nothing to go back to."""
        visit = self._visit
        if visit is None or message.council_id != self._council_id:
            return
        if visit.council_id != message.council_id:
            self._visit = None
        elif self._quote is not None:
            quote, self._quote = self._quote, None
            shown = self.current_letter
            if shown is not None and shown.id == visit.letter_id:
                self._letter.go_to(quote)
        self.refresh_bindings()
