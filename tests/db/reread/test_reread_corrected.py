"""What a person has set of a letter, when its file is read again."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from db.councils.register import Register
from db.letters.parse import parse
from db.library import Library
from db.model import Letter
from db.reread.report import Change, ChangeKind
from tests.db.builders import letter_text
from tests.db.reread.rereading import COUNCILS, Parse, assert_whole, contents, file_with, left_out, only, pack_of


def test_a_letter_newly_found_within_a_file_moves_no_other_and_nothing_set_by_hand(
    tmp_path: Path, path: Path, parser: Callable[[Parse], None]
) -> None:
    parser(left_out("Kent County Council"))
    file_with(tmp_path, path, pack_of(*COUNCILS))
    with Library.open(path) as library:
        library.correct(2, None, 2011)
        library.dismiss(2)
        parser(parse)
        (gained,) = library.reread().changes
        assert (gained.kind, gained.letter_id, gained.council) == (ChangeKind.GAINED, 3, "Kent County Council")
        assert [library.letter(one).letter.council.name for one in (1, 3, 2)] == list(COUNCILS)
        assert [library.letter(one).letter.year for one in (1, 3, 2)] == [2020, 2020, 2011]
        sha256 = library.letter(1).source.sha256
        assert [one.council.name for one in library.letters_in([sha256])[sha256]] == list(COUNCILS)
        assert library.search("Kent").total == 1
        assert_whole(library)


def test_a_file_that_would_lose_what_was_set_by_hand_is_left_as_it_was(
    tmp_path: Path, path: Path, parser: Callable[[Parse], None]
) -> None:
    file_with(tmp_path, path, pack_of(*COUNCILS))
    parser(left_out("Kent County Council", "Leeds City Council"))
    with Library.open(path) as library:
        library.correct(2, None, 2011)
        before = contents(library)
        report = library.reread()
        assert report.changes == ()
        assert [(kept.source.name, "set by hand" in kept.reason) for kept in report.kept] == [("a.txt", True)]
        assert contents(library) == before
        library.correct(2, None, None)
        assert [one.kind for one in library.reread().changes] == [ChangeKind.LOST, ChangeKind.LOST]


def test_what_was_set_by_hand_counts_whatever_is_read(
    tmp_path: Path, path: Path, parser: Callable[[Parse], None]
) -> None:
    file_with(tmp_path, path, letter_text("Borchester Borough Council"))
    leeds = Register.load().by_name("Leeds City Council")
    with Library.open(path) as library:
        library.correct(1, leeds, 2011)
        kent = Register.load().by_name("Kent County Council")
        assert kent is not None

        def better(text: str, register: Register) -> tuple[Letter, ...]:
            return tuple(replace(one, council=kent, year=2021, doubts=()) for one in parse(text, register))

        parser(better)
        (change,) = library.reread().changes
        stored = only(library)
        assert (stored.letter.council, stored.letter.year, stored.corrected_parts) == (leeds, 2011, ("council", "year"))
        assert (stored.read_council, stored.read_year) == (kent, 2021)
        assert (change.council, change.year) == ("Leeds City Council", 2011)
        named = Change(field="council", before="Borchester Borough Council", after="Kent County Council")
        assert named in change.changes
        library.correct(1, None, None)
        assert [entry.council for entry in library.councils()] == [kent]
        assert_whole(library)


def test_a_council_set_by_hand_stays_even_if_it_has_left_the_register(
    tmp_path: Path, path: Path, parser: Callable[[Parse], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    file_with(tmp_path, path, letter_text("Borchester Borough Council"))
    leeds = Register.load().by_name("Leeds City Council")
    parser(lambda text, register: tuple(replace(one, year=2019) for one in parse(text, register)))
    with Library.open(path) as library:
        library.correct(1, leeds, None)
        monkeypatch.setattr(Register, "by_name", lambda register, name: None)
        assert len(library.reread().changes) == 1
        assert (only(library).letter.council, only(library).letter.year) == (leeds, 2019)


def change(path: Path, *statements: str) -> None:
    with closing(sqlite3.connect(path)) as connection, connection:
        for statement in statements:
            connection.execute(statement)


@pytest.mark.parametrize(
    "done",
    [
        "UPDATE correction SET year = 2012",
        "DELETE FROM correction",
        "UPDATE file SET name = 'another.txt'",
        "DELETE FROM letter_digest",
    ],
)
def test_what_no_reading_tells_is_not_made_whole_by_it_when_it_is_damaged(
    tmp_path: Path, path: Path, done: str
) -> None:
    file_with(tmp_path, path, letter_text())
    with Library.open(path) as library:
        library.correct(1, None, 2017)
    change(path, done)
    with Library.open(path) as library:
        report = library.reread()
        assert report.changes == ()
        assert ["set by hand" in kept.reason for kept in report.kept] == [True]
        assert [finding.doubt.code for finding in library.check() if finding.kind == "damage"] == ["letter_damaged"]


@pytest.mark.parametrize("done", ["UPDATE letter SET year = 2011", "UPDATE letter SET addressee = 'Somebody else'"])
def test_what_reading_tells_is_made_whole_by_it_and_what_was_set_stays(tmp_path: Path, path: Path, done: str) -> None:
    file_with(tmp_path, path, letter_text())
    with Library.open(path) as library:
        library.correct(1, None, 2017)
        before = library.letter(1)
    change(path, done)
    with Library.open(path) as library:
        assert [one.kind for one in library.reread().changes] == [ChangeKind.CHANGED]
        assert library.letter(1) == before
        assert_whole(library)


def test_a_damaged_letter_set_by_hand_is_told_with_what_was_set_and_what_was_read(tmp_path: Path, path: Path) -> None:
    file_with(tmp_path, path, letter_text())
    with Library.open(path) as library:
        library.correct(1, None, 2017)
    change(path, "UPDATE measure SET rate = 61 WHERE name = 'upheld'")
    with Library.open(path) as library:
        (changed,) = library.reread().changes
        assert changed.year == 2017
        assert "year" not in [one.field for one in changed.changes]
        assert library.letter(1).letter.year == 2017
        assert_whole(library)


def test_a_damaged_letter_set_by_hand_is_not_lost(tmp_path: Path, path: Path, parser: Callable[[Parse], None]) -> None:
    file_with(tmp_path, path, pack_of(*COUNCILS))
    parser(left_out("Kent County Council"))
    with Library.open(path) as library:
        library.correct(2, None, 2011)
        change(path, "UPDATE measure SET rate = 61 WHERE name = 'upheld' AND letter_id = 2")
        report = library.reread()
        assert report.changes == ()
        assert ["set by hand" in kept.reason for kept in report.kept] == [True]
        assert library.letter(2).letter.year == 2011
