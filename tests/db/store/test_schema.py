import hashlib
import sqlite3
import zlib
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from db.library import Library
from db.model import Cell, DoubtCode, Remark, RemarkKind, Table, TableName
from tests.db.builders import LEEDS, add, doubt, file_of, letter, quote, received, upheld

TEXT = "Ünusually 😀, 60% of complaints were upheld: 3 of them. Housing 4. I welcome that."


@pytest.fixture
def plain_sqlite(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    """A library of two letters, opened as any other program would: by SQLite alone."""
    full = letter(TEXT, LEEDS, 2020, upheld(quotes=[quote(TEXT, "60% of complaints were upheld")]))
    full = replace(
        full,
        tables=(
            Table(
                name=TableName.RECEIVED,
                cells=(Cell(key="housing", heading="Housing", value=4, quote=quote(TEXT, "Housing 4")),),
            ),
        ),
        remarks=(Remark(kind=RemarkKind.PRAISE, quote=quote(TEXT, "I welcome that")),),
        doubts=(doubt(message="The total is missing.", about="received", quotes=(quote(TEXT, "Housing"),)),),
    )
    with Library.open(tmp_path / "library.db") as library:
        library.add_files([file_of(full, name="leeds.txt"), file_of(letter(), name="oadby.txt")])
    with closing(sqlite3.connect(tmp_path / "library.db", isolation_level=None)) as connection:
        connection.row_factory = sqlite3.Row
        connection.execute("PRAGMA foreign_keys = ON")
        yield connection


def rows(connection: sqlite3.Connection, question: str) -> list[dict[str, Any]]:
    return [dict(row) for row in connection.execute(question)]


def test_letters_can_be_read_without_us(plain_sqlite: sqlite3.Connection) -> None:
    (leeds,) = rows(plain_sqlite, "SELECT * FROM letters WHERE council = 'Leeds City Council'")
    assert (leeds["type"], leeds["region"], leeds["gss_code"]) == ("metropolitan", LEEDS.region, LEEDS.gss_code)
    assert (leeds["year"], leeds["kind"], leeds["shown"], leeds["file"]) == (2020, "annual", 1, "leeds.txt")
    assert leeds["text"] == TEXT


def test_measures_can_be_read_without_us(plain_sqlite: sqlite3.Connection) -> None:
    found = rows(plain_sqlite, "SELECT * FROM measures WHERE council = 'Leeds City Council' ORDER BY measure")
    assert [(row["measure"], row["state"]) for row in found] == [
        ("compliance", "not_given"),
        ("remedy", "not_given"),
        ("upheld", "given"),
        ("upheld_per_100k", "not_given"),
    ]
    row = found[2]
    assert (row["rate"], row["average"], row["count"], row["base"], row["denominator"]) == (60, 45, 3, 5, 5)
    assert (row["base_of"], row["derived"]) == ("detailed investigations", "[]")
    assert (row["type"], row["region"], row["gss_code"], row["year"]) == (
        "metropolitan",
        LEEDS.region,
        LEEDS.gss_code,
        2020,
    )


def test_counts_can_be_read_without_us(plain_sqlite: sqlite3.Connection) -> None:
    (row,) = rows(plain_sqlite, 'SELECT council, year, "table", key, heading, value, is_total FROM counts')
    assert tuple(row.values()) == ("Leeds City Council", 2020, "received", "housing", "Housing", 4, 0)


def test_councils_can_be_read_without_us(plain_sqlite: sqlite3.Connection) -> None:
    found = rows(plain_sqlite, "SELECT council, type, letters, first_year, last_year FROM councils ORDER BY council")
    assert [tuple(row.values()) for row in found] == [
        ("Leeds City Council", "metropolitan", 1, 2020, 2020),
        ("Oadby & Wigston Borough Council", "district", 1, 2020, 2020),
    ]


def test_the_words_of_every_quote_can_be_read_without_us(plain_sqlite: sqlite3.Connection) -> None:
    found = rows(plain_sqlite, "SELECT about, name, words FROM quotes ORDER BY about")
    assert [tuple(row.values()) for row in found] == [
        ("doubt", "as_worded", "Housing"),
        ("measure", "upheld", "60% of complaints were upheld"),
        ("received", "Housing", "Housing 4"),
        ("remark", "praise", "I welcome that"),
    ]


def test_a_files_bytes_can_be_had_without_us(plain_sqlite: sqlite3.Connection) -> None:
    (file,) = rows(plain_sqlite, "SELECT sha256, zlib FROM file WHERE name = 'leeds.txt'")
    texts = [
        text for (text,) in plain_sqlite.execute("SELECT text FROM letters WHERE file = 'leeds.txt' ORDER BY position")
    ]
    data = zlib.decompressobj(zdict="".join(texts).encode()[-32768:]).decompress(file["zlib"])
    assert data == f"leeds.txt\n{TEXT}".encode()
    assert hashlib.sha256(data).hexdigest() == file["sha256"]


def test_words_can_be_searched_without_us(plain_sqlite: sqlite3.Connection) -> None:
    question = "SELECT council FROM letters WHERE letter_id IN (SELECT rowid FROM letter_fts('complaint'))"
    assert rows(plain_sqlite, question) == [{"council": "Leeds City Council"}]


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE measure SET rate = 'sixty'",
        "UPDATE measure SET count = 'three'",
        "UPDATE letter SET dated = '22 July 2020'",
        "UPDATE letter SET period_start = '2019-04-01'",
        "UPDATE letter SET council_id = 99",
        "UPDATE letter SET year = NULL",
        'UPDATE measure_quote SET "end" = start - 1',
        "UPDATE file SET sha256 = 'short'",
        "UPDATE letter_text SET text = 'another'",
    ],
)
def test_what_no_letter_can_be_is_refused_by_the_file_itself(plain_sqlite: sqlite3.Connection, change: str) -> None:
    with pytest.raises(sqlite3.IntegrityError):
        plain_sqlite.execute(change)


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE measure SET state = 'nonsense'",
        "UPDATE measure SET name = 'nonsense' WHERE name = 'remedy'",
        "UPDATE council SET type = 'nonsense'",
        "UPDATE letter SET kind = 'nonsense'",
        "UPDATE letter_table SET name = 'nonsense'",
        "UPDATE remark SET kind = 'nonsense'",
        "UPDATE doubt SET code = 'nonsense'",
    ],
)
def test_a_letter_with_a_word_that_we_do_not_know_is_damaged_and_gives_no_figure(
    plain_sqlite: sqlite3.Connection, tmp_path: Path, change: str
) -> None:
    plain_sqlite.execute(change)
    with Library.open(tmp_path / "library.db") as library:
        found = library.letter(1).letter
        damage = [finding for finding in library.check() if finding.kind == "damage"]
        (entry,) = (one for one in library.councils() if one.council.name.startswith(LEEDS.name))
    of_council = change.startswith("UPDATE council")
    assert (DoubtCode.LETTER_DAMAGED in {doubt.code for doubt in found.doubts}) != of_council
    assert (found.measures[0].rate is None) != of_council
    assert entry.is_damaged == change.startswith(("UPDATE measure", "UPDATE letter SET", "UPDATE remark"))
    assert of_council == (entry.council.name == "Leeds City Council (damaged)")
    assert damage


