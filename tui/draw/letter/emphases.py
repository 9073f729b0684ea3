"""What a conversion to text marked up in a letter, drawn in the style that the signs stood for."""

from db.text.markup_patterns import ADDRESS, BOLD, HEADING, LINK, UNDERLINED
from tui.draw.letter.shown_text import Emphasis

_STYLES = (
    (BOLD, "bold"),
    (UNDERLINED, "underline"),
    (LINK, "underline"),
    (ADDRESS, "underline"),
    (HEADING, "bold"),
)


def find_emphases(text: str) -> tuple[Emphasis, ...]:
    """What is marked up in the text, without the signs."""
    return tuple(
        Emphasis(match.start(1), match.end(1), style) for pattern, style in _STYLES for match in pattern.finditer(text)
    )
