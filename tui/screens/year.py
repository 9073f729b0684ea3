"""The screen with all councils of a year in one table, and the funnel plot of them."""

from collections.abc import Sequence
from pathlib import Path
from typing import ClassVar, NamedTuple

from textual import events, on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Container
from textual.screen import Screen
from textual.widgets import Static

from db.figures.comparison import FEWEST_COMPARED
from db.figures.year_table import YearColumn, YearRow
from db.model import CouncilEntry, CouncilType, MeasureName, Quote
from tui.council_marks import CouncilMarks, explain_marks
from tui.draw.coverage_choice import CoverageChoice
from tui.draw.labels import format_count
from tui.draw.short_names import shorten_council
from tui.draw.year_choice import YearChoice
from tui.draw.year_rows import YearView
from tui.draw.year_title import draw_year_foot
from tui.keymap import Command, Group, make_bindings
from tui.keymap_sentences import fill_in_keys
from tui.panes.fitted_text import FittedText
from tui.panes.funnel import FunnelPane
from tui.panes.year_table import YearTablePane
from tui.screens.compare_choice import CompareAsked, CompareChoice
from tui.screens.kept_year import KeptYear
from tui.screens.key_line import KeyLine
from tui.screens.undo import UndoHistory
from tui.screens.year_questions import YEAR, YearProgress, YearRead, YearUnreadable
from tui.screens.year_sort import YearSortScreen
from tui.screens.year_take_away import YearTakeAwayScreen

BESIDE_WIDTH = 140
"""Columns from which the funnel plot stands beside the table, where nobody has put it away."""

_VIEW_NAMES = {
    YearView.STAND_OUT: "stand-outs",
    YearView.WITHOUT_LETTER: "no letter",
}
"""What the key leads to that lists other councils, in a word or two."""

_NO_FUNNEL = "A funnel is of one type of council: {year_previous_type} and {year_next_type} choose one."


class YearResult(NamedTuple):
    """A letter to go to, with its first words that stand out, and the choice to come back to."""

    choice: YearChoice
    council_id: int
    letter_id: int
    quote: Quote | None


