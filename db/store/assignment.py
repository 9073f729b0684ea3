"""Where a letter stands: whose it is and of which year, as set by hand or else as read; which of a year is shown."""

import json
import sqlite3
from collections.abc import Iterable
from datetime import date

from db.councils.register import Register
from db.model import Council

Years = set[tuple[int, int]]
"""Pairs of council id and year, whose letters' `shown` is to be chosen anew."""

_STANDING = """
    SELECT council_id, letter.year, placed, read_council_id, read_year, council_as_written,
        by_hand.council, by_hand.year
    FROM letter
    LEFT JOIN by_hand ON by_hand.file_id = letter.file_id AND by_hand.position = letter.position
    WHERE id = ?
"""


def assign(connection: sqlite3.Connection, letter_id: int) -> Years:
    """Gives a letter the council and year that count for it now; the years in which `choose_shown` must follow."""
    old_council, old_year, was_placed, council, year, as_written, hand_council, hand_year = connection.execute(
        _STANDING, (letter_id,)
    ).fetchone()
    if hand_council is not None:
        council = _id_of(connection, hand_council)
    if hand_year is not None:
        year = hand_year
    in_register = connection.execute("SELECT in_register FROM council WHERE id = ?", (council,)).fetchone()[0]
    placed = is_identified(year, bool(in_register), as_written)
    connection.execute(
        "UPDATE letter SET council_id = ?, year = ?, placed = ?, shown = ? WHERE id = ?",
        (council, year, int(placed), int(not placed), letter_id),
    )
    return ({(old_council, old_year)} if was_placed else set()) | ({(council, year)} if placed else set())


def is_identified(year: int | None, in_register: bool, as_written: str | None) -> bool:
    """Whether it is known whose letter it is and of which year: only such can be two of one year."""
    return year is not None and (in_register or as_written is not None)


def choose_shown(connection: sqlite3.Connection, years: Iterable[tuple[int, int]]) -> None:
    """Shows the fullest letter of each (council id, year): most figures, then the longer, then imported first.

    So a whole letter goes before an abridged one with the same figures. A letter of no known year, or to nobody
    known, is not one of two, so each of these is shown.
    """
    touched = list(years)
    connection.executemany(
        "UPDATE letter SET shown = 0 WHERE council_id = ? AND year = ? AND placed = 1 AND shown = 1",
        touched,
    )
    connection.executemany(
        "UPDATE letter SET shown = 1 WHERE id = ("
        " SELECT id FROM letter JOIN letter_text ON letter_id = id WHERE council_id = ? AND year = ? AND placed = 1"
        " ORDER BY figures DESC, length(text) DESC, id LIMIT 1)",
        touched,
    )


def council_id(connection: sqlite3.Connection, council: Council) -> int:
    """The id of the council of that name. What the register says now replaces what was known before."""
    values = (
        council.type.value,
        council.region,
        council.gss_code,
        council.county,
        _day(council.established_on),
        _day(council.abolished_on),
        json.dumps(council.successors),
        int(council.in_register),
    )
    known = connection.execute(
        "SELECT id, type, region, gss_code, county, established_on, abolished_on, successors, in_register"
        " FROM council WHERE name = ?",
        (council.name,),
    ).fetchone()
    if known is None:
        return int(
            connection.execute(
                "INSERT INTO council (type, region, gss_code, county, established_on, abolished_on,"
                " successors, in_register, name) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING id",
                (*values, council.name),
            ).fetchone()[0]
        )
    if known[1:] != values and (council.in_register or not known[-1]):
        connection.execute(
            "UPDATE council SET type = ?, region = ?, gss_code = ?, county = ?, established_on = ?,"
            " abolished_on = ?, successors = ?, in_register = ? WHERE id = ?",
            (*values, known[0]),
        )
    return int(known[0])


def drop_unused_councils(connection: sqlite3.Connection) -> None:
    """Takes out the councils that no letter is to, neither by hand nor as read."""
    connection.execute(
        "DELETE FROM council WHERE NOT EXISTS (SELECT 1 FROM letter WHERE council_id = council.id)"
        " AND NOT EXISTS (SELECT 1 FROM letter WHERE read_council_id = council.id)"
    )


def _id_of(connection: sqlite3.Connection, name: str) -> int:
    """The id of a council set by hand; one that has left the register since is still known from its letter."""
    council = Register.load().by_name(name)
    if council is not None:
        return council_id(connection, council)
    known: int = connection.execute("SELECT id FROM council WHERE name = ?", (name,)).fetchone()[0]
    return known


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None
