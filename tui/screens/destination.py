"""The letter that the main screen is to go to, once what is in the library is read."""

from collections.abc import Callable
from dataclasses import dataclass

from db.model import StoredLetter
from tui.screens.layout import Pane

Which = Callable[[StoredLetter], int]
"""How well a letter fits what is meant: of a council's letters the best is shown, of equals the first."""


@dataclass(frozen=True, slots=True)
class Goal:
    """A letter to go to once the councils are read anew; `pane` then has the keys."""

    council: str
    which: Which
    pane: Pane = Pane.STATISTICS


def any_of_them(_stored: StoredLetter) -> int:
    """No letter is meant more than another."""
    return 0


def with_id(letter_id: int) -> Which:
    """The letter of that id."""
    return lambda stored: stored.id == letter_id


def from_file(name: str | None, year: int | None) -> Which:
    """The letter of that year; where there are several, or none, the one from the file of that name."""
    return lambda stored: 2 * (stored.letter.year == year) + (stored.source.name == name)
