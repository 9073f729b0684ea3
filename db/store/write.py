"""Files into the library: a transaction a batch, a savepoint a file, the index and `shown` with it."""

import sqlite3
from collections.abc import Sequence

from sqlite_utils import Database

from db.outcome import Outcome
from db.store.assignment import show_new
from db.store.digest import seal_letters
from db.store.letter_rows import add_letter, index_letters
from db.store.new_file import NewFile, SavedFile
from db.store.new_id import get_new_id
from db.store.part_rows import PartRows
from db.store.timestamp import stamp_time
from db.store.transaction import open_transaction
from db.text.clean import one_line

_ADD_FILE = """
    INSERT INTO file (sha256, name, media_type, size, imported_at, zlib)
    VALUES (:sha256, :name, :media_type, :size, :imported_at, :zlib)
    ON CONFLICT (sha256) DO NOTHING
"""


def add_files(connection: sqlite3.Connection, files: Sequence[NewFile]) -> tuple[SavedFile, ...]:
    """Adds the files; one that breaks a rule of the schema is refused and leaves no trace.

    Raises:
        sqlite3.Error: the library could not take the batch; nothing of it is there.
    """
    with open_transaction(connection) as db:
        first = _find_next_letter(connection)
        written: dict[int, PartRows] = {}
        saved = tuple(_add_file(db, file, written) for file in files)
        index_letters(connection, first)
        show_new(connection, first)
        added = connection.execute("SELECT id FROM letter WHERE id >= ?", (first,)).fetchall()
        seal_letters(connection, [row["id"] for row in added], written)
    return saved


def _add_file(db: Database, file: NewFile, written: dict[int, PartRows]) -> SavedFile:
    try:
        with db.atomic():
            is_added = _insert_file(db.conn, file, written)
    except (ValueError, OverflowError, sqlite3.IntegrityError) as error:
        reason = f"This file does not fit into the library ({one_line(str(error))}); import it as plain text."
        return SavedFile(Outcome.REFUSED, reason)
    return SavedFile(Outcome.ADDED if is_added else Outcome.ALREADY_HERE)


def _insert_file(connection: sqlite3.Connection, file: NewFile, written: dict[int, PartRows]) -> bool:
    """Adds the rows of a file and its letters, without the index; False if its bytes are there already.

    The rows of what hangs on the letters go into `written`, by the letters' ids.

    Raises:
        ValueError: a quote is not what stands at its place in the text.
        sqlite3.Error: it breaks a rule of the schema, or the library cannot take it.
    """
    source = file.source
    values = {
        "sha256": source.sha256,
        "name": source.name,
        "media_type": source.media_type,
        "size": file.size,
        "imported_at": stamp_time(),
        "zlib": file.zlib,
    }
    added = connection.execute(_ADD_FILE, values)
    if not added.rowcount:
        return False
    file_id = get_new_id(added)
    for position, letter in enumerate(file.letters):
        letter_id, rows = add_letter(connection, file_id, position, letter)
        written[letter_id] = rows
    return True


def _find_next_letter(connection: sqlite3.Connection) -> int:
    """An id that the next letter's will not be below."""
    row = connection.execute("SELECT coalesce(max(letter_id), 0) + 1 AS next FROM letter_text").fetchone()
    return int(row["next"])
