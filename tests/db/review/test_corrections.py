import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from db.councils.register import Register
from db.errors import LibraryError
from db.library import Library
from db.model import Council
from tests.db.builders import NOWHERE, OADBY, add, doubt, file_of, letter, upheld
from tui.draw.doubt_text import write_doubt

OF_NOBODY = letter("To nobody.", Council(name="Council not found", in_register=False), None, upheld(), as_written=None)


@pytest.fixture
def leeds() -> Council:
    council = Register.load().by_name("Leeds City Council")
    assert council is not None
    return council


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with Library.open(tmp_path / "library.db") as library:
        yield library


def test_a_letter_is_given_the_council_and_year_that_were_set(library: Library, leeds: Council) -> None:
    (one,) = add(library, OF_NOBODY)
    library.correct(one, leeds, 2019)
    (entry,) = library.councils()
    (stored,) = library.letters_of(entry.id)
    assert (entry.council, entry.years) == (leeds, (2019,))
    assert (stored.id, stored.letter.council, stored.letter.year, stored.council_id) == (one, leeds, 2019, entry.id)
    assert stored.corrected_parts == ("council", "year")
    assert library.search("nobody", council_id=entry.id, year=2019).total == 1
    assert library.counts().councils == 1


def test_what_was_read_stays_and_is_told_beside_it(library: Library, leeds: Council) -> None:
    (one,) = add(library, letter("a", NOWHERE, 2020, upheld()))
    library.correct(one, leeds, 2019)
    stored = library.letter(one)
    assert (stored.read_council, stored.read_year) == (NOWHERE, 2020)
    assert stored.correction is not None
    assert (stored.correction.council, stored.correction.year) == (leeds, 2019)
    assert datetime.now(UTC) - stored.correction.at < timedelta(minutes=1)


def test_none_leaves_it_as_read(library: Library, leeds: Council) -> None:
    (one,) = add(library, letter("a", OADBY, 2020, upheld()))
    library.correct(one, None, 2019)
    assert (library.letter(one).letter.council, library.letter(one).letter.year) == (OADBY, 2019)
    assert library.letter(one).corrected_parts == ("year",)
    library.correct(one, leeds, None)
    assert (library.letter(one).letter.council, library.letter(one).letter.year) == (leeds, 2020)
    assert library.letter(one).corrected_parts == ("council",)
    library.correct(one, None, None)
    assert library.letter(one).correction is None


def test_the_period_stays_as_read(library: Library) -> None:
    (one,) = add(library, letter("a", OADBY, 2020, upheld()))
    before = library.letter(one).letter
    library.correct(one, None, 2019)
    assert replace(library.letter(one).letter, year=2020) == before


def test_undoing_restores_everything_as_it_was(library: Library, leeds: Council) -> None:
    ids = add(library, OF_NOBODY, letter("b", NOWHERE, 2020), letter("c", OADBY, 2020, upheld()), letter("d"))
    before = [library.letter(one) for one in ids]
    entries = library.councils()
    for one in ids:
        library.correct(one, leeds, 2021)
    assert len(library.councils()) == 1
    for one in ids:
        library.correct(one, None, None)
        library.correct(one, None, None)
    assert [library.letter(one) for one in ids] == before
    assert library.councils() == entries


def test_which_letter_of_a_year_is_shown_is_chosen_anew_where_it_was_and_where_it_is(library: Library) -> None:
    full, other, elsewhere = add(
        library,
        letter("a", OADBY, 2020, upheld()),
        letter("b", OADBY, 2020),
        letter("c", OADBY, 2019),
    )
    assert [library.letter(one).shown for one in (full, other, elsewhere)] == [True, False, True]
    library.correct(full, None, 2019)
    assert [library.letter(one).shown for one in (full, other, elsewhere)] == [True, True, False]
    library.correct(full, None, None)
    assert [library.letter(one).shown for one in (full, other, elsewhere)] == [True, False, True]


def test_a_letter_that_is_set_to_a_year_of_another_is_compared_with_it(library: Library) -> None:
    one, _ = add(library, letter("a, the longer", OADBY, None, upheld(55)), letter("b", OADBY, 2020, upheld(60)))
    library.correct(one, None, 2020)
    (conflict,) = library.letter(one).letter.doubts
    assert "disagree on the share of complaints upheld" in write_doubt(conflict)


def test_doubts_about_what_was_set_no_longer_hold_and_the_others_do(library: Library, leeds: Council) -> None:
    doubts = (
        doubt(message="Which council?", about="council"),
        doubt(message="Which year?", about="year"),
        doubt(message="Which rate?", about="upheld"),
    )
    (one,) = add(library, replace(OF_NOBODY, doubts=doubts))
    assert library.letter(one).doubts == doubts
    library.correct(one, leeds, None)
    assert library.letter(one).doubts == doubts[1:]
    library.correct(one, leeds, 2019)
    assert library.letter(one).doubts == doubts[2:]
    assert library.letter(one).letter.doubts == doubts, "what was read stays"


