"""Rows into letters: what the library keeps, as the frozen values the rest of the program works with."""

import json
import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import Any

from db.model import (
    Cell,
    Correction,
    Council,
    CouncilEntry,
    CouncilType,
    Doubt,
    Letter,
    LetterKind,
    Measure,
    MeasureName,
    Period,
    Quote,
    Remark,
    RemarkKind,
    Source,
    State,
    StoredLetter,
    Table,
    TableName,
)

_LETTERS = """
    SELECT letter.id, council_id, shown, letter.year, kind, council_as_written, dated, period_start, period_end,
        addressee, role, text, file.name, sha256, media_type, council.name, type, region, gss_code, county,
        established_on, abolished_on, successors, in_register
    FROM letter
    JOIN letter_text ON letter_text.letter_id = letter.id
    JOIN file ON file.id = file_id
    JOIN council ON council.id = council_id
    WHERE letter.id IN (SELECT value FROM json_each(?))
"""
_MEASURES = """
    SELECT letter_id, name, state, rate, average, count, base, base_of, denominator FROM measure
    WHERE letter_id IN (SELECT value FROM json_each(?)) ORDER BY letter_id, position
"""
_MEASURE_QUOTES = """
    SELECT letter_id, measure, start, "end" FROM measure_quote
    WHERE letter_id IN (SELECT value FROM json_each(?)) ORDER BY letter_id, measure, position
"""
_TABLES = """
    SELECT letter_id, position, name FROM letter_table
    WHERE letter_id IN (SELECT value FROM json_each(?)) ORDER BY letter_id, position
"""
_CELLS = """
    SELECT letter_id, letter_table, is_total, key, heading, value, start, "end" FROM cell
    WHERE letter_id IN (SELECT value FROM json_each(?)) ORDER BY letter_id, letter_table, position
"""
_REMARKS = """
    SELECT letter_id, kind, start, "end" FROM remark
    WHERE letter_id IN (SELECT value FROM json_each(?)) ORDER BY letter_id, position
"""
_WARNINGS = """
    SELECT letter_id, position, message, about FROM warning
    WHERE letter_id IN (SELECT value FROM json_each(?)) ORDER BY letter_id, position
"""
_WARNING_QUOTES = """
    SELECT letter_id, warning, start, "end" FROM warning_quote
    WHERE letter_id IN (SELECT value FROM json_each(?)) ORDER BY letter_id, warning, position
"""
_BY_HAND = """
    SELECT letter.id, by_hand.council IS NOT NULL, by_hand.year, set_at, read_year, name, type, region, gss_code,
        county, established_on, abolished_on, successors, in_register
    FROM by_hand
    JOIN letter ON letter.file_id = by_hand.file_id AND letter.position = by_hand.position
    JOIN council ON council.id = read_council_id
    WHERE letter.id IN (SELECT value FROM json_each(?))
"""
_WITH_ITS_YEAR = """
    SELECT other.id FROM letter
    JOIN letter AS other ON other.council_id = letter.council_id AND other.year = letter.year
    WHERE letter.id = ?1 AND letter.placed = 1 AND other.placed = 1
    UNION SELECT id FROM letter WHERE id = ?1
"""

_ENTRIES = """
    SELECT id, name, type, region, gss_code, county, established_on, abolished_on, successors, in_register
    FROM council WHERE EXISTS (SELECT 1 FROM letter WHERE council_id = council.id)
"""
_YEARS = """
    SELECT council_id, year FROM letter WHERE placed = 1 AND shown = 1
    UNION SELECT council_id, year FROM letter WHERE placed = 0 AND year IS NOT NULL ORDER BY council_id, year
"""
_LATEST_UPHELD = """
    SELECT council_id, year, measure.name, state, rate, average, count, base, base_of, denominator
    FROM council
    JOIN letter ON letter.id = (
        SELECT letter.id FROM letter
        JOIN measure ON measure.letter_id = letter.id AND measure.name = 'upheld' AND state <> 'not_given'
        WHERE council_id = council.id AND placed = 1 AND shown = 1 ORDER BY year DESC LIMIT 1
    )
    JOIN measure ON measure.letter_id = letter.id AND measure.name = 'upheld'
"""

Row = tuple[Any, ...]


class _Parts:
    """What hangs on the wanted letters, by letter (and measure, table or warning): one question a kind."""

    def __init__(self, connection: sqlite3.Connection, wanted: str) -> None:
        def grouped(question: str, keys: int) -> dict[Row, list[Row]]:
            """The rows of an answer by their first columns, which are so many keys."""
            groups: dict[Row, list[Row]] = defaultdict(list)
            for row in connection.execute(question, (wanted,)):
                groups[row[:keys]].append(row[keys:])
            return groups

        self.measures = grouped(_MEASURES, 1)
        self.measure_quotes = grouped(_MEASURE_QUOTES, 2)
        self.tables = grouped(_TABLES, 1)
        self.cells = grouped(_CELLS, 2)
        self.remarks = grouped(_REMARKS, 1)
        self.warnings = grouped(_WARNINGS, 1)
        self.warning_quotes = grouped(_WARNING_QUOTES, 2)
        self.by_hand = grouped(_BY_HAND, 1)


