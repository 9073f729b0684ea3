"""Councils in the order in which a list has them by name."""

from collections.abc import Iterable

from db.model import CouncilEntry
from tui.draw.short_names import shorten_council


def list_by_name(entries: Iterable[CouncilEntry]) -> tuple[CouncilEntry, ...]:
    """The councils in the order of the names that they have in the list."""
    from db.councils.names import fold

    def find_key(entry: CouncilEntry) -> tuple[str, str]:
        """What the list is ordered by: the name as it stands there."""
        return fold(shorten_council(entry.council.name)), entry.council.name

    return tuple(sorted(entries, key=find_key))
