"""Of which council and year there is a letter, and whether it has figures: nothing else of any letter is read."""

import sqlite3

from db.councils.coverage import CoverageLetter
from db.figures.series import YEARS
from db.store.council_rows import COUNCIL_COLUMNS, read_council

_COUNCILS = f"SELECT id, {COUNCIL_COLUMNS} FROM council"

# Those that name whose they are and of which year, one a council and year.
_LETTERS = """
    SELECT id, council_id, year, figures > 0 AS has_figures FROM letter WHERE identified = 1 AND shown = 1
    AND year BETWEEN ? AND ?
"""


def read_coverage(connection: sqlite3.Connection) -> tuple[CoverageLetter, ...]:
    """The shown letter of each council and year, in no order."""
    councils = {row["id"]: read_council(row) for row in connection.execute(_COUNCILS)}
    return tuple(
        CoverageLetter(
            letter_id=row["id"],
            council_id=row["council_id"],
            council=councils[row["council_id"]],
            year=row["year"],
            has_figures=bool(row["has_figures"]),
        )
        for row in connection.execute(_LETTERS, (YEARS[0], YEARS[-1]))
    )
