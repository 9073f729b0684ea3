"""A library on a disk that is nearly full."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from db.store.connection import connect


@contextmanager
def room_for(path: Path, pages: int) -> Iterator[None]:
    """While it lasts, the library at `path` that is opened can grow by so many pages of 4 KiB and no more."""
    with closing(sqlite3.connect(path)) as connection:
        most = connection.execute("PRAGMA page_count").fetchone()[0] + pages

    def connect_within_it(path: Path, *, may_make: bool) -> sqlite3.Connection:
        connection = connect(path, may_make=may_make)
        connection.execute(f"PRAGMA max_page_count = {most}")
        return connection

    with pytest.MonkeyPatch.context() as patched:
        patched.setattr("db.library_file.connect", connect_within_it)
        yield
