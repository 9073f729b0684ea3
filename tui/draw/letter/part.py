"""How much of a very long letter is drawn at once, so that reading it never freezes the screen."""

from typing import NamedTuple

MAX_SHOWN = 100_000
"""Characters drawn at once: several times the longest letter known, and a quarter of a second's work."""

MAX_SHOWN_LINES = 4000
"""Lines drawn at once: more than a letter of so many characters has, which is laid out as fast."""


class LetterPart(NamedTuple):
    """The stretch of a letter's text that is drawn, of `length` characters in all."""

    start: int
    end: int
    length: int

    @property
    def is_whole(self) -> bool:
        """Whether nothing is left out."""
        return self.end - self.start == self.length

    def holds(self, start: int, end: int) -> bool:
        """Whether a stretch of the letter lies inside this part."""
        return self.start <= start and end <= self.end

    @property
    def sentence(self) -> str:
        """What is shown and how to read the rest."""
        return (
            f"This letter is very long: characters {self.start + 1:,} to {self.end:,} of {self.length:,} are shown. "
            "The command upheld read prints all of it."
        )


def cut_part(text: str, offset: int) -> LetterPart:
    """The part of a text to draw so that `offset` is in it: all of it, unless it is longer than is drawn at once.

    A part begins and ends with a line where there is one near.
    """
    part = _cut_characters(text, offset)
    if text.count("\n", part.start, part.end) < MAX_SHOWN_LINES:
        return part
    start = offset
    for _ in range(MAX_SHOWN_LINES // 4):
        start = text.rfind("\n", part.start, max(start - 1, part.start)) + 1
        if start <= part.start:
            start = part.start
            break
    end = start
    for _ in range(MAX_SHOWN_LINES):
        end = text.find("\n", end, part.end) + 1
        if not end:
            return LetterPart(start, part.end, len(text))
    return LetterPart(start, end - 1, len(text))


def _cut_characters(text: str, offset: int) -> LetterPart:
    """The same by its characters alone."""
    if len(text) <= MAX_SHOWN:
        return LetterPart(0, len(text), len(text))
    start = max(0, min(offset - MAX_SHOWN // 4, len(text) - MAX_SHOWN))
    end = start + MAX_SHOWN
    line = text.find("\n", start, offset)
    if start and line >= 0:
        start = line + 1
    line = text.rfind("\n", max(offset, start + MAX_SHOWN // 2), end)
    if end < len(text) and line >= 0:
        end = line
    return LetterPart(start, end, len(text))
