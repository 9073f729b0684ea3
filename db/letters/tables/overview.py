"""The "Complaint overview" of the statistics page of 2024-25, in prose: four counts as one table of decisions.

Dealt with = not for us + assessed and closed + investigated: decisions, not complaints received.
"""

import re
from dataclasses import dataclass

from db.letters.dates import DAY
from db.letters.doubts import DoubtCollector
from db.letters.evidence import Reading, reconcile
from db.letters.folded import FoldedText
from db.letters.patterns import ENDED, phrase
from db.letters.rates.context import stands_alone
from db.letters.started import StartedPattern
from db.letters.tables.headings import TOTAL
from db.model import Cell, Table, TableName

_TOGETHER = 400
"""How far after the first of these sentences the others stand, in characters."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Count:
    """One number of the overview: our word for it, its heading, the sentence that prints it."""

    key: str
    heading: str
    sentence: re.Pattern[str] | StartedPattern


_TOTAL = _Count(
    key=TOTAL,
    heading="Dealt with",
    sentence=StartedPattern.at_words(
        phrase(rf"Between (?:{DAY}) (?:to|and) (?:{DAY}),? we dealt with ({{whole}}) complaints?{ENDED}\.?"),
        r"between(?=\s)",
        words=("dealt",),
    ),
)
_PARTS = (
    _Count(
        key="not_for_us",
        heading="Not for us or not ready for us",
        sentence=phrase(r"Of these, ({whole}) (?:was|were) not for us or not ready for us to investigate"),
    ),
    _Count(
        key="assessed_and_closed",
        heading="Assessed and closed",
        sentence=phrase(r"We assessed and closed ({whole}) complaints?"),
    ),
    _Count(key="investigated", heading="Investigated", sentence=phrase(r"We investigated ({whole}) complaints?")),
)


def read_overview(folded: FoldedText, doubts: DoubtCollector) -> Table | None:
    """The overview as a table of decisions, or None where the page has none."""
    totals = [match for match in _TOTAL.sentence.finditer(folded.text) if stands_alone(folded, *match.span())]
    if not totals:
        return None
    start, end = totals[0].start(), totals[0].end() + _TOGETHER
    total = _read_cell(folded, _TOTAL, totals, doubts)
    cells = [_read_cell(folded, part, list(part.sentence.finditer(folded.text, start, end)), doubts) for part in _PARTS]
    parts = tuple(cell for cell in cells if cell)
    return Table(name=TableName.DECIDED, cells=parts, total=total) if total and parts else None


def _read_cell(folded: FoldedText, count: _Count, matches: list[re.Match[str]], doubts: DoubtCollector) -> Cell | None:
    readings = [Reading(int(match[1]), folded.quote(*match.span())) for match in matches]
    reading = reconcile(readings, doubts, TableName.DECIDED, count.key)
    return Cell(key=count.key, heading=count.heading, value=reading.value, quote=reading.quote) if reading else None
