"""Reading again that does not come to its end, and what is seen of it until it does."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from db.errors import LibraryFull
from db.importer import import_paths
from db.letters.parse import parse
from db.library import Library
from tests.db.builders import folder_of_letters, letter_text
from tests.db.disks import room_for
from tests.db.reread.rereading import Parse, assert_whole, rows


@pytest.fixture
def about_to_change(tmp_path: Path, path: Path, parser: Callable[[Parse], None]) -> Iterator[tuple[Library, list[str]]]:
    """A library of six files of which each would change, and its rows before."""
    import_paths(path, [folder_of_letters(tmp_path / "in", 6)])
    before = rows(path)
    parser(
        lambda text, register: tuple(replace(one, text=f"{one.text} Anew.", year=2001) for one in parse(text, register))
    )
    with Library.open(path) as library:
        yield library, before


def test_progress_is_told_before_the_first_file_and_after_each(tmp_path: Path, path: Path) -> None:
    import_paths(path, [folder_of_letters(tmp_path / "in", 3)])
    told: list[tuple[int, int]] = []
    with Library.open(path) as library:
        library.reread(on_file=lambda done, total: told.append((done, total)))
    assert told == [(0, 3), (1, 3), (2, 3), (3, 3)]


@pytest.mark.parametrize("after", [0, 1, 5])
def test_when_cancelled_it_changes_nothing(path: Path, about_to_change: tuple[Library, list[str]], after: int) -> None:
    library, before = about_to_change
    told: list[int] = []
    report = library.reread(on_file=lambda done, total: told.append(done), cancelled=lambda: len(told) > after)
    assert (report.cancelled, report.changes, told[-1]) == (True, (), after)
    assert rows(path) == before
    assert len(library.reread().changes) == 6, "and it can be done again"
    assert_whole(library)


@pytest.mark.parametrize("crash", [KeyboardInterrupt, RuntimeError])
def test_a_crash_in_the_middle_changes_nothing(
    path: Path, about_to_change: tuple[Library, list[str]], crash: type[BaseException]
) -> None:
    library, before = about_to_change

    def crashing(done: int, total: int) -> None:
        if done == 4:
            raise crash

    with pytest.raises(crash):
        library.reread(on_file=crashing)
    assert rows(path) == before
    assert len(library.reread().changes) == 6


def test_a_full_disk_changes_nothing(path: Path, about_to_change: tuple[Library, list[str]]) -> None:
    _, before = about_to_change
    with room_for(path, 0), Library.open(path) as library, pytest.raises(LibraryFull, match="disk is full"):
        library.reread()
    assert rows(path) == before


def test_other_programs_read_what_was_there_until_it_is_done(
    path: Path, about_to_change: tuple[Library, list[str]]
) -> None:
    library, _ = about_to_change
    with Library.open(path) as other:

        def look(done: int, total: int) -> None:
            assert other.search("anew").total == 0
            assert other.counts().last_year == 2021

        library.reread(on_file=look)
        assert other.search("anew").total == 6
        assert other.counts().last_year == 2001


def test_other_programs_import_while_files_are_read_again(
    tmp_path: Path, path: Path, about_to_change: tuple[Library, list[str]]
) -> None:
    library, _ = about_to_change
    new = tmp_path / "new.txt"

    def bring_in(done: int, total: int) -> None:
        new.write_text(letter_text(words=f"Letter {done}."), encoding="utf-8")
        assert import_paths(path, [new]).added == 1

    report = library.reread(on_file=bring_in)
    assert (report.files, len(report.changes)) == (6, 6)
    assert library.counts().files == 13
    assert_whole(library)


def test_what_another_program_takes_out_meanwhile_stays_out(
    path: Path, about_to_change: tuple[Library, list[str]]
) -> None:
    library, _ = about_to_change
    sha256s = sorted(one.source.sha256 for entry in library.councils() for one in library.letters_of(entry.id))

    def take_out(done: int, total: int) -> None:
        if done < 2:
            with Library.open(path) as other:
                other.remove_files([sha256s[done]])

    report = library.reread(on_file=take_out)
    assert (len(report.changes), report.kept) == (4, ())
    assert library.counts().files == 4
    assert_whole(library)
