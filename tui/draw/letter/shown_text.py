"""A text as it is shown, made of stretches of the stored text, with the way between the two in both directions."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from db.text.offset_map import OffsetMap

_CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
"""What a terminal could act on. Letters are cleaned when they are brought in; this is the net for those that were
not, and it keeps the length."""


class Emphasis(NamedTuple):
    """A stretch of the stored text that was marked up, and the style the marks stood for."""

    start: int
    end: int
    style: str


class ShownText(NamedTuple):
    """The text shown, where its characters stand in the stored text, and what is emphasised in it.

    `notes` are the stretches of the text shown that are sentences of ours.
    """

    text: str
    offsets: OffsetMap
    emphases: tuple[Emphasis, ...] = ()
    notes: tuple[tuple[int, int], ...] = ()

    def to_shown(self, source: int) -> int:
        """The offset at which one of the stored text is shown; of one that is not, that of the next that is."""
        shown = self.offsets.derived_at(source)
        return len(self.text) if shown is None else shown

    def to_source(self, shown: int) -> int:
        """Which offset of the stored text stands at one of the shown text, or the last before it."""
        return self.offsets.origin_before(shown)

    def find_stretches(self, start: int, end: int) -> tuple[tuple[int, int], ...]:
        """Where a stretch of the stored text is shown: several stretches where a table was laid out anew."""
        return tuple(self._join(sorted(self.offsets.derived_spans(start, end))))

    def _join(self, stretches: Sequence[tuple[int, int]]) -> Iterable[tuple[int, int]]:
        """Stretches with nothing but a space or a line end between them as one."""
        begins, ends = -1, -1
        for start, end in stretches:
            if begins >= 0 and (start <= ends or self.text[ends:start].isspace()):
                ends = max(ends, end)
                continue
            if begins >= 0:
                yield begins, ends
            begins, ends = start, end
        if begins >= 0:
            yield begins, ends


def join_shown(parts: Sequence[ShownText | str]) -> ShownText:
    """Texts in the order of the stored one, and sentences of ours, with a blank line between any two."""
    pieces, offsets, size = list[str](), OffsetMap(), 0
    emphases, notes = list[Emphasis](), list[tuple[int, int]]()
    for part in parts:
        size += 2 if pieces else 0
        if isinstance(part, str):
            notes.append((size, size + len(part)))
            pieces.append(part)
        else:
            for start, length, origin, origin_length in part.offsets.slices(0, len(part.text)):
                offsets.add(size + start, length, origin, origin_length)
            emphases += part.emphases
            pieces.append(part.text)
        size += len(pieces[-1])
    return ShownText("\n\n".join(pieces), offsets, tuple(emphases), tuple(notes))


class Typesetter:
    """Builds a shown text from stretches of a stored one, leaving out the signs given."""

    def __init__(self, stored: str, origin: int = 0, signs: Sequence[tuple[int, int]] = ()) -> None:
        """Args: `stored` text; `origin`, added to every offset in it; `signs`, ascending stretches to leave out."""
        self._stored = _CONTROLS.sub("\ufffd", stored)
        self._origin = origin
        self._signs = signs
        self._parts: list[str] = []
        self._offsets = OffsetMap()
        self._length = 0

    def put(self, start: int, end: int) -> None:
        """Show a stretch of the stored text."""
        for kept_start, kept_end in self._without_signs(start, end):
            length = kept_end - kept_start
            self._offsets.add(self._length, length, self._origin + kept_start, length)
            self.add(self._stored[kept_start:kept_end])

    def add(self, words: str) -> None:
        """Show words, or spaces, that the stored text does not have."""
        self._parts.append(words)
        self._length += len(words)

    def preview(self, start: int, end: int) -> str:
        """What `put` would show of a stretch."""
        return "".join(self._stored[kept[0] : kept[1]] for kept in self._without_signs(start, end))

    def build(self, emphases: Iterable[Emphasis] = ()) -> ShownText:
        """What has been built."""
        return ShownText("".join(self._parts), self._offsets, tuple(emphases))

    def _without_signs(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """The parts of a stretch between the signs in it."""
        index = max(bisect_right(self._signs, (start, len(self._stored))) - 1, 0)
        while index < len(self._signs) and self._signs[index][0] < end:
            sign_start, sign_end = self._signs[index]
            if start < sign_start:
                yield start, sign_start
            start = max(start, sign_end)
            index += 1
        if start < end:
            yield start, end
