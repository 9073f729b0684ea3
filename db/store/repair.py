"""What can be mended in a library without a copy: everything that follows from its rows."""

import sqlite3

from db.store.assignment import choose_shown, find_shown_amiss
from db.store.leftover_log import begin_state
from db.store.schema_check import REMADE, find_differences, list_statements
from db.store.transaction import open_transaction
from db.store.untrusted import Harm, find_untrusted

_WORD_INDEX = ("table", "letter_fts")
_IS_INDEX = "SELECT 1 FROM sqlite_schema WHERE type = 'index' AND name = ?"
_KIND = "SELECT type FROM pragma_table_list(?) WHERE schema = 'main'"


def repair(connection: sqlite3.Connection) -> None:
    """Makes the index of words, indexes, triggers and views anew, and chooses anew which letter of a year is shown.

    Triggers that another program has put in are taken out, as are its indexes of what is computed from our tables.

    Raises:
        sqlite3.Error: the rows they are made from cannot be read; nothing was changed.
    """
    _take_out_untrusted(connection)
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


def _take_out_untrusted(connection: sqlite3.Connection) -> None:
    """Takes out what would run with a change, before there is any; whatever it replaced is made anew later."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        for each in find_untrusted(connection):
            is_index = connection.execute(_IS_INDEX, (each.name,)).fetchone()
            quoted = each.name.replace('"', '""')
            if each.harm is Harm.CHANGING:
                connection.execute(f'DROP {"INDEX" if is_index else "TRIGGER"} IF EXISTS "{quoted}"')
            else:
                (kind,) = connection.execute(_KIND, (each.name,)).fetchone()
                connection.execute(f'DROP {"VIEW" if kind == "view" else "TABLE"} "{quoted}"')
        connection.execute("COMMIT")
    finally:
        if connection.in_transaction:
            connection.execute("ROLLBACK")


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
