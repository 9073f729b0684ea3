"""The "Complaint overview" of the statistics page of 2024-25, in prose: four counts as one table of decisions.

Dealt with = not for us + assessed and closed + investigated: decisions, not complaints received.
"""

from db.letters.dates import DAY
from db.letters.evidence import Reading, reconcile
from db.letters.folded import FoldedText
from db.letters.patterns import ENDED, phrase
from db.letters.rates.context import stands_alone
from db.model import Cell, Doubt, Table, TableName

_SENTENCES = {
    "total": phrase(rf"Between (?:{DAY}) (?:to|and) (?:{DAY}),? we dealt with ({{whole}}) complaints?{ENDED}\.?"),
    "not_for_us": phrase(r"Of these, ({whole}) (?:was|were) not for us or not ready for us to investigate"),
    "assessed_and_closed": phrase(r"We assessed and closed ({whole}) complaints?"),
    "investigated": phrase(r"We investigated ({whole}) complaints?"),
}
_TOGETHER = 400
"""How far after the first of these sentences the others stand, in characters."""
_WORDS = {
    "total": "Dealt with",
    "not_for_us": "Not for us or not ready for us",
    "assessed_and_closed": "Assessed and closed",
    "investigated": "Investigated",
}


def read_overview(folded: FoldedText) -> tuple[Table | None, tuple[Doubt, ...]]:
    """The overview as a table of decisions, or None where the page has none."""
    cells: list[Cell] = []
    doubts: list[Doubt] = []
    opening = next((m for m in _SENTENCES["total"].finditer(folded.text) if stands_alone(folded, *m.span())), None)
    if opening is None:
        return None, ()
    end = opening.end() + _TOGETHER
    for key, pattern in _SENTENCES.items():
        places = [
            Reading(int(match[1]), folded.quote(*match.span()))
            for match in pattern.finditer(folded.text, opening.start(), end if key != "total" else len(folded.text))
            if key != "total" or stands_alone(folded, *match.span())
        ]
        found, doubt = reconcile(places, f"The number {_WORDS[key].lower()}", TableName.DECIDED.value)
        if doubt:
            doubts.append(doubt)
        if found:
            cells.append(Cell(key, _WORDS[key], found.value, found.quote))
    total = next((cell for cell in cells if cell.key == "total"), None)
    rest = tuple(cell for cell in cells if cell.key != "total")
    if total is None or not rest:
        return None, tuple(doubts)
    return Table(TableName.DECIDED, rest, total), tuple(doubts)
