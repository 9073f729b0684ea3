"""A letter or a council that is not what was written is told from one that is, wherever it is read."""

import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from db.errors import LetterDamaged
from db.library import Library
from db.model import DoubtCode, Remark, RemarkKind, StoredLetter
from tests.db.builders import LEEDS, OADBY, add, doubt, letter, quote, received, upheld

TEXT = "60% of complaints we investigated were upheld: 3 of 5. I welcome that."

CHANGES = (
    "UPDATE measure SET rate = 61 WHERE name = 'upheld'",
    "UPDATE measure SET base = -125 WHERE name = 'upheld'",
    "DELETE FROM measure WHERE name = 'upheld'",
    "UPDATE measure_quote SET start = start + 1",
    "UPDATE cell SET value = 7 WHERE key = 'housing'",
    "UPDATE cell SET value = NULL WHERE key = 'housing'",
    "DELETE FROM letter_table",
    "UPDATE remark SET kind = 'apology'",
    'UPDATE doubt SET parameters = \'{"message": "Nothing is amiss."}\'',
    "DELETE FROM doubt",
    "UPDATE letter SET addressee = 'Somebody else'",
    "UPDATE letter SET dated = '2020-07-23'",
    "DROP TRIGGER letter_text_stays; UPDATE letter_text SET text = replace(text, '60%', '61%')",
    "UPDATE file SET name = 'another.txt'",
    "DELETE FROM letter_digest",
)


@pytest.fixture
def damaged(tmp_path: Path) -> Path:
    """A library of two councils, to the first letter of which something is about to be done."""
    whole = letter(
        TEXT, OADBY, 2020, upheld(quotes=[quote(TEXT, "60% of complaints")]), tables=(received(6, housing=4),)
    )
    whole = replace(
        whole,
        remarks=(Remark(kind=RemarkKind.PRAISE, quote=quote(TEXT, "I welcome that")),),
        doubts=(doubt("Something is amiss."),),
    )
    path = tmp_path / "library.db"
    with Library.open(path) as library:
        add(library, whole)
        add(library, letter("Another.", LEEDS, 2020, upheld(40)))
    return path


def change(path: Path, statements: str) -> None:
    """What a failing disk or another program does to one letter."""
    with closing(sqlite3.connect(path)) as connection:
        for statement in statements.split("; "):
            connection.execute(statement + _of_first(statement))
        connection.commit()


def _of_first(statement: str) -> str:
    """The condition that leaves the second letter alone."""
    if statement.startswith("DROP"):
        return ""
    column = {"letter": "id", "file": "id"}.get(
        statement.removeprefix("DELETE FROM ").removeprefix("UPDATE ").split()[0]
    )
    return (" AND " if "WHERE" in statement else " WHERE ") + f"{column or 'letter_id'} = 1"


def is_said(stored: StoredLetter) -> bool:
    return [doubt.code for doubt in stored.letter.doubts] == [DoubtCode.LETTER_DAMAGED]


@pytest.mark.parametrize("done", CHANGES)
def test_a_letter_that_is_not_what_was_written_says_so_and_gives_no_figure(damaged: Path, done: str) -> None:
    change(damaged, done)
    with Library.open(damaged) as library:
        stored = library.letter(1)
        assert is_said(stored)
        assert {(one.rate, one.count, one.base) for one in stored.letter.measures} == {(None, None, None)}
        assert (stored.letter.tables, stored.letter.remarks) == ((), ())
        assert library.letter(2).letter.measures[0].rate == 40
        assert [one.letter_id for one in library.check() if one.doubt.code is DoubtCode.LETTER_DAMAGED] == [1]


@pytest.mark.parametrize("done", [one for one in CHANGES if "SET rate" in one or "SET name" in one or "text" in one])
def test_lists_name_the_council_of_a_damaged_letter_as_damaged(damaged: Path, done: str) -> None:
    change(damaged, done)
    with Library.open(damaged) as library:
        of_year = {one.letter_id: one for one in library.year(2020)}
        assert (of_year[1].council.name, of_year[1].is_damaged, of_year[1].needs_a_look) == (
            f"{OADBY.name} (damaged)",
            True,
            True,
        )
        assert of_year[1].measures[0].rate is None
        assert (of_year[2].council, of_year[2].measures[0].rate) == (LEEDS, 40)


def test_a_damaged_rate_is_in_no_list_of_councils(damaged: Path) -> None:
    change(damaged, "UPDATE measure SET rate = 61 WHERE name = 'upheld'")
    with Library.open(damaged) as library:
        leeds, oadby = library.councils()
    assert leeds.upheld is not None
    assert (oadby.council, oadby.upheld, oadby.is_damaged) == (OADBY, None, True)


