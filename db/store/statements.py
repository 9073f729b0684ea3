"""Statements of a schema compared, however they are laid out."""

import re
from functools import lru_cache

_SPACING = re.compile(r" ?([(),]) ?")  # of words with one space between them
_QUOTES = str.maketrans("", "", '"[]`')


@lru_cache(maxsize=256)
def normalise(statement: str | None) -> str:
    """A statement however it is laid out, and whether names are in quotes."""
    return _SPACING.sub(r" \1 ", " ".join(str(statement).translate(_QUOTES).split())).casefold()
