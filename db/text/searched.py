"""A letter's text as its words are searched: whole words, where the letter's copy has broken them.

A reader sees "difficulty" and "safeguarding" where the text has a ligature, a soft hyphen or a hyphen at a line's end.
Accents and white space are the index's own business.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from db.text.offset_map import OffsetMap

_LIGATURES = {
    "\ufb00": "ff",
    "\ufb01": "fi",
    "\ufb02": "fl",
    "\ufb03": "ffi",
    "\ufb04": "ffl",
    "\ufb05": "st",
    "\ufb06": "st",
}
_BROKEN = re.compile(
    r"(?P<ligature>[\ufb00-\ufb06])|(?P<soft>\u00ad\s*)|(?P<hyphen>(?<=[^\W\d_])[-\u2010][^\S\n]*\n\s*(?=[^\W\d_]))"
)
_MAY_BREAK = re.compile(r"[-\u2010\u00ad\ufb00-\ufb06](?:(?<![-\u2010])|[^\S\n]*\n)")
"""Where one of these can begin: a search for one of several characters is many times as fast."""
_SIGNS = "\u2010\u00ad\ufb00\ufb01\ufb02\ufb03\ufb04\ufb05\ufb06"
_MAY_BREAK_PLAIN = re.compile(r"-[^\S\n]*\n")
"""The same in a text without any of the signs, as most are: faster again."""
_BREAK = "\ue002"
"""Stands between the halves of words, so that no search for words next to each other goes from one to the next: to the
index a private-use character is a word, and neither a cleaned text nor a query has one."""
_HALF = re.compile(r"[^\W_]+")


class SearchedText(NamedTuple):
    """The text to search, and where each of its characters stands in the stored one (a map to ask for origins alone).

    Below the text follow the halves of each word that a line's end parts: it may be one ("safe-guarding") or two
    ("well-known"), so it is found either way.
    """

    text: str
    offsets: OffsetMap

    def find_origin(self, start: int, end: int) -> tuple[int, int]:
        """The stretch of the stored text that a match stands for."""
        return self.offsets.origin_span(start)[0], self.offsets.origin_span(end - 1)[1]


def fold_for_search(stored: str) -> SearchedText | None:
    """The text to search in place of a stored one; None where that is whole as it stands.

    What it makes of a text is kept in libraries: a change of it needs a step that makes the index anew.
    """
    breaks = list(_find_breaks(stored))
    if not breaks:
        return None
    offsets, pieces, size = OffsetMap(), list[str](), 0
    for text, origin, length in (*_join(stored, breaks), *_list_halves(stored, breaks)):
        if length:
            offsets.add(size, len(text), origin, length)
        pieces.append(text)
        size += len(text)
    return SearchedText("".join(pieces), offsets)


def join_words(text: str) -> str:
    """The text with its broken words put together, as those of the index are."""
    return "".join(piece for piece, _, _ in _join(text, list(_find_breaks(text))))


def _find_breaks(text: str) -> Iterator[re.Match[str]]:
    """What parts the words of a text that its copy has broken."""
    after = 0
    may_break = _MAY_BREAK if any(sign in text for sign in _SIGNS) else _MAY_BREAK_PLAIN
    for place in may_break.finditer(text):
        match = _BROKEN.match(text, place.start()) if place.start() >= after else None
        if match:
            after = match.end()
            yield match


_Stretch = tuple[str, int, int]
"""Text, and the start and length of what it stands for: of length 0 for what was added."""


def _join(stored: str, breaks: list[re.Match[str]]) -> Iterator[_Stretch]:
    """The whole text, in stretches, with its broken words put together."""
    at = 0
    for match in breaks:
        if match.start() > at:
            yield stored[at : match.start()], at, match.start() - at
        if match["ligature"]:
            yield _LIGATURES[match["ligature"]], match.start(), 1
        at = match.end()
    if at < len(stored):
        yield stored[at:], at, len(stored) - at


def _list_halves(stored: str, breaks: list[re.Match[str]]) -> Iterator[_Stretch]:
    """The halves of each word that a line's end parts."""
    for match in breaks:
        if match["hyphen"]:
            begin = match.start()
            while begin and stored[begin - 1].isalnum():
                begin -= 1
            right = _HALF.match(stored, match.end())
            if right:
                yield f" {_BREAK} ", 0, 0
                yield stored[begin : match.start()], begin, match.start() - begin
                yield " ", 0, 0
                yield right.group(), right.start(), len(right.group())
    yield f" {_BREAK}", 0, 0
