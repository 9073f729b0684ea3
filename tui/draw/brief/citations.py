"""The sources of a page: each place that a number is from, numbered in the order in which it is first named."""

from db.model import Quote, StoredLetter
from db.text.clean import one_line
from db.text.markup import remove_signs
from tui.draw import labels

_LONGEST = 160
"""Characters quoted of the words that print a figure; the place says where the rest is."""


class Citations:
    """Numbers sources as they are cited, each once; of the letter that the page is about only the place is told."""

    def __init__(self, about: StoredLetter) -> None:
        self._about = about
        self._numbers: dict[tuple[int, Quote | None], int] = {}
        self._sources: list[str] = []

    @property
    def sources(self) -> tuple[str, ...]:
        """The sources cited, the first being [1]."""
        return tuple(self._sources)

    def cite(self, stored: StoredLetter, quote: Quote | None = None, *, has_words: bool = False) -> str:
        """The number of a source in brackets: "[2]"; without a quote it is the letter as a whole.

        `has_words`: the words stand where they are cited, and need not stand among the sources too.
        """
        key = stored.id, quote
        if key not in self._numbers:
            where = [] if stored.id == self._about.id else [name_source(stored)]
            where += [] if quote is None else [format_place(quote)]
            words = "" if quote is None or has_words else f": {quote_words(stored, quote, _LONGEST)}"
            self._sources.append(f"{', '.join(where) or 'the letter as a whole'}{words}")
            self._numbers[key] = len(self._sources)
        return f"[{self._numbers[key]}]"


def format_place(quote: Quote) -> str:
    """Where words stand in a letter's text, counted from 1."""
    return f"characters {quote.start + 1:,} to {quote.end:,}"


def quote_words(stored: StoredLetter, quote: Quote, longest: int) -> str:
    """Words of a letter as they are read, in quotation marks, at most so many characters of them."""
    return f"\u201c{one_line(remove_signs(stored.letter.text, quote.start, quote.end), longest)}\u201d"


def name_source(stored: StoredLetter) -> str:
    """A letter and its file."""
    letter = stored.letter
    name = labels.name_letter(letter)
    year = "" if letter.year is None or str(letter.year) in name else f" about {letter.year}"
    return f"{name}{year}, file {one_line(stored.source.name)}"
