"""What is read of a damaged library, letter by letter."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from db.importer import import_paths
from db.library import Library
from db.rescue import rescue_library
from tests.db.builders import LEEDS, OADBY, add, letter, letter_text


def ignore_progress(_done: int, _total: int) -> None:
    pass


def read_texts(path: Path) -> list[str]:
    with Library.open(path) as library:
        return sorted(one.letter.text for batch in library.all_letters() for one in batch)


def change(path: Path, statement: str, *values: int) -> None:
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute(statement, values)


def overwrite_pages(data: bytes, *tables: str) -> bytes:
    """A library's bytes with the beginnings of these tables' pages made unreadable."""
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.deserialize(data[:18] + b"\1\1" + data[20:])  # as one without a log, which memory has none of
        pages = dict(connection.execute("SELECT name, rootpage FROM sqlite_schema"))
    changed = bytearray(data)
    for table in tables:
        begin = (pages[table] - 1) * 4096
        changed[begin : begin + 64] = b"\xff" * 64
    return bytes(changed)


def import_book(library: Path, book: Path, letters: int) -> None:
    """A file of letters to the same council of one year after another, longer than what bytes are compressed with."""
    words = "We are grateful for the time your officers took to answer our questions. " * 60
    book.write_text("\f".join(letter_text(year=2010 + n, words=words) for n in range(letters)), encoding="utf-8")
    assert [len(one.letters) for one in import_paths(library, [book]).outcomes] == [letters]


@pytest.mark.parametrize("position", [0, 4, 11])
def test_a_letter_that_is_missing_from_a_long_file_is_read_again_from_its_bytes(tmp_path: Path, position: int) -> None:
    own, new = tmp_path / "library.db", tmp_path / "new.db"
    import_book(own, tmp_path / "book.txt", 12)
    texts = read_texts(own)
    assert sum(map(len, texts[:-1])) > 32768
    change(own, "DELETE FROM letter WHERE position = ?", position)
    report = rescue_library(own, new, ignore_progress)
    if position < 11:
        assert report.others == (("book.txt", "read_again"),)
        assert read_texts(new) == texts
    else:  # the bytes are kept as what they add to the last of the words
        assert report.others == (("book.txt", "words_alone"),)
        assert len(read_texts(new)) == 11


def test_the_librarys_own_log_is_read_where_damage_hides_whose_it_is(tmp_path: Path) -> None:
    own, damaged = tmp_path / "library.db", tmp_path / "damaged.db"
    with Library.open(own) as library:
        add(library, letter("One."))
    with Library.open(own) as library:
        add(library, letter("Two.", LEEDS))
        damaged.write_bytes(overwrite_pages(own.read_bytes(), "lineage", "council_set"))
        log = own.with_name("library.db-wal").read_bytes()
    damaged.with_name("damaged.db-wal").write_bytes(log)
    report = rescue_library(damaged, tmp_path / "new.db", ignore_progress)
    assert (read_texts(tmp_path / "new.db"), report.has_left_log) == (["One.", "Two."], False)
    assert damaged.with_name("damaged.db-wal").read_bytes() == log


def test_a_log_of_another_library_is_left_out_and_that_is_said(tmp_path: Path) -> None:
    own, other = tmp_path / "library.db", tmp_path / "other.db"
    with Library.open(own) as library:
        add(library, letter("One."))
    with Library.open(other) as library:
        add(library, letter("Other."), letter("And another.", OADBY, 2021))
        log = other.with_name("other.db-wal").read_bytes()
    own.with_name("library.db-wal").write_bytes(log)
    report = rescue_library(own, tmp_path / "new.db", ignore_progress)
    assert (read_texts(tmp_path / "new.db"), report.has_left_log) == (["One."], True)


def test_a_row_with_a_huge_id_is_saved_and_makes_nothing_slow(tmp_path: Path) -> None:
    own, new = tmp_path / "library.db", tmp_path / "new.db"
    with Library.open(own) as library:
        add(library, letter("One."), letter("Two.", OADBY, 2021))
    with closing(sqlite3.connect(own)) as connection, connection:  # one that lets rows hang on nothing
        connection.execute("UPDATE file SET id = ? WHERE id = 1", (2**62,))
        connection.execute("UPDATE letter SET file_id = ? WHERE file_id = 1", (2**62,))
        connection.execute("UPDATE letter SET id = ? WHERE id = 2", (2**62,))
    tried: list[int] = []
    rescue_library(own, new, lambda _done, total: tried.append(total))
    assert "One." in read_texts(new)
    assert max(tried) < 10_000
