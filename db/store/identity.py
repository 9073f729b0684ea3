"""Which library stands at a path: the one that this program has asked before, or another in its place."""

import sqlite3
from pathlib import Path

from db.errors import LibraryGone
from db.known_libraries import find_known, keep_known
from db.text.clean import one_line

_STATE = "SELECT library, generation FROM lineage"


def is_known(path: Path) -> bool:
    """Whether a library at `path` has been opened by this program."""
    return find_known(path) is not None


def is_absent(path: Path) -> bool:
    """Whether there is no library at `path`, nor was one that this program has opened.

    Raises:
        OSError: that cannot be told.
    """
    return not is_known(path) and _is_missing(path) and (path.is_file() or not path.exists())


def refuse_missing(path: Path) -> None:
    """Looks whether there is still something at the path of a library that was opened before.

    Raises:
        LibraryGone: there is nothing, or a file with nothing in it.
    """
    if is_known(path) and _is_missing(path):
        raise LibraryGone(
            f"The library {one_line(str(path))} is no longer there: put it back, or close upheld and open it again to "
            "begin a new one."
        )


def refuse_another(connection: sqlite3.Connection, path: Path) -> None:
    """Looks whether the library that the connection sees is the one that was seen before, and remembers it.

    One that is too damaged to say so passes for the same: what is asked of it will tell.

    Raises:
        LibraryGone: it is another, or an older copy of it; or the file is gone that the connection still holds.
    """
    refuse_missing(path)
    known = find_known(path)  # before the library is asked: another thread may see a later change, and note it first
    try:
        row = connection.execute(_STATE).fetchone()
    except sqlite3.DatabaseError:
        return
    if row is None or not isinstance(row[1], int):
        return
    library, generation = str(row[0]), row[1]
    if known is not None and (known[0] != library or generation < known[1]):
        raise LibraryGone(_another(path))
    keep_known(path, (library, generation))


def refuse_making(path: Path) -> None:
    """Lets nothing be made where a library was opened before.

    Raises:
        LibraryGone: one was.
    """
    if is_known(path):
        raise LibraryGone(_another(path))


def _is_missing(path: Path) -> bool:
    """Whether there is nothing at a path, or a file with nothing in it."""
    try:
        return path.stat().st_size == 0
    except FileNotFoundError:
        return True


def _another(path: Path) -> str:
    return (
        f"Another library, or an older copy, has taken the place of {one_line(str(path))}: close upheld and open it "
        "again."
    )
