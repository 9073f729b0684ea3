"""The letters before and after the one shown, among all of one council."""

from collections.abc import Sequence

from db.model import StoredLetter


def find_neighbour(letters: Sequence[StoredLetter], index: int, step: int) -> int | None:
    """The index of the next letter that is the shown one of its year; `letters` newest first, `step` 1 is older."""
    index += step
    while 0 <= index < len(letters):
        if letters[index].shown:
            return index
        index += step
    return None


def explain_no_neighbour(letters: Sequence[StoredLetter], index: int, step: int) -> str:
    """Why there is none, in a sentence."""
    if find_neighbour(letters, index, -step) is None:
        return "There is one letter only to this council here."
    return "This is the oldest letter here." if step > 0 else "This is the newest letter here."
