"""Lines for a terminal: broken at words, what goes on set in by a few columns, and some words of them marked."""

import os
import re
from collections.abc import Iterator, Sequence
from typing import TextIO

Span = tuple[int, int]
"""The start and the end of some characters of a line."""

HANG = 4
"""Columns by which what goes on is set in further than where its line begins."""

_NARROWEST = 20
"""Columns below which breaking at words makes nothing easier to read."""

_MARK, _UNMARK = "\x1b[1;4m", "\x1b[0m"
"""Bold and underlined, which is no colour."""


def is_dumb_terminal() -> bool:
    """Whether the terminal is said to understand nothing but characters."""
    return os.environ.get("TERM", "").lower() == "dumb"


def measure_width(stream: TextIO) -> int | None:
    """The columns of the terminal behind a stream; None where there is none, or nobody knows how wide it is."""
    try:
        if not stream.isatty():
            return None
        width = int(os.environ.get("COLUMNS") or os.get_terminal_size(stream.fileno()).columns)
    except (OSError, ValueError):
        return None
    return width if width >= _NARROWEST else None


def wrap_line(line: str, width: int | None, hang: int = HANG, marked: Sequence[Span] = ()) -> str:
    """The line as lines of at most `width` columns, broken at spaces alone; None leaves it whole.

    What goes on is set in by `hang` columns more than where the line begins. A word longer than that stays whole: a
    path or an address can be copied then. The stretches of `marked`, in their order, are shown as marked.
    """
    begin = len(line) - len(line.lstrip(" "))
    if width is None or len(line) <= width:
        return _mark(line, (0, len(line)), marked)
    hang = hang if begin + hang <= width // 2 else 0
    spans = list(_break(line, begin, width, begin + hang))
    lines = [_mark(line, span, marked) for span in spans]
    return "\n".join([" " * begin + lines[0], *(" " * (begin + hang) + each for each in lines[1:])])


def _break(line: str, begin: int, width: int, indent: int) -> Iterator[Span]:
    """The stretch of the line that stands in each line of the terminal, without the spaces round it."""
    start = end = begin
    room = width - begin
    for word in re.finditer(r"[^ ]+", line):
        if word.end() - start > room and end > start:
            yield start, end
            start, room = word.start(), width - indent
        end = word.end()
    yield start, end


def _mark(line: str, span: Span, marked: Sequence[Span]) -> str:
    """The stretch of the line, with those of its characters that are marked shown so."""
    at, until = span
    parts = []
    for start, end in marked:
        start, end = max(start, at), min(end, until)
        if start < end:
            parts += [line[at:start], _MARK, line[start:end], _UNMARK]
            at = end
    return "".join([*parts, line[at:until]])
