"""Libraries of older schemas, made by their own steps alone, and how a schema is compared with another."""

import re
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from sqlite_utils import Database, Migrations

from db.store.migrations import steps

_SPACING = re.compile(r" *([(),]) *")

Step = Callable[[Database], None]

STEPS: dict[str, Step] = {
    "m001_letters": steps.m001_letters,
    "m002_set_by_hand": steps.m002_set_by_hand,
    "m003_codes": steps.m003_codes,
    "m004_folded": steps.m004_folded,
    "m005_sentences": steps.m005_sentences,
    "m006_council_sets": steps.m006_council_sets,
    "m007_views": steps.m007_views,
    "m008_digests": steps.m008_digests,
}
"""Every step since the first library, by the name under which a library notes it as taken."""


def make_library(path: Path, version: int) -> None:
    """Make an empty library of this version at `path`."""
    migrations = Migrations("upheld")
    for name, step in list(STEPS.items())[:version]:
        migrations(name=name)(step)
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        migrations.apply(Database(connection))
        connection.execute("PRAGMA journal_mode = WAL")
        assert connection.execute("PRAGMA user_version").fetchone() == (version,)


def read_schema(path: Path) -> dict[str, str | None]:
    """What the file is made of, by name; however the statements are laid out, and whether names are in quotes."""
    with closing(sqlite3.connect(path)) as connection:
        made = connection.execute("SELECT name, sql FROM sqlite_schema").fetchall()
    return {name: sql and normalise_sql(sql) for name, sql in made}


def normalise_sql(statement: str) -> str:
    """A statement however it is laid out, and whether names are in quotes."""
    return _SPACING.sub(r" \1 ", " ".join(statement.replace('"', "").split()))
