"""Opening the library's file: whose it is, made if it is not there, brought up to date if it is old.

A file that is not ours is recognised from its first bytes, before SQLite is let near it: SQLite would tidy up
after another program, and the file would no longer be as it was.
"""

import os
import sqlite3
import stat
from contextlib import closing, nullcontext, suppress
from pathlib import Path

from db.errors import LibraryGone, NewerLibrary, NotALibrary, SqliteTooOld
from db.store.file_head import read_head
from db.store.identity import refuse_another, refuse_making, refuse_missing
from db.store.leftover_log import refuse_foreign_log
from db.store.schema import APPLICATION_ID, TABLES, VERSION
from db.store.sqlite_errors import HINDERED, get_primary_code, translate_errors
from db.store.untrusted import refuse_untrusted_in_older, refuse_untrusted_tables
from db.text.clean import one_line

BUSY_SECONDS = 10.0
"""How long to wait for another program that changes the library: many times what a batch takes."""

_ASKED_KIB = 256
"""So many KiB of pages, not SQLite's 2 MB, which each thread that asks would hold; no question takes longer."""

_OLDEST_SQLITE = (3, 37, 0)  # STRICT tables
_MAGIC = b"SQLite format 3\0"
_HEADER_BYTES = 105  # the file's header, then the kind of the first page and its number of cells


def connect(path: Path, *, may_make: bool = True) -> sqlite3.Connection:
    """A connection to the library at `path`, made (its folders too, for the owner alone) if it is not there and may be.

    A library that may only be read, or beside which nothing can be written, is opened for reading.

    Raises:
        NotALibrary: there is something else at the path.
        NewerLibrary: the library was made by a newer upheld.
        ForeignLog: beside it lies what another file left.
        LibraryGone: there is none, and none may be made; or it is not the one that this program opened before.
        Damaged: another program has changed its tables.
        SqliteTooOld: this Python cannot keep a library.
        LibraryError: it cannot be opened.
    """
    if sqlite3.sqlite_version_info < _OLDEST_SQLITE:
        raise SqliteTooOld(
            f"This Python comes with SQLite {sqlite3.sqlite_version}, and a library needs 3.37 or newer: "
            "use a newer Python."
        )
    with translate_errors(path):
        path = path.absolute()  # fails where the folder we stand in has gone
        exists = _exists(path)
        refuse_missing(path)
        if not exists and not may_make:
            raise LibraryGone(f"There is no library at {one_line(str(path))} any more.")
        if exists:
            _refuse_strangers(path)
            refuse_foreign_log(path)
        else:
            _make_folders(path.parent)
            _make_empty(path)
        try:
            return _open_up_to_date(path, "mode=rw")
        except sqlite3.OperationalError as error:
            if not exists or get_primary_code(error) not in HINDERED:
                raise
            # Where nothing can be written SQLite cannot keep its notes on who is reading. None are needed by whoever
            # has the library alone, which what lies in its log calls for, or where nobody can write.
            if _has_unsaved_pages(path):
                return _open_up_to_date(path, "mode=rw", is_alone=True)
            return _open_up_to_date(path, "mode=ro&immutable=1")


def connect_to_nothing() -> sqlite3.Connection:
    """A connection to a library with nothing in it, which is nowhere and goes when it is closed."""
    connection = _set_up(sqlite3.connect(":memory:", isolation_level=None))
    for statement in TABLES:
        connection.execute(statement)
    connection.execute("PRAGMA query_only = ON")
    return connection


def set_patience(connection: sqlite3.Connection, seconds: float) -> None:
    """Wait so long for another program that changes the library."""
    connection.execute(f"PRAGMA busy_timeout = {int(seconds * 1000)}")


def keep_few_pages(connection: sqlite3.Connection) -> None:
    """Hold fewer of the library's pages in memory, for questions of which each reads what it needs once."""
    connection.execute(f"PRAGMA cache_size = -{_ASKED_KIB}")


def _exists(path: Path) -> bool:
    """Whether there is a file at `path`.

    Raises:
        NotALibrary: there is something that is no file.
    """
    try:
        mode = path.stat().st_mode
    except FileNotFoundError:
        return False
    if stat.S_ISDIR(mode):
        raise NotALibrary(f"{one_line(str(path))} is a folder: name a file in it as the library.")
    if not stat.S_ISREG(mode):
        raise NotALibrary(f"{one_line(str(path))} is not a file: name another library.")
    return True


def is_open_to_others(path: Path) -> bool:
    """Whether the system lets other users read the file: one that was made so, or copied here, is left as it is."""
    return os.name == "posix" and bool(path.stat().st_mode & 0o077)


def _make_folders(folder: Path) -> None:
    """Makes the folders that are missing on the way to `folder`, for the owner alone."""
    for missing in reversed([one for one in (folder, *folder.parents) if not one.exists()]):
        missing.mkdir(mode=0o700, exist_ok=True)


