"""Changing a library: a transaction that holds the right to write from its start."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from db.store.leftover_log import note_state
from db.store.untrusted import Harm, refuse_untrusted

if TYPE_CHECKING:
    from sqlite_utils import Database


@contextmanager
def open_transaction(connection: sqlite3.Connection) -> Iterator["Database"]:
    """A transaction whose changes are all kept, or none of them.

    Raises:
        UntrustedSchema: what another program has put into the library would run with a change; nothing was changed.
    """
    from sqlite_utils import Database  # 3 MB, which who asks for what may be kept does not need before it is

    connection.execute("BEGIN IMMEDIATE")
    try:
        refuse_untrusted(connection, Harm.CHANGING, Harm.SEARCHING)
        note_state(connection)
        yield Database(connection, execute_plugins=False)
        connection.execute("COMMIT")
    except BaseException:
        # A full disk may have ended the transaction already.
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise
