"""Rows into letters: what the library keeps, as the frozen values the rest of the program works with."""

import json
import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date, datetime

from db.model import (
    Cell,
    Correction,
    Council,
    Letter,
    LetterKind,
    Measure,
    Period,
    Quote,
    Remark,
    RemarkKind,
    Source,
    StoredLetter,
    Table,
    TableName,
)
from db.store.council_rows import COUNCIL_COLUMNS, read_council, read_day
from db.store.doubt_rows import read_doubts
from db.store.enums import read_enum
from db.store.measure_rows import MEASURE_COLUMNS, read_measure

_LETTERS = f"""
    SELECT letter.id, council_id, shown, letter.year, kind, council_as_written, dated, period_start, period_end,
        addressee, role, text, file.name AS file, sha256, media_type, {COUNCIL_COLUMNS}
    FROM letter
    JOIN letter_text ON letter_text.letter_id = letter.id
    JOIN file ON file.id = file_id
    JOIN council ON council.id = council_id
    WHERE letter.id IN (SELECT value FROM json_each(?))
"""
_MEASURES = f"""
    SELECT letter_id, {MEASURE_COLUMNS} FROM measure
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
_CORRECTIONS = f"""
    SELECT letter.id AS letter_id, correction.council IS NOT NULL AS is_council_set, correction.year, set_at, read_year,
        {COUNCIL_COLUMNS}
    FROM correction
    JOIN letter ON letter.file_id = correction.file_id AND letter.position = correction.position
    JOIN council ON council.id = read_council_id
    WHERE letter.id IN (SELECT value FROM json_each(?))
"""
_OF_ITS_YEAR = """
    SELECT other.id FROM letter
    JOIN letter AS other ON other.council_id = letter.council_id AND other.year = letter.year
    WHERE letter.id = ?1 AND letter.identified = 1 AND other.identified = 1
    UNION SELECT id FROM letter WHERE id = ?1
"""
_OF_COUNCIL = "SELECT id FROM letter WHERE council_id = ? ORDER BY year DESC NULLS LAST, shown DESC, id"
_OF_FILES = """
    SELECT letter.id FROM letter JOIN file ON file.id = file_id
    WHERE sha256 IN (SELECT value FROM json_each(?)) ORDER BY file_id, position
"""
_ALL = "SELECT id, council_id FROM letter ORDER BY council_id, year DESC NULLS LAST, shown DESC, id"
_OF_FILE = "SELECT id FROM letter WHERE file_id = ? ORDER BY position"

_Groups = dict[tuple[object, ...], list[sqlite3.Row]]


class _Parts:
    """What hangs on the wanted letters, by letter (and measure or table): one question a kind."""

    def __init__(self, connection: sqlite3.Connection, wanted: str) -> None:
        def group(question: str, *keys: str) -> _Groups:
            """The rows of an answer by these columns."""
            groups: _Groups = defaultdict(list)
            for row in connection.execute(question, (wanted,)):
                groups[tuple(row[key] for key in keys)].append(row)
            return groups

        self.measures = group(_MEASURES, "letter_id")
        self.measure_quotes = group(_MEASURE_QUOTES, "letter_id", "measure")
        self.tables = group(_TABLES, "letter_id")
        self.cells = group(_CELLS, "letter_id", "letter_table")
        self.remarks = group(_REMARKS, "letter_id")
        self.doubts = read_doubts(connection, wanted)
        self.corrections = group(_CORRECTIONS, "letter_id")


def read_letters(connection: sqlite3.Connection, ids: Sequence[int]) -> tuple[StoredLetter, ...]:
    """The letters with these ids, in this order, as they were saved; ids that are gone are left out."""
    wanted = json.dumps(list(ids))
    parts = _Parts(connection, wanted)
    letters = {row["id"]: _read_stored(row, parts) for row in connection.execute(_LETTERS, (wanted,))}
    return tuple(letters[one] for one in ids if one in letters)


def find_letters_of_year(connection: sqlite3.Connection, letter_id: int) -> list[int]:
    """The ids of a letter and of the others of its council and year, as far as these are known; none if it is gone."""
    return [row["id"] for row in connection.execute(_OF_ITS_YEAR, (letter_id,))]


def find_letters_of_council(connection: sqlite3.Connection, council_id: int) -> list[int]:
    """The ids of a council's letters, newest year first, of one year the shown one first; without a year last."""
    return [row["id"] for row in connection.execute(_OF_COUNCIL, (council_id,))]


