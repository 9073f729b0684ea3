"""A new library of a damaged one is whole, or not there; what was set by hand comes to the letter it was set for."""

import os
from pathlib import Path

import pytest

from db.errors import Declined
from db.library import Library
from db.rescue import rescue_library
from tests.db.builders import OADBY, add, letter
from tests.db.reread.test_rescue import ignore_progress, read_texts


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
