"""The schema of a library compared with what it should be, and what of it can be made anew without losing a row."""

import sqlite3
from collections.abc import Mapping
from contextlib import closing
from functools import cache

from db.store.schema import TABLES
from db.store.statements import normalise
from db.store.views import VIEWS

_READ = r"""
    SELECT type, name, tbl_name, sql FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite\_%' ESCAPE '\'
"""

REMADE = ("view", "trigger", "index")
"""The kinds that can be made anew: no row is in them alone."""


def find_differences(connection: sqlite3.Connection) -> list[tuple[str, str]]:
    """Kind and name of whatever is missing or otherwise than it should be; what somebody has added does no harm."""
    found = {(row["type"], row["name"]): normalise(row["sql"]) for row in connection.execute(_READ)}
    return [key for key, statement in list_statements().items() if found.get(key) != normalise(statement)]


@cache
def list_statements() -> Mapping[tuple[str, str], str]:
    """The statements that make a library, by the kind and name of what they make."""
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as made:
        for statement in (*TABLES, *(f"CREATE VIEW {name} AS {query}" for name, query in VIEWS.items())):
            made.execute(statement)
        return {(kind, name): statement for kind, name, _, statement in made.execute(_READ)}
