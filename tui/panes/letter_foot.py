"""The foot of the pane with a letter, made once there is something for it: the first picture does without."""

from textual.app import ComposeResult
from textual.containers import Vertical

from tui.panes.find_line import FindLine
from tui.panes.fitted_text import FittedText


class LetterFoot(Vertical):
    """What is shown of a very long letter, and the line to find words."""

    DEFAULT_CSS = """
    LetterFoot {
        dock: bottom;
        height: auto;
        & > #letter-part { height: auto; color: $text-muted; }
    }
    """

    def __init__(self) -> None:
        super().__init__(id="letter-foot")
        self._part = FittedText("", id="letter-part", markup=False)
        self._part.display = False

    def compose(self) -> ComposeResult:
        """The two."""
        yield self._part
        yield FindLine()

    def show_part(self, sentence: str) -> None:
        """Say what is shown of the letter; nothing of one that is shown whole."""
        self._part.display = bool(sentence)
        self._part.update(sentence)
