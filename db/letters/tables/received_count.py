"""The letters of 2011-2013 that count the complaints received in one sentence, without a table.

The averages that follow it in 2013 are counts too, one for each type of council, and are not read.
"""

from db.letters.dates import YEARS, closing_year
from db.letters.evidence import Reading, reconcile
from db.letters.folded import FoldedText
from db.letters.patterns import ENDED, phrase
from db.model import Cell, Doubt, Table, TableName

_RECEIVED = phrase(rf"In ({YEARS}),? we received ({{whole}}) complaints? about your (?:local )?authority{ENDED}")


def read_received_count(folded: FoldedText, year: int | None) -> tuple[Table | None, tuple[Doubt, ...]]:
    """The number received in the letter's own year, as a table that is all total; None where none is told so."""
    places = [
        Reading(int(match[2]), folded.quote(*match.span()))
        for match in _RECEIVED.finditer(folded.text)
        if year is not None and closing_year(match[1]) == year
    ]
    found, doubt = reconcile(places, "The number of complaints received", TableName.RECEIVED.value)
    total = Cell("total", "Complaints received", found.value, found.quote) if found else None
    return (Table(TableName.RECEIVED, (), total) if total else None), ((doubt,) if doubt else ())