def _make_empty(path: Path) -> None:
    """Makes the file, with nothing in it, for the owner alone whatever is usual here, as SQLite then does with logs."""
    with suppress(FileExistsError):  # a second program has just made it
        os.close(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))


def _refuse_strangers(path: Path) -> None:
    """Looks at the first bytes, which must be a library's or those of an empty database.

    Raises:
        NotALibrary: they are neither.
        NewerLibrary: they are those of a newer upheld's library.
    """
    header = read_head(path, _HEADER_BYTES)
    if not _is_ours(path, header) and path.with_name(path.name + "-journal").exists():
        # Somebody is just writing it, perhaps a second upheld that makes this very library: wait for them.
        with closing(_open(path, "mode=ro")) as connection:
            connection.execute("PRAGMA application_id").fetchone()
        header = read_head(path, _HEADER_BYTES)
    if not _is_ours(path, header):
        known = "the database of another program" if header.startswith(_MAGIC) else "not a library of upheld"
        raise NotALibrary(f"{one_line(str(path))} is {known}: it was left as it is. Name another library.")
    _refuse_newer(path, int.from_bytes(header[60:64], "big"))


def _is_ours(path: Path, header: bytes) -> bool:
    """Whether these first bytes are a library's, or those of a database with nothing in it."""
    if header and not header.startswith(_MAGIC):
        return False
    if int.from_bytes(header[68:72], "big") == APPLICATION_ID:
        return True
    marks = header[60:64] + header[68:72] + header[103:105]  # the version, whose it is, how much is in it
    return not any(marks) and not _has_unsaved_pages(path)


def _refuse_newer(path: Path, version: int) -> None:
    """Leaves a library of a schema that is not known yet as it is.

    Raises:
        NewerLibrary: it is one.
    """
    if version > VERSION:
        raise NewerLibrary(
            f"The library {one_line(str(path))} was made by a newer upheld: it was left as it is. "
            "Install the newest upheld, or name another library."
        )


def _has_unsaved_pages(path: Path) -> bool:
    """Whether pages lie beside the library that have not found their way into it (a crash left them)."""
    try:
        return path.with_name(path.name + "-wal").stat().st_size > 0
    except FileNotFoundError:
        return False


def _open(path: Path, mode: str) -> sqlite3.Connection:
    """A connection to a file as it is; `mode` is the query of SQLite's URI for it."""
    # Transactions are begun by hand: what reads first and writes then must hold the lock from its start.
    return _set_up(sqlite3.connect(f"{path.as_uri()}?{mode}", uri=True, timeout=BUSY_SECONDS, isolation_level=None))


def _set_up(connection: sqlite3.Connection) -> sqlite3.Connection:
    """Has a connection answer as all of them do."""
    connection.row_factory = sqlite3.Row
    connection.execute("PRAGMA temp_store = MEMORY")  # no letter's words lie about in a folder for all
    # Damaged words are to be read too: what takes their place gives them another digest.
    connection.text_factory = lambda data: data.decode(errors="replace")
    return connection


def _open_up_to_date(path: Path, mode: str, *, is_alone: bool = False) -> sqlite3.Connection:
    """A connection whose library is of this schema, with all that each needs; alone, it lets in no other."""
    connection = _open(path, mode)
    try:
        if is_alone:
            connection.execute("PRAGMA locking_mode = EXCLUSIVE")
        _refuse_newer(path, _read_version(connection))
        if _read_version(connection) < VERSION:
            _bring_up_to_date(path, connection)
        refuse_untrusted_tables(connection, path)
        refuse_another(connection, path)
        connection.execute("PRAGMA foreign_keys = ON")
        _let_readers_go_on(connection)
    except BaseException:
        connection.close()
        raise
    return connection


def _read_version(connection: sqlite3.Connection) -> int:
    """Which schema the library has."""
    version: int = connection.execute("PRAGMA user_version").fetchone()[0]
    return version


def _bring_up_to_date(path: Path, connection: sqlite3.Connection) -> None:
    """Makes the schema, or takes its missing steps, under the lock: the second of two programs finds it done.

    A copy of what was there before stands beside it until the next time that this succeeds.
    """
    from db.store.backup import keep_backup
    from db.store.migrations.m001_letters import TABLES_1
    from db.store.migrations.steps import make_schema, migrate

    connection.execute("PRAGMA foreign_keys = OFF")  # which some builds of SQLite begin with
    connection.execute("BEGIN IMMEDIATE")
    try:
        version = _read_version(connection)
        _refuse_newer(path, version)
        if not version:
            refuse_making(path)
        refuse_untrusted_in_older(connection, path, TABLES_1)
        with keep_backup(path, version) if version else nullcontext():
            if version:
                migrate(connection)
            else:
                make_schema(connection)
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
