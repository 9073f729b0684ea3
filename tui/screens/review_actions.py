"""What a person can settle about a letter: each action knows how to do itself, what undoes it, and how to say it."""

from dataclasses import dataclass
from typing import Protocol

from db.library import Library
from db.model import Council, StoredLetter
from tui.draw.review_text import describe_correction
from tui.draw.titles import draw_council_and_year


class ReviewAction(Protocol):
    """Something to settle about one letter."""

    @property
    def letter_id(self) -> int:
        """The letter it is about."""

    def do(self, library: Library) -> "ReviewAction":
        """Do it; the action that undoes it.

        Raises:
            LibraryError: the letter is gone, or nothing can be written.
        """

    def describe(self, letter: StoredLetter) -> str:
        """What has been done, in a sentence about the letter as it is now."""


@dataclass(frozen=True, slots=True)
class Correct:
    """Set whose letter it is and of which year; None leaves it as read."""

    letter_id: int
    council: Council | None
    year: int | None

    def do(self, library: Library) -> ReviewAction:
        """Set them, in place of what was set before."""
        before = library.letter(self.letter_id).correction
        library.correct(self.letter_id, self.council, self.year)
        return Correct(self.letter_id, before.council if before else None, before.year if before else None)

    def describe(self, letter: StoredLetter) -> str:
        """Whose it is now, and of which year, and whether that is by hand."""
        return f"{name_letter(letter)}. {describe_correction(letter) or 'All as read'}."


@dataclass(frozen=True, slots=True)
class Dismiss:
    """The letter is fine as it is."""

    letter_id: int

    def do(self, library: Library) -> ReviewAction:
        """Take it off the list of those that need a look."""
        library.dismiss(self.letter_id)
        return Restore(self.letter_id)

    def describe(self, letter: StoredLetter) -> str:
        """Which letter it is."""
        return f"{name_letter(letter)}: fine as it is."


@dataclass(frozen=True, slots=True)
class Restore:
    """The letter needs a look after all."""

    letter_id: int

    def do(self, library: Library) -> ReviewAction:
        """Put it back on the list."""
        library.restore(self.letter_id)
        return Dismiss(self.letter_id)

    def describe(self, letter: StoredLetter) -> str:
        """Which letter it is."""
        return f"{name_letter(letter)}: back on the list."


def name_letter(letter: StoredLetter) -> str:
    """The letter's council and year, in one line."""
    return draw_council_and_year(letter.letter.council.name, letter.letter.year).plain
