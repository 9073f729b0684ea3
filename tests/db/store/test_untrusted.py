"""Libraries that another program has given something to run without end: every question ends with a sentence."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from db.errors import Damaged, LibraryError
from db.library import Library
from db.model import DoubtCode
from db.rescue import rescue_library
from db.store.untrusted import find_untrusted
from tests.db.builders import LEEDS, OADBY, add, letter, upheld
from tests.db.store.old_libraries import make_library

ENDLESS = "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i AS id"
A_VIEW = "ALTER TABLE PLACE RENAME TO kept; CREATE VIEW PLACE AS ENDLESS FROM n"
A_LIE = "UPDATE sqlite_schema SET name = 'mine', tbl_name = 'mine', type = 'table' WHERE name = 'letter'"
TABLES = ("council", "file", "letter", "letter_text", "measure", "remark", "council_set", "letter_digest", "lineage")
SHADOWS = ("letter_fts_config", "letter_fts_idx", "letter_fts_docsize")

IN_PLACE = [
    *(A_VIEW.replace("PLACE", name) for name in TABLES),
    *("DROP TABLE PLACE; CREATE VIEW PLACE AS ENDLESS, 1 AS k FROM n".replace("PLACE", name) for name in SHADOWS),
    "UPDATE sqlite_schema SET sql = replace(sql, 'CHECK (size >= 0)', 'CHECK (length(hex(zeroblob(size))))') "
    "WHERE name = 'file'",
    "UPDATE sqlite_schema SET sql = replace(sql, 'folded TEXT', 'folded TEXT AS (hex(zeroblob(100000000)))') "
    "WHERE name = 'letter_text'",
]
"""What takes the place of a table, or has a column of it worked out."""

LOOP = "SELECT count(*) FROM letter_fts_data AS a, letter_fts_data AS b"
ON_CHANGE = [
    *(
        f"CREATE TRIGGER mine {when} ON {name} BEGIN {LOOP}; END"
        for when in ("BEFORE INSERT", "AFTER UPDATE", "AFTER DELETE")
        for name in ("letter", "lineage", "council_set")
    ),
    f"DROP TRIGGER letter_text_gone; CREATE TRIGGER letter_text_gone AFTER DELETE ON letter_text BEGIN {LOOP}; END",
    f"CREATE/**/TRIGGER mine AFTER UPDATE ON lineage BEGIN {LOOP}; END",
    f"CREATE TABLE own (letter_id REFERENCES letter ON DELETE CASCADE); CREATE TRIGGER mine AFTER DELETE ON own BEGIN "
    f"{LOOP}; END",
    "CREATE INDEX mine ON letter (length(hex(zeroblob(id))))",
    "CREATE INDEX mine ON letter (id) WHERE length(hex(zeroblob(id))) > 1",
]
"""What runs whenever a row changes."""

ON_SEARCH = [
    "DROP VIEW searched_text; CREATE VIEW searched_text AS ENDLESS, i AS letter_id, 'a' AS text FROM n",
    "DROP TABLE letter_fts; CREATE VIEW endless AS ENDLESS, 'a' AS text FROM n; "
    "CREATE VIRTUAL TABLE letter_fts USING fts5 (text, content = 'endless', content_rowid = 'id')",
    "DROP TABLE letter_fts; CREATE VIEW letter_fts AS ENDLESS, i AS rowid, 'a' AS text FROM n",
]
"""What runs whenever words are searched for."""

HARMLESS = [
    "CREATE INDEX mine ON letter (year DESC, kind COLLATE NOCASE)",
    "CREATE UNIQUE INDEX mine ON letter (id)",
    "CREATE INDEX mine ON own (length(a))",
    "ALTER TABLE letter ADD COLUMN note TEXT",
    "ALTER TABLE council ADD COLUMN population INTEGER NOT NULL DEFAULT 0",
    "CREATE VIEW mine AS SELECT * FROM letters",
    "DROP INDEX letter_of_year",
    "DROP TABLE letter_fts",
]
"""What somebody may well have added, or has gone: nothing of it is run."""


@pytest.fixture(name="path")
def _path(tmp_path: Path) -> Path:
    path = tmp_path / "library.db"
    with Library.open(path) as library:
        add(library, letter("Alpha words.", OADBY, 2020, upheld()), letter("Beta words.", LEEDS, 2020, upheld()))
        library.council_sets.save("Ours", [OADBY.name, LEEDS.name])
    return path


def change(path: Path, script: str) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("CREATE TABLE own (a)" if "ON own (length" in script else "SELECT 1")
        connection.execute("PRAGMA legacy_alter_table = ON")  # what names the table goes on naming it
        connection.execute("PRAGMA writable_schema = ON")
        connection.executescript(script.replace("ENDLESS", ENDLESS))


CHANGES: dict[str, Callable[[Library], object]] = {
    "import": lambda library: add(library, letter("Gamma words.", OADBY, 2021, upheld())),
    "correct": lambda library: library.correct(1, LEEDS, 2019),
    "dismiss": lambda library: library.dismiss(1),
    "keep a set": lambda library: library.council_sets.save("Others", [OADBY.name]),
    "take out": lambda library: library.remove_files([library.letter(1).source.sha256]),
}


@pytest.mark.parametrize("script", IN_PLACE)
def test_a_table_that_another_program_has_replaced_is_not_asked(path: Path, script: str) -> None:
    change(path, script)
    with pytest.raises(Damaged, match=r"Another program has changed the library .*rescued into a new library"):
        Library.open(path)


@pytest.mark.parametrize("script", [*IN_PLACE, f"{A_VIEW.replace('PLACE', 'letter')}; {A_LIE}"])
def test_what_can_be_read_beside_it_is_rescued(path: Path, tmp_path: Path, script: str) -> None:
    change(path, script)
    report = rescue_library(path, tmp_path / "new.db", lambda done, total: None)
    with Library.open(tmp_path / "new.db") as library:
        assert library.counts().letters == report.letters
        if "RENAME" not in script:  # then no row has gone
            assert report.others == ()
            assert library.letter(1).letter.measures[0].rate == 60


def test_a_name_that_is_not_the_one_in_its_statement_hides_nothing(path: Path) -> None:
    change(path, f"{A_VIEW.replace('PLACE', 'letter')}; {A_LIE}")
    with pytest.raises(Damaged):
        Library.open(path)


@pytest.mark.parametrize("script", ON_CHANGE)
@pytest.mark.parametrize("name", CHANGES)
def test_what_runs_with_a_change_keeps_the_library_from_being_changed_but_not_from_being_read(
    path: Path, script: str, name: str
) -> None:
    change(path, script)
    with Library.open(path) as library:
        with pytest.raises(LibraryError, match=r"another program has put “(mine|letter_text_gone)” into it"):
            CHANGES[name](library)
        assert library.letter(1).letter.measures[0].rate == 60
        assert library.search("alpha").total == 1
        assert library.own_words(1)


@pytest.mark.parametrize("script", ON_SEARCH)
def test_what_runs_with_a_search_keeps_words_from_being_searched_but_not_letters_from_being_read(
    path: Path, script: str
) -> None:
    change(path, script)
    with Library.open(path) as library:
        for ask in (lambda: library.search("alpha"), lambda: library.places_of(1, "alpha"), lambda: library.dismiss(1)):
            with pytest.raises(LibraryError, match=r"another program has put “.*” into it"):
                ask()
        assert library.letter(1).letter.measures[0].rate == 60


@pytest.mark.parametrize("script", [*ON_CHANGE, *ON_SEARCH])
def test_it_is_told_and_taken_out_on_request(path: Path, script: str) -> None:
    change(path, script)
    with Library.open(path) as library:
        assert {one.doubt.code for one in library.check()} == {DoubtCode.UNTRUSTED_OBJECT}
        library.repair()
        assert library.check() == ()
        assert library.search("alpha").total == 1
        for make in CHANGES.values():
            make(library)


@pytest.mark.parametrize("script", HARMLESS)
def test_what_does_nothing_by_itself_keeps_nobody_from_anything(path: Path, script: str) -> None:
    change(path, script)
    with closing(sqlite3.connect(path)) as connection:
        assert list(find_untrusted(connection)) == []
    with Library.open(path) as library:
        assert library.letter(1).letter.measures[0].rate == 60
        CHANGES["dismiss"](library)


@pytest.mark.parametrize(
    "script",
    [
        A_VIEW.replace("PLACE", "letter"),
        "DROP TABLE _sqlite_migrations; CREATE VIEW _sqlite_migrations AS ENDLESS FROM n",
        f"CREATE TRIGGER mine AFTER UPDATE ON letter BEGIN {LOOP}; END",
    ],
)
@pytest.mark.parametrize("version", [1, 3, 5, 7])
def test_an_older_library_is_looked_at_before_it_is_brought_up_to_date(
    tmp_path: Path, version: int, script: str
) -> None:
    path = tmp_path / "library.db"
    make_library(path, version)
    change(path, script)
    with pytest.raises(Damaged, match="Another program has changed the library"):
        Library.open(path)
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA user_version").fetchone() == (version,)


@pytest.mark.parametrize("version", range(1, 8))
def test_nothing_of_an_older_library_is_taken_for_another_programs(tmp_path: Path, version: int) -> None:
    make_library(tmp_path / "library.db", version)
    with Library.open(tmp_path / "library.db") as library:
        assert library.check() == ()
        add(library, letter("Alpha words.", OADBY, 2020, upheld()))
