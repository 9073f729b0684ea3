"""A library that is only asked: where there is none yet, every answer is that of an empty one, and none is made."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from db.errors import LetterGone, LibraryGone, LibraryProtected, LibraryUnreadable, NotALibrary
from db.library import Library
from tests.db.builders import OADBY, add, letter

QUESTIONS: dict[str, tuple[Callable[[Library], object], object]] = {
    "councils": (lambda library: library.councils(), ()),
    "letters of a council": (lambda library: library.letters_of(1), ()),
    "all letters": (lambda library: list(library.all_letters()), [()]),
    "a year": (lambda library: library.year(2020), ()),
    "coverage": (lambda library: library.coverage(), ()),
    "search": (lambda library: library.search("apology").hits, ()),
    "counts": (lambda library: library.counts().letters, 0),
    "review": (lambda library: library.review_items().items, ()),
    "sets": (lambda library: library.council_sets.read(), ()),
    "sources": (lambda library: library.sources("a"), ()),
}


@pytest.mark.parametrize(("question", "answer"), QUESTIONS.values(), ids=QUESTIONS)
def test_where_there_is_no_library_the_answer_is_nothing_and_none_is_made(
    tmp_path: Path, question: Callable[[Library], object], answer: object
) -> None:
    with Library.ask(tmp_path / "data" / "library.db") as library:
        assert question(library) == answer
        with pytest.raises(LetterGone):
            library.letter(1)
    assert list(tmp_path.iterdir()) == []


def test_a_change_makes_it(tmp_path: Path) -> None:
    path = tmp_path / "data" / "library.db"
    with Library.ask(path) as library:
        assert library.counts().letters == 0
        add(library, letter("Alpha words.", OADBY, 2020))
        assert library.counts().letters == 1
    with Library.open(path) as library:
        assert library.counts().letters == 1


def test_nothing_is_kept_where_nothing_was_made(tmp_path: Path) -> None:
    with Library.ask(tmp_path / "library.db") as library, pytest.raises(LibraryProtected):
        library.council_sets.save("Ours", [OADBY.name])
    assert list(tmp_path.iterdir()) == []


def test_one_that_comes_meanwhile_is_asked_next_time(tmp_path: Path) -> None:
    path = tmp_path / "library.db"
    watch = Library.watch(path)
    with Library.ask(path) as library:
        assert not watch.has_changed()
        with Library.open(path) as other:
            add(other, letter("Alpha words.", OADBY, 2020))
        assert library.counts().letters == 0
    assert watch.has_changed()
    assert not watch.has_changed()
    watch.close()
    with Library.ask(path) as library:
        assert library.counts().letters == 1


def test_one_that_has_gone_is_not_one_that_there_is_not_yet(tmp_path: Path) -> None:
    path = tmp_path / "library.db"
    Library.ask(path).close()
    with Library.open(path) as library:
        add(library, letter("Alpha words.", OADBY, 2020))
    path.unlink()
    with pytest.raises(LibraryGone, match="no longer there"):
        Library.ask(path)


def test_what_is_no_library_is_refused_all_the_same(tmp_path: Path) -> None:
    with pytest.raises(NotALibrary, match="is a folder"):
        Library.ask(tmp_path)
    (tmp_path / "text").write_text("Dear Mrs Court,")
    with pytest.raises(NotALibrary):
        Library.ask(tmp_path / "text")
    with pytest.raises(LibraryUnreadable):
        Library.ask(tmp_path / "text" / "library.db")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_pipe_is_not_taken_for_an_empty_file(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(NotALibrary, match="is not a file"):
        Library.ask(tmp_path / "pipe")
