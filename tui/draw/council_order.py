"""Councils in the order in which a list has them by name."""

from collections.abc import Iterable

from db.model import CouncilEntry
from tui.draw.short_names import shorten_council


def list_by_name(entries: Iterable[CouncilEntry]) -> tuple[CouncilEntry, ...]:
    """The councils in the order of the names that they have in the list."""
    return tuple(sorted(entries, key=_find_key))


def _find_key(entry: CouncilEntry) -> tuple[str, str]:
    """What the list is ordered by: the name as it stands there."""
    from db.councils.names import fold

    return fold(shorten_council(entry.council.name)), entry.council.name
