"""The steps from one schema to the next. Imported only where a library is made or brought up to date."""

import sqlite3

from sqlite_utils import Database, Migrations

from db.store.council_digest import seal_council
from db.store.digest import seal_letters
from db.store.leftover_log import begin_state
from db.store.migrations.m001_letters import APPLICATION_ID, TABLES_1, VIEWS_1
from db.store.migrations.m002_set_by_hand import CHANGES_2, VIEWS_2
from db.store.migrations.m003_codes import change_schema
from db.store.migrations.m004_folded import make_index_anew
from db.store.migrations.m005_sentences import make_room_for_sentences
from db.store.migrations.m006_council_sets import make_room_for_council_sets
from db.store.migrations.m007_views import add_views
from db.store.migrations.m008_digests import make_room_for_digests
from db.store.schema import TABLES, VERSION
from db.store.views import VIEWS

_SEALED_AT_ONCE = 500
"""Letters whose rows are held at a time."""

MIGRATIONS = Migrations("upheld")
"""Every step since the first library, in order; a step that has been released is never changed."""


@MIGRATIONS()
def m001_letters(db: Database) -> None:
    """Makes the tables of letters, the index over their words and the views."""
    db.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    for statement in TABLES_1:
        db.execute(statement)
    for name, query in VIEWS_1.items():
        db.create_view(name, query)
    db.execute("PRAGMA user_version = 1")


@MIGRATIONS()
def m002_set_by_hand(db: Database) -> None:
    """Makes room for what a person sets, apart from what was read, and shows the longer of two letters as full."""
    for statement in CHANGES_2:
        db.execute(statement)
    for name, query in VIEWS_2.items():
        db.execute(f"DROP VIEW {name}")
        db.create_view(name, query)
    db.execute("PRAGMA user_version = 2")


@MIGRATIONS()
def m003_codes(db: Database) -> None:
    """Gives doubts codes, takes the lists of values out of the schema, and renames what a person has settled."""
    change_schema(db)
    db.execute("PRAGMA user_version = 3")


@MIGRATIONS()
def m004_folded(db: Database) -> None:
    """Indexes the words as a reader sees them."""
    make_index_anew(db)
    db.execute("PRAGMA user_version = 4")


@MIGRATIONS()
def m005_sentences(db: Database) -> None:
    """Makes room for the fingerprints of the letters' sentences."""
    make_room_for_sentences(db)
    db.execute("PRAGMA user_version = 5")


@MIGRATIONS()
def m006_council_sets(db: Database) -> None:
    """Makes room for sets of councils kept under a name."""
    make_room_for_council_sets(db)
    db.execute("PRAGMA user_version = 6")


@MIGRATIONS()
def m007_views(db: Database) -> None:
    """Adds the views of ranks, of what stands out, and of boilerplate."""
    add_views(db)
    db.execute("PRAGMA user_version = 7")


@MIGRATIONS()
def m008_digests(db: Database) -> None:
    """Makes room for digests of what letters and councils must say, and for the library's state."""
    make_room_for_digests(db)
    db.execute("PRAGMA user_version = 8")


def make_schema(connection: sqlite3.Connection) -> None:
    """Makes a new library's tables and views, with every step noted as taken. To be called inside a transaction."""
    db = _wrap(connection)
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    for statement in TABLES:
        connection.execute(statement)
    for name, query in VIEWS.items():
        db.create_view(name, query)
    begin_state(connection)
    MIGRATIONS.ensure_migrations_table(db)
    taken = [(MIGRATIONS.name, step.name) for step in MIGRATIONS.pending(db)]
    connection.executemany(
        "INSERT INTO _sqlite_migrations (migration_set, name, applied_at) VALUES (?, ?, datetime('now'))", taken
    )
    connection.execute(f"PRAGMA user_version = {VERSION}")


def migrate(connection: sqlite3.Connection) -> None:
    """Applies the steps still missing, all or none of them.

    To be called inside a transaction, so that two programs at once do not both take a step, and without foreign keys
    enforced, as a step may replace a table that others refer to.
    """
    db = _wrap(connection)
    has_digests = db["letter_digest"].exists()
    MIGRATIONS.apply(db)
    if not has_digests:
        _seal_everything(connection)


def _seal_everything(connection: sqlite3.Connection) -> None:
    """Digests what an older upheld wrote; a letter that cannot be read stays without a digest, which is damage."""
    for (council_id,) in connection.execute("SELECT id FROM council").fetchall():
        seal_council(connection, council_id)
    ids = [letter_id for (letter_id,) in connection.execute("SELECT id FROM letter ORDER BY id")]
    for first in range(0, len(ids), _SEALED_AT_ONCE):
        seal_letters(connection, ids[first : first + _SEALED_AT_ONCE])


def _wrap(connection: sqlite3.Connection) -> Database:
    # Plugins of sqlite-utils that happen to be installed have no business in a library of letters.
    return Database(connection, execute_plugins=False)
