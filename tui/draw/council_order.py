"""Councils in the order in which a list has them."""

from collections.abc import Iterable

from db.councils.names import fold
from db.councils.order import EntryOrder, sort_entries
from db.model import CouncilEntry
from tui.draw.short_names import shorten_council


def list_as_shown(entries: Iterable[CouncilEntry], order: EntryOrder) -> list[CouncilEntry]:
    """The councils in this order, and those alike in it by the names they have in the list."""
    return sort_entries(sorted(entries, key=order_by_name), order)


def order_by_name(entry: CouncilEntry) -> tuple[str, str]:
    """What the list is ordered by: the name as it stands there."""
    return fold(shorten_council(entry.council.name)), entry.council.name
