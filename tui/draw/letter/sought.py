"""What is being sought in a letter: the words, the places that have them, and which of these is the present one."""

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from db.text.loose import LooseText


class Sought(NamedTuple):
    """`places` are start and end in the stored text, ascending; `current` is the index of one, or None."""

    words: str
    places: tuple[tuple[int, int], ...]
    current: int | None = None

    @classmethod
    def find(cls, words: str, text: "LooseText", after: int) -> "Sought":
        """The places of these words; the present one is the first from `after` on, or else the first of all."""
        places = text.find(words)
        following = (index for index, place in enumerate(places) if place[0] >= after)
        return cls(words, places, next(following, 0) if places else None)

    @property
    def place(self) -> tuple[int, int] | None:
        """The present place."""
        return None if self.current is None else self.places[self.current]

    @property
    def count_text(self) -> str:
        """How many places there are: "3 of 12", "not found"; nothing while nothing is sought."""
        if not self.words.strip():
            return ""
        if self.current is None:
            return "not found"
        from db.text.loose import MOST_OCCURRENCES  # the first picture does without

        more = "+" if len(self.places) == MOST_OCCURRENCES else ""
        return f"{self.current + 1:,} of {len(self.places):,}{more}"

    def step(self, step: int) -> "Sought":
        """The same at the next place (1) or the one before (-1); after the last comes the first."""
        if self.current is None:
            return self
        return self._replace(current=(self.current + step) % len(self.places))
