"""Letters into rows: what one batch of files adds to the library, and what takes its place when read again."""

import json
import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime

from db.model import Letter, Measure, Outcome, Quote, Source, State, Table
from db.store.assignment import Years, assign, choose_shown, council_id, drop_unused_councils, is_identified
from db.store.compression import compress


@dataclass(frozen=True, slots=True)
class NewFile:
    """A file to keep: where it is from, its bytes (compressed) and their true size, its letters."""

    source: Source
    size: int
    zlib: bytes
    letters: tuple[Letter, ...]

    @classmethod
    def of(cls, source: Source, data: bytes, letters: tuple[Letter, ...]) -> "NewFile":
        """The same from the bytes as they are (compressed here, outside any transaction)."""
        return cls(source, len(data), compress(data, [letter.text for letter in letters]), letters)


@dataclass(frozen=True, slots=True)
class SavedFile:
    """What became of one file: `reason` is there if it was refused."""

    outcome: Outcome
    reason: str | None = None


def save_file(connection: sqlite3.Connection, file: NewFile) -> bool:
    """Adds the rows of a file and its letters, without the index; False if its bytes are there already.

    Raises:
        ValueError: a quote is not what stands at its place in the text.
        sqlite3.Error: it breaks a rule of the schema, or the library cannot take it.
    """
    source = file.source
    row = connection.execute(
        "INSERT INTO file (sha256, name, media_type, size, imported_at, zlib) VALUES (?, ?, ?, ?, ?, ?)"
        " ON CONFLICT (sha256) DO NOTHING RETURNING id",
        (source.sha256, source.name, source.media_type, file.size, _now(), file.zlib),
    ).fetchone()
    if row is None:
        return False
    for position, letter in enumerate(file.letters):
        add_letter(connection, row[0], position, letter)
    return True


def index_from(connection: sqlite3.Connection, first: int) -> None:
    """Indexes the words of the letters with ids from `first` on, all in one go."""
    connection.execute(
        "INSERT INTO letter_fts (rowid, text) SELECT letter_id, text FROM letter_text WHERE letter_id >= ?",
        (first,),
    )


def next_letter(connection: sqlite3.Connection) -> int:
    """An id that the next letter's will not be below."""
    first: int = connection.execute("SELECT coalesce(max(letter_id), 0) + 1 FROM letter_text").fetchone()[0]
    return first


def years_from(connection: sqlite3.Connection, first: int) -> list[tuple[int, int]]:
    """The (council id, year) of the letters with ids from `first` on of which both are known."""
    return connection.execute(
        "SELECT DISTINCT council_id, year FROM letter WHERE id >= ? AND placed = 1", (first,)
    ).fetchall()


def remove_files(connection: sqlite3.Connection, sha256s: Sequence[str]) -> int:
    """Takes out files with their letters, and councils left without any; how many files there were."""
    wanted = json.dumps(list(sha256s))
    years = connection.execute(
        "SELECT DISTINCT council_id, year FROM letter JOIN file ON file.id = file_id"
        " WHERE placed = 1 AND sha256 IN (SELECT value FROM json_each(?))",
        (wanted,),
    ).fetchall()
    gone = connection.execute("DELETE FROM file WHERE sha256 IN (SELECT value FROM json_each(?))", (wanted,)).rowcount
    drop_unused_councils(connection)
    choose_shown(connection, years)
    return gone


def add_letter(connection: sqlite3.Connection, file_id: int, position: int, letter: Letter) -> int:
    """Adds a letter of a file that is there, without the index; its id. It is as read: nothing is set by hand yet."""
    placed = is_identified(letter.year, letter.council.in_register, letter.council_as_written)
    letter_id = connection.execute(
        "INSERT INTO letter (file_id, position, council_id, year, placed, shown, read_council_id, read_year, kind,"
        " council_as_written, dated, period_start, period_end, addressee, role, figures)"
        " VALUES (:file, :position, :council, :year, :placed, NOT :placed, :council, :year, :kind,"
        " :as_written, :dated, :period_start, :period_end, :addressee, :role, :figures)",
        {"file": file_id, "position": position, "placed": int(placed), **_as_read(connection, letter)},
    ).lastrowid
    if letter_id is None:
        raise AssertionError("SQLite gives every inserted letter an id")
    connection.execute("INSERT INTO letter_text (letter_id, text) VALUES (?, ?)", (letter_id, letter.text))
    _save_parts(connection, letter_id, letter)
    return letter_id


