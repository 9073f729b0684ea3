"""Asks for the name of a set of councils."""

from collections.abc import Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.widgets import Input, Static

from db.store.council_sets import LONGEST_NAME
from db.text.clean import one_line
from tui.keymap import Group, make_bindings
from tui.keymap_sentences import fill_in_keys
from tui.panes.fitted_text import FittedText
from tui.panes.text_box import TextBox
from tui.screens.dialog import Dialog


class SetNameScreen(Dialog[str]):
    """Returns the name typed, None where it is left. `sentence` says what for, `taken` are the names there are."""

    CSS_PATH = "set_name.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [*make_bindings(Group.SET_NAME)]

    def __init__(self, sentence: str, name: str = "", taken: Sequence[str] = (), said_of_taken: str = "") -> None:
        super().__init__()
        self._sentence = sentence
        self._name_before = name
        self._taken = {each.casefold() for each in taken}
        self._said_of_taken = said_of_taken

    def compose(self) -> ComposeResult:
        """The sentence, the box, and what is to be said of what is typed."""
        with Vertical(id="set-name"):
            yield Static(self._sentence, markup=False)
            yield TextBox(self._name_before, max_length=LONGEST_NAME, placeholder="name of the set", id="set-name-box")
            yield FittedText("", id="set-name-said", markup=False)

    def on_mount(self) -> None:
        """Put the cursor in the box."""
        self.query_one("#set-name").border_title = "Set of councils"
        self.query_one(TextBox).focus()

    def action_leave(self) -> None:
        """Change nothing."""
        self.dismiss(None)

    @on(Input.Changed)
    def _say_of_name(self, event: Input.Changed) -> None:
        """Say what comes of a name that a set has already."""
        event.stop()
        is_taken = " ".join(event.value.split()).casefold() in self._taken
        self.query_one("#set-name-said", Static).update(
            self._said_of_taken if is_taken else fill_in_keys("Enter keeps it, {set_name_leave} does not")
        )

    @on(Input.Submitted)
    def _take_name(self, event: Input.Submitted) -> None:
        """Return the name; there must be one."""
        event.stop()
        name = one_line(" ".join(event.value.split()))
        if name:
            self.dismiss(name)
