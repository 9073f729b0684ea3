"""Patterns that are looked for only in a text with a word that stands in all they find: a word is found far faster."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

_ALIKE = str.maketrans("\u0130\u0131\u017f\u212a", "iisk")
"""What a pattern blind to case takes for a letter of a word, and `lower` does not."""


@dataclass(frozen=True, slots=True)
class CuedPattern:
    """A pattern blind to case, and cues in small letters, one of which is in all that it finds."""

    compiled: re.Pattern[str]
    cues: tuple[str, ...]

    @property
    def pattern(self) -> str:
        """What it was compiled from."""
        return self.compiled.pattern

    def finditer(self, text: str, start: int = 0, end: int | None = None) -> Iterator[re.Match[str]]:
        """What the pattern finds."""
        if not self.can_be_in(text):
            return iter(())
        return self.compiled.finditer(text, start, len(text) if end is None else end)

    def search(self, text: str, start: int = 0, end: int | None = None) -> re.Match[str] | None:
        """The first that the pattern finds."""
        if not self.can_be_in(text):
            return None
        return self.compiled.search(text, start, len(text) if end is None else end)

    def match(self, text: str) -> re.Match[str] | None:
        """What the pattern finds at the text's start: there it is soon told, cue or no cue."""
        return self.compiled.match(text)

    def can_be_in(self, text: str) -> bool:
        """Whether the text has a cue; without one the pattern finds nothing in it."""
        return has_any(lower(text), self.cues)


def has_any(text: str, words: Sequence[str]) -> bool:
    """Whether one of these stands in a text."""
    for word in words:  # noqa: SIM110 - a generator takes longer than the search
        if word in text:
            return True
    return False


@lru_cache(maxsize=4)
def lower(text: str) -> str:
    """A text in which to look for cues; each letter is small, and what patterns blind to case take for one is it."""
    return text.lower() if text.isascii() else text.translate(_ALIKE).lower()
