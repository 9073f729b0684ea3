"""What a person should look at in a library: damage first, then what was not wholly understood, then gaps."""

import sqlite3
from collections.abc import Iterable, Iterator
from itertools import groupby

from db.figures.significance import missing_years
from db.review.findings import ORDER, Finding, FindingKind, letter_findings
from db.store.sqlite_errors import get_primary_code

_SECOND = """
    SELECT council.name, year, letter.id, file.name FROM letter
    JOIN council ON council.id = council_id JOIN file ON file.id = file_id WHERE shown = 0
"""
_YEARS = """
    SELECT DISTINCT name, year FROM letter JOIN council ON council.id = council_id
    WHERE placed = 1 ORDER BY name, year
"""
_IN_ITS_PLACE = "Another letter of this council and year is shown in its place, as no less full."


def check_library(connection: sqlite3.Connection, of_index: Iterable[Finding]) -> tuple[Finding, ...]:
    """Everything that needs a person's eye, worst first; of a file too damaged to ask, the damage alone.

    To be called inside a transaction, so that all of it is of one moment. `of_index` is what `check_index` found.
    """
    try:
        findings = [
            *_damage(connection),
            *of_index,
            *letter_findings(connection),
            *_second_letters(connection),
            *_gaps(connection),
        ]
    except sqlite3.DatabaseError as error:
        if get_primary_code(error) not in (
            0,
            sqlite3.SQLITE_CORRUPT,
            sqlite3.SQLITE_NOTADB,
        ):  # 0: words that are no text
            raise
        return (_damaged(str(error)),)
    return tuple(
        sorted(
            findings,
            key=lambda one: (ORDER[one.kind], one.council or "", one.year or 0, one.letter_id or 0),
        )
    )


def check_index(connection: sqlite3.Connection) -> tuple[Finding, ...]:
    """Whether the index of the letters' words fits them, or why that could not be checked.

    To be called outside a transaction: to SQLite this check is a change, so it must hold the right to make one.

    Raises:
        sqlite3.Error: it could not be asked, as when another program is changing it and does not finish in time.
    """
    try:
        # The 1 has the words of every letter compared with the index.
        connection.execute("INSERT INTO letter_fts (letter_fts, rank) VALUES ('integrity-check', 1)")
    except sqlite3.DatabaseError as error:
        code = get_primary_code(error)
        if code in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB):
            return (_damaged("the index of its words does not fit the letters, so searches may miss some"),)
        if code == sqlite3.SQLITE_READONLY:
            message = "The index of the letters' words was not checked, as the library is write-protected."
            return (Finding(FindingKind.UNCHECKED, message),)
        raise
    return ()


def _damaged(what: str) -> Finding:
    advice = "put back a copy of the library, or import its letters into a new one"
    return Finding(FindingKind.DAMAGE, f"The library is damaged ({what}): {advice}.")


def _damage(connection: sqlite3.Connection) -> Iterator[Finding]:
    for (message,) in connection.execute("PRAGMA integrity_check"):
        if message != "ok":
            yield _damaged(str(message))
    for table, *_ in connection.execute("PRAGMA foreign_key_check"):
        yield _damaged(f"a row of “{table}” belongs to nothing")


def _second_letters(connection: sqlite3.Connection) -> Iterator[Finding]:
    for council, year, letter_id, source in connection.execute(_SECOND):
        yield Finding(FindingKind.SECOND_LETTER, _IN_ITS_PLACE, council, year, letter_id, source)


def _gaps(connection: sqlite3.Connection) -> Iterator[Finding]:
    for council, rows in groupby(connection.execute(_YEARS), key=lambda row: row[0]):
        missing = [str(year) for year in missing_years(year for _, year in rows)]
        if missing:
            message = f"Between its first and last letter here there is none for {_listed(missing)}."
            yield Finding(FindingKind.GAP, message, council)


def _listed(words: list[str]) -> str:
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} and {words[-1]}"
