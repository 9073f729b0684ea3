"""The words by which a table leaves only some councils, as they are typed: beginnings of names, regions, counties."""

from collections.abc import Sequence
from functools import lru_cache

from db.councils.names import fold
from db.model import Council
from tui.draw.short_names import shorten_council


@lru_cache(maxsize=2048)
def make_searched_words(council: Council) -> str:
    """The words by which a council is found, folded, each behind a space."""
    names = (council.name, shorten_council(council.name), council.region or "", council.county or "")
    return f" {fold(' '.join(names))}"


def split_typed(typed: str) -> tuple[str, ...]:
    """The beginnings of words that are typed, as `has_words` takes them."""
    return tuple(f" {word}" for word in fold(typed).split())


def has_words(searched: str, wanted: Sequence[str]) -> bool:
    """Whether each of the wanted begins one of a council's words."""
    return all(word in searched for word in wanted)
