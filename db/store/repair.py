"""What can be mended in a library without a copy: everything that follows from its rows."""

import sqlite3

from db.store.assignment import choose_shown, find_shown_amiss
from db.store.leftover_log import begin_state
from db.store.schema_check import REMADE, find_differences, list_statements
from db.store.transaction import open_transaction

_WORD_INDEX = ("table", "letter_fts")


def repair(connection: sqlite3.Connection) -> None:
    """Makes the index of words, indexes, triggers and views anew, and chooses anew which letter of a year is shown.

    Raises:
        sqlite3.Error: the rows they are made from cannot be read; nothing was changed.
    """
    with open_transaction(connection):
        if connection.execute("SELECT count(*) FROM lineage").fetchone()[0] != 1:
            connection.execute("DELETE FROM lineage")
            begin_state(connection)
        differing = find_differences(connection)
        # Views, then triggers, go first and come last: both name what is made anew between.
        for kind in REMADE:
            for name in (one for what, one in differing if what == kind):
                connection.execute(f'DROP {kind.upper()} IF EXISTS "{name}"')
        connection.execute("REINDEX")
        _mend_word_index(connection)
        for key in find_differences(connection):
            if key[0] in REMADE:
                connection.execute(list_statements()[key])
        choose_shown(connection, find_shown_amiss(connection))


def _mend_word_index(connection: sqlite3.Connection) -> None:
    """Makes the index of words anew from the texts."""
    statements = list_statements()
    if not connection.execute("SELECT 1 FROM sqlite_schema WHERE name = 'searched_text'").fetchone():
        connection.execute(statements["view", "searched_text"])
    try:
        connection.execute("SAVEPOINT words")
        connection.execute("INSERT INTO letter_fts (letter_fts) VALUES ('rebuild')")
        connection.execute("RELEASE words")
    except sqlite3.DatabaseError:  # its own tables are damaged, or gone
        connection.execute("ROLLBACK TO words")
        connection.execute("DROP TABLE IF EXISTS letter_fts")
        connection.execute(statements[_WORD_INDEX])
        connection.execute("INSERT INTO letter_fts (letter_fts) VALUES ('rebuild')")
        connection.execute("RELEASE words")
