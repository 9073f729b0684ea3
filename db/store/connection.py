"""Opening the library's file: whose it is, made if it is not there, brought up to date if it is old.

A file that is not ours is recognised from its first bytes, before SQLite is let near it: SQLite would tidy up
after another program, and the file would no longer be as it was.
"""

import sqlite3
import stat
from contextlib import closing
from pathlib import Path

from db.errors import LibraryError
from db.store.migrations.schema_1 import APPLICATION_ID, VERSION
from db.store.sqlite_errors import primary_code, translate_errors
from db.text.clean import one_line

BUSY_SECONDS = 10.0
"""How long to wait for another program that changes the library: many times what a batch takes."""

_OLDEST_SQLITE = (3, 37, 0)  # STRICT tables
_MAGIC = b"SQLite format 3\0"
_PROTECTED = (sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_READONLY)
_HEADER_BYTES = 105  # the file's header, then the kind of the first page and its number of cells


def connect(path: Path) -> sqlite3.Connection:
    """A connection to the library at `path`, made (its folders too, for the owner alone) if it is not there.

    A library that may only be read is opened for reading.

    Raises:
        LibraryError: the path is no file, the file no library or of a newer upheld, or it cannot be opened.
    """
    path = path.absolute()
    if sqlite3.sqlite_version_info < _OLDEST_SQLITE:
        raise LibraryError(
            f"This Python comes with SQLite {sqlite3.sqlite_version}, and a library needs 3.37 or newer: "
            "use a newer Python."
        )
    with translate_errors(path):
        exists = _exists(path)
        if exists:
            _refuse_strangers(path)
        else:
            _make_folders(path.parent)
        try:
            return _settled(path, "mode=rw" if exists else "mode=rwc")
        except sqlite3.OperationalError as error:
            if not exists or primary_code(error) not in _PROTECTED or _unsaved_pages(path):
                raise
            # Beside a write-protected library SQLite cannot keep its notes on who is reading; as nobody can
            # write either, none are needed.
            return _settled(path, "mode=ro&immutable=1")


def _exists(path: Path) -> bool:
    """Whether there is a file at `path`; raises LibraryError where there is something else."""
    try:
        mode = path.stat().st_mode
    except FileNotFoundError:
        return False
    if stat.S_ISDIR(mode):
        raise LibraryError(f"{one_line(str(path))} is a folder: name a file in it as the library.")
    if not stat.S_ISREG(mode):
        raise LibraryError(f"{one_line(str(path))} is not a file: name another library.")
    return True


def _make_folders(folder: Path) -> None:
    """Makes the folders that are missing on the way to `folder`, for the owner alone."""
    for missing in reversed([one for one in (folder, *folder.parents) if not one.exists()]):
        missing.mkdir(mode=0o700, exist_ok=True)


def _refuse_strangers(path: Path) -> None:
    """Raises LibraryError unless the first bytes are a library's or those of an empty database."""
    header = _header(path)
    if not _ours(path, header) and path.with_name(path.name + "-journal").exists():
        # Somebody is just writing it, perhaps a second upheld that makes this very library: wait for them.
        with closing(_opened(path, "mode=ro")) as connection:
            connection.execute("PRAGMA application_id").fetchone()
        header = _header(path)
    if not _ours(path, header):
        known = "the database of another program" if header.startswith(_MAGIC) else "not a library of upheld"
        raise LibraryError(f"{one_line(str(path))} is {known}: it was left as it is. Name another library.")
    _refuse_newer(path, int.from_bytes(header[60:64], "big"))


def _header(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(_HEADER_BYTES)


def _ours(path: Path, header: bytes) -> bool:
    if header and not header.startswith(_MAGIC):
        return False
    if int.from_bytes(header[68:72], "big") == APPLICATION_ID:
        return True
    marks = header[60:64] + header[68:72] + header[103:105]  # the version, whose it is, how much is in it
    return not any(marks) and not _unsaved_pages(path)


def _refuse_newer(path: Path, version: int) -> None:
    if version > VERSION:
        raise LibraryError(
            f"The library {one_line(str(path))} was made by a newer upheld: it was left as it is. "
            "Install the newest upheld, or name another library."
        )


def _unsaved_pages(path: Path) -> bool:
    """Whether pages lie beside the library that have not found their way into it (a crash left them)."""
    log = path.with_name(path.name + "-wal")
    return log.exists() and log.stat().st_size > 0


def _opened(path: Path, how: str) -> sqlite3.Connection:
    # Transactions are begun by hand: what reads first and writes then must hold the lock from its start.
    return sqlite3.connect(f"{path.as_uri()}?{how}", uri=True, timeout=BUSY_SECONDS, isolation_level=None)


def _settled(path: Path, how: str) -> sqlite3.Connection:
    """A connection whose library is of this schema, with what every connection needs set."""
    connection = _opened(path, how)
    try:
        _refuse_newer(path, _version(connection))
        connection.execute("PRAGMA foreign_keys = ON")
        if _version(connection) < VERSION:
            _bring_up_to_date(path, connection)
        _let_readers_go_on(connection)
    except BaseException:
        connection.close()
        raise
    return connection


def _version(connection: sqlite3.Connection) -> int:
    version: int = connection.execute("PRAGMA user_version").fetchone()[0]
    return version


def _bring_up_to_date(path: Path, connection: sqlite3.Connection) -> None:
    """Takes the missing steps of the schema under the lock: the second of two programs finds them taken."""
    from db.store.migrations.steps import migrate

    connection.execute("BEGIN IMMEDIATE")
    try:
        _refuse_newer(path, _version(connection))
        migrate(connection)
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


def _let_readers_go_on(connection: sqlite3.Connection) -> None:
    """Keeps changes in a log of their own (WAL), so that reading and importing do not wait for each other.

    Set once the library is made: from then on its first bytes may lag behind, and they must say whose it is.
    """
    if connection.execute("PRAGMA journal_mode").fetchone()[0] != "wal":
        try:
            connection.execute("PRAGMA journal_mode = WAL").fetchone()
        except sqlite3.OperationalError:
            return  # write-protected, or just held by a second program that sets the same: it works as it is
    connection.execute("PRAGMA synchronous = NORMAL")
