"""A log that another file has left beside a library is known, and is written into nothing."""

import shutil
import sqlite3
from pathlib import Path

import pytest

from db.errors import ForeignLog
from db.library import Library
from db.store import leftover_log
from db.store.backup import name_backup
from db.store.schema import VERSION
from tests.db.builders import LEEDS, OADBY, add, letter, upheld
from tests.db.store.old_libraries import make_library


def leave_log(folder: Path, library: Library) -> tuple[bytes, bytes]:
    """The file and its log as a crash of whoever has it open would leave them."""
    path = library.path
    return path.read_bytes(), path.with_name(path.name + "-wal").read_bytes()


def put(path: Path, data: bytes, log: bytes) -> None:
    path.write_bytes(data)
    path.with_name(path.name + "-wal").write_bytes(log)


def list_files(folder: Path) -> dict[str, bytes]:
    return {one.name: one.read_bytes() for one in folder.iterdir() if not one.name.endswith("-shm")}


def test_the_librarys_own_log_is_taken_over(tmp_path: Path) -> None:
    with Library.open(tmp_path / "library.db") as library:
        add(library, letter("One.", OADBY, 2020, upheld()))
        add(library, letter("Two.", LEEDS, 2020, upheld()))
        data, log = leave_log(tmp_path, library)
        library._open_connection().execute("PRAGMA wal_checkpoint(PASSIVE)")
        half, _ = leave_log(tmp_path, library)
        add(library, letter("Three.", LEEDS, 2021, upheld()))
        later, later_log = leave_log(tmp_path, library)
    for number, (one, its_log) in enumerate([(data, log), (half, log), (later, later_log)]):
        path = tmp_path / str(number) / "library.db"
        path.parent.mkdir()
        put(path, one, its_log)
        with Library.open(path) as library:
            assert library.counts().letters == 2 + (number == 2)
            assert [one for one in library.check() if one.kind == "damage"] == []


@pytest.mark.parametrize("is_same_library", [True, False])
def test_a_copy_put_beside_another_log_is_not_opened(tmp_path: Path, is_same_library: bool) -> None:
    path = tmp_path / "library.db"
    with Library.open(path) as library:
        add(library, letter("One.", OADBY, 2020, upheld()))
        library.copy_to(tmp_path / "copy.db")
    if not is_same_library:
        with Library.open(tmp_path / "other.db") as other:
            add(other, letter("Other.", LEEDS, 2020, upheld()))
            other.copy_to(tmp_path / "copy.db", may_replace=True)
    with Library.open(path) as library:
        add(library, letter("Two.", LEEDS, 2020, upheld()))
    with Library.open(path) as library:
        add(library, letter("Three.", LEEDS, 2021, upheld()))
        _, log = leave_log(tmp_path, library)
    restored = tmp_path / "restored" / "library.db"
    restored.parent.mkdir()
    put(restored, (tmp_path / "copy.db").read_bytes(), log)
    before = list_files(restored.parent)
    with pytest.raises(ForeignLog, match="move the log"):
        Library.open(restored)
    assert list_files(restored.parent) == before
    restored.with_name("library.db-wal").rename(tmp_path / "kept-log")
    with Library.open(restored) as library:
        assert library.counts().letters == 1
        assert library.check() == ()


def test_the_log_of_an_older_library_is_not_written_into_a_newer_one(tmp_path: Path) -> None:
    make_library(tmp_path / "old.db", 6)
    connection = sqlite3.connect(tmp_path / "old.db", isolation_level=None)
    connection.execute("CREATE TABLE another (a)")
    log = (tmp_path / "old.db-wal").read_bytes()
    connection.close()
    path = tmp_path / "new" / "library.db"
    path.parent.mkdir()
    with Library.open(path) as library:
        add(library, letter("One.", OADBY, 2020, upheld()))
    put(path, path.read_bytes(), log)
    before = list_files(path.parent)
    with pytest.raises(ForeignLog):
        Library.open(path)
    assert list_files(path.parent) == before


def test_an_older_library_is_kept_until_the_next_is_made_of_it(tmp_path: Path) -> None:
    path = tmp_path / "library.db"
    make_library(path, 5)
    older = tmp_path / "library.db.schema-3.backup"
    older.write_bytes(b"of an earlier time")
    Library.open(path).close()
    backup = name_backup(path, 5)
    assert sorted(one.name for one in tmp_path.iterdir()) == ["library.db", backup.name]
    assert backup.stat().st_mode & 0o777 == 0o600
    shutil.copy(backup, tmp_path / "again.db")
    Library.open(tmp_path / "again.db").close()
    connection = sqlite3.connect(backup)
    assert connection.execute("PRAGMA user_version").fetchone() == (5,)
    connection.close()


def test_what_cannot_be_brought_up_to_date_leaves_the_library_and_the_copy(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "library.db"
    make_library(path, 5)
    older = tmp_path / "library.db.schema-3.backup"
    older.write_bytes(b"of an earlier time")

    def fail(_connection: sqlite3.Connection) -> None:
        raise sqlite3.OperationalError("in the middle")

    with monkeypatch.context() as patched:
        patched.setattr("db.store.migrations.steps.migrate", fail)
        with pytest.raises(Exception, match="in the middle"):
            Library.open(path)
    assert {one.name for one in tmp_path.iterdir()} >= {older.name, name_backup(path, 5).name}
    connection = sqlite3.connect(path)
    assert connection.execute("PRAGMA user_version").fetchone() == (5,)
    connection.close()
    with Library.open(path) as library:
        assert library._open_connection().execute("PRAGMA user_version").fetchone()[0] == VERSION


@pytest.mark.parametrize("name", ["_belongs", "_read_logged_states", "_is_library"])
def test_a_log_that_goes_while_it_is_looked_at_is_none(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    with Library.open(tmp_path / "library.db") as library:
        add(library, letter("One.", OADBY, 2020, upheld()))
        library._open_connection().execute("PRAGMA wal_checkpoint(PASSIVE)")
        put(tmp_path / "copy.db", *leave_log(tmp_path, library))
    asked = getattr(leftover_log, name)

    def look_after_it_went(*what: Path, **how: bool) -> object:
        (tmp_path / "copy.db-wal").unlink(missing_ok=True)
        return asked(*what, **how)

    monkeypatch.setattr(leftover_log, name, look_after_it_went)
    with Library.open(tmp_path / "copy.db") as library:
        assert library.counts().letters == 1


def test_a_library_that_goes_while_its_log_is_looked_at_is_said_to_be_missing(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        leftover_log.refuse_foreign_log(tmp_path / "library.db")
