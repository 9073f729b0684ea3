import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from db.library import Library
from db.model import Quote, Remark, RemarkKind
from tests.db.builders import LEEDS, NOWHERE, OADBY, add, letter

TEXT = "I welcome that. You apologised. You delayed."


def remark(words: str, kind: RemarkKind = RemarkKind.PRAISE) -> Remark:
    start = TEXT.index(words)
    return Remark(kind=kind, quote=Quote(start=start, end=start + len(words), text=words))


def test_a_council_has_as_many_remarks_as_there_are_passages_in_its_newest_letter(path: Path) -> None:
    twice = (remark("I welcome that."), remark("I welcome that.", RemarkKind.APOLOGY), remark("You delayed."))
    with Library.open(path) as library:
        add(
            library,
            replace(letter(TEXT, OADBY, 2019), remarks=(remark("You apologised."),)),
            replace(letter(TEXT, OADBY, 2021), remarks=twice),
            replace(letter(TEXT, LEEDS, 2020), remarks=(remark("You delayed."),)),
            letter(TEXT, LEEDS, 2021),
            replace(letter(TEXT, NOWHERE, None), remarks=(remark("You delayed."),)),
        )
        found = {entry.council.name: entry.remarks for entry in library.councils()}
    assert found == {OADBY.name: 2, LEEDS.name: 0, NOWHERE.name: 1}


def change_rows_alone(path: Path, statement: str) -> None:
    """Change rows of letters behind the back of their indexes, as a bit that flips does."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("PRAGMA writable_schema = ON")
        kept = connection.execute(
            "DELETE FROM sqlite_schema WHERE type = 'index' AND tbl_name = 'letter' AND sql IS NOT NULL RETURNING *"
        ).fetchall()
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute(statement)
        connection.execute("PRAGMA writable_schema = ON")
        connection.executemany("INSERT INTO sqlite_schema VALUES (?, ?, ?, ?, ?)", kept)


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE letter SET year = 2017 WHERE year = 2018",
        "UPDATE letter SET shown = 0 WHERE year = 2018",
        "UPDATE letter SET identified = 0 WHERE year = 2018",
        "UPDATE letter SET council_id = 2 WHERE year = 2018",
    ],
)
@pytest.mark.parametrize("is_index_damaged", [False, True])
def test_only_years_are_told_that_rows_and_indexes_agree_on(
    path: Path, statement: str, *, is_index_damaged: bool
) -> None:
    with Library.open(path) as library:
        add(library, letter("a", OADBY, 2018), letter("b", LEEDS, 2020), letter("c", OADBY, 2020))
    whole = path.read_bytes()
    if is_index_damaged:  # the index has what is wrong, the row what was written
        with closing(sqlite3.connect(path)) as connection, connection:
            connection.execute(statement)
        change_rows_alone(path, "UPDATE letter SET year = 2018, shown = 1, identified = 1, council_id = 1 WHERE id = 1")
    else:
        change_rows_alone(path, statement)
    assert path.read_bytes() != whole
    with Library.open(path) as library:
        oadby = next(entry for entry in library.councils() if entry.council == OADBY)
        assert oadby.is_damaged or oadby.years == (2018, 2020)
        assert set(oadby.years) <= {2018, 2020}
        if "year =" in statement.partition("WHERE")[0] or "shown" in statement:
            assert (oadby.is_damaged, oadby.years) == (True, (2020,))
        assert library.councils([OADBY.name]) == (oadby,)


def test_of_councils_that_are_named_the_same_is_told_as_of_all(path: Path) -> None:
    with Library.open(path) as library:
        add(
            library,
            replace(letter(TEXT, OADBY, 2019), remarks=(remark("You apologised."),)),
            letter(TEXT, OADBY, 2021),
            letter(TEXT, LEEDS, 2020),
            letter(TEXT, NOWHERE, None),
        )
        of_all = library.councils()
        assert len(of_all) == 3
        for names in ([OADBY.name], [NOWHERE.name, LEEDS.name], [], ["No such council"]):
            assert library.councils(names) == tuple(entry for entry in of_all if entry.council.name in names)
