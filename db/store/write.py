"""Files into the library: a transaction a batch, a savepoint a file, the index and `shown` with it."""

import sqlite3
from collections.abc import Sequence

from db.outcome import Outcome
from db.store.assignment import choose_shown
from db.store.digest import seal_letters
from db.store.letter_rows import add_letter, index_letters
from db.store.new_file import NewFile, SavedFile
from db.store.timestamp import stamp_time
from db.store.transaction import open_savepoint, open_transaction
from db.text.clean import one_line

_ADD_FILE = """
    INSERT INTO file (sha256, name, media_type, size, imported_at, zlib)
    VALUES (:sha256, :name, :media_type, :size, :imported_at, :zlib)
    ON CONFLICT (sha256) DO NOTHING RETURNING id
"""


def add_files(connection: sqlite3.Connection, files: Sequence[NewFile]) -> tuple[SavedFile, ...]:
    """Adds the files; one that breaks a rule of the schema is refused and leaves no trace.

    Raises:
        sqlite3.Error: the library could not take the batch; nothing of it is there.
    """
    with open_transaction(connection):
        first = _find_next_letter(connection)
        saved = tuple(_add_file(connection, file) for file in files)
        index_letters(connection, first)
        question = "SELECT DISTINCT council_id, year FROM letter WHERE id >= ? AND identified = 1"
        choose_shown(connection, [(row["council_id"], row["year"]) for row in connection.execute(question, (first,))])
        added = connection.execute("SELECT id FROM letter WHERE id >= ?", (first,)).fetchall()
        seal_letters(connection, [row["id"] for row in added])
    return saved


def _add_file(connection: sqlite3.Connection, file: NewFile) -> SavedFile:
    try:
        with open_savepoint(connection):
            is_added = _insert_file(connection, file)
    except (ValueError, OverflowError, sqlite3.IntegrityError) as error:
        reason = f"This file does not fit into the library ({one_line(str(error))}); import it as plain text."
        return SavedFile(Outcome.REFUSED, reason)
    return SavedFile(Outcome.ADDED if is_added else Outcome.ALREADY_HERE)


def _insert_file(connection: sqlite3.Connection, file: NewFile) -> bool:
    """Adds the rows of a file and its letters, without the index; False if its bytes are there already.

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
    row = connection.execute(_ADD_FILE, values).fetchone()
    if row is None:
        return False
    for position, letter in enumerate(file.letters):
        add_letter(connection, row["id"], position, letter)
    return True


def _find_next_letter(connection: sqlite3.Connection) -> int:
    """An id that the next letter's will not be below."""
    row = connection.execute("SELECT coalesce(max(letter_id), 0) + 1 AS next FROM letter_text").fetchone()
    return int(row["next"])
