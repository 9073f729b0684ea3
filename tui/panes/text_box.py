"""A box in which a line of text is typed."""

from textual.widgets import Input

from tui.panes.printable import PrintableInput


class TextBox(PrintableInput, Input):
    """An `Input` for printable characters."""
