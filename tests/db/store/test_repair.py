"""What follows from the rows of a library is made anew, and the rows stay as they are."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from db.library import Library
from db.review.findings import FindingKind
from tests.db.builders import LEEDS, OADBY, add, letter, upheld
from tests.db.store.old_libraries import read_schema

TAKEN = (
    "DROP INDEX letter_of_council",
    "DROP INDEX letter_of_year",
    "DROP INDEX dismissal_of_letter",
    "DROP TRIGGER letter_text_gone",
    "DROP TRIGGER letter_text_stays",
    "DROP VIEW letters",
    "DROP VIEW searched_text",
    "DROP TABLE letter_fts",
    "DROP TRIGGER letter_text_gone; CREATE TRIGGER letter_text_gone AFTER DELETE ON letter_text BEGIN SELECT 1; END",
    "INSERT INTO letter_fts (letter_fts, rowid, text) VALUES ('delete', 1, 'Alpha words.')",
    "DELETE FROM letter_fts_data WHERE id > 10",
    "UPDATE letter_fts_data SET block = zeroblob(40) WHERE id > 10",
)


@pytest.mark.parametrize("done", TAKEN)
def test_what_is_missing_or_amiss_is_told_and_made_anew(tmp_path: Path, done: str) -> None:
    path = tmp_path / "library.db"
    with Library.open(path) as library:
        add(library, letter("Alpha words.", OADBY, 2020, upheld()), letter("Beta words.", LEEDS, 2020, upheld()))
        letters = [library.letter(n) for n in (1, 2)]
    schema = read_schema(path)
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.executescript(done)
    with Library.open(path) as library:
        damage = [one for one in library.check() if one.kind is FindingKind.DAMAGE]
        assert damage
        library.repair()
        assert library.check() == ()
        assert [library.letter(n) for n in (1, 2)] == letters
        assert library.search("alpha").total == 1
    assert read_schema(path) == schema


def test_what_somebody_has_added_stays(tmp_path: Path) -> None:
    path = tmp_path / "library.db"
    with Library.open(path) as library:
        add(library, letter("Alpha words.", OADBY, 2020, upheld()))
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE VIEW mine AS SELECT council FROM letters")
    with Library.open(path) as library:
        assert library.check() == ()
        library.repair()
    assert "mine" in read_schema(path)
