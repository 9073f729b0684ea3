from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from db.library import Library
from db.model import Cell, Council, Letter, Measure, MeasureName, StoredLetter, Table, TableName
from tests.db.builders import OADBY, add, file_of, letter, measures, quote, received, upheld


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with Library.open(tmp_path / "library.db") as library:
        yield library


def shown(library: Library, *letters: Letter) -> StoredLetter:
    """Adds the letters, each as a file of its own (1.txt, 2.txt, ...); the one that is then shown."""
    ids = add(library, *letters)
    found = [stored for stored in map(library.letter, ids) if stored.shown]
    assert len(found) == 1
    return found[0]


def test_the_shown_letter_warns_of_a_figure_that_another_prints_otherwise(library: Library) -> None:
    text = "60% of complaints were upheld."
    full = letter(text, OADBY, 2020, upheld(60, quotes=[quote(text, "60%")]))
    (warning,) = shown(library, full, letter("b", OADBY, 2020, upheld(55))).letter.warnings
    assert warning.message == (
        "Two letters of this year disagree on upheld: “1.txt” prints a rate of 60, “2.txt” prints a rate of 55."
    )
    assert warning.about == "upheld"
    assert warning.quotes == (quote(text, "60%"),)


def test_the_letter_not_shown_does_not_repeat_the_warning(library: Library) -> None:
    _, second = add(library, letter("a", OADBY, 2020, upheld(60)), letter("b", OADBY, 2020, upheld(55)))
    assert library.letter(second).letter.warnings == ()


def test_the_warning_is_there_whichever_way_the_letter_is_read(library: Library) -> None:
    stored = shown(library, letter("a", OADBY, 2020, upheld(60)), letter("b", OADBY, 2020, upheld(55)))
    assert library.letters_of(stored.council_id)[0] == stored


def test_the_letters_own_warnings_come_first_and_it_is_saved_without_the_new_one(library: Library) -> None:
    add(library, letter("a", OADBY, 2020, upheld(60)))
    other = file_of(letter("b", OADBY, 2020, upheld(55)), name="other.txt")
    library.add_files([other])
    assert len(library.letter(1).letter.warnings) == 1
    library.remove_files([other.source.sha256])
    assert library.letter(1).letter.warnings == ()


def test_every_differing_figure_of_a_measure_is_named(library: Library) -> None:
    (warning,) = shown(
        library, letter("a", OADBY, 2020, upheld(60, 3, 5)), letter("b", OADBY, 2020, upheld(60, 4, 6))
    ).letter.warnings
    assert "“1.txt” prints a count of 3 and a total of 5" in warning.message
    assert "“2.txt” prints a count of 4 and a total of 6" in warning.message


def test_a_table_that_counts_otherwise_is_named_with_its_column(library: Library) -> None:
    one, other = received(6, housing=4, planning=2), received(7, housing=5, other=2)
    warnings = shown(library, letter("a", tables=(one,)), letter("b", tables=(other,))).letter.warnings
    assert [warning.message for warning in warnings] == [
        "Two letters of this year disagree on “Housing” in the table “received”: “1.txt” prints 4, “2.txt” prints 5.",
        "Two letters of this year disagree on “Total” in the table “received”: “1.txt” prints 6, “2.txt” prints 7.",
    ]
    assert {warning.about for warning in warnings} == {"received"}


@pytest.mark.parametrize(
    "other",
    [
        letter("the same figures", OADBY, 2020, upheld(60)),
        letter("no figures"),
        letter("fewer figures", OADBY, 2020, upheld(60, None, None)),
        letter("another measure", OADBY, 2020, Measure(MeasureName.REMEDY, rate=10)),
        letter("another year", OADBY, 2021, upheld(55)),
        letter("no year", OADBY, None, upheld(55)),
        letter("another council", Council("Another Council"), 2020, upheld(55)),
        letter("another table", tables=(Table(TableName.DECIDED, (Cell("upheld", "Upheld", 9),)),)),
    ],
    ids=lambda other: other.text,
)
def test_what_does_not_contradict_is_no_disagreement(library: Library, other: Letter) -> None:
    one, _ = add(library, letter("a", OADBY, 2020, upheld(60), tables=(received(6, housing=4),)), other)
    assert library.letter(one).letter.warnings == ()


def test_a_column_that_a_table_has_twice_contradicts_nobody(library: Library) -> None:
    twice = Table(TableName.RECEIVED, (Cell("other", "Other", 1), Cell("other", "Miscellaneous", 2)))
    once = Table(TableName.RECEIVED, (Cell("other", "Other", 3),))
    assert shown(library, letter("a", tables=(twice,)), letter("b", tables=(once,))).letter.warnings == ()


def test_two_letters_in_one_file_are_told_apart(library: Library) -> None:
    pack = file_of(letter("a", OADBY, 2020, upheld(60)), letter("b", OADBY, 2020, upheld(55)), name="pack.txt")
    library.add_files([pack])
    (warning,) = library.letter(1).letter.warnings
    assert "“pack.txt” prints a rate of 60, another letter in the same file prints a rate of 55" in warning.message


def test_two_files_of_one_name_are_told_apart(library: Library) -> None:
    files = [
        file_of(letter(text, OADBY, 2020, upheld(rate)), name="letter.txt") for text, rate in (("a", 60), ("b", 55))
    ]
    library.add_files(files)
    (warning,) = library.letter(1).letter.warnings
    assert all(f"“letter.txt” ({file.source.sha256[:8]})" in warning.message for file in files)


def test_three_letters_give_a_warning_for_each_that_disagrees(library: Library) -> None:
    stored = shown(library, *(letter(f"{rate}", OADBY, 2020, upheld(rate)) for rate in (60, 55, 50)))
    assert [warning.message[-20:] for warning in stored.letter.warnings] == [
        "prints a rate of 55.",
        "prints a rate of 50.",
    ]


def test_nothing_but_the_warnings_is_touched(library: Library) -> None:
    full = letter("a", OADBY, 2020, upheld(60))
    stored = shown(library, full, letter("b", OADBY, 2020, upheld(55)))
    assert replace(stored.letter, warnings=()) == full
    assert stored.letter.measures == measures(upheld(60))
