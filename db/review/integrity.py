"""What a person should look at in a library: damage first, then what was not wholly understood, then gaps."""

import sqlite3
from collections.abc import Iterable, Iterator
from itertools import groupby

from db.figures.series import find_missing_years
from db.model import Doubt, DoubtCode
from db.review.damage import find_damage, make_damage
from db.review.findings import ORDER, Finding, FindingKind, find_in_letters
from db.store.sqlite_errors import get_primary_code, tells_damage

_SECOND = """
    SELECT council.name AS council, year, letter.id, file.name AS file FROM letter
    JOIN council ON council.id = council_id JOIN file ON file.id = file_id WHERE shown = 0
"""
_YEARS = """
    SELECT DISTINCT name AS council, year FROM letter JOIN council ON council.id = council_id
    WHERE identified = 1 ORDER BY council, year
"""


def check_library(connection: sqlite3.Connection, of_index: Iterable[Finding]) -> tuple[Finding, ...]:
    """Everything that needs a person's eye, worst first; of a file too damaged to ask, the damage alone.

    To be called inside a transaction, so that all of it is of one moment. `of_index` is what `check_index` found.
    """
    damage = [*find_damage(connection), *of_index]
    findings = list(damage)
    known = {finding.letter_id for finding in damage} - {None}
    for search in (find_in_letters, _find_second_letters, _find_gaps):
        try:
            # Of a letter that is damaged nothing more is said.
            findings += [one for one in search(connection) if one.letter_id not in known]
        except sqlite3.DatabaseError as error:
            if not tells_damage(error):
                raise
            findings.append(make_damage(DoubtCode.LIBRARY_DAMAGED, detail=str(error)))
        except (ValueError, TypeError, LookupError, AttributeError):
            if not damage:  # a fault of ours, then
                raise
    return tuple(
        sorted(
            dict.fromkeys(findings),
            key=lambda one: (ORDER[one.kind], str(one.council or ""), str(one.year or ""), one.letter_id or 0),
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
        if code in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_ERROR):  # ERROR: it is not there
            return (make_damage(DoubtCode.INDEX_DAMAGED),)
        if code == sqlite3.SQLITE_READONLY:
            return (Finding(kind=FindingKind.UNCHECKED, doubt=Doubt.of(DoubtCode.INDEX_UNCHECKED)),)
        raise
    return ()


def _find_second_letters(connection: sqlite3.Connection) -> Iterator[Finding]:
    for row in connection.execute(_SECOND):
        yield Finding(
            kind=FindingKind.SECOND_LETTER,
            doubt=Doubt.of(DoubtCode.SECOND_LETTER),
            council=row["council"],
            year=row["year"],
            letter_id=row["id"],
            source=row["file"],
        )


def _find_gaps(connection: sqlite3.Connection) -> Iterator[Finding]:
    for council, rows in groupby(connection.execute(_YEARS), key=lambda row: row["council"]):
        missing = find_missing_years(row["year"] for row in rows)
        if missing:
            doubt = Doubt.of(DoubtCode.YEARS_MISSING, years=" ".join(map(str, missing)))
            yield Finding(kind=FindingKind.GAP, doubt=doubt, council=council)
