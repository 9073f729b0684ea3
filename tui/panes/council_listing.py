"""All councils in an order, as the list has them while nothing is typed."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from db.councils.names import fold
from db.councils.order import EntryOrder, sort_entries
from db.councils.resolve import EntryMatch
from db.model import CouncilEntry
from tui.draw.short_names import shorten_council
from tui.panes.council_row import measure_counts


class Listing(NamedTuple):
    """Councils in an order, and the cells that their last column takes."""

    matches: Sequence[EntryMatch]
    count_width: int

    @classmethod
    def of(cls, entries: Sequence[CouncilEntry], order: EntryOrder) -> "Listing":
        """Those of `entries`, which are in the order of their names."""
        matches = [EntryMatch(entry=entry, spans=()) for entry in sort_entries(entries, order)]
        return cls(matches, measure_counts(entries, order))


def list_as_shown(entries: Iterable[CouncilEntry], order: EntryOrder) -> list[CouncilEntry]:
    """The councils in this order, and those alike in it by the names they have in the list."""
    return sort_entries(sorted(entries, key=order_by_name), order)


def order_by_name(entry: CouncilEntry) -> tuple[str, str]:
    """What the list is ordered by: the name as it stands there."""
    return fold(shorten_council(entry.council.name)), entry.council.name
