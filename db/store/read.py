"""Rows into letters: what the library keeps, as the frozen values the rest of the program works with."""

import json
import sqlite3
from collections import defaultdict
from collections.abc import Sequence
from contextlib import suppress
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
from db.store.council_digest import is_council_whole
from db.store.council_rows import COUNCIL_COLUMNS, read_council, read_day
from db.store.damaged_letter import mark_damaged, read_damaged_letter
from db.store.digest import DIGEST_COLUMNS, HEADING_COLUMNS, HEADING_TABLES, is_whole
from db.store.doubt_rows import make_doubts
from db.store.enums import read_enum
from db.store.equal_parts import EqualParts
from db.store.letter_parts import OF_LETTERS, LetterParts
from db.store.measure_rows import read_measure

_AT_ONCE = 50
"""Letters whose rows are held at once: they take twice the memory of the letters made of them."""

_SOON_READ = 50
"""Letters to one council, of which there is one a year, that are read before anybody has to wait."""

_LETTERS = f"""
    SELECT {HEADING_COLUMNS}, {DIGEST_COLUMNS}, letter.council_id, shown, {COUNCIL_COLUMNS}, digest
    FROM {HEADING_TABLES} LEFT JOIN council_digest ON council_digest.council_id = letter.council_id
    WHERE letter.id {OF_LETTERS}
"""
_OF_ITS_YEAR = """
    SELECT other.id FROM letter
    JOIN letter AS other ON other.council_id = letter.council_id AND other.year = letter.year
    WHERE letter.id = :letter AND letter.identified = 1 AND other.identified = 1
    UNION SELECT id FROM letter WHERE id = :letter
"""
_OF_COUNCIL = "SELECT id, year, shown FROM letter WHERE council_id = ? ORDER BY year DESC NULLS LAST, shown DESC, id"
_OF_FILES = """
    SELECT letter.id FROM letter JOIN file ON file.id = file_id
    WHERE sha256 IN (SELECT value FROM json_each(?)) ORDER BY file_id, position
"""
_ALL = "SELECT id, council_id FROM letter ORDER BY council_id, year DESC NULLS LAST, shown DESC, id"
_OF_FILE = "SELECT id FROM letter WHERE file_id = ? ORDER BY position"


def read_letters(connection: sqlite3.Connection, ids: Sequence[int]) -> tuple[StoredLetter, ...]:
    """The letters with these ids, in this order, as they were saved.

    A letter that is not as it was saved has none of its figures, and a doubt that says so.

    Raises:
        sqlite3.DataError: there is no letter of one of these ids.
    """
    letters: dict[int, StoredLetter] = {}
    equal = EqualParts()
    for first in range(0, len(ids), _AT_ONCE):
        some = ids[first : first + _AT_ONCE]
        parts = LetterParts(connection, some)
        for row in connection.execute(_LETTERS, (json.dumps(list(some)),)):
            letters[row["id"]] = _read_stored(row, parts, equal)
    missing = [one for one in ids if one not in letters]
    if missing:
        raise sqlite3.DataError(f"no letter has the id {missing[0]}, which an index names")
    return tuple(letters[one] for one in ids)


def find_letters_of_year(connection: sqlite3.Connection, letter_id: int) -> list[int]:
    """The ids of a letter and of the others of its council and year, as far as these are known; none if it is gone."""
    return [row["id"] for row in connection.execute(_OF_ITS_YEAR, {"letter": letter_id})]


def find_letters_of_council(connection: sqlite3.Connection, council_id: int) -> list[int]:
    """The ids of a council's letters, newest year first, of one year the shown one first; without a year last."""
    return [row["id"] for row in connection.execute(_OF_COUNCIL, (council_id,))]


