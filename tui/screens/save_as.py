"""Where to save something: a box for the file's name, which says by its ending what is written."""

from pathlib import Path
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.widgets import Input, Static

from db.text.clean import one_line
from tui.keymap import Group, make_bindings
from tui.keymap_sentences import fill_in_keys
from tui.panes.fitted_text import FittedText
from tui.panes.text_box import TextBox
from tui.paths import find_starting_folder
from tui.screens.dialog import Dialog


class SaveAsScreen(Dialog[Path | None]):
    """Asks for a file; returns None where nothing is to be saved."""

    CSS_PATH = "save_as.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [*make_bindings(Group.SAVE_AS)]

    def __init__(self, title: str, file_name: str, endings: tuple[tuple[str, str], ...]) -> None:
        super().__init__()
        self._title = title
        self._file_name = file_name
        self._endings = endings

    def compose(self) -> ComposeResult:
        """The box, and what the endings mean."""
        with Vertical(id="save-as"):
            yield TextBox(self._file_name, compact=True, id="save-as-box", select_on_focus=False)
            yield FittedText("", id="save-as-plan", markup=False)
            kinds = "\n".join(f"{ending}  {words}" for ending, words in self._endings)
            yield Static(kinds, id="save-as-kinds", markup=False)

    def on_mount(self) -> None:
        """Name the box, and put the cursor at the end of the name."""
        frame = self.query_one("#save-as")
        frame.border_title = self._title
        frame.border_subtitle = fill_in_keys("Enter saves, {save_as_leave} leaves")
        box = self.query_one(TextBox)
        box.focus()
        box.cursor_position = len(self._file_name)

    @on(Input.Changed)
    def _show_plan(self, event: Input.Changed) -> None:
        """Say where the file would be."""
        event.stop()
        path = self._find_path()
        words = f"Will be: {one_line(str(path))}" if path else "Type the name of a file."
        self.query_one("#save-as-plan", Static).update(words)

    @on(Input.Submitted)
    def _return_path(self, event: Input.Submitted) -> None:
        """Return the file, if one is named."""
        event.stop()
        if path := self._find_path():
            self.dismiss(path)

    def action_leave(self) -> None:
        """Save nothing."""
        self.dismiss(None)

    def _find_path(self) -> Path | None:
        """The file that is named: `~` is the user's folder, and what is not absolute is where upheld was started."""
        typed = self.query_one(TextBox).value.strip()
        if not typed:
            return None
        try:
            return find_starting_folder() / Path(typed).expanduser()
        except RuntimeError:
            return find_starting_folder() / typed
