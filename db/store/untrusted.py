"""What another program has put into a library that could keep SQLite busy without end.

A view in a table's place, a trigger, a condition on a column are run by SQLite itself whenever the library is asked or
changed, whatever they do. What is as we make it is known by its statement, for the names that stand beside it may lie.
Tables and views of other names are nobody's business, nor are plain indexes and columns that somebody has added.
"""

import re
import sqlite3
from collections.abc import Iterator, Sequence
from enum import Enum, auto
from pathlib import Path
from typing import NamedTuple

from db.errors import Damaged
from db.store.schema import TABLES
from db.store.statements import normalise
from db.text.clean import one_line

_READ = "SELECT name, sql FROM sqlite_schema WHERE sql IS NOT NULL"
_ROWS = "SELECT rowid, name, sql, tbl_name FROM sqlite_schema"
_EXISTS = "SELECT 1 FROM pragma_table_list(?) WHERE schema = 'main'"
_MADE = frozenset(statement.strip() for statement in TABLES)
_NAMED = re.compile(r"CREATE (?:VIRTUAL )?(?:TABLE|VIEW) (\w+)")
_KEPT = {named[1]: made for made in sorted(_MADE) if (named := _NAMED.match(made))}
"""The statement of each table that is asked, and of the view of what is searched, by name."""

_WORDS = ("searched_text", "letter_fts")
"""Those that are made anew from the letters."""

_INDEX_TABLES = ("letter_fts_config", "letter_fts_data", "letter_fts_docsize", "letter_fts_idx")
_PLAIN_TABLE = r"create table '?\w+'? \( [\w ,]+(primary key \( [\w ,]+ \) )? ?\) ?(without rowid)?"
_COLUMN = r"\w+( collate \w+)?( asc| desc)?"
_PLAIN_INDEX = rf"create (unique )?index [^(]+ \( {_COLUMN}( , {_COLUMN})* \) ?"
_ADDED_COLUMNS = r"[\w ,]*"
_INDEX = r"(?i)create\s+(unique\s+)?index\s"
_TABLE = r"(?i)create\s+table\s"
_RUN_WHEN_ASKED = r"(?i)create\s+(table|view|virtual\s+table)\s"
# Most of these patterns are wanted only where somebody has added something: they are compiled then.
_KINDS = "SELECT name, type FROM pragma_table_list WHERE schema = 'main'"
_STEPS = "_sqlite_migrations"


class Harm(Enum):
    """What cannot be done without running it: ask the library anything, search or index words, change a row."""

    ASKING = auto()
    SEARCHING = auto()
    CHANGING = auto()


class UntrustedObject(NamedTuple):
    """Something in a library that is not as upheld makes it, and what cannot be done while it is there."""

    name: str
    harm: Harm


class UntrustedSchema(sqlite3.DataError):
    """The library was not asked, or changed, as that would run what another program has put into it."""


def refuse_untrusted_tables(connection: sqlite3.Connection, path: Path) -> None:
    """Looks whether the tables of the library at `path` are those that upheld makes, before they are asked.

    One that is too damaged to say so passes: what is asked of it will tell.

    Raises:
        Damaged: one is not.
    """
    try:
        objects = find_untrusted(connection)
    except (sqlite3.DatabaseError, UnicodeDecodeError):
        return
    for each in objects:
        if each.harm is Harm.ASKING:
            raise Damaged(_describe(path, each.name))


def has_untrusted_tables(connection: sqlite3.Connection) -> bool:
    """Whether a table of this schema is another program's, so that asking it may not end."""
    return any(each.harm is Harm.ASKING for each in find_untrusted(connection))


def put_right_tables(connection: sqlite3.Connection) -> None:
    """Gives the tables of a copy the statements that they are made with, and takes out all else that SQLite would run.

    To be called while the schema may be written; the connection that does so goes on with the schema as it was.
    """
    for row_id, name, statement, table in connection.execute(_ROWS).fetchall():
        is_index_of_ours = statement is None and table in _KEPT  # one that a table has by itself
        if name in _KEPT and re.match(_TABLE, str(statement)):
            connection.execute("UPDATE sqlite_schema SET sql = ? WHERE rowid = ?", (_KEPT[name], row_id))
        elif not is_index_of_ours:
            connection.execute("DELETE FROM sqlite_schema WHERE rowid = ?", (row_id,))


