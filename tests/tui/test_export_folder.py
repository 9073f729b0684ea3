"""The whole library as a folder: stopped or broken off it leaves nothing, and all of it is of one moment."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from db import library as library_module
from db.export.sheet_formats import SheetFormat
from db.library import Library
from db.model import StoredLetter
from tests.tui.draw.made import of_year, stored, upheld
from tui.export_folder import export_library
from tui.saved_file import AlreadyThere, CannotSave


def make_batches(number: int) -> list[list[StoredLetter]]:
    """Batches of two letters each."""
    return [[stored(of_year(2020 + at, upheld()), 2 * at + each) for each in range(2)] for at in range(number)]


@pytest.mark.parametrize("kind", list(SheetFormat))
def test_stopped_it_leaves_nothing_behind(tmp_path: Path, kind: SheetFormat) -> None:
    told: list[int] = []
    report = export_library(
        make_batches(5),
        tmp_path / "tables",
        kind,
        may_replace=False,
        on_letter=told.append,
        cancelled=lambda: len(told) == 2,
    )
    assert report.cancelled
    assert told == [2, 4]
    assert list(tmp_path.iterdir()) == []


def test_what_breaks_off_leaves_what_was_there(tmp_path: Path) -> None:
    folder = tmp_path / "tables"
    assert export_library(make_batches(1), folder, SheetFormat.CSV, may_replace=False).letters == 2
    before = {each.name: each.read_bytes() for each in folder.iterdir()}

    def break_off() -> Iterator[Sequence[StoredLetter]]:
        yield from make_batches(1)
        raise OSError(28, "No space left on device")

    with pytest.raises(CannotSave, match="No space left on device"):
        export_library(break_off(), folder, SheetFormat.CSV, may_replace=True)
    assert {each.name: each.read_bytes() for each in folder.iterdir()} == before
    assert [each.name for each in tmp_path.iterdir()] == ["tables"]
    with pytest.raises(AlreadyThere):
        export_library(make_batches(1), folder, SheetFormat.CSV, may_replace=False)


def test_all_letters_come_once_each_council_whole(library: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(library_module, "_BATCH", 2)
    with Library.open(library) as opened:
        batches = list(opened.all_letters())
        expected = {letter.id for entry in opened.councils() for letter in opened.letters_of(entry.id)}
        letters = [letter for batch in batches for letter in batch]
        assert sorted(letter.id for letter in letters) == sorted(expected)
        councils = [{letter.council_id for letter in batch} for batch in batches]
        assert sum(map(len, councils)) == len(set().union(*councils))
        assert len(batches) > 1
        first = letters[0]
        assert first in opened.letters_of(first.council_id)


def test_all_letters_of_an_empty_library_are_none(empty_library: Path) -> None:
    with Library.open(empty_library) as opened:
        assert [letter for batch in opened.all_letters() for letter in batch] == []


@pytest.mark.parametrize("name", ["n" * 300, "nul\0", "/".join(["deep" * 10] * 120)])
def test_a_folder_that_no_system_makes_is_refused_with_the_reason(tmp_path: Path, name: str) -> None:
    with pytest.raises(CannotSave, match=r"could not be written: (File name too long|that is no name for a file)\."):
        export_library(make_batches(1), tmp_path / name, SheetFormat.CSV, may_replace=False)
    assert list(tmp_path.iterdir()) == []
