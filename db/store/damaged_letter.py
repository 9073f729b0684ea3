"""What is said of letters and councils whose rows are no longer what was written: that it is so, and no figure."""

import sqlite3
from dataclasses import replace

from db.figures.series import YEARS
from db.model import Council, Doubt, DoubtCode, Letter, LetterKind, Measure, MeasureName
from db.store.digest import is_whole
from db.store.letter_parts import LetterParts

_MARK = " (damaged)"
NO_MEASURES = tuple(Measure(name=name) for name in MeasureName)
"""What a damaged letter says of each measure: nothing."""


def mark_damaged(name: object) -> Council:
    """The council of that name, or of what is left of it, which says that it is damaged."""
    return Council(name=f"{name or 'A council'}{_MARK}", in_register=False)


def read_damaged_letter(row: sqlite3.Row, parts: LetterParts) -> Letter:
    """A letter that is not as it was written: its text and its place as far as they are, no figure, and a doubt."""
    texts = [text["text"] for text in parts.texts.get(row["id"], ())]
    year = row["year"]
    letter = Letter(
        text=texts[0] if texts and isinstance(texts[0], str) else "",
        kind=LetterKind.ANNUAL,
        council=mark_damaged(row["council"]),
        council_as_written=None,
        year=year if isinstance(year, int) and year in YEARS else None,
        dated=None,
        period=None,
        addressee=None,
        role=None,
        measures=NO_MEASURES,
        doubts=(Doubt.of(DoubtCode.LETTER_DAMAGED),),
    )
    if is_whole(row, parts, ()):
        return replace(letter, council=Council(name=row["council"], in_register=False))
    return letter
