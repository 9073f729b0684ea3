"""Schema 3: doubts by code, corrections and dismissals under those names, and no list of values in the schema.

Sentences were stored until here, and a person's dismissals went by them. What a sentence said is kept as it was worded,
under a code of its own, until the file is read again; its dismissal goes on by what it was about and where it stood.
"""

import json
import re
import sqlite3
from collections.abc import Iterator

from sqlite_utils import Database

_REBUILT = {
    "council": (
        """
        CREATE TABLE council (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            name TEXT NOT NULL UNIQUE,
            type TEXT NOT NULL,
            region TEXT,
            gss_code TEXT,
            county TEXT,
            established_on TEXT CHECK (established_on IS date(established_on)),
            abolished_on TEXT CHECK (abolished_on IS date(abolished_on)),
            successors TEXT NOT NULL DEFAULT '[]',
            in_register INTEGER NOT NULL CHECK (in_register IN (0, 1))
        ) STRICT
    """,
        "SELECT * FROM old_council",
    ),
    "letter": (
        """
        CREATE TABLE letter (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            file_id INTEGER NOT NULL REFERENCES file (id) ON DELETE CASCADE,
            position INTEGER NOT NULL CHECK (position >= 0),
            council_id INTEGER NOT NULL REFERENCES council (id) ON DELETE CASCADE,
            year INTEGER,
            read_council_id INTEGER NOT NULL REFERENCES council (id),
            read_year INTEGER,
            kind TEXT NOT NULL,
            council_as_written TEXT,
            dated TEXT CHECK (dated IS date(dated)),
            period_start TEXT CHECK (period_start IS date(period_start)),
            period_end TEXT CHECK (period_end IS date(period_end)),
            addressee TEXT,
            role TEXT,
            figures INTEGER NOT NULL CHECK (figures >= 0),
            identified INTEGER NOT NULL CHECK (identified IN (0, 1)),
            shown INTEGER NOT NULL CHECK (shown IN (0, 1)),
            UNIQUE (file_id, position),
            CHECK ((period_start IS NULL) = (period_end IS NULL)),
            CHECK (identified = 0 OR year IS NOT NULL),
            CHECK (identified = 1 OR shown = 1)
        ) STRICT
    """,
        """
        SELECT id, file_id, position, council_id, year, read_council_id, read_year, kind, council_as_written,
            dated, period_start, period_end, addressee, role, figures, placed, shown
        FROM old_letter
        """,
    ),
    "measure": (
        """
        CREATE TABLE measure (
            letter_id INTEGER NOT NULL REFERENCES letter (id) ON DELETE CASCADE,
            name TEXT NOT NULL,
            position INTEGER NOT NULL,
            state TEXT NOT NULL,
            rate ANY CHECK (typeof(rate) IN ('integer', 'real', 'null')),
            average ANY CHECK (typeof(average) IN ('integer', 'real', 'null')),
            count INTEGER,
            base INTEGER,
            base_of TEXT,
            denominator INTEGER,
            derived TEXT NOT NULL CHECK (json_valid(derived)),
            PRIMARY KEY (letter_id, name)
        ) STRICT, WITHOUT ROWID
    """,
        """
        SELECT letter_id, name, position, state, rate, average, count, base, base_of, denominator, '[]'
        FROM old_measure
        """,
    ),
    "letter_table": (
        """
        CREATE TABLE letter_table (
            letter_id INTEGER NOT NULL REFERENCES letter (id) ON DELETE CASCADE,
            position INTEGER NOT NULL,
            name TEXT NOT NULL,
            PRIMARY KEY (letter_id, position)
        ) STRICT, WITHOUT ROWID
    """,
        "SELECT * FROM old_letter_table",
    ),
    "remark": (
        """
        CREATE TABLE remark (
            letter_id INTEGER NOT NULL REFERENCES letter (id) ON DELETE CASCADE,
            position INTEGER NOT NULL,
            kind TEXT NOT NULL,
            start INTEGER NOT NULL CHECK (start >= 0),
            "end" INTEGER NOT NULL CHECK ("end" >= start),
            PRIMARY KEY (letter_id, position)
        ) STRICT, WITHOUT ROWID
    """,
        "SELECT * FROM old_remark",
    ),
}
"""The tables that lose their lists of values, or change their columns: how they are now, and how they are filled."""

