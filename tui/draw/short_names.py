"""Names of councils where there is little room: without the words they share with others before any is cut."""

import re

from textual.content import Content

ELLIPSIS = "…"
"""Ends a name that is cut."""

_PREFIX = re.compile(r"(?:London|Royal) Borough of |Borough Council of |City of ")
_COUNCIL = " Council"
_SUFFIXES = (re.compile(rf"{_COUNCIL}$"), re.compile(r"( Metropolitan)? (Borough|District|City|County)$"))


def shorten_for_list(name: Content) -> Content:
    """The name as it stands in a list that is in order of names: "Croydon" of the London Borough of Croydon.

    A list has it so however wide it is, as in order it would otherwise stand among other letters than its own.
    """
    found = _PREFIX.match(name.plain)
    if not found:
        return name
    name = name[found.end() :]
    return name[: -len(_COUNCIL)] if name.plain.endswith(_COUNCIL) else name


def shorten_name(name: Content, room: int) -> Content:
    """The name in at most `room` cells (at least one): it loses its type first, then ends in `ELLIPSIS`."""
    for suffix in _SUFFIXES:
        if name.cell_length > room and (found := suffix.search(name.plain)):
            name = name[: found.start()]
    if name.cell_length > room and (found := _PREFIX.match(name.plain)):
        name = name[found.end() :]
    return name.truncate(max(room, 1), ellipsis=True)
