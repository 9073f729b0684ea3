"""Signs that a conversion to text left in letters: they are left out, and what they stood for is drawn instead.

Only what cannot be the letter's own: `[Mr X]` and `[paragraph 12]` are words and stay.
"""

import re
from collections.abc import Iterator

from tui.draw.letter.shown_text import Emphasis

_IN_PARAGRAPH = r"(?:[^{not_in}\n]|\n(?![ \t]*\n))"

_BOLD = re.compile(r"\*\*(?=[^\s*])(" + _IN_PARAGRAPH.format(not_in="*") + r"+)(?<=[^\s*])\*\*")
_UNDERLINED = re.compile(r"<u>(" + _IN_PARAGRAPH.format(not_in="<>") + r"+)</u>", re.IGNORECASE)
_LINK = re.compile(r"\[(" + _IN_PARAGRAPH.format(not_in=r"\[\]") + r"+)\]\(#[^()\s]{0,200}\)")
_ADDRESS = re.compile(r"<((?:https?://|www\.)[^<>\s]+)>", re.IGNORECASE)
_HEADING = re.compile(r"^[ \t]*#{1,6}[ \t]+(\S[^\n]*)$", re.MULTILINE)
_SOFT_HYPHEN = re.compile("\u00ad")

_STYLES = (
    (_BOLD, "bold"),
    (_UNDERLINED, "underline"),
    (_LINK, "underline"),
    (_ADDRESS, "underline"),
    (_HEADING, "bold"),
)


def find_emphases(text: str) -> tuple[Emphasis, ...]:
    """What is marked up in the text, without the signs."""
    return tuple(
        Emphasis(match.start(1), match.end(1), style) for pattern, style in _STYLES for match in pattern.finditer(text)
    )


def find_signs(text: str) -> tuple[tuple[int, int], ...]:
    """Where the signs themselves stand, ascending."""
    return tuple(sorted(sign for sign in _find_signs(text) if sign[0] < sign[1]))


def _find_signs(text: str) -> Iterator[tuple[int, int]]:
    """Where signs stand, in no order, and some of no length."""
    for pattern, _style in _STYLES:
        for match in pattern.finditer(text):
            yield match.start(), match.start(1)
            yield match.end(1), match.end()
    for match in _SOFT_HYPHEN.finditer(text):
        yield match.span()
