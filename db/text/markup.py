"""Signs that a conversion to text left in letters, which a reader is not shown: bold, underlined, links, headings.

Only what cannot be the letter's own: `[Mr X]` and `[paragraph 12]` are words and stay.
"""

import re
from collections.abc import Iterator, Sequence

_IN_PARAGRAPH = r"(?:[^{not_in}\n]|\n(?![ \t]*\n))"

BOLD = re.compile(r"\*\*(?=[^\s*])(" + _IN_PARAGRAPH.format(not_in="*") + r"+)(?<=[^\s*])\*\*")
UNDERLINED = re.compile(r"<u>(" + _IN_PARAGRAPH.format(not_in="<>") + r"+)</u>", re.IGNORECASE)
LINK = re.compile(
    r"!?\[("
    + _IN_PARAGRAPH.format(not_in=r"\[\]")
    + r"+)\]\((?:[#/]|[a-z]{2,10}:|www\.)[^()\s]{0,300}(?:\([^()\s]{0,100}\))?\)",
    re.IGNORECASE,
)
"""A link, whose words stay. What stands in round brackets must begin as an address does: it may be the letter's own."""
_LINK_END = re.compile(r"\]\((?:[#/]|[a-z]{2,10}:|www\.)[^()\s]{0,300}\)", re.IGNORECASE)
"""The end of a link, also of one whose beginning is not in the text, as a quote may have it."""
ADDRESS = re.compile(r"<((?:https?://|mailto:|www\.|[\w.+-]{1,64}@)[^<>\s]+)>", re.IGNORECASE)
HEADING = re.compile(r"^[ \t]*#{1,6}[ \t]+(\S[^\n]*)$", re.MULTILINE)
_SOFT_HYPHEN = re.compile("\u00ad")
_PATTERNS = (BOLD, UNDERLINED, LINK, ADDRESS, HEADING)

_SIGNS = ("*", "<", "#", "](", "\u00ad")
"""Each sign has one of these: most stretches of most letters have none, which is told far faster."""

_NEAR = 400
"""No sign of those around a stretch begins or ends farther from it."""


def find_signs(text: str) -> tuple[tuple[int, int], ...]:
    """Where the signs themselves stand, ascending."""
    for sign in _SIGNS:
        if sign in text:
            return tuple(sorted({found for found in _find_signs(text) if found[0] < found[1]}))
    return ()


def find_signs_near(text: str, start: int, end: int) -> tuple[tuple[int, int], ...]:
    """Where in a text the signs stand that the stretch from `start` to `end` may have a part of, ascending."""
    first = max(start - _NEAR, 0)
    return tuple((first + begins, first + ends) for begins, ends in find_signs(text[first : end + _NEAR]))


def cut_signs(text: str, signs: Sequence[tuple[int, int]], start: int, end: int) -> str:
    """The stretch of a text from `start` to `end` without these signs, which stand in ascending order."""
    if not signs:
        return text[start:end]
    pieces, at = list[str](), start
    for sign_start, sign_end in signs:
        pieces.append(text[at : min(max(sign_start, at), end)])
        at = min(max(at, sign_end), end)
    pieces.append(text[at:end])
    return "".join(pieces)


def remove_signs(text: str, start: int = 0, end: int | None = None) -> str:
    """The stretch of a text from `start` to `end` as a reader sees it."""
    end = len(text) if end is None else end
    return cut_signs(text, find_signs_near(text, start, end), start, end)


def _find_signs(text: str) -> Iterator[tuple[int, int]]:
    """Where signs stand, in no order, and some of no length."""
    for pattern in _PATTERNS:
        for match in pattern.finditer(text):
            yield match.start(), match.start(1)
            yield match.end(1), match.end()
    for pattern in (_SOFT_HYPHEN, _LINK_END):
        for match in pattern.finditer(text):
            yield match.span()
