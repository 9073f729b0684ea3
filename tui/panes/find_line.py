"""The line at a pane's foot in which words to find are typed, with how many places have them."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.message import Message
from textual.widgets import Static

from tui.keymap import Group, make_bindings
from tui.panes.text_box import TextBox


class FindBox(TextBox):
    """The box of the line."""

    BINDINGS: ClassVar[list[BindingType]] = [*make_bindings(Group.FIND_LINE)]

    def action_accept(self) -> None:
        """Go back to the pane with what was found."""
        self.post_message(FindLine.Accepted())

    def action_step(self, step: int) -> None:
        """Go to another place."""
        self.post_message(FindLine.Stepped(step))

    def action_close(self) -> None:
        """Find no longer."""
        self.post_message(FindLine.Closed())


class FindLine(Horizontal):
    """A box after a slash, and what was found at its right. It is shown by `open` and hidden by `close`."""

    DEFAULT_CSS = """
    FindLine {
        height: 1;
        display: none;
        background: $surface;
        & > #find-sign { width: 2; }
        & > FindBox { width: 1fr; height: 1; border: none; padding: 0; background: $surface; }
        & > #find-count { width: auto; max-width: 50%; padding: 0 1; color: $text-muted; }
    }
    """

    class WordsChanged(Message):
        """Other words are to be found."""

        def __init__(self, words: str) -> None:
            super().__init__()
            self.words = words

    class Stepped(Message):
        """The place after (1) or before (-1) the present one is wanted."""

        def __init__(self, step: int) -> None:
            super().__init__()
            self.step = step

    class Accepted(Message):
        """The reader goes back to the pane, with what was found still marked."""

    class Closed(Message):
        """Nothing is to be found any more."""

    def compose(self) -> ComposeResult:
        """The sign, the box and the count."""
        yield Static("/", id="find-sign", markup=False)
        yield FindBox(id="find-words", select_on_focus=False, compact=True)
        yield Static("", id="find-count", markup=False)

    @property
    def words(self) -> str:
        """What is typed."""
        return self.query_one(FindBox).value

    def open(self) -> None:
        """Show the line and give it the keys; what is typed next takes the place of what is there."""
        self.display = True
        box = self.query_one(FindBox)
        self.screen.set_focus(box)
        box.select_all()

    def restore(self, words: str) -> None:
        """Show the line with words that were typed before; whoever has the keys keeps them."""
        self.display = True
        with self.prevent(FindBox.Changed):
            self.query_one(FindBox).value = words

    def close(self) -> None:
        """Hide the line, with nothing in it."""
        with self.prevent(FindBox.Changed):
            self.query_one(FindBox).value = ""
        self.tell("")
        self.display = False

    def tell(self, count: str) -> None:
        """Say how many places there are."""
        self.query_one("#find-count", Static).update(count)

    def on_input_changed(self, event: FindBox.Changed) -> None:
        """Tell the pane, and keep Textual's own message inside."""
        event.stop()
        self.post_message(self.WordsChanged(event.value))