_MADE = (
    "CREATE INDEX letter_of_council ON letter (council_id, year)",
    "CREATE INDEX letter_of_year ON letter (year)",
    "CREATE INDEX letter_read_of ON letter (read_council_id)",
    "CREATE INDEX unidentified ON letter (council_id, year) WHERE identified = 0",
    "CREATE UNIQUE INDEX one_shown ON letter (council_id, year) WHERE identified = 1 AND shown = 1",
    """
    CREATE TABLE doubt (
        letter_id INTEGER NOT NULL REFERENCES letter (id) ON DELETE CASCADE,
        position INTEGER NOT NULL,
        code TEXT NOT NULL,
        about TEXT,
        parameters TEXT NOT NULL CHECK (json_valid(parameters)),
        PRIMARY KEY (letter_id, position)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE doubt_quote (
        letter_id INTEGER NOT NULL,
        doubt INTEGER NOT NULL,
        position INTEGER NOT NULL,
        start INTEGER NOT NULL CHECK (start >= 0),
        "end" INTEGER NOT NULL CHECK ("end" >= start),
        PRIMARY KEY (letter_id, doubt, position),
        FOREIGN KEY (letter_id, doubt) REFERENCES doubt (letter_id, position) ON DELETE CASCADE
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE correction (
        file_id INTEGER NOT NULL,
        position INTEGER NOT NULL,
        council TEXT,
        year INTEGER,
        set_at TEXT NOT NULL,
        what TEXT AS (
            CASE WHEN year IS NULL THEN 'council' WHEN council IS NULL THEN 'year' ELSE 'council and year' END
        ),
        PRIMARY KEY (file_id, position),
        FOREIGN KEY (file_id, position) REFERENCES letter (file_id, position) ON DELETE CASCADE ON UPDATE CASCADE,
        CHECK (council IS NOT NULL OR year IS NOT NULL)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE dismissal (
        id INTEGER PRIMARY KEY,
        file_id INTEGER NOT NULL,
        position INTEGER NOT NULL,
        code TEXT,
        about TEXT,
        start INTEGER,
        "end" INTEGER,
        other TEXT,
        dismissed_at TEXT NOT NULL,
        FOREIGN KEY (file_id, position) REFERENCES letter (file_id, position) ON DELETE CASCADE ON UPDATE CASCADE
    ) STRICT
    """,
    "CREATE INDEX dismissal_of_letter ON dismissal (file_id, position)",
)
"""What is new, or is lost with a table that is rebuilt."""

_MOVED = (
    "INSERT INTO correction (file_id, position, council, year, set_at)"
    " SELECT file_id, position, council, year, set_at FROM by_hand",
    "INSERT INTO doubt (letter_id, position, code, about, parameters)"
    " SELECT letter_id, position, 'as_worded', about, json_object('message', message) FROM warning",
    "INSERT INTO doubt_quote SELECT * FROM warning_quote",
    "DROP TABLE by_hand",
    "DROP TABLE warning_quote",
    "DROP TABLE warning",
)

