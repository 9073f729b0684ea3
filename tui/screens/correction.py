"""The dialog in which a person says whose letter it is and of which year, beside what was read."""

from dataclasses import dataclass
from typing import ClassVar

from textual import events, on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.message import Message
from textual.widgets import Input, Label, Static

from db.councils.finder import CouncilFinder
from db.councils.register import Register
from db.figures.series import list_possible_years
from db.model import Council, StoredLetter
from tui.draw.review_text import format_read_year, format_year_as_read
from tui.draw.titles import draw_council_and_year
from tui.keymap import Group, make_bindings
from tui.keymap_sentences import fill_in_keys
from tui.panes.council_picker import AS_READ, CouncilBox, CouncilPicker
from tui.panes.fitted_text import FittedText
from tui.panes.text_box import TextBox
from tui.screens.base import BaseScreen
from tui.screens.dialog import Dialog

_NO_COUNCIL = "No council matches: type less of its name."


@dataclass(frozen=True, slots=True)
class ChosenCorrection:
    """What is to be set; None leaves it as read."""

    council: Council | None
    year: int | None


@dataclass
class RegisterRead(Message):
    """What finds the councils there are to choose from, and the years a letter can be of."""

    finder: CouncilFinder
    years: range


class YearBox(TextBox):
    """Where the year is typed."""

    BINDINGS: ClassVar[list[BindingType]] = [*make_bindings(Group.YEAR_BOX)]


class CorrectionScreen(Dialog[ChosenCorrection | None], BaseScreen[ChosenCorrection | None]):
    """Asks for the council and the year of one letter; returns None where nothing is to change."""

    CSS_PATH = "correction.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [*make_bindings(Group.CORRECTION)]

    def __init__(self, letter: StoredLetter) -> None:
        super().__init__()
        correction = letter.correction
        self._letter = letter
        self._current = ChosenCorrection(*((correction.council, correction.year) if correction else (None, None)))
        self._years: range | None = None

    def compose(self) -> ComposeResult:
        """The councils, the year beside what was read, and what is to be set."""
        year = "" if self._current.year is None else str(self._current.year)
        with Vertical(id="correction"):
            yield CouncilPicker(id="picker")
            with Horizontal(id="year"):
                yield Label("year", markup=False)
                yield YearBox(year, format_year_as_read(self._letter), max_length=4, compact=True, id="year-box")
                yield Static(f"read: {format_read_year(self._letter)}", id="read-year", markup=False)
            yield FittedText("", id="plan", markup=False)

    def on_mount(self) -> None:
        """Wait for a name; the register is read meanwhile."""
        self.query_one("#correction").border_title = "Whose letter, of which year?"
        self.set_focus(self.query_one(CouncilBox))
        self.read_register()

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Say what Enter does here."""
        goes_on = "{year_set} sets" if isinstance(event.widget, YearBox) else "{council_take} goes on"
        self.query_one("#correction").border_subtitle = fill_in_keys(f"{goes_on}, {{leave_as_is}} leaves")

    @work(thread=True, exclusive=True, group="register", exit_on_error=False, description="register")
    def read_register(self) -> None:
        """Read which councils there are, and make what finds among them."""
        self.post_message(RegisterRead(CouncilFinder(Register.load().councils), list_possible_years()))

    @on(RegisterRead)
    def _show_register(self, message: RegisterRead) -> None:
        """Offer the councils there are."""
        message.stop()
        self._years = message.years
        self.query_one(CouncilPicker).show(message.finder, self._letter.read_council, self._current.council)

    @on(CouncilPicker.Changed)
    @on(Input.Changed, "#year-box")
    def _show_plan(self, event: CouncilPicker.Changed | Input.Changed) -> None:
        """Say what Enter would set, or why nothing."""
        event.stop()
        plan = self._make_plan()
        self.query_one("#plan", Static).update(plan if isinstance(plan, str) else self._draw_plan(plan))

    @on(CouncilPicker.Chosen)
    def _focus_year_box(self, event: CouncilPicker.Chosen) -> None:
        """Go on to the year, once there is a council."""
        event.stop()
        if self.query_one(CouncilPicker).highlighted is not None:
            self.set_focus(self.query_one(YearBox))

    @on(Input.Submitted, "#year-box")
    def _return_plan(self, event: Input.Submitted) -> None:
        """Return what is to be set, if that is possible and anything new."""
        event.stop()
        plan = self._make_plan()
        if isinstance(plan, ChosenCorrection):
            self.dismiss(None if plan == self._current else plan)

    def _make_plan(self) -> ChosenCorrection | str:
        """What is to be set as things stand, or what there is against it, in a sentence."""
        if self._years is None:
            return ""
        name = self.query_one(CouncilPicker).highlighted
        if name is None:
            return _NO_COUNCIL
        typed = self.query_one(YearBox).value.strip()
        if typed and not (typed.isascii() and typed.isdecimal() and int(typed) in self._years):
            return f"A letter is of a year from {self._years[0]} to {self._years[-1]}."
        council = None if name == AS_READ else Register.load().by_name(name)
        return ChosenCorrection(council, int(typed) if typed else None)

    def _draw_plan(self, plan: ChosenCorrection) -> Content:
        """What it comes to, for a person to check before they press Enter."""
        council = (plan.council or self._letter.read_council).name
        year = self._letter.read_year if plan.year is None else plan.year
        lead = "As it is: " if plan == self._current else "Will be: "
        room = self.query_one("#plan").content_size.width - len(lead)
        return Content.assemble((lead, "bold"), draw_council_and_year(council, year, room))
