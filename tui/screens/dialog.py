"""A screen in front of another."""

from textual.screen import ModalScreen

from tui.screens.leavable import LeavableScreen
from tui.screens.part import Result


class Dialog(LeavableScreen[Result], ModalScreen[Result]):
    """A screen in front of another, which it covers in part or whole."""
