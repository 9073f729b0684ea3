"""A library that is deleted, emptied or replaced is said to be gone, and none is made in its place."""

import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from db.errors import LibraryGone
from db.library import Library
from db.store.identity import refuse_another
from tests.db.builders import LEEDS, OADBY, add, file_of, letter, upheld


def delete(path: Path, other: Path) -> None:
    path.unlink()


def empty(path: Path, other: Path) -> None:
    path.write_bytes(b"")


def move_another_there(path: Path, other: Path) -> None:
    other.replace(path)


def write_another_into_it(path: Path, other: Path) -> None:
    shutil.copyfile(other, path)


CHANGES = (delete, empty, move_another_there, write_another_into_it)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A library that was asked, beside another."""
    with Library.open(tmp_path / "library.db") as library:
        add(library, letter("One.", OADBY, 2020, upheld()))
    with Library.open(tmp_path / "other.db") as other:
        add(other, letter("Other.", LEEDS, 2020, upheld()))
    return tmp_path / "library.db"


@pytest.mark.parametrize("done", CHANGES)
def test_between_two_questions(path: Path, done: Callable[[Path, Path], None]) -> None:
    done(path, path.with_name("other.db"))
    before = {one.name: one.read_bytes() for one in path.parent.iterdir()}
    with pytest.raises(LibraryGone, match="open it again"):
        Library.open(path)
    assert {one.name: one.read_bytes() for one in path.parent.iterdir()} == before


@pytest.mark.parametrize("done", [delete, move_another_there])
def test_while_it_is_open(path: Path, done: Callable[[Path, Path], None]) -> None:
    with Library.open(path) as library:
        stored = library.letter(1)
        done(path, path.with_name("other.db"))
        if done is move_another_there:
            with pytest.raises(LibraryGone):
                Library.open(path)
        else:
            with pytest.raises(LibraryGone):
                library.letter(1)
            with pytest.raises(LibraryGone):
                library.add_files([file_of(letter("Two."))])
            with pytest.raises(LibraryGone):
                library.correct(1, LEEDS, 2019)
    assert stored.letter.text == "One."


def test_an_older_copy_of_the_same_library_is_another(path: Path) -> None:
    with Library.open(path) as library:
        library.copy_to(path.with_name("copy.db"))
        add(library, letter("Two.", LEEDS, 2021, upheld()))
    path.with_name("copy.db").replace(path)
    with pytest.raises(LibraryGone, match="older copy"):
        Library.open(path)


def test_the_same_library_put_back_is_the_same(path: Path) -> None:
    path.rename(path.with_name("away.db"))
    with pytest.raises(LibraryGone):
        Library.open(path)
    path.with_name("away.db").rename(path)
    with Library.open(path) as library:
        assert library.letter(1).letter.text == "One."


def test_a_question_makes_no_library(tmp_path: Path) -> None:
    with pytest.raises(LibraryGone):
        Library.open(tmp_path / "none.db", may_make=False)
    assert list(tmp_path.iterdir()) == []


def test_a_change_noted_by_another_thread_between_a_look_and_its_answer_makes_it_no_older_copy(path: Path) -> None:
    with Library.open(path) as library:

        class Slow(sqlite3.Connection):
            def execute(self, *question: str) -> sqlite3.Cursor:  # type: ignore[override]
                answer = super().execute(*question)
                add(library, letter("Two.", LEEDS, 2021, upheld()))
                library.counts()
                return answer

        with closing(sqlite3.connect(path, factory=Slow)) as slow:
            refuse_another(slow, path)
        add(library, letter("Three.", LEEDS, 2022, upheld()))
        assert library.counts().letters == 3
