"""Of which council and year there is a letter, as far as that is as it was written."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from db.library import Library
from tests.db.builders import LEEDS, OADBY, add, letter, upheld

Change = Callable[[str], None]


@pytest.fixture(name="library")
def _library(tmp_path: Path) -> Iterator[Library]:
    """Two letters to Oadby, one with figures, and one to Leeds."""
    with Library.open(tmp_path / "library.db") as library:
        add(
            library,
            letter("A", OADBY, 2023),
            letter("B", OADBY, 2024, upheld(60)),
            letter("C", LEEDS, 2024, upheld(70)),
        )
        yield library


@pytest.fixture(name="change")
def _change(tmp_path: Path) -> Change:
    """Changes a row as nothing of upheld does."""

    def change(statement: str) -> None:
        with closing(sqlite3.connect(tmp_path / "library.db")) as connection, connection:
            connection.execute(statement)

    return change


def list_coverage(library: Library) -> set[tuple[str, int, bool]]:
    return {(each.council.name, each.year, each.has_figures) for each in library.coverage()}


def test_each_letter_has_its_council_its_year_and_whether_it_has_figures(library: Library) -> None:
    assert list_coverage(library) == {(OADBY.name, 2023, False), (OADBY.name, 2024, True), (LEEDS.name, 2024, True)}


@pytest.mark.parametrize(
    "statement", ["UPDATE letter SET year = 2031 WHERE figures > 0", "UPDATE letter SET figures = 9 WHERE figures > 0"]
)
def test_a_letter_that_is_no_longer_what_was_written_is_counted_nowhere(
    library: Library, change: Change, statement: str
) -> None:
    change(statement)
    assert list_coverage(library) == {(OADBY.name, 2023, False)}


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE council SET type = 'nonsense' WHERE name LIKE 'Leeds%'",
        "UPDATE council SET region = 'Nowhere' WHERE name LIKE 'Leeds%'",
    ],
)
def test_a_damaged_council_is_called_so_and_spoils_no_other(library: Library, change: Change, statement: str) -> None:
    change(statement)
    assert list_coverage(library) == {
        (OADBY.name, 2023, False),
        (OADBY.name, 2024, True),
        (f"{LEEDS.name} (damaged)", 2024, True),
    }
