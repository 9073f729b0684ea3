"""Taking something of a comparison elsewhere: to the clipboard, to a file, as a briefing; and what a figure means."""

from db.figures.comparison import ComparedCouncil, Comparison
from db.model import Quote, StoredLetter, TableName
from tui.draw.compare_copy import copy_compared, copy_comparison, copy_service
from tui.draw.copy_text import copy_selection
from tui.draw.letter.part import MAX_SHOWN
from tui.draw.meaning import Explained, find_subjects
from tui.panes.comparison import ComparisonPane
from tui.screens.compare_choice import CompareChoice, CompareResult
from tui.screens.compare_questions import CompareQuestionsScreen
from tui.screens.meaning import MeaningScreen
from tui.screens.taking_away import FileOffer

_NO_LETTER = "Highlight the row of a council that has a letter of this year."


class CompareTakeAwayScreen(CompareQuestionsScreen[CompareResult]):
    """The screen of a comparison as far as it copies, saves and explains what it shows."""

    _comparison: Comparison | None
    _choice: CompareChoice

    @property
    def _pane(self) -> ComparisonPane:
        """The councils."""
        raise NotImplementedError

    @property
    def highlighted(self) -> ComparedCouncil | None:
        """The council whose row is highlighted."""
        raise NotImplementedError

    def find_letter(self) -> StoredLetter | None:
        """The letter of the council highlighted, of the year compared."""
        raise NotImplementedError

    def leave_for(self, quote: Quote | None) -> None:
        """Go to the letter of the council highlighted, and there to these words."""
        raise NotImplementedError

    def action_copy(self) -> None:
        """Copy what is selected, or else what is highlighted."""
        comparison, pane = self._comparison, self._pane
        if selected := self.get_selected_text():
            copied = copy_selection(selected)
        elif comparison is None:
            return
        elif pane.council_id is not None and pane.measure is not None:
            has_intervals = self._choice.has_intervals
            found = copy_compared(comparison, pane.council_id, pane.measure, has_intervals=has_intervals)
            if found is None:
                return
            copied = found
        else:
            service = copy_service(comparison, pane.service)
            if service is None:
                return
            copied = service
        self.copy_away(copied)
        self.clear_selection()

    def action_copy_table(self) -> None:
        """Copy all of it, with tabs."""
        if self._comparison is not None:
            self.copy_away(copy_comparison(self._comparison, has_intervals=self._choice.has_intervals))

    def action_export(self) -> None:
        """Save the figures of the letters compared."""
        comparison = self._comparison
        if comparison is None:
            return
        from tui.draw.exported import COMPARED_ENDINGS, name_file, write_comparison

        letters = [stored for each in comparison.councils if (stored := each.find_letter(comparison.year))]
        has_intervals = self._choice.has_intervals
        offer = FileOffer(
            "Save the comparison",
            name_file("compare", letters[0], "csv"),
            COMPARED_ENDINGS,
            lambda name: write_comparison(comparison, name, has_intervals=has_intervals),
        )
        self.offer_file(offer)

    def action_brief(self) -> None:
        """Show one page on the letter of the council highlighted."""
        compared, stored = self.highlighted, self.find_letter()
        if compared is None or stored is None:
            self.tell(_NO_LETTER)
            return
        from tui.screens.briefing import BriefingScreen

        self.app.push_screen(BriefingScreen(self._library, compared.letters, stored))

    def action_meaning(self) -> None:
        """Say what the figure highlighted means; from there its reader may go to the letter's own definition."""
        comparison, own = self._comparison, self.find_letter()
        if comparison is None:
            return
        # What reads letters costs some 50 ms to import, which nobody who only looks should wait for.
        from db.letters.definitions import find_definitions

        stored = own or next(letter for each in comparison.councils if (letter := each.find_letter(comparison.year)))
        measure, text = self._pane.measure, stored.letter.text
        key = f"measure {measure}" if measure else f"cell {TableName.RECEIVED} 0"
        # Of a letter that is not of the row highlighted, or that is too long to be one, no words are quoted.
        definitions = find_definitions(text) if own is not None and len(text) <= MAX_SHOWN else {}
        explained = Explained(stored.letter, find_subjects(stored.letter, key, None), definitions)
        self.app.push_screen(MeaningScreen(explained), self._go_to_definition)

    def _go_to_definition(self, definition: Quote | None) -> None:
        """Go there in the letter, if that was wanted."""
        if definition is not None:
            self.leave_for(definition)
