"""The dialog in which a person says whose letter it is and of which year, beside what was read."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from textual import events, on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.message import Message
from textual.screen import ModalScreen
from textual.widgets import Input, Label, Static

from db.councils.finder import CouncilFinder
from db.councils.register import Register
from db.model import Council, StoredLetter
from tui.draw.review_text import as_read_year, read_year
from tui.draw.titles import council_and_year
from tui.keymap import Group, bindings
from tui.panes.council_picker import AS_READ, CouncilBox, RegisterPane
from tui.panes.text_box import TextBox
from tui.screens.base import BaseScreen

_NO_COUNCIL = "No council matches: type less of its name."


@dataclass(frozen=True, slots=True)
class Chosen:
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

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Group.YEAR_BOX)]


class ByHandScreen(ModalScreen[Chosen | None], BaseScreen[Chosen | None]):
    """Asks for the council and the year of one letter; returns None where nothing is to change."""

    CSS_PATH = "correction.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Group.BY_HAND)]

    def __init__(self, letter: StoredLetter) -> None:
        super().__init__()
        by_hand = letter.by_hand
        self._letter = letter
        self._now = Chosen(by_hand.council, by_hand.year) if by_hand else Chosen(None, None)
        self._years: range | None = None

    def compose(self) -> ComposeResult:
        """The councils, the year beside what was read, and what is to be set."""
        year = "" if self._now.year is None else str(self._now.year)
        with Vertical(id="by-hand"):
            yield RegisterPane(id="choice")
            with Horizontal(id="year"):
                yield Label("year", markup=False)
                yield YearBox(year, as_read_year(self._letter), max_length=4, compact=True, id="year-box")
                yield Static(f"read: {read_year(self._letter)}", id="read-year", markup=False)
            yield Static("", id="plan", markup=False)

    def on_mount(self) -> None:
        """Wait for a name; the register is read meanwhile."""
        self.query_one("#by-hand").border_title = "Whose letter, of which year?"
        self.set_focus(self.query_one(CouncilBox))
        self.read_register()

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Say what Enter does here."""
        enter = "Enter sets" if isinstance(event.widget, YearBox) else "Enter goes on"
        self.query_one("#by-hand").border_subtitle = f"{enter}, Esc leaves"

    @work(thread=True, exclusive=True, group="register", exit_on_error=False, description="register")
    def read_register(self) -> None:
        """Read which councils there are, and make what finds among them."""
        from db.review.corrections import FIRST_YEAR  # what writes to a library comes with it, which costs some 50 ms

        years = range(FIRST_YEAR, date.today().year + 2)
        self.post_message(RegisterRead(CouncilFinder(Register.load().councils), years))

    @on(RegisterRead)
    def _show_register(self, message: RegisterRead) -> None:
        message.stop()
        self._years = message.years
        self.query_one(RegisterPane).show(message.finder, self._letter.read_council, self._now.council)

    @on(RegisterPane.Changed)
    @on(Input.Changed, "#year-box")
    def _tell_plan(self, event: RegisterPane.Changed | Input.Changed) -> None:
        event.stop()
        plan = self._plan()
        self.query_one("#plan", Static).update(plan if isinstance(plan, str) else self._told(plan))

    @on(RegisterPane.Chosen)
    def _go_on_to_the_year(self, event: RegisterPane.Chosen) -> None:
        event.stop()
        if self.query_one(RegisterPane).highlighted is not None:
            self.set_focus(self.query_one(YearBox))

    @on(Input.Submitted, "#year-box")
    def _set(self, event: Input.Submitted) -> None:
        event.stop()
        plan = self._plan()
        if isinstance(plan, Chosen):
            self.dismiss(None if plan == self._now else plan)

    def _plan(self) -> Chosen | str:
        """What is to be set as things stand, or what there is against it, in a sentence."""
        if self._years is None:
            return ""
        name = self.query_one(RegisterPane).highlighted
        if name is None:
            return _NO_COUNCIL
        typed = self.query_one(YearBox).value.strip()
        if typed and not (typed.isascii() and typed.isdecimal() and int(typed) in self._years):
            return f"A letter is of a year from {self._years[0]} to {self._years[-1]}."
        return Chosen(None if name == AS_READ else Register.load().by_name(name), int(typed) if typed else None)

    def _told(self, plan: Chosen) -> Content:
        """What it comes to, for a person to check before they press Enter."""
        council = (plan.council or self._letter.read_council).name
        year = self._letter.read_year if plan.year is None else plan.year
        lead = "As it is: " if plan == self._now else "Will be: "
        room = self.query_one("#plan").content_size.width - len(lead)
        return Content.assemble((lead, "bold"), council_and_year(council, year, room))