def test_words_found_in_a_damaged_letter_are_not_shown(damaged: Path) -> None:
    change(damaged, "DROP TRIGGER letter_text_stays; UPDATE letter_text SET text = replace(text, '60%', '61%')")
    with Library.open(damaged) as library:
        (hit,) = library.search("complaints").hits
        assert (hit.council, hit.context) == (f"{OADBY.name} (damaged)", "")
        with pytest.raises(LetterDamaged, match="damaged"):
            library.own_words(1)


@pytest.mark.parametrize(
    "gone", ["DELETE FROM file WHERE id = 1", "DELETE FROM council WHERE id = 1", "DELETE FROM letter_digest"]
)
def test_words_found_in_a_letter_of_which_a_row_has_gone_are_not_shown(damaged: Path, gone: str) -> None:
    with closing(sqlite3.connect(damaged)) as connection, connection:
        connection.execute(gone)
    with Library.open(damaged) as library:
        page = library.search("complaints")
        hits = {hit.letter_id: hit for hit in page.hits}
        assert len(hits) == page.total
        assert hits[1].council.endswith(" (damaged)")
        assert (hits[1].context, hits[1].matches) == ("", ())


def test_what_a_person_sets_is_part_of_what_must_be_kept(damaged: Path) -> None:
    with Library.open(damaged) as library:
        library.correct(1, LEEDS, 2019)
        assert library.letter(1).corrected_parts == ("council", "year")
        assert not is_said(library.letter(1))
    with closing(sqlite3.connect(damaged)) as connection, connection:
        connection.execute("UPDATE correction SET year = 2018")
    with Library.open(damaged) as library:
        assert is_said(library.letter(1))
        with pytest.raises(LetterDamaged):
            library.correct(1, None, None)


def test_a_council_that_is_not_what_was_written_says_so_wherever_it_is_named(damaged: Path) -> None:
    with closing(sqlite3.connect(damaged)) as connection, connection:
        connection.execute("UPDATE council SET type = 'county', gss_code = 'E10000000' WHERE name = ?", (OADBY.name,))
    with Library.open(damaged) as library:
        names = {entry.council.name for entry in library.councils()}
        assert names == {LEEDS.name, f"{OADBY.name} (damaged)"}
        stored = library.letter(1)
        assert (stored.letter.council.name, stored.letter.measures[0].rate) == (f"{OADBY.name} (damaged)", 60)
        assert DoubtCode.COUNCIL_DAMAGED in {one.doubt.code for one in library.check()}


def test_a_letter_of_which_the_year_shows_none_is_not_left_out_unsaid(damaged: Path) -> None:
    with closing(sqlite3.connect(damaged)) as connection, connection:
        connection.execute("UPDATE letter SET shown = 0 WHERE id = 1")
    with Library.open(damaged) as library:
        with pytest.raises(Exception, match="damaged"):
            library.year(2020)
        library.repair()
        assert len(library.year(2020)) == 2


def test_files_taken_out_and_put_back_are_whole(damaged: Path) -> None:
    with Library.open(damaged) as library:
        before = library.letter(1)
        removed = library.take_out_files([before.source.sha256])
        library.put_back_files(removed)
        assert library.letter(1) == before


def test_no_older_figure_stands_for_one_that_is_damaged(damaged: Path) -> None:
    with Library.open(damaged) as library:
        add(library, letter("Older.", OADBY, 2019, upheld(70)))
    change(damaged, "UPDATE measure SET state = 'not_given', rate = NULL, count = NULL WHERE name = 'upheld'")
    with Library.open(damaged) as library:
        entry = next(one for one in library.councils() if one.council.name.startswith("Oadby"))
        assert (entry.upheld, entry.upheld_year, entry.is_damaged) == (None, None, True)


def test_damage_of_a_letter_takes_of_the_next_years_only_the_change_away(damaged: Path) -> None:
    with Library.open(damaged) as library:
        add(library, letter("Newer.", OADBY, 2021, upheld(70)))
    change(damaged, "UPDATE measure SET rate = 61 WHERE name = 'upheld'")
    with Library.open(damaged) as library:
        (newer,) = library.year(2021)
        assert (newer.is_damaged, newer.before) == (False, None)
        assert newer.measures[0].rate == 70


def test_of_several_letters_shown_of_the_year_before_none_lends_the_change(damaged: Path) -> None:
    with Library.open(damaged) as library:
        add(library, letter("Newer.", OADBY, 2021, upheld(70)), letter("Double.", OADBY, 2020, upheld(50)))
        assert library.year(2021)[0].before is not None
    with closing(sqlite3.connect(damaged)) as connection, connection:
        connection.execute("DROP INDEX one_shown")
        connection.execute("UPDATE letter SET shown = 1")
    with Library.open(damaged) as library:
        (newer,) = library.year(2021)
        assert (newer.is_damaged, newer.before) == (False, None)
