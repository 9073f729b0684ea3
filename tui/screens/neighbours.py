"""The letters before and after the one shown, among all of one council."""

from collections.abc import Sequence

from db.model import StoredLetter


def beside_year(letters: Sequence[StoredLetter], at: int, step: int) -> int | None:
    """The place of the next letter that is the shown one of its year; `letters` newest first, `step` 1 is older."""
    place = at + step
    while 0 <= place < len(letters):
        if letters[place].shown:
            return place
        place += step
    return None


def no_other(letters: Sequence[StoredLetter], at: int, step: int) -> str:
    """Why there is none, in a sentence."""
    if beside_year(letters, at, -step) is None:
        return "There is one letter only to this council here."
    return "This is the oldest letter here." if step > 0 else "This is the newest letter here."
