"""Manglings of white space and line ends."""

import re
from random import Random


def doubled_spaces(text: str, random: Random) -> str:
    """Two or three spaces for some."""
    return re.sub(r"(?<=\S) (?=\S)", lambda m: " " * random.choice((1, 1, 2, 3)), text)


def trailing_spaces(text: str, random: Random) -> str:
    """Spaces at the ends of lines."""
    return "\n".join(line + " " * random.choice((0, 1, 3)) for line in text.split("\n"))


def indented_lines(text: str, random: Random) -> str:
    """A margin at the left of every line."""
    margin = " " * random.randint(1, 12)
    return "\n".join(margin + line if line else line for line in text.split("\n"))


def blank_line_after_each(text: str, random: Random) -> str:
    """A blank line after every line."""
    return text.replace("\n", "\n\n")


def spaced_percent(text: str, random: Random) -> str:
    """A space before the % sign."""
    return re.sub(r"(?<=\d)%", " %", text)


def crlf(text: str, random: Random) -> str:
    """Line ends of another system."""
    return text.replace("\n", "\r\n")


LINES = {
    mangling.__name__: mangling
    for mangling in (
        doubled_spaces,
        trailing_spaces,
        indented_lines,
        blank_line_after_each,
        spaced_percent,
        crlf,
    )
}
