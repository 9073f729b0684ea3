"""Which lines of a letter's text belong together: wrapped paragraphs, sentences cut by a page, lists, addresses."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

_TERMINAL = re.compile(r"[.!?:;][\"'\u2019\u201d)\]]*$")
_BULLET = re.compile(r"(?:[-\u2013\u2014*\u2022\u00b7\u25aa\u25cf\u25e6]|o|\(?[0-9]{1,2}[.)]|\(?[a-z][.)])\s")
_SMALL_LETTER = re.compile(r"[a-z]")
_UNLIKE_A_HEADING = re.compile(r"(?:dear|yours|by |our ref|your ref|mr |mrs |ms |miss |dr |cllr )", re.IGNORECASE)

_WRAPPED_AT_LEAST = 60
"""No wrapped text is narrower: an address or a signature is."""

_RUNS_ON_AT_LEAST = 30
"""A line this long that ends without a full stop, before one that begins small, was cut inside a sentence."""

_HEADING_WORDS = 7
_HEADING_LENGTH = 60


class Line(NamedTuple):
    """One line of the stored text without the spaces around it: its offsets and its words."""

    start: int
    end: int
    text: str


ShownLine = list[Line]
"""Lines of the stored text that are shown as one."""


def split_lines(text: str) -> Iterator[Line]:
    """The lines of a text; a blank one has no words."""
    start = 0
    for raw in text.split("\n"):
        words = raw.strip()
        at = start + (raw.index(words) if words else 0)
        yield Line(at, at + len(words), words)
        start += len(raw) + 1


def join_lines(lines: Sequence[Line]) -> list[ShownLine]:
    """The lines of one block, those of a hard-wrapped paragraph together and all others apart."""
    longest = max(len(line.text) for line in lines)
    shown = [[lines[0]]]
    for before, line in pairwise(lines):
        if _is_wrapped(before, line, longest if len(lines) > 2 else None):
            shown[-1].append(line)
        else:
            shown.append([line])
    return shown


def is_continued(before: Line, after: Line) -> bool:
    """Whether a sentence goes on from one line to the other, whatever stands between them."""
    return (
        len(before.text) >= _RUNS_ON_AT_LEAST
        and not _TERMINAL.search(before.text)
        and _SMALL_LETTER.match(after.text) is not None
        and not _BULLET.match(after.text)
    )


def is_heading(lines: Sequence[ShownLine]) -> bool:
    """Whether a block is one short line like a title: no full stop, no date, no form of address."""
    if len(lines) != 1 or len(lines[0]) != 1:
        return False
    text = lines[0][0].text
    return (
        text[0].isupper()
        and 1 < len(text.split()) <= _HEADING_WORDS
        and len(text) <= _HEADING_LENGTH
        and not _TERMINAL.search(text)
        and not text.endswith(",")
        and not _UNLIKE_A_HEADING.match(text)
    )


def _is_wrapped(before: Line, line: Line, longest: int | None) -> bool:
    """Whether the break between two lines only kept them short: its first word would not have fitted before it.

    Two lines alone (`longest` None) do not tell how wide their text was.
    """
    if _BULLET.match(line.text) or before.text.endswith(":"):
        return False
    if is_continued(before, line):
        return True
    if longest is None or longest < _WRAPPED_AT_LEAST:
        return False
    return len(before.text) + 1 + len(line.text.split(maxsplit=1)[0]) > longest
