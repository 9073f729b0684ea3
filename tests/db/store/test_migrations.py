import hashlib
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from sqlite_utils import Database

from db.library import Library
from db.model import MeasureName
from db.store.entries import LibraryCounts
from db.store.migrations.steps import MIGRATIONS
from db.store.originals import compress
from db.store.schema import TABLES, VERSION
from db.store.views import VIEWS
from tests.db.store.old_libraries import STEPS, make_library, normalise_sql, read_schema

COUNCIL = "INSERT INTO council (id, name, type, in_register) VALUES (1, 'Leeds City Council', 'metropolitan', 1)"
FILE = (
    "INSERT INTO file (id, sha256, name, media_type, size, imported_at, zlib) VALUES (?, ?, ?, 'text/plain', ?, ?, ?)"
)
LETTER = (
    "INSERT INTO letter (file_id, position, council_id, year, kind, council_as_written, figures, placed, shown)"
    " VALUES (?, 0, 1, ?, 'annual', 'Leeds', ?, ?, ?) RETURNING id"
)
MEASURE = "INSERT INTO measure (letter_id, name, position, state, rate) VALUES (?, ?, ?, ?, ?)"

# Year, figures, shown under schema 1, text.
LETTERS = [
    (2020, 1, 1, "An abridged sample."),
    (2020, 1, 0, "The same letter, as it was sent, with all its words."),
    (2021, 2, 1, "Full."),
    (2021, 1, 0, "Of fewer figures, however long it may go on."),
    (None, 0, 1, "Of no known year."),
]


@pytest.fixture
def version_1(tmp_path: Path) -> Path:
    """A library as the first upheld left it, made by its own step alone."""
    path = tmp_path / "library.db"
    make_library(path, 1)
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute(COUNCIL)
        for n, (year, figures, shown, text) in enumerate(LETTERS, start=1):
            packed = compress(text.encode(), [text])
            sha256 = hashlib.sha256(text.encode()).hexdigest()
            connection.execute(FILE, (n, sha256, f"{n}.txt", len(text), "2026-01-01T00:00:00+00:00", packed))
            placed = int(year is not None)
            (letter_id,) = connection.execute(LETTER, (n, year, figures, placed, shown)).fetchone()
            connection.execute("INSERT INTO letter_text VALUES (?, ?)", (letter_id, text))
            connection.execute("INSERT INTO letter_fts (rowid, text) VALUES (?, ?)", (letter_id, text))
            for place, name in enumerate(MeasureName):
                given = ("given", 60) if place < figures else ("not_given", None)
                connection.execute(MEASURE, (letter_id, name, place, *given))
    return path


def test_a_library_of_the_first_schema_is_brought_up_to_date_with_all_its_letters(version_1: Path) -> None:
    with Library.open(version_1) as library:
        assert library.counts() == LibraryCounts(letters=5, councils=1, files=5, first_year=2020, last_year=2021)
        letters = [library.letter(n) for n in range(1, 6)]
        assert [one.letter.text for one in letters] == [text for *_, text in LETTERS]
        assert [one.letter.year for one in letters] == [2020, 2020, 2021, 2021, None]
        assert [(one.read_year, one.read_council) for one in letters] == [
            (one.letter.year, one.letter.council) for one in letters
        ]
        assert {one.corrected_parts for one in letters} == {()}
        assert library.search("abridged").total == 1
        assert not [finding for finding in library.check() if finding.kind == "damage"]
    with closing(sqlite3.connect(version_1)) as connection:
        assert connection.execute("PRAGMA user_version").fetchone() == (VERSION,)
        assert connection.execute("SELECT DISTINCT set_by_hand FROM letters").fetchall() == [(None,)]


def test_of_two_equally_full_letters_the_longer_is_shown_from_then_on(version_1: Path) -> None:
    with Library.open(version_1) as library:
        assert [library.letter(n).shown for n in range(1, 6)] == [False, True, True, False, True]


def test_what_is_set_by_hand_works_in_a_library_that_was_brought_up_to_date(version_1: Path) -> None:
    with Library.open(version_1) as library:
        library.correct(5, None, 2019)
        assert (library.letter(5).letter.year, library.letter(5).read_year) == (2019, None)
        library.correct(5, None, None)
        assert library.letter(5).letter.year is None


def test_every_step_is_among_those_that_old_libraries_are_made_by() -> None:
    with closing(sqlite3.connect(":memory:")) as connection:
        assert list(STEPS) == [step.name for step in MIGRATIONS.pending(Database(connection))]
    assert len(STEPS) == VERSION


@pytest.mark.parametrize("version", range(1, VERSION))
def test_an_old_and_a_new_library_are_of_the_same_schema(tmp_path: Path, version: int) -> None:
    old, new = tmp_path / "old.db", tmp_path / "new.db"
    make_library(old, version)
    for path in (old, new):
        Library.open(path).close()
    assert read_schema(old) == read_schema(new)


def test_the_schema_is_told_in_one_file(tmp_path: Path) -> None:
    """What a new library is made of is what stands there, and nothing besides but what SQLite and the steps keep."""
    path = tmp_path / "library.db"
    Library.open(path).close()
    told = set(map(normalise_sql, TABLES))
    made = read_schema(path)
    assert {sql for name, sql in made.items() if sql in told} == told
    ours = {name for name, sql in made.items() if sql in told} | VIEWS.keys()
    kept_by_others = ("sqlite_", "letter_fts_", "_sqlite_migrations", "idx__sqlite_migrations")
    assert [name for name in made.keys() - ours if not name.startswith(kept_by_others)] == []


@pytest.mark.parametrize("version", range(1, VERSION))
def test_an_old_library_notes_every_step_as_a_new_one_does(tmp_path: Path, version: int) -> None:
    old, new = tmp_path / "old.db", tmp_path / "new.db"
    make_library(old, version)
    taken = []
    for path in (old, new):
        Library.open(path).close()
        with closing(sqlite3.connect(path)) as connection:
            taken.append(connection.execute("SELECT migration_set, name FROM _sqlite_migrations").fetchall())
    assert taken[0] == taken[1] == [("upheld", name) for name in STEPS]