def replace_letter(connection: sqlite3.Connection, letter_id: int, letter: Letter, new_text: bool) -> Years:
    """Puts what was read anew in the place of what a letter was, with its words in the index.

    What is set by hand stays. `choose_shown` must follow for the years returned.
    """
    for table in ("measure", "letter_table", "remark", "warning"):
        connection.execute(f"DELETE FROM {table} WHERE letter_id = ?", (letter_id,))  # noqa: S608 - our own names
    if new_text:
        connection.execute("DELETE FROM letter_text WHERE letter_id = ?", (letter_id,))
        connection.execute("INSERT INTO letter_text (letter_id, text) VALUES (?, ?)", (letter_id, letter.text))
        connection.execute("INSERT INTO letter_fts (rowid, text) VALUES (?, ?)", (letter_id, letter.text))
    connection.execute(
        "UPDATE letter SET read_council_id = :council, read_year = :year, kind = :kind,"
        " council_as_written = :as_written, dated = :dated, period_start = :period_start, period_end = :period_end,"
        " addressee = :addressee, role = :role, figures = :figures WHERE id = :id",
        {"id": letter_id, **_as_read(connection, letter)},
    )
    _save_parts(connection, letter_id, letter)
    return assign(connection, letter_id)


def _as_read(connection: sqlite3.Connection, letter: Letter) -> dict[str, object]:
    """What a letter's own row holds of what was read."""
    period = letter.period
    return {
        "council": council_id(connection, letter.council),
        "year": letter.year,
        "kind": letter.kind.value,
        "as_written": letter.council_as_written,
        "dated": _day(letter.dated),
        "period_start": _day(period.start if period else None),
        "period_end": _day(period.end if period else None),
        "addressee": letter.addressee,
        "role": letter.role,
        "figures": _figures(letter),
    }


def _save_parts(connection: sqlite3.Connection, letter_id: int, letter: Letter) -> None:
    """The rows of whatever hangs on a letter."""
    _save_measures(connection, letter_id, letter)
    for number, table in enumerate(letter.tables):
        _save_table(connection, letter_id, number, table, letter.text)
    connection.executemany(
        'INSERT INTO remark (letter_id, position, kind, start, "end") VALUES (?, ?, ?, ?, ?)',
        [(letter_id, n, one.kind.value, *_place(one.quote, letter.text)) for n, one in enumerate(letter.remarks)],
    )
    connection.executemany(
        "INSERT INTO warning (letter_id, position, message, about) VALUES (?, ?, ?, ?)",
        [(letter_id, n, one.message, one.about) for n, one in enumerate(letter.warnings)],
    )
    connection.executemany(
        'INSERT INTO warning_quote (letter_id, warning, position, start, "end") VALUES (?, ?, ?, ?, ?)',
        [
            (letter_id, n, m, *_place(quote, letter.text))
            for n, one in enumerate(letter.warnings)
            for m, quote in enumerate(one.quotes)
        ],
    )


def _save_measures(connection: sqlite3.Connection, letter_id: int, letter: Letter) -> None:
    connection.executemany(
        "INSERT INTO measure (letter_id, name, position, state, rate, average, count, base, base_of,"
        " denominator) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        [_measure_row(letter_id, n, measure) for n, measure in enumerate(letter.measures)],
    )
    connection.executemany(
        'INSERT INTO measure_quote (letter_id, measure, position, start, "end") VALUES (?, ?, ?, ?, ?)',
        [
            (letter_id, measure.name.value, n, *_place(quote, letter.text))
            for measure in letter.measures
            for n, quote in enumerate(measure.quotes)
        ],
    )


def _measure_row(letter_id: int, position: int, one: Measure) -> tuple[object, ...]:
    figures = (one.rate, one.average, one.count, one.base, one.base_of, one.denominator)
    return (letter_id, one.name.value, position, one.state.value, *figures)


def _save_table(connection: sqlite3.Connection, letter_id: int, number: int, table: Table, text: str) -> None:
    connection.execute(
        "INSERT INTO letter_table (letter_id, position, name) VALUES (?, ?, ?)",
        (letter_id, number, table.name.value),
    )
    cells = [(cell, False) for cell in table.cells]
    if table.total is not None:
        cells.append((table.total, True))
    connection.executemany(
        'INSERT INTO cell (letter_id, letter_table, position, is_total, key, heading, value, start, "end")'
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        [
            (letter_id, number, n, int(is_total), one.key, one.heading, one.value, *_place(one.quote, text))
            for n, (one, is_total) in enumerate(cells)
        ],
    )


def _place(quote: Quote | None, text: str) -> tuple[int | None, int | None]:
    """Where a quote starts and ends: its words are the text's own, and are not kept twice."""
    if quote is None:
        return None, None
    if quote.start < 0 or quote.end < quote.start or text[quote.start : quote.end] != quote.text:
        raise ValueError("a quote is not what stands at its place in the letter")
    return quote.start, quote.end


def _figures(letter: Letter) -> int:
    """How many figures a letter gives: measures it says something of, and counted cells of its tables."""
    cells = [cell for table in letter.tables for cell in (*table.cells, table.total)]
    return sum(measure.state is not State.NOT_GIVEN for measure in letter.measures) + sum(
        cell is not None and cell.value is not None for cell in cells
    )


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
