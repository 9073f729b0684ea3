"""The id of a row that was put in: asked of the cursor, as RETURNING makes a table for its answer each time."""

import sqlite3


def get_new_id(inserted: sqlite3.Cursor) -> int:
    """The id of the row that a statement has just put in."""
    if inserted.lastrowid is None:
        raise sqlite3.DataError("no row was put in")
    return inserted.lastrowid
