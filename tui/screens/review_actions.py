"""What a person can settle about a letter: each action knows how to do itself, what undoes it, and how to say it."""

from typing import TYPE_CHECKING, NamedTuple, Protocol

from db.library import Library
from db.model import Council, StoredLetter
from tui.draw.removal_text import UNTOUCHED
from tui.draw.review_text import describe_correction
from tui.draw.titles import draw_council_and_year

if TYPE_CHECKING:
    from db.store.removal import RemovedFiles


class Settled(NamedTuple):
    """What has been settled, in a sentence, and the letter as it now is; None where it is out of the library."""

    sentence: str
    letter: StoredLetter | None


class ReviewAction(Protocol):
    """Something to settle about one letter, or about the files that it came in with."""

    def do(self, library: Library) -> "ReviewAction":
        """Do it; the action that undoes it.

        Raises:
            LibraryError: the letter is gone, or nothing can be written.
        """

    def describe(self, library: Library) -> Settled:
        """What has been done.

        Raises:
            LibraryError: the letter cannot be read again.
        """


class Correct(NamedTuple):
    """Set whose letter it is and of which year; None leaves it as read."""

    letter_id: int
    council: Council | None
    year: int | None

    def do(self, library: Library) -> ReviewAction:
        """Set them, in place of what was set before."""
        before = library.letter(self.letter_id).correction
        library.correct(self.letter_id, self.council, self.year)
        return Correct(self.letter_id, before.council if before else None, before.year if before else None)

    def describe(self, library: Library) -> Settled:
        """Whose it is now, and of which year, and whether that is by hand."""
        letter = library.letter(self.letter_id)
        return Settled(f"{name_letter(letter)}. {describe_correction(letter) or 'All as read'}.", letter)


class Dismiss(NamedTuple):
    """The letter is fine as it is."""

    letter_id: int

    def do(self, library: Library) -> ReviewAction:
        """Take it off the list of those that need a look."""
        library.dismiss(self.letter_id)
        return Restore(self.letter_id)

    def describe(self, library: Library) -> Settled:
        """Which letter it is."""
        letter = library.letter(self.letter_id)
        return Settled(f"{name_letter(letter)}: fine as it is.", letter)


class Restore(NamedTuple):
    """The letter needs a look after all."""

    letter_id: int

    def do(self, library: Library) -> ReviewAction:
        """Put it back on the list."""
        library.restore(self.letter_id)
        return Dismiss(self.letter_id)

    def describe(self, library: Library) -> Settled:
        """Which letter it is."""
        letter = library.letter(self.letter_id)
        return Settled(f"{name_letter(letter)}: back on the list.", letter)


class TakeOut(NamedTuple):
    """Take files with their letters out of the library; `name` is what they are called, `letter_id` one of theirs."""

    sha256s: tuple[str, ...]
    name: str
    letter_id: int

    def do(self, library: Library) -> ReviewAction:
        """Take them out."""
        return PutBack(library.take_out_files(self.sha256s), self.name, self.letter_id)

    def describe(self, library: Library) -> Settled:
        """That they are out, and that this says nothing about the user's own."""
        return Settled(f"{self.name} taken out. {UNTOUCHED}", None)


class PutBack(NamedTuple):
    """Put files back that were taken out."""

    removed: "RemovedFiles"
    name: str
    letter_id: int

    def do(self, library: Library) -> ReviewAction:
        """Put them back, with whatever had been settled about their letters."""
        library.put_back_files(self.removed)
        return TakeOut(self.removed.sha256s, self.name, self.letter_id)

    def describe(self, library: Library) -> Settled:
        """That they are back."""
        return Settled(f"{self.name} put back.", library.letter(self.letter_id))


def name_letter(letter: StoredLetter) -> str:
    """The letter's council and year, in one line."""
    return draw_council_and_year(letter.letter.council.name, letter.letter.year).plain
