"""Which letters of one council and year print figures that differ, asked of their rows alone."""

import json
import sqlite3
from collections.abc import Sequence

# What `conflicts` compares: the printed figures of a measure, and the cells of a table.
_DIFFERING = """
    WITH same AS MATERIALIZED (
        SELECT id, council_id, year FROM letter WHERE id IN (SELECT value FROM json_each(?))
    )
    SELECT id FROM same WHERE (council_id, year) IN (
        SELECT council_id, year FROM same JOIN measure ON letter_id = id
        GROUP BY council_id, year, name
        HAVING min(rate) <> max(rate) OR min(average) <> max(average)
            OR min(count) <> max(count) OR min(base) <> max(base)
        UNION
        SELECT council_id, year FROM same
        JOIN letter_table ON letter_table.letter_id = id
        JOIN cell ON cell.letter_id = id AND letter_table = letter_table.position
        GROUP BY council_id, year, letter_table.name, key, is_total HAVING min(value) <> max(value)
    )
"""


def find_differing(connection: sqlite3.Connection, letter_ids: Sequence[int]) -> list[int]:
    """Those of these letters among which, of one council and year, there may be a conflict; with each all of its year.

    All others print the same, so that they need not be read, which takes a thousand times longer. Whether there is one
    the letters themselves tell: rows may be damaged, or say twice what is then no letter's counterpart.
    """
    return [row["id"] for row in connection.execute(_DIFFERING, (json.dumps(list(letter_ids)),))]
