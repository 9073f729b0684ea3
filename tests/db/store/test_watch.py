"""Whether a library has changed, asked by who does not change it."""

import shutil
from pathlib import Path

from db.library import Library
from tests.db.builders import add, letter


def test_only_what_is_written_counts_and_each_change_is_told_once(tmp_path: Path) -> None:
    path = tmp_path / "library.db"
    Library.open(path).close()
    watch = Library.watch(path)
    assert not watch.has_changed()
    with Library.open(path) as other:
        other.counts()
        assert not watch.has_changed()
        add(other, letter())
        assert [watch.has_changed(), watch.has_changed()] == [True, False]
    assert not watch.has_changed()
    watch.close()


def test_another_file_in_its_place_is_a_change(tmp_path: Path) -> None:
    path = tmp_path / "library.db"
    Library.open(path).close()
    watch = Library.watch(path)
    assert not watch.has_changed()
    other = Path(shutil.copy(path, tmp_path / "other.db"))
    other.replace(path)
    assert [watch.has_changed(), watch.has_changed()] == [True, False]
    watch.close()


def test_a_library_that_goes_has_changed_and_again_once_it_is_back(tmp_path: Path) -> None:
    path = tmp_path / "library.db"
    Library.open(path).close()
    watch = Library.watch(path)
    assert not watch.has_changed()
    path.rename(tmp_path / "aside.db")
    assert [watch.has_changed(), watch.has_changed()] == [True, False]
    (tmp_path / "aside.db").rename(path)
    assert [watch.has_changed(), watch.has_changed()] == [True, False]
    watch.close()


def test_watching_makes_no_library_and_leaves_nothing_beside_one(tmp_path: Path) -> None:
    path = tmp_path / "library.db"
    watch = Library.watch(path)
    assert not watch.has_changed()
    assert list(tmp_path.iterdir()) == []
    with Library.open(path) as library:
        assert [watch.has_changed(), watch.has_changed()] == [True, False]  # one that comes is a change, too
        add(library, letter())
        assert watch.has_changed()
    watch.close()
    watch.close()
    assert list(tmp_path.iterdir()) == [path]


def test_it_is_surely_the_same_until_somebody_writes(tmp_path: Path) -> None:
    path = tmp_path / "library.db"
    watch = Library.watch(path)
    assert not watch.is_same()
    watch.has_changed()
    assert watch.is_same()
    Library.open(path).close()
    assert not watch.is_same()
    watch.has_changed()
    assert watch.is_same()
    with Library.open(path) as other:
        add(other, letter())
    assert not watch.is_same()
    watch.close()


def test_what_cannot_be_read_is_not_surely_the_same(tmp_path: Path) -> None:
    path = tmp_path / "library.db"
    Library.open(path).close()
    watch = Library.watch(path)
    watch.has_changed()
    path.write_bytes(b"no library at all, " * 100)
    assert not watch.is_same()
    watch.close()
