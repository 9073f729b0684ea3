"""What a person settles about a letter: its council, its year, or that it has been looked at."""

import json
import sqlite3
from datetime import UTC, date, datetime

from db.councils.register import Register
from db.errors import CouncilUnknown, LetterGone, YearImpossible
from db.model import Council
from db.review.findings import reasons_of
from db.store.assignment import assign, choose_shown, drop_unused_councils
from db.store.batch import writing
from db.text.clean import one_line

FIRST_YEAR = 1974
"""The first year there can be a letter of: the councils and their Ombudsman were made in it."""


def set_by_hand(connection: sqlite3.Connection, letter_id: int, council: Council | None, year: int | None) -> None:
    """Sets a letter's council and year, in place of whatever was set before; None leaves it as read.

    Raises:
        LetterGone: there is no such letter.
        CouncilUnknown: the council is not the register's.
        YearImpossible: no letter can be of that year.
    """
    if council is not None and Register.load().by_name(council.name) is None:
        raise CouncilUnknown(f"{one_line(council.name)} is not in the register of councils: choose one that is.")
    last = date.today().year + 1
    if year is not None and not FIRST_YEAR <= year <= last:
        raise YearImpossible(f"There is no letter of {year}: choose a year from {FIRST_YEAR} to {last}.")
    with writing(connection):
        where = _where(connection, letter_id)
        if council is None and year is None:
            connection.execute("DELETE FROM by_hand WHERE file_id = ? AND position = ?", where)
        else:
            connection.execute(
                "INSERT OR REPLACE INTO by_hand (file_id, position, council, year, set_at) VALUES (?, ?, ?, ?, ?)",
                (*where, council.name if council else None, year, _now()),
            )
        choose_shown(connection, assign(connection, letter_id))
        drop_unused_councils(connection)


def dismiss(connection: sqlite3.Connection, letter_id: int) -> None:
    """Marks what needs a look in a letter as seen.

    Raises:
        LetterGone: there is no such letter.
    """
    with writing(connection):
        where = _where(connection, letter_id)
        connection.execute(
            "INSERT OR REPLACE INTO seen (file_id, position, reasons, seen_at) VALUES (?, ?, ?, ?)",
            (*where, json.dumps(reasons_of(connection, letter_id)), _now()),
        )


def restore(connection: sqlite3.Connection, letter_id: int) -> None:
    """Takes back that a letter has been seen.

    Raises:
        LetterGone: there is no such letter.
    """
    with writing(connection):
        connection.execute("DELETE FROM seen WHERE file_id = ? AND position = ?", _where(connection, letter_id))


def _where(connection: sqlite3.Connection, letter_id: int) -> tuple[int, int]:
    """The letter's file and its position in it."""
    row = connection.execute("SELECT file_id, position FROM letter WHERE id = ?", (letter_id,)).fetchone()
    if row is None:
        raise LetterGone
    return row[0], row[1]


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