def refuse_untrusted_in_older(connection: sqlite3.Connection, path: Path, triggers: Sequence[str]) -> None:
    """Looks at a library of an older schema, before it is changed: its tables must be tables, its triggers these.

    Raises:
        Damaged: something is another program's.
    """
    kinds = {str(name).casefold(): str(kind) for name, kind in connection.execute(_KINDS)}
    expected = {**dict.fromkeys((*_KEPT, _STEPS), "table"), "letter_fts": "virtual", "searched_text": "view"}
    amiss = [name for name, kind in expected.items() if kinds.get(name, kind) != kind]
    amiss += [name for name in _INDEX_TABLES if kinds.get(name, "shadow") not in ("shadow", "table")]
    known = {normalise(statement) for statement in (*triggers, *_MADE)}
    for name, statement in connection.execute(_READ):
        is_trigger = not re.match(_RUN_WHEN_ASKED, str(statement)) and not re.match(_INDEX, str(statement))
        if is_trigger and normalise(str(statement)) not in known:
            amiss.append(str(name))
    if amiss:
        raise Damaged(_describe(path, amiss[0]))


def refuse_untrusted(connection: sqlite3.Connection, *harms: Harm) -> None:
    """Looks whether anything is there that does one of these harms.

    Raises:
        UntrustedSchema: there is.
    """
    for each in find_untrusted(connection):
        if each.harm in harms:
            raise UntrustedSchema(f"another program has put “{one_line(each.name)}” into it")


def find_untrusted(connection: sqlite3.Connection) -> Sequence[UntrustedObject]:
    """Everything of another program's that is run when the library is asked or changed."""
    rows = [(str(name), str(statement).strip()) for name, statement in connection.execute(_READ)]
    others = [(name, statement) for name, statement in rows if statement not in _MADE]
    statements = {name.casefold(): statement for name, statement in rows}
    return [*_find_tables(connection, statements), *_find_run_on_change(others)]


def _describe(path: Path, name: str) -> str:
    return (
        f"Another program has changed the library {one_line(str(path))}: “{one_line(name)}” in it is not what upheld "
        "makes, so nothing is asked of it. Have what can be read rescued into a new library, or put back a copy of it."
    )


def _find_tables(connection: sqlite3.Connection, statements: dict[str, str]) -> Iterator[UntrustedObject]:
    """Tables of ours that are not as made; one that is missing does no harm."""
    made = set(statements.values())
    for name, statement in _KEPT.items():
        if statement not in made and not _is_as_made(statements.get(name), statement) and _exists(connection, name):
            yield UntrustedObject(name, Harm.SEARCHING if name in _WORDS else Harm.ASKING)
    for name in _INDEX_TABLES:
        if not re.fullmatch(_PLAIN_TABLE, normalise(statements.get(name))) and _exists(connection, name):
            yield UntrustedObject(name, Harm.ASKING)


def _exists(connection: sqlite3.Connection, name: str) -> bool:
    return connection.execute(_EXISTS, (name,)).fetchone() is not None


def _is_as_made(found: str | None, made: str) -> bool:
    """Whether a statement is this one, however it is laid out, or this one with columns that compute nothing."""
    statement, ours = normalise(found), normalise(made)
    before = next((at for at, pair in enumerate(zip(statement, ours, strict=False)) if len(set(pair)) > 1), len(ours))
    after = len(ours) - before
    added = statement[before : len(statement) - after]
    are_columns = "," in added and re.fullmatch(_ADDED_COLUMNS, added) is not None
    return statement == ours or (len(statement) > len(ours) and statement.endswith(ours[before:]) and are_columns)


def _find_run_on_change(others: Sequence[tuple[str, str]]) -> Iterator[UntrustedObject]:
    """Triggers, whatever they are on, as rows that go take others along; and indexes of what is computed from ours.

    `others` are the statements that are not those of `_MADE`.
    """
    for name, found in others:
        if re.match(_RUN_WHEN_ASKED, found):
            continue
        statement = normalise(found)
        if re.fullmatch(_PLAIN_INDEX, statement) or any(statement == normalise(made) for made in _MADE):
            continue
        if not re.match(_INDEX, found) or not _KEPT.keys().isdisjoint(re.findall(r"\w+", statement)):
            yield UntrustedObject(name, Harm.CHANGING)
