"""The library that comes with upheld says exactly what reading the sample letters says."""

import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from db.library import Library
from db.store.schema import VERSION
from tests.sample_library import FOLDER, LIBRARY, make_library
from tui.paths import open_sample_letters, open_sample_library

_OF_SQLITE = ("letter_fts_", "sqlite_", "_sqlite_")
"""Tables whose rows are for SQLite and its tools to write: how an index is kept, which steps were taken when."""
_AS_MADE = {"imported_at", "zlib", "previous", "current", "generation", "library"}
"""What differs with the time, and with how bytes are compressed."""


@pytest.fixture(name="made", scope="module")
def _made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("made") / "library.db"
    make_library(path)
    return path


@pytest.fixture(name="shipped", scope="module")
def _shipped(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("shipped") / "library.db"
    path.write_bytes(LIBRARY.read_bytes())
    return path


def schema(library: Path) -> list[tuple[str, str, str]]:
    question = "SELECT type, name, sql FROM sqlite_schema WHERE name NOT LIKE 'letter_fts_%' ORDER BY type, name"
    with closing(sqlite3.connect(library)) as connection:
        return connection.execute(question).fetchall()


def rows(library: Path) -> Iterator[tuple[str, list[tuple[object, ...]]]]:
    """Each table of ours with its rows, but for what differs each time it is made."""
    with closing(sqlite3.connect(library)) as connection:
        names = connection.execute("SELECT name FROM pragma_table_list WHERE type = 'table' ORDER BY name").fetchall()
        for (table,) in names:
            if not table.startswith(_OF_SQLITE):
                columns = [name for (name,) in connection.execute("SELECT name FROM pragma_table_info(?)", (table,))]
                kept = ", ".join(f'"{column}"' for column in columns if column not in _AS_MADE)
                found = connection.execute(f'SELECT {kept} FROM "{table}"').fetchall()  # noqa: S608 - our own tables
                yield table, sorted(found, key=repr)


def test_it_is_what_comes_of_importing_the_letters(made: Path, shipped: Path) -> None:
    due = "make it anew: python -m tests.sample_library"
    assert schema(shipped) == schema(made), due
    assert dict(rows(shipped)) == dict(rows(made)), due
    with closing(sqlite3.connect(shipped)) as connection:
        assert connection.execute("PRAGMA user_version").fetchone() == (VERSION,), due


def test_it_is_whole_and_its_words_can_be_searched(shipped: Path) -> None:
    with closing(sqlite3.connect(shipped)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        connection.execute("INSERT INTO letter_fts (letter_fts, rank) VALUES ('integrity-check', 1)")


def test_it_holds_the_letters_own_bytes(shipped: Path) -> None:
    with Library.open(shipped) as library, open_sample_letters() as letters:
        sources = library.sources("")
        assert {source.name: library.original(source.sha256) for source in sources} == {
            letter.name: letter.read_bytes() for letter in letters
        }


def test_asking_it_leaves_the_one_that_came_with_upheld_as_it_was() -> None:
    before = LIBRARY.read_bytes()
    command = [sys.executable, "-m", "tui.cli.main", "show", "leeds", "--sample"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (done.returncode, "Leeds City Council" in done.stdout) == (0, True)
    with open_sample_library() as library:
        assert library == LIBRARY
    assert LIBRARY.read_bytes() == before
    assert [path.name for path in FOLDER.iterdir() if path.name.startswith("library.db")] == ["library.db"]
