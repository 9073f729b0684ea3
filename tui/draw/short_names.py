"""Names of councils where there is little room: without the words they share with others before any is cut."""

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from db.text.clean import one_line

if TYPE_CHECKING:  # names are shortened, too, where nothing is drawn
    from textual.content import Content

ELLIPSIS = "…"
"""Ends a name that is cut."""

_CITY, _COUNCIL = "City of ", " Council"
_PREFIX = re.compile(rf"(?:London|Royal) Borough of |Borough Council of |{_CITY}")
_SUFFIXES = (re.compile(rf"{_COUNCIL}$"), re.compile(r"( Metropolitan)? (Borough|District|City|County)$"))


def shorten_council(name: str) -> str:
    """The name by which people call a council: "Oadby & Wigston", "Croydon", "York", "Kent"."""
    return find_short_name(name)[0]


@lru_cache(maxsize=1024)
def find_short_name(name: str) -> tuple[str, int]:
    """That name, and where in the whole one it begins; kept for as many as a list has.

    What sort of council it is has to stand beside it: Durham is both a district of old and a county's.
    """
    line = one_line(name)
    prefix = _PREFIX.match(line)
    start = prefix.end() if prefix and (prefix[0] != _CITY or line.endswith(_COUNCIL)) else 0
    rest = line[start:]
    for suffix in _SUFFIXES:
        if (found := suffix.search(rest)) and found.start():
            rest = rest[: found.start()]
    return rest, start


def shorten_name(name: "Content", room: int) -> "Content":
    """The name in at most `room` cells (at least one): it loses its type first, then ends in `ELLIPSIS`."""
    for suffix in _SUFFIXES:
        if name.cell_length > room and (found := suffix.search(name.plain)):
            name = name[: found.start()]
    if name.cell_length > room and (found := _PREFIX.match(name.plain)):
        name = name[found.end() :]
    return name.truncate(max(room, 1), ellipsis=True)
