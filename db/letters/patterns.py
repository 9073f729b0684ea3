"""Writing a printed sentence as a pattern that survives line ends and page numbers in the middle of it."""

import re
from functools import cache

GAP = r"(?:\s+|\s*\n\s*\d{1,3}\s*\n\s*)"
"""What may stand between two words: white space, or a page's number on a line of its own."""

_CLEAR = r"(?<![^\W_])(?<![.,%!'\"|\])}:;^~=+\u00a6\ufffd])"
"""Nothing stands before a number that could be its first digit misread, or make it part of another."""
NUMBER = _CLEAR + r"(?:0|[1-9][0-9]{0,2})(?:\.[0-9])?(?!\d)"
WHOLE = _CLEAR + r"(?:0|[1-9][0-9]{0,4})(?!\d)"
ENDED = r"(?=[.,;:)]|\s*\n|\s*$|\s+(?-i:[A-Z(]))"
"""What follows words that end their sentence or clause."""


@cache
def phrase(words: str) -> re.Pattern[str]:
    """A pattern, blind to case, from words in which a space stands for any gap and the rest is a regex.

    `{number}` is a number that may have a decimal part, `{whole}` a whole one.
    """
    beside_figure = words.replace(" ({", "\0({").replace("}) ", "})\0")  # there a page's number could be the figure
    pattern = beside_figure.replace("{number}", NUMBER).replace("{whole}", WHOLE)
    return re.compile(pattern.replace(" ", GAP).replace("\0", r"(?:\s+)"), re.IGNORECASE)


@cache
def whole_line(words: str) -> re.Pattern[str]:
    """The same for words that fill a line by themselves, but for a colon at the end."""
    pattern = words.replace(" ", r"[ \t]+")
    return re.compile(rf"^[ \t]*(?:{pattern})[ \t]*(?::[ \t]*)?$", re.IGNORECASE | re.MULTILINE)
