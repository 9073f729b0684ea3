"""The steps from one schema to the next. Imported only where a library is made or brought up to date."""

import sqlite3

from sqlite_utils import Database, Migrations

from db.store.migrations.schema_1 import APPLICATION_ID, TABLES_1, VIEWS_1
from db.store.migrations.schema_2 import CHANGES_2, VIEWS_2

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


def migrate(connection: sqlite3.Connection) -> None:
    """Applies the steps still missing, all or none of them.

    To be called inside a transaction, so that two programs at once do not both take a step.
    """
    # Plugins of sqlite-utils that happen to be installed have no business in a library of letters.
    MIGRATIONS.apply(Database(connection, execute_plugins=False))
