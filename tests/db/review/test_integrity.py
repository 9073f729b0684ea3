import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from db.library import Library
from db.model import Doubt, DoubtCode
from db.review.findings import Finding, FindingKind, find_in_letters
from tests.db.builders import LEEDS, NOWHERE, OADBY, add, doubt, letter, upheld
from tui.draw.doubt_text import write_doubt


def kinds(library: Library) -> list[str]:
    return [finding.kind.value for finding in library.check()]


def test_a_library_in_order_has_nothing_to_say(path: Path) -> None:
    with Library.open(path) as library:
        assert library.check() == ()
        add(library, letter("a", OADBY, 2019, upheld()), letter("b", OADBY, 2020, upheld()))
        assert library.check() == ()


def test_a_letter_without_figures_is_named_with_its_place(path: Path) -> None:
    with Library.open(path) as library:
        add(library, letter())
        (finding,) = library.check()
    assert finding == Finding(
        kind=FindingKind.NO_FIGURES,
        doubt=Doubt.of(DoubtCode.NO_FIGURES),
        council=OADBY.name,
        year=2020,
        letter_id=1,
        source="1.txt",
    )
    assert write_doubt(finding.doubt) == "No figure was found in this letter: see whether it prints any."


def test_councils_that_are_not_in_the_register_and_letters_without_a_year_are_named(path: Path) -> None:
    with Library.open(path) as library:
        add(library, letter("a", NOWHERE, 2020, upheld()), letter("b", OADBY, None, upheld()))
        no_council, no_year = library.check()
    assert (no_council.kind, no_council.council) == (FindingKind.NO_COUNCIL, NOWHERE.name)
    assert (no_year.kind, no_year.council, no_year.year) == (FindingKind.NO_YEAR, OADBY.name, None)


def test_every_doubt_is_told_as_it_stands(path: Path) -> None:
    warned = replace(
        letter("a", OADBY, 2020, upheld()), doubts=(doubt(message="It says 5 here."), doubt(message="And 6 there."))
    )
    with Library.open(path) as library:
        add(library, warned)
        assert [(one.kind, write_doubt(one.doubt)) for one in library.check()] == [
            (FindingKind.WARNING, "It says 5 here."),
            (FindingKind.WARNING, "And 6 there."),
        ]


def test_second_letters_are_named_and_what_they_conflict_in_goes_before(path: Path) -> None:
    with Library.open(path) as library:
        add(library, letter("a", OADBY, 2020, upheld(60)), letter("b", OADBY, 2020, upheld(55)))
        conflict, second = library.check()
    assert (conflict.kind, conflict.letter_id) == (FindingKind.CONFLICT, 1)
    assert "“1.txt” prints a rate of 60" in write_doubt(conflict.doubt)
    assert (second.kind, second.letter_id, second.source) == (FindingKind.SECOND_LETTER, 2, "2.txt")


def test_gaps_between_a_councils_years_are_told_once_for_each_council(path: Path) -> None:
    with Library.open(path) as library:
        add(library, *(letter(f"{year}", OADBY, year, upheld()) for year in (2012, 2013, 2016, 2018)))
        add(library, *(letter(f"L {year}", LEEDS, year, upheld()) for year in (2018, 2020)))
        leeds, oadby = library.check()
    assert (leeds.kind, leeds.council) == (FindingKind.GAP, LEEDS.name)
    assert "there is none for 2019." in write_doubt(leeds.doubt)
    assert "there is none for 2014, 2015 and 2017." in write_doubt(oadby.doubt)


def test_what_is_imported_meanwhile_is_of_another_moment(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    both = (letter("a, the longer", OADBY, 2012, upheld(60)), letter("b", OADBY, 2012, upheld(55)))
    with Library.open(path) as library, Library.open(path) as other:
        add(library, letter("c", OADBY, 2010, upheld()))

        def with_an_import_after_it(connection: sqlite3.Connection) -> Iterator[Finding]:
            yield from find_in_letters(connection)
            add(other, *both)

        with monkeypatch.context() as patched:
            patched.setattr("db.review.integrity.find_in_letters", with_an_import_after_it)
            assert library.check() == (), "neither the letters nor the gap they make"
        assert kinds(library) == ["disagreement", "second_letter", "gap"]


def test_the_worst_comes_first(path: Path) -> None:
    with Library.open(path) as library:
        add(library, letter("a", OADBY, 2012), letter("b", NOWHERE, 2020, upheld()), letter("c", OADBY, None, upheld()))
        add(library, letter("d", OADBY, 2014, upheld()))
        assert kinds(library) == ["no_council", "no_year", "no_figures", "gap"]


def test_an_index_that_does_not_fit_the_letters_is_damage(path: Path) -> None:
    with Library.open(path) as library:
        add(library, letter("alpha", OADBY, 2020, upheld()))
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("INSERT INTO letter_fts (rowid, text) VALUES (1, 'a word that is not there')")
        connection.commit()
    with Library.open(path) as library:
        (finding,) = library.check()
    assert finding.kind is FindingKind.DAMAGE
    assert "searches may miss" in write_doubt(finding.doubt)


def test_rows_that_belong_to_nothing_are_damage(path: Path) -> None:
    with Library.open(path) as library:
        add(library, letter("alpha", OADBY, 2020, upheld()))
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("DELETE FROM measure WHERE name = 'upheld'")
        connection.execute("INSERT INTO remark VALUES (99, 0, 'praise', 0, 0)")
        connection.commit()
    with Library.open(path) as library:
        damage = [one.doubt.code for one in library.check() if one.kind is FindingKind.DAMAGE]
    assert set(damage) == {DoubtCode.ROW_ORPHANED, DoubtCode.LETTER_DAMAGED}


def test_a_file_too_damaged_to_ask_is_said_to_be(path: Path) -> None:
    with Library.open(path) as library:
        add(library, *(letter(f"{year} " + "word " * 3000, OADBY, year, upheld()) for year in range(2000, 2020)))
    with closing(sqlite3.connect(path)) as connection:
        root = connection.execute("SELECT rootpage FROM sqlite_schema WHERE name = 'letter'")
        page, size = root.fetchone()[0], 4096
    data = bytearray(path.read_bytes())
    data[(page - 1) * size : page * size] = b"\xff" * size
    path.write_bytes(data)
    with Library.open(path) as library:
        findings = library.check()
    assert findings[0].kind is FindingKind.DAMAGE
    assert "put back a copy" in write_doubt(findings[0].doubt)


def test_words_that_are_no_text_are_damage(path: Path) -> None:
    with Library.open(path) as library:
        add(library, replace(letter("a", OADBY, 2020, upheld()), doubts=(doubt(message="Something.", about="year"),)))
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("UPDATE doubt SET about = CAST(x'ff41' AS TEXT)")
    with Library.open(path) as library:
        assert kinds(library) == ["damage"]
