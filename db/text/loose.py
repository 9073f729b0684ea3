"""A text as a reader takes it in while looking for words: without case, accents, and what a copy does to words.

Unlike `db.text.searched` nothing of it is kept in libraries: it is made of the one text that is being read.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from db.text.offset_map import OffsetMap

_DASHES = "\u2010\u2011\u2012\u2013\u2014\u2015\u2212"
_SPECIAL = re.compile(
    r"(?P<blank>\s{2,}|[^\S ])|(?P<soft>\u00ad\s*)"
    r"|(?P<hyphen>(?<=[^\W\d_])[-\u2010\u2011](?:[^\S\n]*\n\s*)?(?=[^\W\d_]))"
    r"|(?P<odd>[^\x20-\x7e\s])"
)
"""What is not one plain character that stands for itself. A hyphen inside a word may be the copy's own."""
_INSTEAD = {
    **dict.fromkeys("\u2018\u2019\u201a\u201b\u2032\u00b4", "'"),
    **dict.fromkeys("\u201c\u201d\u201e\u201f\u2033", '"'),
    **dict.fromkeys(_DASHES, "-"),
}
MOST_OCCURRENCES = 10_000
"""So many places at most are found of what somebody types: the rest nobody would go through."""


class LooseText(NamedTuple):
    """The text to look through, and where each of its characters stands in the one it was made of."""

    text: str
    offsets: OffsetMap

    @classmethod
    def of(cls, text: str, left_out: Sequence[tuple[int, int]] = ()) -> "LooseText":
        """A text, without the stretches `left_out` (ascending): signs that a reader does not see."""
        pieces, offsets, size = list[str](), OffsetMap(), 0
        for loose, origin, length in _loosen(text, left_out):
            is_blank_again = loose == " " and (not size or pieces[-1].endswith(" "))
            if not loose or is_blank_again:
                continue
            offsets.add(size, len(loose), origin, length)
            pieces.append(loose)
            size += len(loose)
        return cls("".join(pieces), offsets)

    def find(self, words: str) -> tuple[tuple[int, int], ...]:
        """Each place at which `words` stand, as start and end in the text this was made of; none for no words."""
        wanted = LooseText.of(words).text.strip().rstrip("-")
        if not wanted:
            return ()
        places: list[tuple[int, int]] = []
        at = self.text.find(wanted)
        while at >= 0 and len(places) < MOST_OCCURRENCES:
            end = at + len(wanted)
            places.append((self.offsets.origin_span(at)[0], self.offsets.origin_span(end - 1)[1]))
            at = self.text.find(wanted, end)
        return tuple(places)


def _loosen(text: str, left_out: Sequence[tuple[int, int]]) -> Iterator[tuple[str, int, int]]:
    """The loose text in stretches, each with the start and length of what it stands for."""
    at = 0
    for start, end in (*left_out, (len(text), len(text))):
        for match in _SPECIAL.finditer(text, at, start):
            if match.start() > at:
                yield text[at : match.start()].lower(), at, match.start() - at
            if match["odd"]:
                yield _simplify(match["odd"]), match.start(), 1
            elif match["blank"]:
                yield " ", match.start(), match.end() - match.start()
            at = match.end()
        if start > at:
            yield text[at:start].lower(), at, start - at
        at = max(at, end)


def _simplify(character: str) -> str:
    """A character without case, accents and ligatures; empty where nothing is left of it."""
    known = _INSTEAD.get(character)
    if known is not None:
        return known
    apart = unicodedata.normalize("NFKD", character)
    return "".join(each for each in apart if not unicodedata.combining(each)).casefold()
