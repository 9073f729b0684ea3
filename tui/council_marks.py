"""Which councils are marked, to be put side by side: the same on every screen while the browser is open."""

from collections.abc import Iterable, Sequence

from tui.keymap_sentences import fill_in_keys


class CouncilMarks:
    """The marked councils by the names they have in the library, in the order in which they were marked."""

    def __init__(self) -> None:
        self._names: dict[str, None] = {}

    @property
    def names(self) -> tuple[str, ...]:
        """All of them."""
        return tuple(self._names)

    def toggle(self, name: str) -> bool:
        """Mark a council, or no longer; False where it could not be marked, as there are as many as can be."""
        if name in self._names:
            del self._names[name]
            return True
        from db.figures.comparison import MOST_COMPARED

        if len(self._names) >= MOST_COMPARED:
            return False
        self._names[name] = None
        return True

    def clear(self) -> None:
        """Mark none."""
        self._names.clear()

    def keep_only(self, names: Iterable[str]) -> None:
        """Take the marks off councils that are not among these, as they have no letter here any more."""
        here = set(names)
        self._names = {name: None for name in self._names if name in here}


def explain_marks(names: Sequence[str], name: str, *, was_taken: bool) -> str:
    """What is said once a council was marked, or could not be."""
    if not was_taken:
        from db.figures.comparison import MOST_COMPARED

        return f"{MOST_COMPARED} councils are marked, and more cannot stand side by side: take a mark off first."
    if name not in names:
        return f"{len(names)} marked." if names else "No council is marked any more."
    return (
        fill_in_keys("1 marked: mark another, then {compare} puts them side by side.")
        if len(names) == 1
        else f"{len(names)} marked: {fill_in_keys('{compare} puts them side by side.')}"
    )