VIEWS_3 = {
    "letters": """
        SELECT letter.id AS letter_id, council_id, council.name AS council, council.type, council.region,
            council.gss_code, council.in_register, letter.year, kind, shown, correction.what AS set_by_hand,
            read_council.name AS read_council, read_year, council_as_written, dated, period_start, period_end,
            addressee, role, figures, file.name AS file, sha256, media_type, imported_at, letter.position, text
        FROM letter
        JOIN council ON council.id = council_id
        JOIN council AS read_council ON read_council.id = read_council_id
        JOIN file ON file.id = letter.file_id
        JOIN letter_text ON letter_text.letter_id = letter.id
        LEFT JOIN correction ON correction.file_id = letter.file_id AND correction.position = letter.position
    """,
    "measures": """
        SELECT letter_id, council_id, council.name AS council, type, region, gss_code, letter.year, kind, shown,
            correction.what AS set_by_hand, measure.name AS measure, state, rate, average, count, base, base_of,
            denominator, derived
        FROM measure
        JOIN letter ON letter.id = letter_id
        JOIN council ON council.id = council_id
        LEFT JOIN correction ON correction.file_id = letter.file_id AND correction.position = letter.position
    """,
    "counts": """
        SELECT cell.letter_id, council_id, council.name AS council, type, region, gss_code, letter.year, kind, shown,
            correction.what AS set_by_hand, letter_table.name AS "table", key, heading, value, is_total
        FROM cell
        JOIN letter_table ON letter_table.letter_id = cell.letter_id
            AND letter_table.position = cell.letter_table
        JOIN letter ON letter.id = cell.letter_id
        JOIN council ON council.id = council_id
        LEFT JOIN correction ON correction.file_id = letter.file_id AND correction.position = letter.position
    """,
    "doubts": """
        SELECT letter_id, council_id, council.name AS council, type, region, gss_code, letter.year, kind, shown,
            correction.what AS set_by_hand, code, about, parameters
        FROM doubt
        JOIN letter ON letter.id = letter_id
        JOIN council ON council.id = council_id
        LEFT JOIN correction ON correction.file_id = letter.file_id AND correction.position = letter.position
    """,
    "quotes": """
        WITH span (letter_id, about, name, start, "end") AS (
            SELECT letter_id, 'measure', measure, start, "end" FROM measure_quote
            UNION ALL
            SELECT cell.letter_id, letter_table.name, heading, start, "end" FROM cell
            JOIN letter_table ON letter_table.letter_id = cell.letter_id
                AND letter_table.position = cell.letter_table
            WHERE start IS NOT NULL
            UNION ALL
            SELECT letter_id, 'remark', kind, start, "end" FROM remark
            UNION ALL
            SELECT doubt_quote.letter_id, 'doubt', code, start, "end" FROM doubt_quote
            JOIN doubt ON doubt.letter_id = doubt_quote.letter_id AND doubt.position = doubt_quote.doubt
        )
        SELECT span.letter_id, council.name AS council, letter.year, correction.what AS set_by_hand, about,
            span.name, start, "end", substr(text, start + 1, "end" - start) AS words
        FROM span
        JOIN letter ON letter.id = span.letter_id
        JOIN council ON council.id = council_id
        JOIN letter_text ON letter_text.letter_id = span.letter_id
        LEFT JOIN correction ON correction.file_id = letter.file_id AND correction.position = letter.position
    """,
    "councils": """
        SELECT council.id AS council_id, name AS council, type, region, gss_code, county, in_register,
            established_on, abolished_on, successors, count(*) AS letters,
            min(year) AS first_year, max(year) AS last_year
        FROM council
        JOIN letter ON council_id = council.id
        GROUP BY council.id
    """,
}
"""The views, made anew over the new tables."""

_CONSTANT = {
    "This council is not in the register: see how the letter names it.": "not_in_register",
    "The year of this letter is not known, so it is compared with none.": "year_unknown",
    "No figure was found in this letter: see whether it prints any.": "no_figures",
}
"""The sentences that 0.1.0 made of no stored warning, but for that on two letters that disagree."""

