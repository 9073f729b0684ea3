"""What the table of a year is to be sorted by."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from db.figures.year_table import YearColumn
from tui.draw.year_choice import YearChoice
from tui.draw.year_title import describe_sorting
from tui.keymap import Group, make_bindings
from tui.keymap_sentences import fill_in_keys
from tui.panes.choices import ChoiceList
from tui.screens.dialog import Dialog


class YearSortScreen(Dialog[YearColumn]):
    """Lists the columns, that which is sorted by highlighted; choosing it again turns the order round.

    It returns the column, or None to leave everything as it is.
    """

    CSS_PATH = "year_sort.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [*make_bindings(Group.YEAR_SORT)]

    def __init__(self, choice: YearChoice) -> None:
        super().__init__()
        self._choice = choice

    def compose(self) -> ComposeResult:
        """The columns."""
        with Vertical(id="year-sort"):
            yield ChoiceList(*(Option(self._describe(each)) for each in YearColumn), markup=False, compact=True)

    def on_mount(self) -> None:
        """Name the box, and begin at what is sorted by now."""
        frame = self.query_one("#year-sort")
        frame.border_title = "Sort by"
        frame.border_subtitle = fill_in_keys("{year_turn} turns round, {year_sort_leave} closes")
        self.query_one(ChoiceList).highlighted = list(YearColumn).index(self._choice.column)

    def action_turn(self) -> None:
        """Sort by the same, the other way round."""
        self.dismiss(self._choice.column)

    def action_leave(self) -> None:
        """Leave it as it is."""
        self.dismiss(None)

    @on(OptionList.OptionSelected)
    def _take(self, event: OptionList.OptionSelected) -> None:
        """Sort by the column chosen."""
        event.stop()
        self.dismiss(list(YearColumn)[event.option_index])

    def _describe(self, column: YearColumn) -> str:
        """A column, and which way choosing it sorts."""
        return describe_sorting(column, is_reversed=self._choice.sort_by(column).is_reversed)