def find_first_letters_of_council(connection: sqlite3.Connection, council_id: int) -> tuple[list[int], bool]:
    """The same, or of more than nobody waits for those that a first picture tells of; and whether they are all.

    Those are all of the newest year and all without a year, and of each other year the one shown for it.
    """
    rows = connection.execute(_OF_COUNCIL, (council_id,)).fetchall()
    if len(rows) <= _SOON_READ:
        return [row["id"] for row in rows], True
    first = [row["id"] for row in rows if row["shown"] or row["year"] in (rows[0]["year"], None)]
    return first, len(first) == len(rows)


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


def _read_stored(row: sqlite3.Row, parts: LetterParts, equal: EqualParts) -> StoredLetter:
    letter_id = row["id"]
    if is_whole(row, parts):
        with suppress(ValueError, sqlite3.DataError):  # what no upheld of this schema writes
            letter = _read_letter(row, parts, equal)
            of_correction = parts.read_councils.get(letter_id)
            correction = _read_correction(row, of_correction[0], letter.council) if of_correction else None
            return _store(row, letter, correction)
    return _store(row, read_damaged_letter(row, parts), None)


def _store(row: sqlite3.Row, letter: Letter, correction: Correction | None) -> StoredLetter:
    return StoredLetter(
        id=row["id"],
        council_id=row["council_id"],
        letter=letter,
        source=Source(name=str(row["file"]), sha256=str(row["sha256"]), media_type=str(row["media_type"])),
        shown=bool(row["shown"]),
        correction=correction,
    )


def _read_letter(row: sqlite3.Row, parts: LetterParts, equal: EqualParts) -> Letter:
    letter_id = row["id"]
    text = parts.texts[letter_id][0]["text"]
    return Letter(
        text=text,
        kind=read_enum(LetterKind, row["kind"]),
        council=equal.keep(read_council(row) if is_council_whole(row) else mark_damaged(row["council"])),
        council_as_written=row["council_as_written"],
        year=row["year"],
        dated=read_day(row["dated"]),
        period=_read_period(row),
        addressee=row["addressee"],
        role=row["role"],
        measures=equal.keep_measures(_read_measures(text, letter_id, parts)),
        tables=equal.keep(_read_tables(text, letter_id, parts)),
        remarks=tuple(
            Remark(kind=read_enum(RemarkKind, remark["kind"]), quote=_read_quote(text, remark))
            for remark in parts.remarks.get(letter_id, ())
        ),
        doubts=tuple(
            make_doubts(text, parts.doubts.get(letter_id, ()), parts.doubt_quotes.get(letter_id, ())),
        ),
    )


def _read_measures(text: str, letter_id: int, parts: LetterParts) -> tuple[Measure, ...]:
    quotes: dict[str, list[Quote]] = defaultdict(list)
    for row in parts.quotes.get(letter_id, ()):
        quotes[row["measure"]].append(_read_quote(text, row))
    return tuple(read_measure(row, tuple(quotes[row["measure"]])) for row in parts.measures.get(letter_id, ()))


def _read_tables(text: str, letter_id: int, parts: LetterParts) -> tuple[Table, ...]:
    return tuple(
        _read_table(
            table["name"],
            text,
            [cell for cell in parts.cells[letter_id] if cell["letter_table"] == table["position"]],
        )
        for table in parts.tables.get(letter_id, ())
    )


def _read_period(row: sqlite3.Row) -> Period | None:
    if row["period_start"] is None:
        return None
    return Period(start=date.fromisoformat(row["period_start"]), end=date.fromisoformat(row["period_end"]))


def _read_correction(row: sqlite3.Row, council_read: sqlite3.Row, council: Council) -> Correction:
    return Correction(
        council=council if row["corrected_council"] is not None else None,
        year=row["corrected_year"],
        at=datetime.fromisoformat(row["set_at"]),
        read_council=read_council(council_read),
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


def _read_quote(text: str, row: sqlite3.Row) -> Quote:
    return Quote(start=row["start"], end=row["end"], text=text[row["start"] : row["end"]])
