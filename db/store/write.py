"""Files into the library: a transaction a batch, with the index and `shown`."""

import sqlite3
from collections.abc import Sequence

from sqlite_utils import Database

from db.outcome import Outcome
from db.store.assignment import show_new
from db.store.council_rows import SavedCouncils
from db.store.digest import seal_letters
from db.store.letter_rows import add_letter, index_letters
from db.store.new_file import NewFile, SavedFile
from db.store.new_id import get_new_id
from db.store.part_rows import PartRows, insert_part_rows, make_part_rows
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
        saved = _add_together(db, files, written)
        index_letters(connection, first)
        show_new(connection, first)
        seal_letters(connection, written, written)
    return saved


def _add_together(db: Database, files: Sequence[NewFile], written: dict[int, PartRows]) -> tuple[SavedFile, ...]:
    """Adds files, without the index; where one of several breaks a rule, each by itself.

    The rows of what hangs on their letters go into `written`, by the letters' ids.
    """
    rows: dict[int, PartRows] = {}
    try:
        with db.atomic():
            councils = SavedCouncils(db.conn)
            saved = tuple(_insert_file(db.conn, file, councils, rows) for file in files)
            insert_part_rows(db.conn, tuple(rows.values()))
    except (ValueError, OverflowError, sqlite3.IntegrityError) as error:
        if len(files) > 1:
            return tuple(one for file in files for one in _add_together(db, [file], written))
        reason = f"This file does not fit into the library ({one_line(str(error))}); import it as plain text."
        return (SavedFile(Outcome.REFUSED, reason),)
    written |= rows
    return saved


def _insert_file(
    connection: sqlite3.Connection, file: NewFile, councils: SavedCouncils, rows: dict[int, PartRows]
) -> SavedFile:
    """Adds the own rows of a file and its letters, unless its bytes are there already.

    The rows of what hangs on the letters go into `rows`, by the letters' ids: they are still to be put in.

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
        return SavedFile(Outcome.ALREADY_HERE)
    file_id = get_new_id(added)
    for position, letter in enumerate(file.letters):
        letter_id = add_letter(connection, file_id, position, letter, councils.save(letter.council))
        rows[letter_id] = make_part_rows(letter_id, letter)
    return SavedFile(Outcome.ADDED)


def _find_next_letter(connection: sqlite3.Connection) -> int:
    """An id that the next letter's will not be below."""
    row = connection.execute("SELECT coalesce(max(letter_id), 0) + 1 AS next FROM letter_text").fetchone()
    return int(row["next"])
