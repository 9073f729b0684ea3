"""The letter that the main screen is to go to, once what is in the library is read."""

from collections.abc import Callable
from typing import NamedTuple

from db.model import StoredLetter
from tui.screens.layout import Pane

LetterFit = Callable[[StoredLetter], int]
"""How well a letter fits what is wanted: of a council's letters the best is shown, of equals the first."""


class Destination(NamedTuple):
    """A letter to go to once the councils are read anew; `pane` then has the keys."""

    council: str
    fit: LetterFit
    pane: Pane = Pane.STATISTICS


def fit_any(_stored: StoredLetter) -> int:
    """No letter is wanted more than another."""
    return 0


def fit_id(letter_id: int) -> LetterFit:
    """The letter of that id."""
    return lambda stored: stored.id == letter_id


def fit_file(name: str | None, year: int | None) -> LetterFit:
    """The letter of that year; where there are several, or none, the one from the file of that name."""
    return lambda stored: 2 * (stored.letter.year == year) + (stored.source.name == name)
