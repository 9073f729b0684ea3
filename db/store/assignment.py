"""Which council and year a letter is assigned to: as corrected, or else as read; and which of a year is shown."""

import sqlite3
from collections.abc import Iterable, Sequence

from db.councils.register import Register
from db.store.council_rows import find_council_id, save_council

Years = set[tuple[int, int]]
"""Pairs of council id and year, whose letters' `shown` is to be chosen anew."""

_ASSIGNED = """
    SELECT council_id, letter.year, identified, read_council_id, read_year, council_as_written,
        correction.council AS corrected_council, correction.year AS corrected_year
    FROM letter
    LEFT JOIN correction ON correction.file_id = letter.file_id AND correction.position = letter.position
    WHERE id = ?
"""
_AMISS = """
    SELECT council_id, year FROM letter WHERE identified = 1 {} GROUP BY council_id, year HAVING sum(shown) <> 1
"""
_SHOW_ALONE = """
    UPDATE letter SET shown = 1 WHERE id >= ? AND identified = 1 AND NOT EXISTS (
        SELECT 1 FROM letter AS other WHERE other.council_id = letter.council_id AND other.year = letter.year
        AND other.identified = 1 AND other.id <> letter.id
    )
"""
_NOT_ALONE = "SELECT DISTINCT council_id, year FROM letter WHERE id >= ? AND identified = 1 AND shown = 0"


def assign(connection: sqlite3.Connection, letter_id: int) -> Years:
    """Gives a letter the council and year that count for it now; the years in which `choose_shown` must follow."""
    row = connection.execute(_ASSIGNED, (letter_id,)).fetchone()
    year = row["read_year"] if row["corrected_year"] is None else row["corrected_year"]
    name = row["corrected_council"]
    council = row["read_council_id"] if name is None else _save_corrected(connection, name)
    in_register = connection.execute("SELECT in_register FROM council WHERE id = ?", (council,)).fetchone()
    identified = is_identified(year, bool(in_register["in_register"]), row["council_as_written"])
    connection.execute(
        "UPDATE letter SET council_id = ?, year = ?, identified = ?, shown = ? WHERE id = ?",
        (council, year, int(identified), int(not identified), letter_id),
    )
    before = {(row["council_id"], row["year"])} if row["identified"] else set()
    return before | ({(council, year)} if identified else set())


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
        "UPDATE letter SET shown = 0 WHERE council_id = ? AND year = ? AND identified = 1 AND shown = 1",
        touched,
    )
    connection.executemany(
        "UPDATE letter SET shown = 1 WHERE id = ("
        " SELECT id FROM letter JOIN letter_text ON letter_id = id WHERE council_id = ? AND year = ? AND identified = 1"
        " ORDER BY figures DESC, length(text) DESC, id LIMIT 1)",
        touched,
    )


def show_new(connection: sqlite3.Connection, first: int) -> None:
    """Has the right letter shown in the year of each letter from id `first` on, none of which is shown yet.

    Most are alone in theirs: those need no comparing.
    """
    connection.execute(_SHOW_ALONE, (first,))
    choose_shown(connection, [(row["council_id"], row["year"]) for row in connection.execute(_NOT_ALONE, (first,))])


def find_shown_amiss(connection: sqlite3.Connection, years: Sequence[int] | None = None) -> list[tuple[int, int]]:
    """The (council id, year) of whose letters none or several are marked as shown; of all years, or of these."""
    condition, values = ("", ()) if years is None else (f"AND year IN ({', '.join('?' * len(years))})", tuple(years))
    return [(row["council_id"], row["year"]) for row in connection.execute(_AMISS.format(condition), values)]


def _save_corrected(connection: sqlite3.Connection, name: str) -> int:
    """The id of a council that a person set; one that has left the register since is still known from its letter."""
    council = Register.load().by_name(name)
    if council is not None:
        return save_council(connection, council)
    known = find_council_id(connection, name)
    if known is None:
        raise sqlite3.IntegrityError(f"no council is called {name}")
    return known
