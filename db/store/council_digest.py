"""Digests of councils: a row that is not as it was written is known by it."""

import sqlite3

from db.store.digest_rows import digest_rows

_COLUMNS = "name, type, region, gss_code, county, established_on, abolished_on, successors, in_register"
_NAMES = ("council", *_COLUMNS.split(", ")[1:])


def seal_council(connection: sqlite3.Connection, council_id: int) -> None:
    """Digests a council's row as it stands now, right after it was written."""
    row = connection.execute(f"SELECT {_COLUMNS} FROM council WHERE id = ?", (council_id,)).fetchone()
    connection.execute("INSERT OR REPLACE INTO council_digest VALUES (?, ?)", (council_id, digest_rows([row])))


def is_council_whole(row: sqlite3.Row) -> bool:
    """Whether a council's row is as it was written; with the columns of `read_council`, and its `digest`."""
    return bool(row["digest"] == digest_rows([[row[name] for name in _NAMES]]))


def find_damaged_councils(connection: sqlite3.Connection) -> list[str]:
    """The names of the councils whose row is not as it was written, as they are now."""
    question = "SELECT council.*, name AS council, digest FROM council LEFT JOIN council_digest ON council_id = id"
    return [str(row["name"]) for row in connection.execute(question) if not is_council_whole(row)]
