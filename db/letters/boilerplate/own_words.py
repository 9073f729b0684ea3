"""What a letter says to its own council, told apart from what councils in general were told that year."""

from enum import StrEnum
from typing import NamedTuple

FEWEST_OTHERS = 5
"""A sentence is boilerplate from so many other councils' letters of the year on, if they are more than half of all."""


class Basis(StrEnum):
    """By what it is known what councils in general were told: what upheld brings with it, the letters here, or not."""

    SHIPPED = "shipped"
    LIBRARY = "library"
    UNKNOWN = "unknown"


class ToldSentence(NamedTuple):
    """A sentence or heading of the stored text from `start` to `end`, and whether it is boilerplate."""

    start: int
    end: int
    is_boilerplate: bool
    is_body: bool
    is_heading: bool


class OwnWords(NamedTuple):
    """The sentences of a letter of `year` in the order of its text; `others` letters of that year are here."""

    year: int | None
    basis: Basis
    others: int
    sentences: tuple[ToldSentence, ...]

    @property
    def is_known(self) -> bool:
        """Whether anything is known of what councils in general were told."""
        return self.basis is not Basis.UNKNOWN

    @property
    def own(self) -> tuple[ToldSentence, ...]:
        """The sentences of the letter's body that are this letter's alone; none where that cannot be known."""
        if not self.is_known:
            return ()
        return tuple(
            each for each in self.sentences if each.is_body and not each.is_heading and not each.is_boilerplate
        )
