"""Text inside HTML: whatever it holds, it stays the text that it is."""

from html import escape

from db.text.clean import one_line

_LONGEST = 100_000


def escape_html(text: str) -> str:
    """One line that is no tag, no attribute and no entity."""
    return escape(one_line(text, _LONGEST), quote=True)
