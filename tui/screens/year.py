"""The screen with all councils of a year in one table, and the funnel plot of them."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Container
from textual.widgets import Static

from db.figures.year_table import YearColumn, YearRow
from db.model import MeasureName, Quote, StoredLetter
from tui.draw.short_names import shorten_council
from tui.draw.year_choice import YearChoice
from tui.draw.year_rows import YearView
from tui.draw.year_title import draw_year_foot
from tui.keymap import Command, Group, make_bindings
from tui.keymap_sentences import fill_in_keys
from tui.panes.funnel import FunnelPane
from tui.panes.year_table import YearTablePane
from tui.screens.key_line import KeyLine
from tui.screens.review_base import ActionShown
from tui.screens.undo import UndoHistory
from tui.screens.year_questions import YearQuestionsScreen, YearRead, YearUnreadable
from tui.screens.year_sort import YearSortScreen

BESIDE_WIDTH = 140
"""Columns from which the funnel plot stands beside the table, where nobody has put it away."""

_VIEW_NAMES = {
    YearView.ALL: "all",
    YearView.STAND_OUT: "stand-outs",
    YearView.WITHOUT_LETTER: "no letter",
}
"""What the key leads to that lists other councils, in a word or two."""

_NO_FUNNEL = "A funnel is of one type of council: {year_previous_type} and {year_next_type} choose one."


@dataclass(frozen=True, slots=True, kw_only=True)
class YearResult:
    """A letter to go to, with its first words that stand out, and the choice to come back to."""

    choice: YearChoice
    council_id: int
    letter_id: int
    quote: Quote | None


class YearScreen(YearQuestionsScreen[YearResult]):
    """All councils of the year of `choice`. It returns the letter that its reader goes to, or None."""

    CSS_PATH = "year.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [*make_bindings(Group.YEAR)]

    def __init__(self, library: Path, history: UndoHistory, choice: YearChoice) -> None:
        super().__init__(library, history)
        self._choice = choice
        self._read: YearRead | None = None
        self._request = 0

    def compose(self) -> ComposeResult:
        """The table and the plot, what is said of them, and the keys."""
        with Container(id="year"):
            yield YearTablePane(id="year-table")
            yield FunnelPane(id="funnel", markup=False)
        yield Static("", id="year-foot", markup=False)
        keys = KeyLine(id="keys")
        keys.name_key = self._name_key
        yield keys

    def on_mount(self) -> None:
        """Ask for the letters; the frame stands meanwhile."""
        self._table.border_title = "All councils"
        self._table.restore_words(self._choice.words)
        self._table.loading = True
        self._arrange()
        self.set_focus(self._table.year_list)
        self._ask(anew=True)

    @property
    def _table(self) -> YearTablePane:
        """The table."""
        return self.query_one(YearTablePane)

    @property
    def _funnel(self) -> FunnelPane:
        """The plot."""
        return self.query_one(FunnelPane)

    @property
    def current_letter(self) -> StoredLetter | None:
        """No letter is shown here that anything could be settled about."""
        return None

    def show_action(self, message: ActionShown) -> None:
        """Read anew what was changed."""
        self._ask(anew=True)

    def follow_change(self) -> None:
        """Read anew what another program has changed; the reader stays in place."""
        self._ask(anew=True)

    # Answers

    def _ask(self, *, anew: bool = False) -> None:
        """Ask for the table of the present choice; `anew`: of the letters as they now are in the library."""
        self._request += 1
        known = None if anew or self._read is None else self._read.letters
        self.read_year(self._request, self._choice, known)

    @on(YearRead)
    def _show_year(self, message: YearRead) -> None:
        """Show the table, unless another is waited for by now."""
        message.stop()
        if message.request != self._request:
            return
        self._read = message
        self._table.loading = False
        had_keys = self._table.has_focus_within or self.focused is None
        council = self._choice.council if message.answer.choice.council else ""  # the reader may have moved meanwhile
        answer = replace(message.answer, choice=replace(self._choice, council=council, words=self._table.words))
        self._table.show(answer)
        self._funnel.show(message.funnel, fill_in_keys(_NO_FUNNEL))
        if had_keys and self.focused is None:
            self.set_focus(self._table.year_list)
        self._follow_highlight()
        self.refresh_bindings()

    @on(YearUnreadable)
    def _show_unreadable(self, message: YearUnreadable) -> None:
        """Say why there is no table."""
        message.stop()
        if message.request == self._request:
            self._table.loading = False
            self.show_notice(message.reason, warning=True)

    @on(YearTablePane.CouncilHighlighted)
    def _move(self, message: YearTablePane.CouncilHighlighted) -> None:
        """Say what stands out of the council highlighted, and mark its point."""
        message.stop()
        self._follow_highlight()

    def _follow_highlight(self) -> None:
        """Have the foot and the plot speak of the council highlighted."""
        item = self._table.item
        row = item.row if item else None
        if item is not None:
            self._choice = replace(self._choice, council=item.name)
        if self._read is not None:
            foot = self.query_one("#year-foot", Static)
            foot.update(draw_year_foot(self._read.answer, row, foot.content_size.width))
        self._funnel.highlight(row.letter.letter_id if row else None)

    # What the reader chooses

    def _choose(self, choice: YearChoice) -> None:
        """Show another table."""
        self._choice = choice
        self._ask()

    def action_step_type(self, step: int) -> None:
        """Show another type of council."""
        self._choose(replace(self._choice.step_type(step), council=""))

    def action_step_year(self, step: int) -> None:
        """Show the next year of which there are letters, or say that there is none."""
        years = self._years
        later = [year for year in years if year > self._choice.year]
        earlier = [year for year in years if year < self._choice.year]
        if step > 0 and later:
            self._choose(replace(self._choice, year=later[0]))
        elif step < 0 and earlier:
            self._choose(replace(self._choice, year=earlier[-1]))
        else:
            self._tell(f"There are no {'later' if step > 0 else 'earlier'} letters here.")

    def action_next_view(self) -> None:
        """List all councils, or only some."""
        self._choose(self._choice.step_view())

    def action_sort(self) -> None:
        """Ask what to sort by."""
        self.app.push_screen(YearSortScreen(self._choice), self._sort_by)

    def _sort_by(self, column: YearColumn | None) -> None:
        """Sort by a column, if one was chosen."""
        if column is not None:
            self._choose(replace(self._choice.sort_by(column), council=""))

    def action_find(self) -> None:
        """Type part of a name, a region or a county."""
        self._table.find()

    def action_funnel(self) -> None:
        """Show the plot, or hide it."""
        self._choice = replace(self._choice, has_funnel=not self._shows_funnel)
        self._arrange()
        self.refresh_bindings()

    def action_leave(self) -> None:
        """Show all councils again where some are typed away; else go back."""
        if not self._table.show_all():
            self.dismiss(None)

    @on(YearTablePane.LetterChosen)
    def _go_to_letter(self, message: YearTablePane.LetterChosen) -> None:
        """Go to the letter of a row."""
        message.stop()
        letter = message.row.letter
        self.dismiss(
            YearResult(
                choice=replace(self._choice, council=letter.council.name, words=self._table.words),
                council_id=letter.council_id,
                letter_id=letter.letter_id,
                quote=_find_first_quote(message.row),
            )
        )

    @on(YearTablePane.MissingChosen)
    def _explain_missing(self, message: YearTablePane.MissingChosen) -> None:
        """Say which letters there are to a council that has none of this year."""
        message.stop()
        name = message.council.name
        entries = self._read.entries if self._read else ()
        years = next((entry.years for entry in entries if entry.council.name == name), ())
        others = f"; there are letters of {', '.join(map(str, years))}" if years else ", and none of any other year"
        self._tell(f"No letter of {self._choice.year} to {shorten_council(name)} is here{others}.")

    # What stands where

    @property
    def _years(self) -> Sequence[int]:
        """The years of which there are letters."""
        return sorted({year for entry in self._read.entries for year in entry.years}) if self._read else ()

    @property
    def _shows_funnel(self) -> bool:
        """Whether the plot is in sight."""
        wanted = self._choice.has_funnel
        return self.app.size.width >= BESIDE_WIDTH if wanted is None else wanted

    def _arrange(self) -> None:
        """Show the plot beside the table, or above a few of its rows where there is less room."""
        is_beside = self.app.size.width >= BESIDE_WIDTH
        self._funnel.display = self._shows_funnel
        self.set_class(is_beside, "-beside")
        self.set_class(self._shows_funnel and not is_beside, "-above")

    def on_resize(self, _event: events.Resize) -> None:
        """Arrange it for the width there is now."""
        self._arrange()
        self.call_after_refresh(self._follow_highlight)

    def _name_key(self, command: Command) -> str | None:
        """What a key does from here, as the foot of the screen has it."""
        years = self._years
        if command.id == "year_older" and not any(year < self._choice.year for year in years):
            return None
        if command.id == "year_newer" and not any(year > self._choice.year for year in years):
            return None
        if command.id == "year_funnel" and self._shows_funnel:
            return "no plot"
        if command.id == "year_view":
            return _VIEW_NAMES[self._choice.step_view().view]
        return "table" if command.id == "find_line_accept" else command.name

    def _tell(self, sentence: str) -> None:
        """Say something in the line of keys."""
        self.query_one(KeyLine).tell(sentence)


def _find_first_quote(row: YearRow) -> Quote | None:
    """The words of what stands out first; of a council of which nothing does, those of its share upheld."""
    quotes = [reason.quote for reason in row.stands_out if reason.quote is not None]
    return next(iter([*quotes, *row.measures[MeasureName.UPHELD].measure.quotes]), None)
