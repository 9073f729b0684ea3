"""Names of councils where there is little room: without the words they share with others before any is cut."""

import re

from textual.content import Content

_PREFIX = re.compile(r"(?:London|Royal) Borough of |City of ")
_SUFFIXES = (re.compile(r" Council$"), re.compile(r"( Metropolitan)? (Borough|District|City|County)$"))


def short_name(name: Content, room: int) -> Content:
    """The name in at most `room` cells (at least one): it loses its type first, then ends in an ellipsis."""
    for suffix in _SUFFIXES:
        if name.cell_length > room and (found := suffix.search(name.plain)):
            name = name[: found.start()]
    if name.cell_length > room and (found := _PREFIX.match(name.plain)):
        name = name[found.end() :]
    return name.truncate(max(room, 1), ellipsis=True)
