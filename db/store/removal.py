"""Files out of the library: for good, or with every row that hangs on them in hand, to be put back as they were."""

import json
import sqlite3
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from db.errors import FileGone
from db.model import Source
from db.store.assignment import choose_shown
from db.store.council_rows import drop_unused_councils
from db.store.letter_rows import index_letters
from db.store.transaction import open_transaction

_Row = dict[str, object]

_YEARS_OF_FILES = """
    SELECT DISTINCT council_id, year FROM letter JOIN file ON file.id = file_id
    WHERE identified = 1 AND sha256 IN (SELECT value FROM json_each(?))
"""
_IDS = "SELECT id FROM file WHERE sha256 IN (SELECT value FROM json_each(?)) ORDER BY id"
_LETTERS = "SELECT id FROM letter WHERE file_id IN (SELECT value FROM json_each(?)) ORDER BY id"
_COUNCILS = """
    SELECT council_id FROM letter WHERE file_id IN (SELECT value FROM json_each(?1))
    UNION SELECT read_council_id FROM letter WHERE file_id IN (SELECT value FROM json_each(?1))
"""
_SOURCES = """
    SELECT name, sha256, media_type FROM file
    WHERE id IN (SELECT file_id FROM letter JOIN letter_text ON letter_id = letter.id
        WHERE substr(text, 1, length(:beginning)) = :beginning)
    ORDER BY id
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class RemovedFiles:
    """Files that were taken out, with the rows of everything that hung on them, a table after the other."""

    rows: Mapping[str, tuple[_Row, ...]]

    @property
    def sha256s(self) -> tuple[str, ...]:
        """The files, by the SHA-256 of their bytes."""
        return tuple(str(row["sha256"]) for row in self.rows["file"])


def find_sources(connection: sqlite3.Connection, beginning: str) -> tuple[Source, ...]:
    """The files with a letter whose text begins with these characters, in the order in which they came."""
    rows = connection.execute(_SOURCES, {"beginning": beginning})
    return tuple(Source(name=row["name"], sha256=row["sha256"], media_type=row["media_type"]) for row in rows)


def remove_files(connection: sqlite3.Connection, sha256s: Sequence[str]) -> int:
    """Takes out files with their letters, and councils left without any, for good; how many files there were."""
    with open_transaction(connection):
        return _delete(connection, sha256s)


def take_out_files(connection: sqlite3.Connection, sha256s: Sequence[str]) -> RemovedFiles:
    """Does the same, and gives what `put_back_files` needs.

    Raises:
        FileGone: none of them is there.
    """
    with open_transaction(connection):
        files = _list_ids(connection, _IDS, list(sha256s))
        if not files:
            raise FileGone("That file is no longer in the library.")
        removed = RemovedFiles(rows=_read_rows(connection, files))
        _delete(connection, sha256s)
    return removed


def put_back_files(connection: sqlite3.Connection, removed: RemovedFiles) -> int:
    """Puts files back as they were, letters under the ids they had; how many: one that is here again stays as it is.

    Raises:
        sqlite3.Error: the library cannot take them; nothing was changed.
    """
    with open_transaction(connection):
        connection.execute("PRAGMA defer_foreign_keys = ON")  # until the end of the transaction
        files = {row["id"]: _add_file(connection, row) for row in removed.rows["file"]}
        digests = {row["council_id"]: row for row in removed.rows["council_digest"]}
        councils = {
            row["id"]: _save_council(connection, row, digests.get(row["id"])) for row in removed.rows["council"]
        }
        letters = [row for row in removed.rows["letter"] if files[row["file_id"]] is not None]
        ids = {row["id"] for row in letters}
        for letter in letters:
            # Another letter of its year may be the one shown by now: `choose_shown` says which is.
            _insert(
                connection,
                "letter",
                {
                    **letter,
                    "file_id": files[letter["file_id"]],
                    "council_id": councils[letter["council_id"]],
                    "read_council_id": councils[letter["read_council_id"]],
                    "shown": int(not letter["identified"]),
                },
            )
        for table, rows in removed.rows.items():
            if table not in ("file", "council", "council_digest", "letter"):
                for row in rows:
                    _put_back(connection, table, row, files, ids)
        for letter in letters:
            index_letters(connection, int(str(letter["id"])), int(str(letter["id"])))
        of_years = [row for row in letters if row["identified"]]
        choose_shown(connection, {(councils[row["council_id"]], int(str(row["year"]))) for row in of_years})
        drop_unused_councils(connection)
    return sum(file is not None for file in files.values())


def _delete(connection: sqlite3.Connection, sha256s: Sequence[str]) -> int:
    wanted = json.dumps(list(sha256s))
    years = [(row["council_id"], row["year"]) for row in connection.execute(_YEARS_OF_FILES, (wanted,))]
    question = "DELETE FROM file WHERE sha256 IN (SELECT value FROM json_each(?))"
    removed = connection.execute(question, (wanted,)).rowcount
    drop_unused_councils(connection)
    choose_shown(connection, years)
    return removed


def _read_rows(connection: sqlite3.Connection, files: list[int]) -> dict[str, tuple[_Row, ...]]:
    """The rows of the files, of their letters and councils, and of every table that says which of these it is about."""
    letters = _list_ids(connection, _LETTERS, files)
    councils = _list_ids(connection, _COUNCILS, files)
    rows = {
        "file": _select(connection, "file", "id", files),
        "council": _select(connection, "council", "id", councils),
        "council_digest": _select(connection, "council_digest", "council_id", councils),
        "letter": _select(connection, "letter", "id", letters),
    }
    names = connection.execute("SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table'")
    for table in [str(row["name"]) for row in names]:
        columns = _list_columns(connection, table)
        if table not in rows and "letter_id" in columns:
            rows[table] = _select(connection, table, "letter_id", letters)
        elif table not in rows and "file_id" in columns:
            rows[table] = _select(connection, table, "file_id", files)
    return rows


def _select(connection: sqlite3.Connection, table: str, column: str, values: list[int]) -> tuple[_Row, ...]:
    """The rows of a table with one of these values in a column, but for what the table works out by itself."""
    columns = ", ".join(f'"{name}"' for name in _list_columns(connection, table))
    question = f'SELECT {columns} FROM "{table}" WHERE "{column}" IN (SELECT value FROM json_each(?))'
    return tuple(dict(row) for row in connection.execute(question, (json.dumps(values),)))


def _list_columns(connection: sqlite3.Connection, table: str) -> list[str]:
    question = "SELECT name FROM pragma_table_xinfo(?) WHERE hidden = 0"
    return [row["name"] for row in connection.execute(question, (table,))]


def _list_ids(connection: sqlite3.Connection, question: str, wanted: list[int] | list[str]) -> list[int]:
    return [int(row[0]) for row in connection.execute(question, (json.dumps(wanted),))]


def _add_file(connection: sqlite3.Connection, row: _Row) -> int | None:
    """The id that a file has now; None where the same bytes have come in again meanwhile."""
    known = connection.execute("SELECT 1 FROM file WHERE sha256 = ?", (row["sha256"],)).fetchone()
    return None if known else _insert(connection, "file", _without_id(row))


def _save_council(connection: sqlite3.Connection, row: _Row, digest: _Row | None) -> int:
    """The id that a council has now: another one, where it has come in again meanwhile.

    One that was damaged comes back with the digest that says so.
    """
    known = connection.execute("SELECT id FROM council WHERE name = ?", (row["name"],)).fetchone()
    if known:
        return int(known["id"])
    council_id = _insert(connection, "council", row)
    if digest is not None:
        _insert(connection, "council_digest", digest)
    return council_id


def _put_back(
    connection: sqlite3.Connection, table: str, row: _Row, files: Mapping[object, int | None], letters: set[object]
) -> None:
    """Adds a row that is about a file or a letter, where that is put back."""
    if "letter_id" in row:
        if row["letter_id"] in letters:
            _insert(connection, table, row)
    elif files[row["file_id"]] is not None:
        _insert(connection, table, {**_without_id(row), "file_id": files[row["file_id"]]})


def _without_id(row: _Row) -> _Row:
    """The row without the number of its own, which another row may have by now."""
    return {name: value for name, value in row.items() if name != "id"}


def _insert(connection: sqlite3.Connection, table: str, row: _Row) -> int:
    """Adds a row; its id, where it has one."""
    columns, places = ", ".join(f'"{name}"' for name in row), ", ".join("?" * len(row))
    added = connection.execute(f'INSERT INTO "{table}" ({columns}) VALUES ({places})', tuple(row.values()))
    return int(added.lastrowid or 0)
