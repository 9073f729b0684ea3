"""Letters into rows: what one batch of files adds to the library, and which letter of a year is shown."""

import json
import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime

from db.compression import compress
from db.model import Council, Letter, Measure, Outcome, Quote, Source, State, Table


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
class Saved:
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
        _save_letter(connection, row[0], position, letter)
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


def choose_shown(connection: sqlite3.Connection, years: Iterable[tuple[int, int]]) -> None:
    """Shows the fullest letter of each (council id, year): most figures, then imported first.

    A letter of no known year, or to nobody known, is not one of two, so each of these is shown.
    """
    touched = list(years)
    connection.executemany(
        "UPDATE letter SET shown = 0 WHERE council_id = ? AND year = ? AND placed = 1 AND shown = 1",
        touched,
    )
    connection.executemany(
        "UPDATE letter SET shown = 1 WHERE id = (SELECT id FROM letter WHERE council_id = ? AND year = ? AND placed = 1"
        " ORDER BY figures DESC, id LIMIT 1)",
        touched,
    )


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
    connection.execute("DELETE FROM council WHERE NOT EXISTS (SELECT 1 FROM letter WHERE council_id = council.id)")
    choose_shown(connection, years)
    return gone


def _save_letter(connection: sqlite3.Connection, file_id: int, position: int, letter: Letter) -> None:
    period = letter.period
    placed = letter.year is not None and (letter.council.in_register or letter.council_as_written is not None)
    letter_id = connection.execute(
        "INSERT INTO letter (file_id, position, council_id, year, kind, council_as_written, dated,"
        " period_start, period_end, addressee, role, figures, placed, shown)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            file_id,
            position,
            _council_id(connection, letter.council),
            letter.year,
            letter.kind.value,
            letter.council_as_written,
            _day(letter.dated),
            _day(period.start if period else None),
            _day(period.end if period else None),
            letter.addressee,
            letter.role,
            _figures(letter),
            int(placed),
            int(not placed),
        ),
    ).lastrowid
    if letter_id is None:
        raise AssertionError("SQLite gives every inserted letter an id")
    connection.execute("INSERT INTO letter_text (letter_id, text) VALUES (?, ?)", (letter_id, letter.text))
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


def _council_id(connection: sqlite3.Connection, council: Council) -> int:
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


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
