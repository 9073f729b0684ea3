"""What no control character can come into, neither typed nor pasted nor put there."""

from typing import TYPE_CHECKING

from textual.geometry import Size
from textual.reactive import Reactive

if TYPE_CHECKING:
    from textual.widgets import Input
else:
    Input = object  # a class of widgets costs more, before the first picture


class PrintableInput(Input):
    """Mixed into an `Input`: its value is always one line of printable characters."""

    virtual_size = Reactive(Size(0, 0))
    """As far as the text goes, which moves nothing on the screen: Textual would lay all of it out at each key."""

    def validate_value(self, value: str) -> str:
        """Drop what is not printable (control characters, marks that turn the writing direction)."""
        return "".join(character for character in value if character.isprintable())
