"""The screen that says who has a letter of which year: councils by years, to see what is here and what is missing."""

from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.screen import Screen

from tui.draw.copy_coverage import copy_coverage, copy_coverage_row
from tui.draw.coverage import explain_hole
from tui.draw.coverage_choice import CoverageChoice
from tui.draw.exported import COUNCIL_TABLE_ENDINGS, write_coverage
from tui.keymap import Group, make_bindings
from tui.panes.coverage_table import CoverageTablePane
from tui.screens.coverage_questions import CoverageQuestionsScreen, CoverageRead, CoverageUnreadable
from tui.screens.key_line import KeyLine
from tui.screens.taking_away import FileOffer, TakingAwayScreen
from tui.screens.undo import UndoHistory


@dataclass(frozen=True, slots=True, kw_only=True)
class CoverageResult:
    """Where its reader goes, and the choice to come back to: a letter, or without one the table of the choice's year.

    The letter's council is named by its id, too.
    """

    choice: CoverageChoice
    council_id: int | None = None
    letter_id: int | None = None


class CoverageScreen(CoverageQuestionsScreen[CoverageResult], TakingAwayScreen[CoverageResult], Screen[CoverageResult]):
    """Who has a letter of which year, for the councils of a choice. It returns where its reader goes, or None."""

    CSS_PATH = "coverage.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [*make_bindings(Group.COVERAGE)]

    def __init__(self, library: Path, history: UndoHistory, choice: CoverageChoice) -> None:
        super().__init__(library, history)
        self._choice = choice
        self._request = 0

    def compose(self) -> ComposeResult:
        """The table, and the keys."""
        yield CoverageTablePane(id="coverage-table")
        yield KeyLine(id="keys")

    def on_mount(self) -> None:
        """Ask for the letters; the frame stands meanwhile."""
        self._table.border_title = "Letters by year"
        self._table.loading = True
        self.set_focus(self._table.line_list)
        self._ask()

    @property
    def _table(self) -> CoverageTablePane:
        """The table."""
        return self.query_one(CoverageTablePane)

    def follow_change(self) -> None:
        """Read anew what another program has changed; the reader stays in place."""
        self._ask()

    def _ask(self) -> None:
        """Ask for the table as it now is."""
        self._request += 1
        self.read_coverage(self._request)

    @on(CoverageRead)
    def _show_coverage(self, message: CoverageRead) -> None:
        """Show the table, unless another is waited for by now."""
        message.stop()
        if message.request != self._request:
            return
        is_first = self._table.loading
        self._table.loading = False
        self._table.show(message.lines, self._choice if is_first else self._table.choice)
        if is_first or self.focused is None:
            self.set_focus(self._table.line_list)
        self.refresh_bindings()

    @on(CoverageUnreadable)
    def _show_unreadable(self, message: CoverageUnreadable) -> None:
        """Say why there is no table."""
        message.stop()
        if message.request == self._request:
            self._table.loading = False
            self.show_notice(message.reason, warning=True)

    # What the reader chooses

    def action_step_type(self, step: int) -> None:
        """Show another type of council."""
        self._table.choose(self._table.choice.step_type(step))

    def action_step_year(self, step: int) -> None:
        """Go to another year, or say that there is none."""
        if not self._table.step_year(step):
            self.tell(f"There are no {'later' if step > 0 else 'earlier'} letters here.")

    def action_find(self) -> None:
        """Type part of a name, a region or a county."""
        self._table.find()

    def action_all_councils(self) -> None:
        """Go to the table of the year highlighted, if there is a letter of it."""
        table, at = self._table, self._table.cursor
        if any(row.letter_ids[at] is not None for row in table.rows):
            self.dismiss(CoverageResult(choice=table.choice))
        else:
            year = f" of {table.years[at]}" if table.years else ""
            self.tell(f"There is no letter{year} to any of these.")

    def action_leave(self) -> None:
        """Show all councils again where some are typed away; else go back."""
        if not self._table.show_all():
            self.dismiss(None)

    @on(CoverageTablePane.CellChosen)
    def _go_to_letter(self, message: CoverageTablePane.CellChosen) -> None:
        """Go to the letter that stands there, or say why there is none."""
        message.stop()
        table, row = self._table, self._table.row
        if row is None:
            return
        letter_id = row.letter_ids[table.cursor]
        if letter_id is None:
            self.tell(explain_hole(row, table.years[table.cursor], table.years))
            return
        self.dismiss(CoverageResult(choice=table.choice, council_id=row.council_id, letter_id=letter_id))

    # Taking it elsewhere

    def action_copy(self) -> None:
        """Copy the council highlighted."""
        row = self._table.row
        if row is not None:
            self.copy_away(copy_coverage_row(row, self._table.years))

    def action_copy_table(self) -> None:
        """Copy all councils listed."""
        if self._table.rows:
            self.copy_away(copy_coverage(self._table.rows, self._table.years))

    def action_export(self) -> None:
        """Save all councils listed."""
        rows, years = self._table.rows, self._table.years
        if rows:
            chosen = self._table.choice.type
            kind = f"-{chosen.value.replace('_', '-')}" if chosen else ""
            offer = FileOffer(
                "Save who has a letter of which year",
                f"letters-by-year{kind}.csv",
                COUNCIL_TABLE_ENDINGS,
                lambda file_name: write_coverage(rows, years, file_name),
            )
            self.offer_file(offer)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Without a council there is nothing to take anywhere."""
        if action in ("copy", "copy_table", "export"):
            return self.is_mounted and bool(self._table.rows)
        return super().check_action(action, parameters)
