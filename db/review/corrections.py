"""What a person settles about a letter: its council, its year, or that it has been looked at."""

import sqlite3

from db.councils.register import Register
from db.errors import CouncilUnknown, LetterDamaged, LetterGone, YearImpossible
from db.figures.series import list_possible_years
from db.model import Council
from db.review.dismissals import clear_dismissals, save_dismissals
from db.review.findings import find_reasons
from db.store.assignment import assign, choose_shown
from db.store.council_rows import drop_unused_councils
from db.store.digest import has_whole_heading, seal_heading
from db.store.timestamp import stamp_time
from db.store.transaction import open_transaction
from db.text.clean import one_line

_SET = """
    INSERT OR REPLACE INTO correction (file_id, position, council, year, set_at)
    VALUES (:file_id, :position, :council, :year, :set_at)
"""


def correct(connection: sqlite3.Connection, letter_id: int, council: Council | None, year: int | None) -> None:
    """Sets a letter's council and year, in place of whatever was set before; None leaves it as read.

    Raises:
        LetterGone: there is no such letter.
        LetterDamaged: what is known of it is not as it was written.
        CouncilUnknown: the council is not the register's.
        YearImpossible: no letter can be of that year.
    """
    if council is not None and Register.load().by_name(council.name) is None:
        raise CouncilUnknown(f"{one_line(council.name)} is not in the register of councils: choose one that is.")
    years = list_possible_years()
    if year is not None and year not in years:
        raise YearImpossible(f"There is no letter of {year}: choose a year from {years[0]} to {years[-1]}.")
    with open_transaction(connection):
        file_id, position = _find_position(connection, letter_id)
        if not has_whole_heading(connection, letter_id):
            raise LetterDamaged
        if council is None and year is None:
            connection.execute("DELETE FROM correction WHERE file_id = ? AND position = ?", (file_id, position))
        else:
            values = {"file_id": file_id, "position": position, "year": year, "set_at": stamp_time()}
            connection.execute(_SET, {**values, "council": council.name if council else None})
        choose_shown(connection, assign(connection, letter_id))
        seal_heading(connection, letter_id)
        drop_unused_councils(connection)


def dismiss(connection: sqlite3.Connection, letter_id: int) -> None:
    """Notes that everything for which a letter needs a look is fine.

    Raises:
        LetterGone: there is no such letter.
    """
    with open_transaction(connection):
        file_id, position = _find_position(connection, letter_id)
        save_dismissals(connection, file_id, position, find_reasons(connection, letter_id))


def restore(connection: sqlite3.Connection, letter_id: int) -> None:
    """Takes back that a letter was dismissed.

    Raises:
        LetterGone: there is no such letter.
    """
    with open_transaction(connection):
        clear_dismissals(connection, *_find_position(connection, letter_id))


def _find_position(connection: sqlite3.Connection, letter_id: int) -> tuple[int, int]:
    """The letter's file and its position in it."""
    row = connection.execute("SELECT file_id, position FROM letter WHERE id = ?", (letter_id,)).fetchone()
    if row is None:
        raise LetterGone
    return row["file_id"], row["position"]
