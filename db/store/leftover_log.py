"""Whether the log beside a library's file (`-wal`) is the log of that file as it is, and not of another.

SQLite takes any log for the file's own: one left beside a file that was put in the place of another is written into
it, and the library is neither the one nor the other. So every transaction of ours notes which state it followed, and
what the file holds must be one of the states that the log goes through.
"""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from time import sleep

from db.errors import ForeignLog
from db.store.file_head import read_head
from db.store.schema import APPLICATION_ID, VERSION
from db.store.sqlite_errors import get_primary_code
from db.store.untrusted import has_untrusted_tables
from db.text.clean import one_line

_HEADER, _FRAME_HEADER = 32, 24  # bytes of the log's own header, and of that before each page
_TOKEN = 16  # characters
_LIBRARY_HEADER = 100
_TRIES, _PAUSE = 5, 0.05  # seconds


def begin_state(connection: sqlite3.Connection) -> None:
    """Notes the first state of a library; to be called once, in a transaction."""
    token, library = os.urandom(_TOKEN // 2).hex(), os.urandom(_TOKEN // 2).hex()
    values = (token, token, library)
    connection.execute(
        "INSERT INTO lineage (id, previous, current, generation, library) VALUES (1, ?, ?, 0, ?)", values
    )


def note_state(connection: sqlite3.Connection) -> None:
    """Notes that the library is about to be another than before; to be called in every transaction that changes it."""
    token = os.urandom(_TOKEN // 2).hex()
    connection.execute("UPDATE lineage SET previous = current, current = ?, generation = generation + 1", (token,))


def refuse_foreign_log(path: Path) -> None:
    """Looks at what lies beside the library at `path`, before anything is opened that would write it into the file.

    Raises:
        ForeignLog: it is the log of another file, or of this one at another time.
        FileNotFoundError: the library itself has gone.
    """
    log = path.with_name(path.name + "-wal")
    for _ in range(_TRIES):  # another program may be just writing the one or the other
        try:
            if log.stat().st_size <= _HEADER or _belongs(path, log):
                return
        except FileNotFoundError:  # there is none; or whoever had the library open has just closed it, and it went
            path.stat()
            return
        sleep(_PAUSE)
    raise ForeignLog(
        f"Beside the library {one_line(str(path))} lies a log ({one_line(log.name)}) that belongs to another file, or "
        "to this one at another time: move the log, and the file that ends in -shm, to another folder, then try again."
    )


def _belongs(path: Path, log: Path) -> bool:
    """Whether the log follows on what the file holds, and both together are a library."""
    state = _read_state(path)
    if state is not None:
        page, token = state
        states = list(_read_logged_states(log, page))
        if states:
            return any(token in pair for pair in states)
    return _is_library(path, needs_check=state is None)


def _is_library(path: Path, *, needs_check: bool) -> bool:
    """Whether what a connection sees, log and all, is a library of no older schema than the file says by itself.

    Where no states are noted, whether its pages fit together tells.
    """
    header = read_head(path, _LIBRARY_HEADER)
    # A connection that may not write leaves the file as it is when it is closed.
    with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)) as connection:
        try:
            version = connection.execute("PRAGMA user_version").fetchone()[0]
            if version < int.from_bytes(header[60:64], "big"):
                return False
            if version and connection.execute("PRAGMA application_id").fetchone()[0] != APPLICATION_ID:
                return False
            if version == VERSION and has_untrusted_tables(connection):
                return True  # opening it tells
            return not needs_check or connection.execute("PRAGMA quick_check(1)").fetchone()[0] == "ok"
        except sqlite3.DatabaseError as error:
            return get_primary_code(error) not in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)


def _read_state(path: Path) -> tuple[int, str] | None:
    """The page on which the file itself notes its state, and the state; None where it notes none."""
    question = "SELECT rootpage, current FROM sqlite_schema, lineage WHERE name = 'lineage'"
    try:
        with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro&immutable=1", uri=True)) as connection:
            if has_untrusted_tables(connection):
                return None
            found: tuple[int, str] | None = connection.execute(question).fetchone()
            return found
    except (sqlite3.Error, UnicodeDecodeError):  # an older library, or one that is being written: opening it tells
        return None


def _read_logged_states(log: Path, page: int) -> Iterator[tuple[str, str]]:
    """What a log notes as the state before each of its transactions and after it, in their order."""
    with log.open("rb") as file:
        header = file.read(_HEADER)
        size, salts = int.from_bytes(header[8:12], "big"), header[16:24]
        at = _HEADER
        while len(frame := file.read(_FRAME_HEADER)) == _FRAME_HEADER and frame[8:16] == salts:
            if int.from_bytes(frame[:4], "big") == page:
                yield _parse_state(file.read(size))
            at += _FRAME_HEADER + size
            file.seek(at)


def _parse_state(page: bytes) -> tuple[str, str]:
    """The two states in the one row of the table's one page."""
    # A page of a table begins with 8 bytes and the place of its only cell: 2 bytes of size and row id, then 6 bytes of
    # head (its length, and a byte a column, of which the id is the row's) and the texts.
    begin = int.from_bytes(page[8:10], "big") + 2 + 6
    texts = page[begin : begin + 2 * _TOKEN]
    return texts[:_TOKEN].decode("ascii", "replace"), texts[_TOKEN:].decode("ascii", "replace")
