"""Names of councils where there is little room: without the words they share with others before any is cut."""

import re

from textual.content import Content

from db.text.clean import one_line

ELLIPSIS = "…"
"""Ends a name that is cut."""

_CITY, _COUNCIL = "City of ", " Council"
_PREFIX = re.compile(rf"(?:London|Royal) Borough of |Borough Council of |{_CITY}")
_SUFFIXES = (re.compile(rf"{_COUNCIL}$"), re.compile(r"( Metropolitan)? (Borough|District|City|County)$"))


def shorten_council(name: str) -> str:
    """The name by which people call a council: "Oadby & Wigston", "Croydon", "York", "Kent"."""
    return shorten_for_list(Content(one_line(name))).plain


def shorten_for_list(name: Content) -> Content:
    """The same with what is marked in it.

    What sort of council it is has to stand beside it: Durham is both a district of old and a county's.
    """
    prefix = _PREFIX.match(name.plain)
    if prefix and (prefix[0] != _CITY or name.plain.endswith(_COUNCIL)):
        name = name[prefix.end() :]
    for suffix in _SUFFIXES:
        if (found := suffix.search(name.plain)) and found.start():
            name = name[: found.start()]
    return name


def shorten_name(name: Content, room: int) -> Content:
    """The name in at most `room` cells (at least one): it loses its type first, then ends in `ELLIPSIS`."""
    for suffix in _SUFFIXES:
        if name.cell_length > room and (found := suffix.search(name.plain)):
            name = name[: found.start()]
    if name.cell_length > room and (found := _PREFIX.match(name.plain)):
        name = name[found.end() :]
    return name.truncate(max(room, 1), ellipsis=True)
