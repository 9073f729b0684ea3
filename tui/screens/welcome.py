"""What a new library begins with: three sentences, and the choice of samples or letters of one's own."""

from enum import StrEnum
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from tui.panes.choices import ChoiceList
from tui.screens.dialog import Dialog

_TEXT = """\
upheld shows what the Local Government and Social Care Ombudsman wrote to a council each year: its figures, \
the average of similar councils, and the letter itself.

There are no letters here yet. How do you want to begin?"""


class WelcomeChoice(StrEnum):
    """What can be chosen; the value is the line shown."""

    SAMPLES = "Try it with the sample letters (they can be taken out again)"
    IMPORT = "Import letters of my own"
    LATER = "Look around first"


class WelcomeScreen(Dialog[WelcomeChoice]):
    """Greets whoever has no letters, and returns what they choose; Esc is to look around first."""

    CSS_PATH = "welcome.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "dismiss", show=False)]

    def compose(self) -> ComposeResult:
        """The sentences and the choices."""
        with Vertical(id="welcome"):
            yield Static(_TEXT, markup=False)
            yield ChoiceList(*(Option(choice, id=choice.name) for choice in WelcomeChoice), markup=False, compact=True)

    def on_mount(self) -> None:
        """Name the box."""
        self.query_one("#welcome").border_title = "Welcome to upheld"

    @on(OptionList.OptionSelected)
    def _choose(self, event: OptionList.OptionSelected) -> None:
        """Return what was chosen."""
        event.stop()
        self.dismiss(WelcomeChoice[event.option_id or WelcomeChoice.LATER.name])
