"""The main screen as far as the table of letters by year leads to it and from it."""

from typing import TYPE_CHECKING

from tui.screens.destination import fit_id
from tui.screens.layout import Pane
from tui.screens.main_year import MainYearScreen

if TYPE_CHECKING:
    from tui.draw.coverage_choice import CoverageChoice
    from tui.screens.coverage import CoverageResult


class MainCoverageScreen(MainYearScreen):
    """The main screen, to which a cell of that table leads, and from which Esc leads back to that cell."""

    def action_coverage(self) -> None:
        """Show who of all councils has a letter of which year, at the letter shown."""
        from tui.draw.coverage_choice import CoverageChoice

        shown = self.current_letter
        letter = shown.letter if shown else None
        self.open_coverage(
            CoverageChoice(council=letter.council.name if letter else "", year=letter.year if letter else None)
        )

    def open_coverage(self, choice: "CoverageChoice") -> None:
        """Go to the table of letters by year."""
        from tui.screens.coverage import CoverageScreen  # what it works out with is imported where it begins

        back = choice.back

        def take(result: "CoverageResult | None") -> None:
            """Go where its reader wants to; where they came from a table of a year, back means there."""
            if result is not None:
                self._take_coverage_result(result)
            elif back is not None:
                self.open_year(back)

        self._visit = None
        self.app.push_screen(CoverageScreen(self._library, self._history, choice), take)

    def _take_coverage_result(self, result: "CoverageResult") -> None:
        """Go to the letter chosen in the table, or to the table of the year chosen there."""
        choice = result.choice
        if result.letter_id is not None and result.council_id is not None:
            self.forget_ways_back()
            self._visit = result
            self._councils.highlight(result.council_id)
            self._choose(result.council_id, fit_id(result.letter_id))
            self._focus_pane(Pane.STATISTICS)
            self.tell_the_way_back()
        elif choice.year is not None:
            from tui.draw.year_choice import YearChoice

            before = choice.back or self._year_choice or YearChoice(year=choice.year)
            self.open_year(before._replace(year=choice.year, type=choice.type, council=choice.council, words=""))
