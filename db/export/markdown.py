"""Text inside Markdown: whatever it holds, it stays the text that it is."""

import re

from db.text.clean import one_line

_SIGNS = re.compile(r"([\\`*_\[\]<>|~&$])")
_AT_START = re.compile(r"^([#+=-]|\d{1,9}(?=[.)]))")
_LONGEST = 100_000


def escape_markdown(text: str) -> str:
    """One line in which no sign is Markdown's, HTML's or the beginning of a list, a heading or a quotation."""
    line = _SIGNS.sub(r"\\\1", one_line(text, _LONGEST))
    bare = line.rstrip("#")  # at its end they close a heading, and would not be seen
    return _AT_START.sub(_escape_start, bare + r"\#" * (len(line) - len(bare)))


def _escape_start(match: re.Match[str]) -> str:
    """The sign that a line begins with, as text; of a number it is the dot behind it that makes a list."""
    sign = match[0]
    return f"{sign}\\" if sign[0].isdigit() else f"\\{sign}"
