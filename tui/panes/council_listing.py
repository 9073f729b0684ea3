"""All councils in an order, as the list has them while nothing is typed."""

from collections.abc import Sequence
from typing import NamedTuple

from db.councils.order import EntryOrder, sort_entries
from db.councils.resolve import EntryMatch
from db.model import CouncilEntry
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
