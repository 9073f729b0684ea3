"""What can be taken away from the table of a year, and the meaning of the figure that it is sorted by."""

from typing import TYPE_CHECKING, TypeVar

from textual import on, work
from textual.message import Message

from db.errors import UpheldError
from db.library import Library
from db.model import Quote
from tui.draw.letter.part import MAX_SHOWN
from tui.draw.year_choice import YearChoice
from tui.panes.year_table import YearTablePane
from tui.screens.base import RequestFailed
from tui.screens.taking_away import FileOffer, TakingAwayScreen
from tui.screens.year_questions import YearQuestionsScreen, YearRead

if TYPE_CHECKING:
    from tui.draw.meaning import Explained

Result = TypeVar("Result")


class FigureExplained(Message):
    """What a figure means by a letter."""

    def __init__(self, explained: "Explained") -> None:
        super().__init__()
        self.explained = explained


class YearTakeAwayScreen(YearQuestionsScreen[Result], TakingAwayScreen[Result]):
    """The screen of a year as far as it copies, saves and explains what it shows.

    What does that is imported where it begins: the table is looked at far more often, and it is most of a megabyte.
    """

    _choice: YearChoice
    _read: YearRead | None

    @property
    def _table(self) -> YearTablePane:
        """The table."""
        return self.query_one(YearTablePane)

    def go_to_quote(self, quote: Quote) -> None:
        """Go to words of the letter of the row highlighted."""
        raise NotImplementedError

    def action_copy(self) -> None:
        """Copy the council highlighted."""
        from tui.draw.copy_year import copy_missing_council, copy_year_row

        item = self._table.item
        if item is not None and item.row is not None and self._read is not None:
            self.copy_away(copy_year_row(item.row, self._read.answer.table))
        elif item is not None and item.council is not None:
            self.copy_away(copy_missing_council(item.council, self._choice.year))

    def action_copy_table(self) -> None:
        """Copy all councils listed."""
        from tui.draw.copy_year import copy_year_table

        items = self._table.items
        if items:
            self.copy_away(copy_year_table(items.rows, items.councils))

    def action_export(self) -> None:
        """Save all councils listed, in their order."""
        from tui.draw.exported import COUNCIL_TABLE_ENDINGS, write_councils, write_year

        items, choice = self._table.items, self._choice
        if not items:
            return
        rows, councils = items.rows, items.councils
        kind = f"-{choice.type.value.replace('_', '-')}" if choice.type else ""

        def write(file_name: str) -> str:
            """The text of the file."""
            return write_year(rows, file_name) if rows else write_councils(councils, file_name)

        name = f"year-{choice.year}{kind}{'' if rows else '-without-letter'}.csv"
        self.offer_file(FileOffer("Save the councils listed", name, COUNCIL_TABLE_ENDINGS, write))

    def action_meaning(self) -> None:
        """Say what the figure means that the table is sorted by, in the highlighted letter's words if it has any."""
        item = self._table.item
        if item is not None and item.row is not None:
            self._read_letter(item.row.letter.letter_id)
        else:
            from tui.draw.meaning import Explained
            from tui.screens.meaning import MeaningScreen

            self.app.push_screen(MeaningScreen(Explained(None, (self._choice.column.measure,), {})))

    @work(thread=True, exclusive=True, group="meaning", exit_on_error=False, description="meaning")
    def _read_letter(self, letter_id: int) -> None:
        """Ask for a letter, and for what it defines itself."""
        from db.letters.definitions import find_definitions  # costs some 50 ms to import
        from tui.draw.meaning import Explained

        try:
            with Library.ask(self._library) as library:
                letter = library.letter(letter_id).letter
        except UpheldError as error:
            self.post_message(RequestFailed(str(error)))
            return
        definitions = find_definitions(letter.text) if len(letter.text) <= MAX_SHOWN else {}
        self.post_message(FigureExplained(Explained(letter, (self._choice.column.measure,), definitions)))

    @on(FigureExplained)
    def _explain(self, message: FigureExplained) -> None:
        """Show what the figure means; from there its reader may go to the letter's own definition."""
        from tui.screens.meaning import MeaningScreen

        message.stop()
        if not self.is_active:
            return

        def go(definition: Quote | None) -> None:
            """Go there in the letter, if that was wanted."""
            if definition is not None:
                self.go_to_quote(definition)

        self.app.push_screen(MeaningScreen(message.explained), go)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Without a council there is nothing to take anywhere."""
        if action in ("copy", "copy_table", "export"):
            return self.is_mounted and bool(self._table.items)
        return super().check_action(action, parameters)
