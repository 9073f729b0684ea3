"""The screen with a few councils side by side."""

from collections.abc import Sequence
from pathlib import Path
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.screen import Screen

from db.councils.resolve import Resolver
from db.figures.comparison import (
    FEWEST_COMPARED,
    MOST_COMPARED,
    ComparedCouncil,
    Comparison,
    choose_year,
    compare_councils,
    list_years,
)
from db.model import Quote, StoredLetter
from tui.draw.short_names import shorten_council
from tui.keymap import Command, Group, make_bindings
from tui.keymap_sentences import fill_in_keys
from tui.panes.comparison import ComparisonPane, ShownComparison
from tui.screens.base import RequestFailed
from tui.screens.compare_choice import CompareChoice, CompareResult
from tui.screens.compare_questions import CompareRead, CompareUnreadable
from tui.screens.compare_take_away import CompareTakeAwayScreen
from tui.screens.key_line import KeyLine
from tui.screens.set_questions import SetsRead
from tui.screens.undo import UndoHistory

_TITLE = "Compare"


class CompareScreen(CompareTakeAwayScreen, Screen[CompareResult]):
    """The councils of `choice` side by side. It returns the letter that its reader goes to, or None."""

    CSS_PATH = "compare.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [*make_bindings(Group.COMPARE)]

    def __init__(self, library: Path, history: UndoHistory, choice: CompareChoice) -> None:
        super().__init__(library, history)
        self._choice = choice
        self._councils: tuple[ComparedCouncil, ...] = ()
        self._resolver: Resolver | None = None
        self._comparison: Comparison | None = None
        self._request = 0
        self._is_keeping = False
        """Whether the sets are asked for in order to keep these councils as one."""
        self._given_name = ""
        """The name under which they are being kept: theirs once they are."""

    def compose(self) -> ComposeResult:
        """The councils, and the keys."""
        yield ComparisonPane(id="comparison", markup=False, compact=True)
        keys = KeyLine(id="keys")
        keys.name_key = self._name_key
        yield keys

    def on_mount(self) -> None:
        """Ask for the letters; the frame stands meanwhile."""
        self._pane.border_title = _TITLE
        self._pane.loading = True
        self.set_focus(self._pane)
        self._ask()

    @property
    def _pane(self) -> ComparisonPane:
        """The councils."""
        return self.query_one(ComparisonPane)

    def follow_change(self) -> None:
        """Read anew what another program has changed; the reader stays in place."""
        self._ask()

    # Answers

    def _ask(self) -> None:
        """Ask for the letters of the present choice."""
        self._request += 1
        self.read_compared(self._request, self._choice.names)

    @on(CompareRead)
    def _show_councils(self, message: CompareRead) -> None:
        """Show them, unless others are waited for by now."""
        message.stop()
        if message.request != self._request:
            return
        had_keys = self._pane.has_focus or self.focused is None
        self._councils, self._resolver = message.councils, message.resolver
        self._pane.loading = False
        if had_keys and self.is_active:
            self.set_focus(self._pane)
        row, self._choice = self._choice.row, self._choice._replace(row="")
        if self._comparison is None and not row:
            self._leave_lonely_year()
        self._compare(row)

    @on(CompareUnreadable)
    def _show_unreadable(self, message: CompareUnreadable) -> None:
        """Say why there is nothing to compare."""
        message.stop()
        if message.request == self._request:
            self._pane.loading = False
            self._pane.explain(message.reason)

    def _compare(self, row: str = "") -> None:
        """Put the councils side by side, in the year chosen or else the latest that most of them have."""
        wanted = self._choice.year
        year = wanted if wanted in list_years(self._councils) else choose_year(self._councils)
        if len(self._councils) < FEWEST_COMPARED or year is None:
            self._comparison = None
            self._pane.explain(self._explain_too_few())
        else:
            self._comparison = compare_councils(year, self._councils)
            shown = ShownComparison(
                comparison=self._comparison,
                title=self._choice.set_name or _TITLE,
                has_intervals=self._choice.has_intervals,
                notes=self._list_missing(),
            )
            self._pane.show(shown, row)
        self.refresh_bindings()

    def _leave_lonely_year(self) -> None:
        """Begin at another year than the one wanted where fewer than two of the councils have a letter of that."""
        wanted, year = self._choice.year, choose_year(self._councils)
        have = sum(wanted in each.years for each in self._councils)
        if wanted is None or year is None or have >= FEWEST_COMPARED:
            return
        if have == sum(year in each.years for each in self._councils):
            return
        self._choice = self._choice._replace(year=year)
        self.tell(f"{'Only one' if have else 'None'} of these has a letter of {wanted} here; this is {year}.")

    def _explain_too_few(self) -> str:
        """Why nothing stands side by side."""
        goes_back = fill_in_keys("{compare_leave} goes back.")
        if len(self._councils) >= FEWEST_COMPARED:
            return f"None of these councils has a letter here of which the year is known. {goes_back}"
        return f"It takes {FEWEST_COMPARED} councils with letters here. {' '.join(self._list_missing())} {goes_back}"

    def _list_missing(self) -> tuple[str, ...]:
        """The councils wanted that have no letter here, in a sentence."""
        here = {each.entry.council.name for each in self._councils}
        missing = ", ".join(shorten_council(name) for name in self._choice.names if name not in here)
        return (f"No letter here of any year: {missing}.",) if missing else ()

    # What the reader chooses

    @property
    def choice(self) -> CompareChoice:
        """What is compared now, and where in it the reader is."""
        year = self._comparison.year if self._comparison else self._choice.year
        return self._choice._replace(year=year, row=self._pane.row_key)

    def action_step_year(self, step: int) -> None:
        """Compare the next year that one of them has a letter of, or say that there is none."""
        if self._comparison is None:
            return
        year = self._find_year(step)
        if year is None:
            self.tell(f"No letter of {'a later' if step > 0 else 'an earlier'} year to any of these is here.")
            return
        self._choice = self._choice._replace(year=year)
        self._compare()

    def _find_year(self, step: int) -> int | None:
        """The year after the one compared (1) or before it (-1) that one of them has a letter of."""
        if self._comparison is None:
            return None
        now, years = self._comparison.year, list_years(self._councils)
        return next((each for each in (years if step > 0 else reversed(years)) if (each - now) * step > 0), None)

    def action_intervals(self) -> None:
        """Show the intervals, or no longer."""
        self._choice = self._choice._replace(has_intervals=not self._choice.has_intervals)
        self._compare()

    def action_drop_council(self) -> None:
        """Leave the council highlighted out."""
        compared = self.highlighted
        if compared is None:
            self.tell("Highlight a council's row first.")
        elif len(self._councils) <= FEWEST_COMPARED:
            adds = fill_in_keys("{compare_add} puts another beside them first.")
            self.tell(f"{FEWEST_COMPARED} councils must stand here: {adds}")
        else:
            name = compared.entry.council.name
            self._show_others([each for each in self._choice.names if each != name])
            adds = fill_in_keys("{compare_add} puts one more beside these.")
            self.tell(f"Without {shorten_council(name)}; {adds}")

    def action_add_council(self) -> None:
        """Ask for one more council."""
        from tui.screens.compare_add import CompareAddScreen

        if self._resolver is None:
            return
        if len(self._councils) >= MOST_COMPARED:
            drops = fill_in_keys("{compare_drop} takes one away first.")
            self.tell(f"At most {MOST_COMPARED} councils stand side by side: {drops}")
            return
        here = {each.entry.council.name for each in self._councils}
        self.app.push_screen(CompareAddScreen(self._resolver, here), self._add)

    def _add(self, name: str | None) -> None:
        """Put a council beside the others, if one was chosen."""
        if name is not None:
            self._show_others([*(each.entry.council.name for each in self._councils), name])

    def _show_others(self, names: Sequence[str]) -> None:
        """Compare these, as the set they were of, so that they can be kept as it."""
        self._choice = self.choice._replace(names=tuple(names))
        self._ask()

    def action_choose_others(self) -> None:
        """Ask whom to compare the first council with."""
        from tui.screens.compare_with import CompareWithScreen

        if self._resolver is not None and self._councils:
            first = self._councils[0].entry
            year = self.choice.year
            screen = CompareWithScreen(self._library, first, self._resolver.entries, year)
            self.app.push_screen(screen, self._take_others)

    def _take_others(self, choice: CompareChoice | None) -> None:
        """Compare those, if any were chosen."""
        if choice is not None:
            self._choice = choice._replace(has_intervals=self._choice.has_intervals)
            self._ask()

    # Sets that are kept

    def action_keep_set(self) -> None:
        """Ask for a name to keep these councils under."""
        if self._comparison is not None:
            self._is_keeping = True
            self.read_sets()

    @on(SetsRead)
    def _go_on_with_sets(self, message: SetsRead) -> None:
        """Ask for the name, now that those are known which there are; or say what became of them."""
        message.stop()
        if message.said:
            self.tell(message.said)
            self._choice = self._choice._replace(set_name=self._given_name)
            self._compare()
        if self._is_keeping:
            self._is_keeping = False
            from tui.screens.set_name import SetNameScreen

            screen = SetNameScreen(
                f"Keep these {len(self._councils)} councils under a name, to compare them again.",
                self._choice.set_name,
                [each.name for each in message.sets],
                fill_in_keys("A set has this name: Enter puts these councils in its place, {set_name_leave} does not."),
            )
            self.app.push_screen(screen, self._keep)

    def _keep(self, name: str | None) -> None:
        """Keep them under that name, if one was given."""
        if name is None:
            return
        names = tuple(each.entry.council.name for each in self._councils)
        self._given_name = name
        said = f"Kept as {name}: {fill_in_keys('{compare} has it from now on.')}"
        self.change_sets(lambda sets: sets.save(name, names) and None, said)

    @on(RequestFailed)
    def _stop_keeping(self, _message: RequestFailed) -> None:
        """Ask for no name after all: the sets could not be read."""
        self._is_keeping = False

    # Where it leads

    @property
    def highlighted(self) -> ComparedCouncil | None:
        """The council whose row is highlighted."""
        return next((each for each in self._councils if each.entry.id == self._pane.council_id), None)

    @on(ComparisonPane.FigureChosen)
    def _go_to_letter(self, message: ComparisonPane.FigureChosen) -> None:
        """Go to the sentence of the figure."""
        message.stop()
        self.leave_for(self._find_quote())

    def _find_quote(self) -> Quote | None:
        """The words that print the figure highlighted."""
        stored = self.find_letter()
        measure = self._pane.measure
        quotes = stored.letter.measure(measure).quotes if stored is not None and measure is not None else ()
        return next(iter(quotes), None)

    def find_letter(self) -> StoredLetter | None:
        """The letter of the council highlighted, of the year compared."""
        compared = self.highlighted
        return compared.find_letter(self._comparison.year) if compared and self._comparison else None

    def leave_for(self, quote: Quote | None) -> None:
        """Go to the letter of the council highlighted, and there to these words."""
        compared, stored = self.highlighted, self.find_letter()
        if compared is not None:
            letter_id = stored.id if stored else None
            self.dismiss(
                CompareResult(choice=self.choice, council_id=compared.entry.id, letter_id=letter_id, quote=quote)
            )

    def action_leave(self) -> None:
        """Go back."""
        self.dismiss(None)

    def _name_key(self, command: Command) -> str | None:
        """What a key does from here, as the foot of the screen has it."""
        step = {"compare_older": -1, "compare_newer": 1}.get(command.id)
        if step is not None and self._find_year(step) is None:
            return None
        return "no intervals" if command.id == "compare_intervals" and self._choice.has_intervals else command.name
