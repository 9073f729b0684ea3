"""Changing a library: a transaction a batch, a savepoint a file, the index and the shown letters with it."""

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from sqlite_utils import Database

from db.model import Outcome
from db.store import write
from db.store.assignment import choose_shown
from db.store.write import NewFile, SavedFile
from db.text.clean import one_line


def add_batch(connection: sqlite3.Connection, files: Sequence[NewFile]) -> tuple[SavedFile, ...]:
    """Adds the files; one that breaks a rule of the schema is refused and leaves no trace.

    Raises:
        sqlite3.Error: the library could not take the batch; nothing of it is there.
    """
    with writing(connection) as db:
        first = write.next_letter(connection)
        saved = tuple(_add(db, file) for file in files)
        write.index_from(connection, first)
        choose_shown(connection, write.years_from(connection, first))
    return saved


def remove_batch(connection: sqlite3.Connection, sha256s: Sequence[str]) -> int:
    """Takes out the files of these bytes, with their letters; how many there were."""
    with writing(connection):
        return write.remove_files(connection, sha256s)


@contextmanager
def writing(connection: sqlite3.Connection) -> Iterator[Database]:
    """A transaction that holds the right to write from its start; all of it is kept, or nothing."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield Database(connection, execute_plugins=False)
        connection.execute("COMMIT")
    except BaseException:
        # A full disk may have ended the transaction already.
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


def _add(db: Database, file: NewFile) -> SavedFile:
    try:
        with db.atomic():
            added = write.save_file(db.conn, file)
    except (ValueError, OverflowError, sqlite3.IntegrityError) as error:
        reason = f"This file does not fit into the library ({one_line(str(error))}); import it as plain text."
        return SavedFile(Outcome.REFUSED, reason)
    return SavedFile(Outcome.ADDED if added else Outcome.ALREADY_HERE)