class YearScreen(
    YearTakeAwayScreen[YearResult | CoverageChoice | CompareAsked], Screen[YearResult | CoverageChoice | CompareAsked]
):
    """All councils of the year of `choice`. It returns where its reader goes, or whom they compare, or None.

    `marks` are the councils marked, here and elsewhere; `kept` is what was read of a year last.
    """

    CSS_PATH = "year.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [*make_bindings(Group.YEAR)]

    def __init__(
        self, library: Path, history: UndoHistory, choice: YearChoice, marks: CouncilMarks, kept: KeptYear
    ) -> None:
        super().__init__(library, history)
        self._marks = marks
        self._choice = choice
        self._kept = kept
        self._read: YearRead | None = None
        self._request = 0
        self._is_slow = False
        """Whether what is waited for takes so long that its progress is shown."""

    def compose(self) -> ComposeResult:
        """The table and the plot, what is said of them, and the keys."""
        with Container(id="year"):
            yield YearTablePane(id="year-table")
            yield FunnelPane(id="funnel", markup=False)
        yield FittedText("", id="year-foot", markup=False)
        keys = KeyLine(id="keys")
        keys.name_key = self._name_key
        yield keys

    def on_mount(self) -> None:
        """Ask for the letters; the frame stands meanwhile."""
        self._table.border_title = "All councils"
        self._table.restore_words(self._choice.words)
        self._table.loading = True
        self._table.show_marks(self._marks.names)
        self._arrange()
        self.set_focus(self._table.line_list)
        self._ask()

    @property
    def _funnel(self) -> FunnelPane:
        """The plot."""
        return self.query_one(FunnelPane)

    def follow_change(self) -> None:
        """Read anew what another program has changed; the reader stays in place."""
        self._ask(anew=True)

    # Answers

    def _ask(self, *, anew: bool = False) -> None:
        """Ask for the table of the present choice; `anew`: of the letters as they now are in the library."""
        self._request += 1
        self._is_slow = False
        if anew:
            self._kept.letters = None
        self.read_year(self._request, self._choice, self._kept)

    @on(YearProgress)
    def _show_progress(self, message: YearProgress) -> None:
        """Say how far it is, where it takes long."""
        message.stop()
        if message.request == self._request:
            self._is_slow = True
            stops = fill_in_keys("{year_leave} stops.")
            words = f"{message.done:,} of {format_count(message.total, 'letter')} {message.step}; {stops}"
            self.query_one("#year-foot", Static).update(words)

    def _stop_waiting(self) -> None:
        """Wait no longer: go back to the table that is shown, or where there is none, to where its reader came from."""
        self._request += 1
        self._is_slow = False
        self.workers.cancel_group(self, YEAR)
        if self._read is None:
            self.dismiss(None)
            return
        self._choice = self._read.answer.choice._replace(words=self._table.words)
        self._follow_highlight()
        self.tell("Stopped: this is the table from before.")
        self.refresh_bindings()

    @on(YearRead)
    def _show_year(self, message: YearRead) -> None:
        """Show the table, unless another is waited for by now."""
        message.stop()
        if message.request != self._request:
            return
        self._read, self._is_slow = message, False
        self._kept.letters = message.letters
        self._table.loading = False
        had_keys = self._table.has_focus_within or self.focused is None
        council = self._choice.council if message.answer.choice.council else ""  # the reader may have moved meanwhile
        answer = message.answer._replace(choice=self._choice._replace(council=council, words=self._table.words))
        self._table.show(answer)
        self._funnel.show(message.funnel, fill_in_keys(_NO_FUNNEL))
        if had_keys and self.focused is None:
            self.set_focus(self._table.line_list)
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
            self._choice = self._choice._replace(council=item.name)
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
        self._choose(self._choice.step_type(step)._replace(council=""))

    def action_step_year(self, step: int) -> None:
        """Show the next year of which there are letters, or say that there is none."""
        years = self._years
        later = [year for year in years if year > self._choice.year]
        earlier = [year for year in years if year < self._choice.year]
        if step > 0 and later:
            self._choose(self._choice._replace(year=later[0]))
        elif step < 0 and earlier:
            self._choose(self._choice._replace(year=earlier[-1]))
        else:
            self.tell(f"There are no {'later' if step > 0 else 'earlier'} letters here.")

    def action_next_view(self) -> None:
        """List all councils, or only some; after the last of these come the letters of all years."""
        if self._choice.view is list(YearView)[-1]:
            self._leave_for_coverage(self._choice.type)
        else:
            self._choose(self._choice.step_view())

    def action_coverage(self) -> None:
        """Show who of all councils has a letter of which year."""
        self._leave_for_coverage(None)

    def _leave_for_coverage(self, council_type: CouncilType | None) -> None:
        """Go to the letters of all years to councils of a type (None: of all); back comes here again."""
        back = self._choice._replace(view=YearView.ALL, words=self._table.words)
        self.dismiss(CoverageChoice(type=council_type, council=back.council, year=back.year, back=back))

    def action_sort(self) -> None:
        """Ask what to sort by."""
        self.app.push_screen(YearSortScreen(self._choice), self._sort_by)

    def _sort_by(self, column: YearColumn | None) -> None:
        """Sort by a column, if one was chosen."""
        if column is not None:
            self._choose(self._choice.sort_by(column)._replace(council=""))

    def action_find(self) -> None:
        """Type part of a name, a region or a county."""
        self._table.find()

    def action_funnel(self) -> None:
        """Show the plot, or hide it."""
        self._choice = self._choice._replace(has_funnel=not self._shows_funnel)
        self._arrange()
        self.refresh_bindings()

    def action_leave(self) -> None:
        """Wait no longer for what takes long; show all councils again where some are typed away; else go back."""
        if self._is_slow:
            self._stop_waiting()
        elif not self._table.show_all():
            self.dismiss(None)

    def action_mark(self) -> None:
        """Mark the council highlighted, or no longer, and say how many are; or why it cannot be."""
        item = self._table.item
        if item is None or not item.name:
            return
        if self._find_entry(item.name) is None:
            self.tell(f"There is no letter of any year to {shorten_council(item.name)} here to compare.")
            return
        was_taken = self._marks.toggle(item.name)
        self._table.show_marks(self._marks.names)
        self.refresh_bindings()
        self.tell(explain_marks(self._marks.names, item.name, was_taken=was_taken))

    def action_compare(self) -> None:
        """Put the marked councils side by side; of fewer than two, ask whom to compare the highlighted one with."""
        if len(self._marks.names) >= FEWEST_COMPARED:
            self._compare(CompareChoice(names=self._marks.names, year=self._choice.year))
            return
        entry = self._find_entry(self._table.item.name) if self._table.item else None
        if entry is None or self._read is None:
            self.tell("No council with a letter here is highlighted that could be compared.")
            return
        from tui.screens.compare_with import CompareWithScreen

        screen = CompareWithScreen(self._library, entry, self._read.entries, self._choice.year, self._marks.names)
        self.app.push_screen(screen, self._compare)

    def _compare(self, choice: CompareChoice | None) -> None:
        """Put councils side by side, if any were chosen."""
        if choice is not None:
            self.dismiss(CompareAsked(choice, self._choice._replace(words=self._table.words)))

    def _find_entry(self, name: str) -> CouncilEntry | None:
        """The council of that name, if it has letters here."""
        return next((each for each in self._read.entries if each.council.name == name), None) if self._read else None

    @on(YearTablePane.LetterChosen)
    def _go_to_letter(self, message: YearTablePane.LetterChosen) -> None:
        """Go to the letter of a row, where what stands out first is said."""
        message.stop()
        self._leave_for_letter(message.row, _find_first_quote(message.row))

    def go_to_quote(self, quote: Quote) -> None:
        """Go to words of the letter of the row highlighted."""
        item = self._table.item
        if item is not None and item.row is not None:
            self._leave_for_letter(item.row, quote)

    def _leave_for_letter(self, row: YearRow, quote: Quote | None) -> None:
        """Go to the letter of a row, to these words of it."""
        letter = row.letter
        self.dismiss(
            YearResult(
                choice=self._choice._replace(council=letter.council.name, words=self._table.words),
                council_id=letter.council_id,
                letter_id=letter.letter_id,
                quote=quote,
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
        self.tell(f"No letter of {self._choice.year} to {shorten_council(name)} is here{others}.")

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
            is_last = self._choice.view is list(YearView)[-1]
            return "all years" if is_last else _VIEW_NAMES[self._choice.step_view().view]
        return "table" if command.id == "find_line_accept" else command.name


def _find_first_quote(row: YearRow) -> Quote | None:
    """The words of what stands out first; of a council of which nothing does, those of its share upheld."""
    quotes = [reason.quote for reason in row.stands_out if reason.quote is not None]
    return next(iter([*quotes, *row.measures[MeasureName.UPHELD].measure.quotes]), None)