_WARNINGS = """
    SELECT message, about, start, "end" FROM warning
    LEFT JOIN warning_quote ON warning_quote.letter_id = warning.letter_id AND warning = warning.position
        AND warning_quote.position = 0
    WHERE warning.letter_id = ?
"""
_MEASURES = "SELECT letter_id, name, base, base_of, denominator FROM measure WHERE denominator IS NOT NULL"
_QUOTES = """
    SELECT substr(text, start + 1, "end" - start) FROM measure_quote
    JOIN letter_text ON letter_text.letter_id = measure_quote.letter_id
    WHERE measure_quote.letter_id = ? AND measure = ?
"""
_CELL = re.compile(r"\d+(?:\.\d+)?\s*%?|-")
"""How the quotes looked of a measure that was read from a table's cells."""


_Row = tuple[object, ...]


def change_schema(db: Database) -> None:
    """Take the step. Foreign keys must not be enforced meanwhile: tables that others refer to are replaced."""
    connection = db.conn
    dismissals = list(_read_dismissals(connection))
    derived = list(_read_derived(connection))
    for view in ("letters", "measures", "counts", "quotes", "councils"):
        connection.execute(f"DROP VIEW {view}")
    connection.execute("PRAGMA legacy_alter_table = ON")  # so that what refers to a table goes on to mean the new one
    for name, (table, content) in _REBUILT.items():
        _rebuild(connection, name, table, content)
    connection.execute("PRAGMA legacy_alter_table = OFF")
    for statement in (*_MADE, *_MOVED):
        connection.execute(statement)
    connection.executemany("UPDATE measure SET derived = ? WHERE letter_id = ? AND name = ?", derived)
    connection.executemany(
        'INSERT INTO dismissal (file_id, position, code, about, start, "end", dismissed_at)'
        " VALUES (?, ?, ?, ?, ?, ?, ?)",
        dismissals,
    )
    connection.execute("DROP TABLE seen")
    for name, query in VIEWS_3.items():
        db.create_view(name, query)


def _rebuild(connection: sqlite3.Connection, name: str, table: str, content: str) -> None:
    """Put a new table in the place of an old one, with its rows and with the ids that it has given so far."""
    connection.execute(f"ALTER TABLE {name} RENAME TO old_{name}")
    connection.execute(table)
    connection.execute(f"INSERT INTO {name} {content}")
    given = connection.execute("SELECT seq FROM sqlite_sequence WHERE name = ?", (f"old_{name}",)).fetchone()
    connection.execute(f"DROP TABLE old_{name}")
    if given is not None:
        connection.execute("DELETE FROM sqlite_sequence WHERE name = ?", (name,))
        connection.execute("INSERT INTO sqlite_sequence (name, seq) VALUES (?, ?)", (name, given[0]))


def _read_dismissals(connection: sqlite3.Connection) -> Iterator[_Row]:
    """The dismissals as schema 3 has them.

    A sentence that is no stored warning's and none of ours was of two letters that disagree.
    """
    seen = connection.execute(
        "SELECT seen.file_id, seen.position, reasons, seen_at, letter.id FROM seen"
        " JOIN letter ON letter.file_id = seen.file_id AND letter.position = seen.position"
    ).fetchall()
    for file_id, position, reasons, seen_at, letter_id in seen:
        warnings = {message: span for message, *span in connection.execute(_WARNINGS, (letter_id,))}
        for reason in json.loads(reasons):
            if reason in warnings:
                yield file_id, position, None, *warnings[reason], seen_at
            else:
                code = _CONSTANT.get(reason, "letters_conflict")
                yield file_id, position, code, None, None, None, seen_at


def _read_derived(connection: sqlite3.Connection) -> Iterator[_Row]:
    """The figures that are not printed: those of a table's cells, and what is not the printed base."""
    rows = connection.execute(_MEASURES).fetchall()
    for letter_id, name, base, base_of, denominator in rows:
        quotes = [words for (words,) in connection.execute(_QUOTES, (letter_id, name))]
        if name == "upheld" and quotes and all(_CELL.fullmatch(words.strip()) for words in quotes):
            yield '["base", "denominator"]', letter_id, name
        elif denominator != base or (name == "remedy" and "upheld" not in (base_of or "")):
            yield '["denominator"]', letter_id, name
