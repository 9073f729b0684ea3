"""The letters of 2011-2013 that count the complaints received in one sentence, without a table.

The averages that follow it in 2013 are counts too, one for each type of council, and are not read.
"""

from db.letters.dates import YEARS, closing_year
from db.letters.doubts import DoubtCollector
from db.letters.evidence import Reading, reconcile
from db.letters.folded import FoldedText
from db.letters.patterns import ENDED, phrase
from db.letters.tables.headings import TOTAL
from db.model import Cell, Table, TableName

_RECEIVED = phrase(rf"In ({YEARS}),? we received ({{whole}}) complaints? about your (?:local )?authority{ENDED}")


def read_received_count(folded: FoldedText, year: int | None, doubts: DoubtCollector) -> Table | None:
    """The number received in the letter's own year, as a table that is all total; None where none is told so."""
    readings = [
        Reading(int(match[2]), folded.quote(*match.span()))
        for match in _RECEIVED.finditer(folded.text)
        if year is not None and closing_year(match[1]) == year
    ]
    count = reconcile(readings, doubts, TableName.RECEIVED, TOTAL)
    if count is None:
        return None
    total = Cell(key=TOTAL, heading="Complaints received", value=count.value, quote=count.quote)
    return Table(name=TableName.RECEIVED, cells=(), total=total)
