"""What a person should look at in a library: damage first, then what was not wholly understood, then gaps."""

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby

from db.disagreements import with_disagreements
from db.rows import read_letters


class FindingKind(StrEnum):
    """What kind of thing was found, worst first."""

    DAMAGE = "damage"
    NO_COUNCIL = "no_council"
    NO_YEAR = "no_year"
    DISAGREEMENT = "disagreement"
    WARNING = "warning"
    NO_FIGURES = "no_figures"
    SECOND_LETTER = "second_letter"
    GAP = "gap"
    UNCHECKED = "unchecked"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing for a person's eye: `message` is a sentence; the rest says where, if that is one place.

    `source` is the name of the letter's file.
    """

    kind: FindingKind
    message: str
    council: str | None = None
    year: int | None = None
    letter_id: int | None = None
    source: str | None = None


_NO_COUNCIL = """
    SELECT council.name, year, letter.id, file.name FROM letter
    JOIN council ON council.id = council_id JOIN file ON file.id = file_id WHERE in_register = 0
"""
_NO_YEAR = """
    SELECT council.name, year, letter.id, file.name FROM letter
    JOIN council ON council.id = council_id JOIN file ON file.id = file_id WHERE year IS NULL
"""
_NO_FIGURES = """
    SELECT council.name, year, letter.id, file.name FROM letter
    JOIN council ON council.id = council_id JOIN file ON file.id = file_id WHERE figures = 0
"""
_SECOND = """
    SELECT council.name, year, letter.id, file.name FROM letter
    JOIN council ON council.id = council_id JOIN file ON file.id = file_id WHERE shown = 0
"""
_WARNINGS = """
    SELECT council.name, year, letter.id, file.name, message FROM letter
    JOIN council ON council.id = council_id JOIN file ON file.id = file_id
    JOIN warning ON warning.letter_id = letter.id ORDER BY warning.position
"""
_TWICE = """
    SELECT id FROM letter
    WHERE (council_id, year) IN (SELECT council_id, year FROM letter WHERE shown = 0)
"""
_YEARS = """
    SELECT DISTINCT name, year FROM letter JOIN council ON council.id = council_id
    WHERE placed = 1 ORDER BY name, year
"""

_QUESTIONS = (
    (
        FindingKind.NO_COUNCIL,
        _NO_COUNCIL,
        "This council is not in the register: see how the letter names it.",
    ),
    (FindingKind.NO_YEAR, _NO_YEAR, "The year of this letter is not known, so it is compared with none."),
    (FindingKind.NO_FIGURES, _NO_FIGURES, "No figure was found in this letter: see whether it prints any."),
    (
        FindingKind.SECOND_LETTER,
        _SECOND,
        "Another letter of this council and year is shown in its place, as no less full.",
    ),
)


def check_library(connection: sqlite3.Connection) -> tuple[Finding, ...]:
    """Everything that needs a person's eye, worst first; of a file too damaged to ask, the damage alone."""
    order = list(FindingKind)
    try:
        findings = [
            *_damage(connection),
            *_letters(connection),
            *_disagreements(connection),
            *_gaps(connection),
        ]
    except sqlite3.DatabaseError as error:
        if error.sqlite_errorcode & 0xFF not in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB):
            raise
        return (_damaged(str(error)),)
    return tuple(
        sorted(
            findings,
            key=lambda one: (order.index(one.kind), one.council or "", one.year or 0, one.letter_id or 0),
        )
    )


def _damaged(what: str) -> Finding:
    advice = "put back a copy of the library, or import its letters into a new one"
    return Finding(FindingKind.DAMAGE, f"The library is damaged ({what}): {advice}.")


def _damage(connection: sqlite3.Connection) -> Iterator[Finding]:
    for (message,) in connection.execute("PRAGMA integrity_check"):
        if message != "ok":
            yield _damaged(str(message))
    for table, *_ in connection.execute("PRAGMA foreign_key_check"):
        yield _damaged(f"a row of “{table}” belongs to nothing")
    try:
        # The 1 has the words of every letter compared with the index.
        connection.execute("INSERT INTO letter_fts (letter_fts, rank) VALUES ('integrity-check', 1)")
    except sqlite3.DatabaseError as error:
        code = error.sqlite_errorcode & 0xFF
        if code == sqlite3.SQLITE_CORRUPT:
            yield _damaged("the index of its words does not fit the letters, so searches may miss some")
        elif code == sqlite3.SQLITE_READONLY:
            message = "The index of the letters' words was not checked, as the library is write-protected."
            yield Finding(FindingKind.UNCHECKED, message)
        else:
            raise


def _letters(connection: sqlite3.Connection) -> Iterator[Finding]:
    for kind, question, sentence in _QUESTIONS:
        for council, year, letter_id, source in connection.execute(question):
            yield Finding(kind, sentence, council, year, letter_id, source)
    for council, year, letter_id, source, message in connection.execute(_WARNINGS):
        yield Finding(FindingKind.WARNING, message, council, year, letter_id, source)


def _disagreements(connection: sqlite3.Connection) -> Iterator[Finding]:
    letters = read_letters(connection, [row[0] for row in connection.execute(_TWICE)])
    for before, after in zip(letters, with_disagreements(letters), strict=True):
        council, year = after.letter.council.name, after.letter.year
        for doubt in after.letter.warnings[len(before.letter.warnings) :]:
            yield Finding(FindingKind.DISAGREEMENT, doubt.message, council, year, after.id, after.source.name)


def _gaps(connection: sqlite3.Connection) -> Iterator[Finding]:
    for council, rows in groupby(connection.execute(_YEARS), key=lambda row: row[0]):
        years = [year for _, year in rows]
        missing = [str(year) for year in range(years[0], years[-1]) if year not in years]
        if missing:
            message = f"Between its first and last letter here there is none for {_listed(missing)}."
            yield Finding(FindingKind.GAP, message, council)


def _listed(words: list[str]) -> str:
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} and {words[-1]}"
