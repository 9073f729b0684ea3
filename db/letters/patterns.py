"""Writing a printed sentence as a pattern that survives line ends and page numbers in the middle of it."""

import re
from functools import cache

GAP = r"(?:\s+|\s*\n\s*\d{1,3}\s*\n\s*)"
"""What may stand between two words: white space, or a page's number on a line of its own."""

_CLEAR = r"(?<![^\W_])(?<![.,%!'\"|\])}:;^~=+\u00a6\ufffd])(?<!(?<!\d)-)"
"""Nothing stands before a number that could be its first digit misread, its sign, or make it part of another."""
_WHOLE_ENDS = r"(?!\d|,\d|\.\d(?!\d*(?:\.\d)?\s?(?:%|per\s+cent)))"
"""A whole number has no decimals and no thousands behind it; a copy may have glued on the sentence of a rate."""
NUMBER = _CLEAR + r"(?:0|[1-9][0-9]{0,2})(?:\.[0-9])?(?!\d)"
WHOLE = _CLEAR + r"(?:0|[1-9][0-9]{0,4})" + _WHOLE_ENDS
ENDED = r"(?=[.,;:)]|\s*\n|\s*$|\s+(?-i:[A-Z(]))"
"""What follows words that end their sentence or clause."""


_IN_LINE = r"[ \t]+"
_CLASS = re.compile(r"\\.|\[\^?\]?(?:\\.|[^\]\\])*\]", re.DOTALL)
"""An escaped sign, or a class of characters."""


@cache
def phrase(words: str) -> re.Pattern[str]:
    r"""A pattern, blind to case, from words in which a space stands for any gap and the rest is a regex.

    `{number}` is a number that may have a decimal part, `{whole}` a whole one.

    Raises:
        ValueError: a space stands in a class of characters, where it would not be a gap: write `\x20`.
    """
    beside_figure = words.replace(" ({", "\0({").replace("}) ", "})\0")  # there a page's number could be the figure
    pattern = beside_figure.replace("{number}", NUMBER).replace("{whole}", WHOLE)
    return re.compile(_spell(pattern, GAP).replace("\0", r"(?:\s+)"), re.IGNORECASE)


@cache
def whole_line(words: str) -> re.Pattern[str]:
    """The same for words that fill a line by themselves, but for a colon at the end."""
    pattern = _spell(words, _IN_LINE)
    return re.compile(rf"^[ \t]*(?:{pattern})[ \t]*(?::[ \t]*)?$", re.IGNORECASE | re.MULTILINE)


def title_line(words: str) -> re.Pattern[str]:
    """The same for a table's title: on a line by itself, or in the first cell of the row of headings."""
    pattern = _spell(words, _IN_LINE)
    return re.compile(rf"^[ \t|]*(?:{pattern})[ ]*:?[ ]*(?=[\t|]|$)", re.IGNORECASE | re.MULTILINE)


def column_heading(words: str) -> re.Pattern[str]:
    """The same for a table's column heading, which may be broken over lines."""
    return re.compile(_spell(words, r"(?:\s+)"), re.IGNORECASE)


def _spell(words: str, gap: str) -> str:
    """The words with what a space stands for."""
    for match in _CLASS.finditer(words):
        if " " in match.group() and match.group()[0] == "[":
            raise ValueError(f"a space in {match.group()} is no gap: write \\x20")
    return words.replace(" ", gap)