def read_letters(connection: sqlite3.Connection, ids: Sequence[int]) -> tuple[StoredLetter, ...]:
    """The letters with these ids, in this order, as they were saved; ids that are gone are left out."""
    wanted = json.dumps(list(ids))
    parts = _Parts(connection, wanted)
    found = {row[0]: _stored(row, parts) for row in connection.execute(_LETTERS, (wanted,))}
    return tuple(found[one] for one in ids if one in found)


def with_its_year(connection: sqlite3.Connection, letter_id: int) -> list[int]:
    """The ids of a letter and of the others of its council and year, as far as these are known; none if it is gone."""
    return [row[0] for row in connection.execute(_WITH_ITS_YEAR, (letter_id,))]


def read_entries(connection: sqlite3.Connection) -> tuple[CouncilEntry, ...]:
    """The councils that have letters, by name.

    What an entry says of upheld is that of the latest shown letter that says anything of it, without quotes.
    """
    years: dict[int, list[int]] = {}
    for council_id, year in connection.execute(_YEARS):
        years.setdefault(council_id, []).append(year)
    latest = {row[0]: (_measure(row[2:]), row[1]) for row in connection.execute(_LATEST_UPHELD)}
    entries = [
        CouncilEntry(row[0], _council(row[1:]), tuple(years.get(row[0], ())), *latest.get(row[0], (None, None)))
        for row in connection.execute(_ENTRIES)
    ]
    return tuple(sorted(entries, key=lambda entry: (entry.council.name.casefold(), entry.council.name)))


def _council(row: Row) -> Council:
    name, kind, region, gss_code, county, established_on, abolished_on, successors, in_register = row
    return Council(
        name,
        CouncilType(kind),
        region,
        gss_code,
        county,
        _day(established_on),
        _day(abolished_on),
        tuple(json.loads(successors)),
        bool(in_register),
    )


def _measure(row: Row, quotes: tuple[Quote, ...] = ()) -> Measure:
    name, state, rate, average, count, base, base_of, denominator = row
    return Measure(MeasureName(name), State(state), rate, average, count, base, base_of, denominator, quotes)


def _stored(row: Row, parts: _Parts) -> StoredLetter:
    letter_id, council_id, shown, year, kind, as_written, dated, start, end, addressee, role, text = row[:12]
    letter = Letter(
        text,
        LetterKind(kind),
        _council(row[15:]),
        as_written,
        year,
        _day(dated),
        Period(date.fromisoformat(start), date.fromisoformat(end)) if start else None,
        addressee,
        role,
        tuple(
            _measure(one, _quotes(text, parts.measure_quotes[letter_id, one[0]])) for one in parts.measures[letter_id,]
        ),
        tuple(_table(name, text, parts.cells[letter_id, n]) for n, name in parts.tables[letter_id,]),
        tuple(Remark(RemarkKind(one), _quote(text, *place)) for one, *place in parts.remarks[letter_id,]),
        tuple(
            Doubt(message, about, _quotes(text, parts.warning_quotes[letter_id, n]))
            for n, message, about in parts.warnings[letter_id,]
        ),
    )
    by_hand = next((_by_hand(one, letter.council) for one in parts.by_hand[letter_id,]), None)
    return StoredLetter(letter_id, council_id, letter, Source(*row[12:15]), bool(shown), by_hand)


def _by_hand(row: Row, council: Council) -> Correction:
    is_council_set, year, set_at, read_year, *read_council = row
    at = datetime.fromisoformat(set_at)
    return Correction(council if is_council_set else None, year, at, _council(tuple(read_council)), read_year)


def _table(name: str, text: str, rows: list[Row]) -> Table:
    cells = [
        (is_total, Cell(key, heading, value, None if start is None else _quote(text, start, end)))
        for is_total, key, heading, value, start, end in rows
    ]
    return Table(
        TableName(name),
        tuple(cell for is_total, cell in cells if not is_total),
        next((cell for is_total, cell in cells if is_total), None),
    )


def _quotes(text: str, places: Iterable[Row]) -> tuple[Quote, ...]:
    return tuple(_quote(text, *place) for place in places)


def _quote(text: str, start: int, end: int) -> Quote:
    return Quote(start, end, text[start:end])


def _day(day: str | None) -> date | None:
    return date.fromisoformat(day) if day else None
