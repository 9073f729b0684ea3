"""A copy of a library as it is at one moment, by SQLite's own means: what lies in the log beside it is in it too."""

import os
import re
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from tempfile import mkstemp


def copy_library(connection: sqlite3.Connection, target: Path, *, may_replace: bool) -> None:
    """Writes a copy to `target`, for the owner alone: whole, or not at all.

    Raises:
        FileExistsError: there is something, which is left as it is.
        OSError: it cannot be written.
        sqlite3.Error: the library cannot be read, or there is no room for the copy.
    """
    handle, name = mkstemp(prefix=".upheld-", dir=target.parent)
    os.close(handle)
    beside = Path(name)
    try:
        with closing(sqlite3.connect(beside)) as copy:
            connection.backup(copy, progress=_give_up)
        if may_replace:
            beside.replace(target)
        else:
            _put_new(beside, target)
    finally:
        with suppress(OSError):
            beside.unlink()


def _put_new(beside: Path, target: Path) -> None:
    """Gives a file its place if there is nothing, by a copy where the disk has no second names for files.

    Raises:
        FileExistsError: there is something, which is left as it is.
        OSError: it cannot be written; nothing of it is left.
    """
    try:
        target.hardlink_to(beside)
    except FileExistsError:
        raise
    except (OSError, NotImplementedError):
        handle = os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o600)
        try:
            with os.fdopen(handle, "wb") as file, beside.open("rb") as copy:
                shutil.copyfileobj(copy, file)
        except BaseException:  # also where a person stops it
            with suppress(OSError):
                target.unlink()
            raise


def _give_up(status: int, _remaining: int, _total: int) -> None:
    """Ends what would go on for as long as another program holds the library.

    Raises:
        sqlite3.OperationalError: it is held.
    """
    if status in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
        raise sqlite3.OperationalError("it is being changed by another program")


def name_backup(path: Path, version: int) -> Path:
    """Where the copy of a library of this schema is kept before it is brought up to date."""
    return path.with_name(f"{path.name}.schema-{version}.backup")


@contextmanager
def keep_backup(path: Path, version: int) -> Iterator[None]:
    """Keeps a copy of the library of this schema, and takes away those of earlier ones once the block has succeeded.

    Raises:
        sqlite3.OperationalError: there is no room for the copy, or no right to write it; the block is not begun.
    """
    target = name_backup(path, version)
    try:
        # Not by the connection that is about to write: from one that holds that right nothing can be copied.
        with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)) as connection:
            copy_library(connection, target, may_replace=True)
    except OSError as error:
        raise sqlite3.OperationalError(f"no copy could be kept of it first: {error.strerror}") from error
    yield
    older = re.compile(rf"{re.escape(path.name)}\.schema-\d+\.backup")
    for left in path.parent.iterdir():
        if older.fullmatch(left.name) and left != target:
            with suppress(OSError):
                left.unlink()
