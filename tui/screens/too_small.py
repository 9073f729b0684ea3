"""What is shown while the terminal is too small for anything else."""

from textual.app import ComposeResult
from textual.widgets import Static

from tui.screens.dialog import Dialog
from tui.screens.layout import MIN_HEIGHT, MIN_WIDTH, is_too_small


class TooSmallScreen(Dialog[None]):
    """A sentence in front of everything; the app takes it away when the terminal has grown."""

    CSS_PATH = "too_small.tcss"

    def compose(self) -> ComposeResult:
        """The sentence."""
        yield Static(f"upheld needs {MIN_WIDTH} columns and {MIN_HEIGHT} lines.", markup=False)

    def on_screen_resume(self) -> None:
        """Go, if the terminal has grown while another screen was in front."""
        if not is_too_small(*self.app.size):
            self.dismiss(None)
