"""Text on its way out: whatever brought it in, a library from somebody else included, nothing in it drives a terminal.

What `clean` makes of a letter has none of these characters left. Nothing is understood here: each goes by itself.
"""

import re
from functools import cache

_UNKNOWN = "\ufffd"

# Control characters; marks that turn the writing direction; line ends that only some programs take for one; halves of
# a character.
_ACTING = "[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]"
_ACTING_IN_TEXT = "(?![\n\t])" + _ACTING
_compile = cache(re.compile)  # when first needed: most answers hold none


def mask_line(line: str) -> str:
    """The line with U+FFFD for each character that a terminal acts on: as many characters as before."""
    return line if line.isprintable() else _compile(_ACTING).sub(_UNKNOWN, line)


def mask_text(text: str) -> str:
    """The same of a text of several lines: line ends and tabs stay."""
    return text if text.isprintable() else _compile(_ACTING_IN_TEXT).sub(_UNKNOWN, text)


def drop_acting(text: str) -> str:
    """The text without the characters that a terminal acts on, which take up no column: as wide as it was."""
    return text if text.isprintable() else _compile(_ACTING).sub("", text)


def escape_json(json: str) -> str:
    r"""JSON with such characters written as `\u`: JSON itself asks that only of ASCII, so the rest is in strings."""
    return json if json.isascii() else _compile(_ACTING_IN_TEXT).sub(lambda found: f"\\u{ord(found[0]):04x}", json)
