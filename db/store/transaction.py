"""Changing a library: a transaction that holds the right to write from its start."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from db.store.leftover_log import note_state
from db.store.untrusted import Harm, refuse_untrusted


@contextmanager
def open_transaction(connection: sqlite3.Connection) -> Iterator[None]:
    """A transaction whose changes are all kept, or none of them.

    Raises:
        UntrustedSchema: what another program has put into the library would run with a change; nothing was changed.
    """
    connection.execute("BEGIN IMMEDIATE")
    try:
        refuse_untrusted(connection, Harm.CHANGING, Harm.SEARCHING)
        note_state(connection)
        yield
        connection.execute("COMMIT")
    except BaseException:
        # A full disk may have ended the transaction already.
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


@contextmanager
def open_savepoint(connection: sqlite3.Connection) -> Iterator[None]:
    """A part of a transaction: all its changes are kept, or none of them, and the transaction goes on either way."""
    connection.execute("SAVEPOINT part")
    try:
        yield
    except BaseException:
        # What went wrong may have ended the transaction, and the savepoint with it.
        if connection.in_transaction:
            connection.execute("ROLLBACK TO part")
            connection.execute("RELEASE part")
        raise
    connection.execute("RELEASE part")
