"""The letters of 2011-2013 that count the complaints received in one sentence, without a table.

The averages that follow it in 2013 are counts too, one for each type of council, and are not read.
"""

from db.letters.dates import YEARS, closing_year
from db.letters.found import Found, agreed
from db.letters.phrases import ENDED, phrase
from db.letters.view import View
from db.model import Cell, Doubt, Table, TableName

_RECEIVED = phrase(rf"In ({YEARS}),? we received ({{whole}}) complaints? about your (?:local )?authority{ENDED}")


def read_received_count(view: View, year: int | None) -> tuple[Table | None, tuple[Doubt, ...]]:
    """The number received in the letter's own year, as a table that is all total; None where none is told so."""
    places = [
        Found(int(match[2]), view.quote(*match.span()))
        for match in _RECEIVED.finditer(view.text)
        if year is not None and closing_year(match[1]) == year
    ]
    found, doubt = agreed(places, "The number of complaints received", TableName.RECEIVED.value)
    total = Cell("total", "Complaints received", found.value, found.quote) if found else None
    return (Table(TableName.RECEIVED, (), total) if total else None), ((doubt,) if doubt else ())
