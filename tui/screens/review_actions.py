"""What a person can settle about a letter: each act knows how to do itself, what undoes it, and how to say it."""

from dataclasses import dataclass, field
from enum import Enum, auto
from typing import Protocol

from db.library import Library
from db.model import Council, StoredLetter
from tui.draw.review_text import set_by_hand
from tui.draw.titles import council_and_year


class Act(Protocol):
    """Something to settle about one letter."""

    @property
    def letter_id(self) -> int:
        """The letter it is about."""

    def do(self, library: Library) -> "Act":
        """Do it; the act that undoes it. Raises LibraryError where the letter is gone or nothing can be written."""

    def told(self, letter: StoredLetter) -> str:
        """What has been done, in a sentence about the letter as it is now."""


class Step(Enum):
    """Whether something is done for the first time, undone, or done again."""

    DO = auto()
    UNDO = auto()
    REDO = auto()


@dataclass(slots=True)
class History:
    """The acts that would undo what was done since the browser was opened, and redo what was undone; last comes first.

    It does not ask whether they can still be done.
    """

    undoing: list[Act] = field(default_factory=list)
    redoing: list[Act] = field(default_factory=list)
    _at_work: tuple[Act, Step] | None = None

    def next(self, step: Step) -> Act | None:
        """The act that undoes, or redoes, what was done, or undone, last; None where there is none."""
        acts = self._of(step)
        return acts[-1] if acts else None

    @property
    def is_at_work(self) -> bool:
        """Whether an act is being done: nothing else may begin, for acts taken back in another order end elsewhere."""
        return self._at_work is not None

    def begin(self, act: Act, step: Step) -> None:
        """Note that an act is being done; the next to be undone or redone is off the list from now on."""
        self._at_work = act, step
        if step is not Step.DO:
            self._of(step).pop()

    def done(self, inverse: Act) -> None:
        """Note that it was done, which `inverse` would take back. Something new leaves nothing to redo."""
        at_work, self._at_work = self._at_work, None
        if at_work is not None:
            _, step = at_work
            if step is Step.DO:
                self.redoing.clear()
            (self.redoing if step is Step.UNDO else self.undoing).append(inverse)

    def not_done(self, *, for_good: bool) -> None:
        """Note that it was not done; unless that is for good, what was to be undone or redone is so next again."""
        at_work, self._at_work = self._at_work, None
        if at_work is not None:
            act, step = at_work
            if step is not Step.DO and not for_good:
                self._of(step).append(act)

    def _of(self, step: Step) -> list[Act]:
        return self.undoing if step is Step.UNDO else self.redoing


@dataclass(frozen=True, slots=True)
class SetByHand:
    """Set whose letter it is and of which year; None leaves it as read."""

    letter_id: int
    council: Council | None
    year: int | None

    def do(self, library: Library) -> Act:
        """Set them, in place of what was set before."""
        before = library.letter(self.letter_id).by_hand
        library.set_by_hand(self.letter_id, self.council, self.year)
        return SetByHand(self.letter_id, before.council if before else None, before.year if before else None)

    def told(self, letter: StoredLetter) -> str:
        """Whose it is now, and of which year, and whether that is by hand."""
        return f"{named(letter)}. {set_by_hand(letter) or 'All as read'}."


@dataclass(frozen=True, slots=True)
class Dismiss:
    """The letter is fine as it is."""

    letter_id: int

    def do(self, library: Library) -> Act:
        """Take it off the list of those that need a look."""
        library.dismiss(self.letter_id)
        return ListAgain(self.letter_id)

    def told(self, letter: StoredLetter) -> str:
        """Which letter it is."""
        return f"{named(letter)}: fine as it is."


@dataclass(frozen=True, slots=True)
class ListAgain:
    """The letter needs a look after all."""

    letter_id: int

    def do(self, library: Library) -> Act:
        """Put it back on the list."""
        library.restore(self.letter_id)
        return Dismiss(self.letter_id)

    def told(self, letter: StoredLetter) -> str:
        """Which letter it is."""
        return f"{named(letter)}: back on the list."


def named(letter: StoredLetter) -> str:
    """The letter's council and year, in one line."""
    return council_and_year(letter.letter.council.name, letter.letter.year).plain