@pytest.mark.parametrize("year", [1973, 0, -5, date.today().year + 2, 2**70])
def test_a_year_of_which_there_can_be_no_letter_is_refused(library: Library, year: int) -> None:
    (one,) = add(library, letter())
    before = library.letter(one)
    with pytest.raises(LibraryError, match=r"choose a year from 1974 to \d{4}\.$"):
        library.correct(one, None, year)
    assert library.letter(one) == before


@pytest.mark.parametrize("year", [1974, date.today().year + 1])
def test_the_first_and_the_last_year_are_taken(library: Library, year: int) -> None:
    (one,) = add(library, letter())
    library.correct(one, None, year)
    assert library.letter(one).letter.year == year


def test_a_council_that_is_not_the_registers_is_refused(library: Library) -> None:
    (one,) = add(library, letter())
    with pytest.raises(LibraryError, match="is not in the register") as refused:
        library.correct(one, Council(name="Nowhere\x1b[31m Council"), 2020)
    assert str(refused.value).isprintable()


def test_what_the_register_says_of_a_council_is_kept_not_what_the_caller_says(library: Library, leeds: Council) -> None:
    (one,) = add(library, letter())
    library.correct(one, leeds._replace(region="Atlantis"), None)
    assert library.letter(one).letter.council == leeds


def test_a_letter_that_is_gone_cannot_be_set_or_seen(library: Library, leeds: Council) -> None:
    acts: list[Callable[[], None]] = [
        lambda: library.correct(7, leeds, 2020),
        lambda: library.correct(7, None, None),
        lambda: library.dismiss(7),
        lambda: library.restore(7),
    ]
    for act in acts:
        with pytest.raises(LibraryError, match="no longer in the library"):
            act()


def test_a_council_that_a_letter_was_read_as_stays_known_and_is_not_listed(library: Library, leeds: Council) -> None:
    first, second = add(library, letter("a", NOWHERE, 2020, upheld()), letter("b", leeds, 2020, upheld()))
    library.correct(first, leeds, None)
    assert [entry.council.name for entry in library.councils()] == [leeds.name]
    assert library.counts().councils == 1
    library.remove_files([library.letter(second).source.sha256])
    assert library.letter(first).read_council == NOWHERE
    library.correct(first, None, None)
    assert [entry.council for entry in library.councils()] == [NOWHERE]


def test_a_file_that_is_taken_out_takes_along_what_was_set(library: Library, leeds: Council) -> None:
    file = file_of(letter("a", NOWHERE, 2020))
    library.add_files([file])
    library.correct(1, leeds, 2019)
    library.dismiss(1)
    library.remove_files([file.source.sha256])
    assert library.councils() == ()
    library.add_files([file])
    (one,) = library.review_items().items
    assert library.letter(one.letter_id).correction is None
    assert not [finding for finding in library.check() if finding.kind == "damage"]


def test_each_letter_of_a_file_is_set_for_itself(library: Library, leeds: Council) -> None:
    library.add_files([file_of(letter("a", NOWHERE, 2020), letter("b", NOWHERE, 2020))])
    library.correct(2, leeds, None)
    assert [library.letter(one).letter.council for one in (1, 2)] == [NOWHERE, leeds]


def test_other_programs_are_told_what_counts_and_that_it_was_set(
    tmp_path: Path, library: Library, leeds: Council
) -> None:
    (one,) = add(library, letter("Sixty.", NOWHERE, 2020, upheld()))
    library.correct(one, leeds, 2019)
    with closing(sqlite3.connect(tmp_path / "library.db")) as connection:
        question = "SELECT council, type, year, set_by_hand, read_council, read_year FROM letters"
        assert connection.execute(question).fetchall() == [
            (leeds.name, "metropolitan", 2019, "council and year", NOWHERE.name, 2020)
        ]
        question = "SELECT council, year, set_by_hand, rate FROM measures WHERE measure = 'upheld'"
        assert connection.execute(question).fetchall() == [(leeds.name, 2019, "council and year", 60)]
        assert connection.execute("SELECT council, first_year FROM councils").fetchall() == [(leeds.name, 2019)]
        library.correct(one, None, 2018)
        assert connection.execute("SELECT year, set_by_hand FROM letters").fetchall() == [(2018, "year")]
        library.correct(one, leeds, None)
        assert connection.execute("SELECT year, set_by_hand FROM letters").fetchall() == [(2020, "council")]
        library.correct(one, None, None)
        assert connection.execute("SELECT council, set_by_hand FROM letters").fetchall() == [(NOWHERE.name, None)]


def test_it_is_still_set_when_the_library_is_opened_again(tmp_path: Path, library: Library, leeds: Council) -> None:
    (one,) = add(library, OF_NOBODY)
    library.correct(one, leeds, 2019)
    before = library.letter(one)
    library.close()
    with Library.open(tmp_path / "library.db") as again:
        assert again.letter(one) == before