def test_doubts_can_be_read_without_us(plain_sqlite: sqlite3.Connection) -> None:
    (row,) = rows(plain_sqlite, "SELECT council, year, code, about, parameters FROM doubts")
    assert tuple(row.values()) == (
        "Leeds City Council",
        2020,
        "as_worded",
        "received",
        '{"message": "The total is missing."}',
    )


def test_two_letters_of_one_council_and_year_cannot_both_be_shown(tmp_path: Path) -> None:
    with Library.open(tmp_path / "library.db") as library:
        add(library, letter("One."), letter("Two."))
    with (
        closing(sqlite3.connect(tmp_path / "library.db")) as connection,
        pytest.raises(sqlite3.IntegrityError, match="UNIQUE"),
    ):
        connection.execute("UPDATE letter SET shown = 1")


def test_another_program_may_take_a_file_out_and_the_index_stays_right(
    plain_sqlite: sqlite3.Connection, tmp_path: Path
) -> None:
    plain_sqlite.execute("DELETE FROM file WHERE name = 'leeds.txt'")
    plain_sqlite.execute("INSERT INTO letter_fts (letter_fts, rank) VALUES ('integrity-check', 1)")
    for table in ("letter_text", "measure_quote", "letter_table", "cell", "remark", "doubt", "doubt_quote"):
        left = rows(plain_sqlite, f"SELECT count(*) AS n FROM {table}")[0]["n"]  # noqa: S608 - our own table names
        assert left == (1 if table == "letter_text" else 0), table
    with Library.open(tmp_path / "library.db") as library:
        assert library.search("complaints").total == 0
        assert [entry.council.name for entry in library.councils()] == ["Oadby & Wigston Borough Council"]


def test_a_total_is_told_from_the_cells_it_sums(tmp_path: Path) -> None:
    with Library.open(tmp_path / "library.db") as library:
        add(library, letter("Table.", tables=(received(6, housing=4, planning=2),)))
    with closing(sqlite3.connect(tmp_path / "library.db")) as connection:
        assert connection.execute("SELECT sum(value) FROM counts WHERE NOT is_total").fetchone() == (6,)
        assert connection.execute("SELECT value FROM counts WHERE is_total").fetchone() == (6,)