def find_letters_of_files(connection: sqlite3.Connection, sha256s: Sequence[str]) -> list[int]:
    """The ids of the letters of these files, in the order they have in each."""
    return [row["id"] for row in connection.execute(_OF_FILES, (json.dumps(list(sha256s)),))]


def find_letters_of_file(connection: sqlite3.Connection, file_id: int) -> list[int]:
    """The ids of one file's letters, in their order."""
    return [row["id"] for row in connection.execute(_OF_FILE, (file_id,))]


def find_all_letters(connection: sqlite3.Connection, at_least: int) -> list[list[int]]:
    """The ids of all letters in lists of so many or a few more, council after council, each whole in one list."""
    lists: list[list[int]] = [[]]
    council_id = None
    for row in connection.execute(_ALL):
        if len(lists[-1]) >= at_least and row["council_id"] != council_id:
            lists.append([])
        lists[-1].append(row["id"])
        council_id = row["council_id"]
    return lists


def _read_stored(row: sqlite3.Row, parts: _Parts) -> StoredLetter:
    letter = _read_letter(row, parts)
    corrections = parts.corrections[row["id"],]
    return StoredLetter(
        id=row["id"],
        council_id=row["council_id"],
        letter=letter,
        source=Source(name=row["file"], sha256=row["sha256"], media_type=row["media_type"]),
        shown=bool(row["shown"]),
        correction=_read_correction(corrections[0], letter.council) if corrections else None,
    )


def _read_letter(row: sqlite3.Row, parts: _Parts) -> Letter:
    text, letter_id = row["text"], row["id"]
    return Letter(
        text=text,
        kind=read_enum(LetterKind, row["kind"]),
        council=read_council(row),
        council_as_written=row["council_as_written"],
        year=row["year"],
        dated=read_day(row["dated"]),
        period=_read_period(row),
        addressee=row["addressee"],
        role=row["role"],
        measures=_read_measures(text, letter_id, parts),
        tables=tuple(
            _read_table(table["name"], text, parts.cells[letter_id, table["position"]])
            for table in parts.tables[letter_id,]
        ),
        remarks=tuple(
            Remark(kind=read_enum(RemarkKind, remark["kind"]), quote=_read_quote(text, remark))
            for remark in parts.remarks[letter_id,]
        ),
        doubts=tuple(parts.doubts[letter_id]),
    )


def _read_measures(text: str, letter_id: int, parts: _Parts) -> tuple[Measure, ...]:
    return tuple(
        read_measure(row, _read_quotes(text, parts.measure_quotes[letter_id, row["measure"]]))
        for row in parts.measures[letter_id,]
    )


def _read_period(row: sqlite3.Row) -> Period | None:
    if row["period_start"] is None:
        return None
    return Period(start=date.fromisoformat(row["period_start"]), end=date.fromisoformat(row["period_end"]))


def _read_correction(row: sqlite3.Row, council: Council) -> Correction:
    return Correction(
        council=council if row["is_council_set"] else None,
        year=row["year"],
        at=datetime.fromisoformat(row["set_at"]),
        read_council=read_council(row),
        read_year=row["read_year"],
    )


def _read_table(name: str, text: str, rows: Sequence[sqlite3.Row]) -> Table:
    cells = [(row["is_total"], _read_cell(row, text)) for row in rows]
    return Table(
        name=read_enum(TableName, name),
        cells=tuple(cell for is_total, cell in cells if not is_total),
        total=next((cell for is_total, cell in cells if is_total), None),
    )


def _read_cell(row: sqlite3.Row, text: str) -> Cell:
    quote = None if row["start"] is None else _read_quote(text, row)
    return Cell(key=row["key"], heading=row["heading"], value=row["value"], quote=quote)


def _read_quotes(text: str, rows: Iterable[sqlite3.Row]) -> tuple[Quote, ...]:
    return tuple(_read_quote(text, row) for row in rows)


def _read_quote(text: str, row: sqlite3.Row) -> Quote:
    return Quote(start=row["start"], end=row["end"], text=text[row["start"] : row["end"]])
