"""Of which council and year there is a letter, and whether it has figures: nothing else of any letter is read."""

import sqlite3

from db.councils.coverage import CoverageLetter
from db.figures.series import YEARS
from db.store.council_digest import is_council_whole
from db.store.council_rows import COUNCIL_COLUMNS, read_council
from db.store.damaged_letter import mark_damaged
from db.store.digest import DIGEST_COLUMNS, HEADING_COLUMNS, HEADING_TABLES, is_whole
from db.store.letter_parts import LetterParts

_COUNCILS = f"""
    SELECT id, {COUNCIL_COLUMNS}, digest FROM council LEFT JOIN council_digest ON council_digest.council_id = id
"""

# Those that name whose they are and of which year, one a council and year.
_LETTERS = f"""
    SELECT {HEADING_COLUMNS}, {DIGEST_COLUMNS}, letter.council_id FROM {HEADING_TABLES}
    WHERE identified = 1 AND shown = 1 AND letter.year BETWEEN ? AND ?
"""


def read_coverage(connection: sqlite3.Connection) -> tuple[CoverageLetter, ...]:
    """The shown letter of each council and year, in no order.

    A letter whose council and year are not as they were written is none of them: of which it is, is not known.
    """
    councils = {
        row["id"]: read_council(row) if is_council_whole(row) else mark_damaged(row["council"])
        for row in connection.execute(_COUNCILS)
    }
    parts = LetterParts(connection, ())  # none is asked for
    return tuple(
        CoverageLetter(
            letter_id=row["id"],
            council_id=row["council_id"],
            council=councils[row["council_id"]],
            year=row["year"],
            has_figures=row["figures"] > 0,
        )
        for row in connection.execute(_LETTERS, (YEARS[0], YEARS[-1]))
        if is_whole(row, parts, ())
    )
