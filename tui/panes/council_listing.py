"""All councils in an order, as the list has them while nothing is typed."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from db.councils.order import EntryOrder, sort_entries
from db.councils.resolve import EntryMatch
from db.model import CouncilEntry
from tui.panes.council_row import Columns, format_columns, measure_counts


class Listing(NamedTuple):
    """Councils in an order, with what is behind the name of each, by its id, and the cells the last column takes."""

    matches: Sequence[EntryMatch]
    columns: Mapping[int, Columns]
    count_width: int

    @classmethod
    def of(cls, entries: Sequence[CouncilEntry], order: EntryOrder) -> "Listing":
        """Those of `entries`, which are in the order of their names."""
        matches = [EntryMatch(entry=entry, spans=()) for entry in sort_entries(entries, order)]
        columns = {entry.id: format_columns(entry, order) for entry in entries}
        return cls(matches, columns, measure_counts((each.last for each in columns.values()), order))
