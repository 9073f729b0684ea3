"""A text box into which no control character can come, neither typed nor pasted nor put there."""

from textual.widgets import Input


class TextBox(Input):
    """An `Input` whose value is always one line of printable characters."""

    def validate_value(self, value: str) -> str:
        """Drop what is not printable (control characters, marks that turn the writing direction)."""
        return "".join(character for character in value if character.isprintable())
