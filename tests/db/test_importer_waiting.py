"""An import beside another program that changes the library: it waits, says so, and goes on where it was."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from db import importer
from db.errors import LibraryBusy
from db.importer import Progress, import_paths
from db.library import Library
from tests.db.builders import folder_of_letters


@pytest.fixture(autouse=True)
def _impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """A file a batch, and looks that follow one another at once."""
    monkeypatch.setattr(importer, "BATCH_FILES", 1)
    monkeypatch.setattr(importer, "_PATIENCE", 0.01)


@pytest.fixture(name="other")
def _other(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    """Another program, in the middle of a change of a library with one letter."""
    import_paths(tmp_path / "library.db", [folder_of_letters(tmp_path / "one", 1)])
    with closing(sqlite3.connect(tmp_path / "library.db", isolation_level=None, timeout=0)) as connection:
        connection.execute("BEGIN IMMEDIATE")
        yield connection


def count_files(library: Path) -> int:
    with Library.open(library) as here:
        return here.counts().files


def test_it_goes_on_once_the_other_has_finished(tmp_path: Path, other: sqlite3.Connection) -> None:
    told: list[Progress] = []

    def follow(progress: Progress) -> None:
        told.append(progress)
        if sum(each.is_waiting for each in told) == 3 and other.in_transaction:
            other.execute("COMMIT")

    report = import_paths(tmp_path / "library.db", [folder_of_letters(tmp_path / "in", 4)], on_file=follow)
    assert (report.added, report.already_here, report.cancelled) == (3, 1, False)
    assert [(each.done, each.total) for each in told if each.is_waiting] == [(1, 4)] * 3
    assert [each.done for each in told if each.outcome] == [1, 2, 3, 4]
    assert count_files(tmp_path / "library.db") == 4


def test_it_can_be_cancelled_while_it_waits(tmp_path: Path, other: sqlite3.Connection) -> None:
    told: list[Progress] = []
    report = import_paths(
        tmp_path / "library.db",
        [folder_of_letters(tmp_path / "in", 4)],
        on_file=told.append,
        cancelled=lambda: any(each.is_waiting for each in told),
    )
    assert (report.added, report.cancelled) == (0, True)
    other.execute("ROLLBACK")
    assert count_files(tmp_path / "library.db") == 1


def test_it_does_not_wait_for_ever(tmp_path: Path, other: sqlite3.Connection, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(importer, "WAIT_SECONDS", 0.05)
    with pytest.raises(LibraryBusy, match="being changed by another program"):
        import_paths(tmp_path / "library.db", [folder_of_letters(tmp_path / "in", 4)])
    assert other.in_transaction
