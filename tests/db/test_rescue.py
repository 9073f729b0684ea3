"""A new library of a damaged one is whole, or not there; what was set by hand comes to the letter it was set for."""

import os
from pathlib import Path

import pytest

from db.councils.register import Register
from db.errors import Declined
from db.library import Library
from db.rescue import rescue_library
from tests.db.builders import LEEDS, NOWHERE, OADBY, add, letter
from tests.db.reread.test_salvage import change, ignore_progress, import_book, read_texts


def test_what_breaks_off_leaves_nothing_and_can_be_tried_again(tmp_path: Path) -> None:
    own, new = tmp_path / "library.db", tmp_path / "new.db"
    with Library.open(own) as library:
        add(library, letter("One."), letter("Two.", OADBY, 2021))

    def break_off(_done: int, _total: int) -> None:
        raise KeyboardInterrupt

    before = sorted(tmp_path.iterdir())
    with pytest.raises(KeyboardInterrupt):
        rescue_library(own, new, break_off)
    assert sorted(tmp_path.iterdir()) == before
    umask = os.umask(0)
    try:
        rescue_library(own, new, ignore_progress)
    finally:
        os.umask(umask)
    assert read_texts(new) == ["One.", "Two."]
    assert sorted(tmp_path.iterdir()) == [own, new]
    assert new.stat().st_mode & 0o777 == 0o600


def test_what_comes_to_stand_there_meanwhile_is_left_alone(tmp_path: Path) -> None:
    own, new = tmp_path / "library.db", tmp_path / "new.db"
    with Library.open(own) as library:
        add(library, letter("One."))

    def put_another(_done: int, _total: int) -> None:
        new.write_bytes(b"another")

    with pytest.raises(Declined, match="now something"):
        rescue_library(own, new, put_another)
    assert new.read_bytes() == b"another"
    with pytest.raises(Declined, match="make it first"):
        rescue_library(own, tmp_path / "no" / "new.db", ignore_progress)


def test_what_was_set_by_hand_comes_to_its_own_letter(tmp_path: Path) -> None:
    own, new = tmp_path / "library.db", tmp_path / "new.db"
    import_book(own, tmp_path / "book.txt", 12)
    with Library.open(own) as library:
        ids = {one.read_year: one.id for batch in library.all_letters() for one in batch}
        for year in (2011, 2013, 2014):
            library.correct(ids[year], LEEDS, None)
    change(own, "DELETE FROM letter WHERE position = 0")
    change(own, "UPDATE letter SET role = 'Another' WHERE position = 4")
    report = rescue_library(own, new, ignore_progress)
    with Library.open(new) as library:
        corrected = {one.read_year for batch in library.all_letters() for one in batch if one.correction}
    assert corrected == {2011, 2013}
    assert [(one.file_name, one.position) for one in report.lost_corrections] == [("book.txt", 4)]


def test_a_correction_to_a_council_that_is_none_of_the_registers_is_said_to_be_lost(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    own = tmp_path / "library.db"
    with Library.open(own) as library:
        first, _ = add(library, letter("One."), letter("Two.", OADBY, 2021))
        with monkeypatch.context() as patched:
            patched.setattr(Register, "by_name", lambda _register, _name: NOWHERE)
            library.correct(first, NOWHERE, None)
    report = rescue_library(own, tmp_path / "new.db", ignore_progress)
    assert read_texts(tmp_path / "new.db") == ["One.", "Two."]
    (lost,) = report.lost_corrections
    assert lost.correction is not None
    assert lost.correction.council is not None
    assert (lost.file_name, lost.correction.council.name) == ("1.txt", NOWHERE.name)
