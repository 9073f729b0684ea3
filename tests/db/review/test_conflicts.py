from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from db.library import Library
from db.model import Cell, Council, Letter, Measure, MeasureName, State, StoredLetter, Table, TableName
from tests.db.builders import OADBY, add, file_of, letter, measures, quote, received, upheld
from tui.draw.doubt_text import write_doubt


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


def test_the_shown_letter_has_a_doubt_for_a_figure_that_another_prints_otherwise(library: Library) -> None:
    text = "60% of complaints were upheld."
    full = letter(text, OADBY, 2020, upheld(60, quotes=[quote(text, "60%")]))
    (conflict,) = shown(library, full, letter("b", OADBY, 2020, upheld(55))).letter.doubts
    assert write_doubt(conflict) == (
        "Two letters of this year disagree on the share of complaints upheld: “1.txt” prints a rate of 60,"
        " “2.txt” prints a rate of 55."
    )
    assert conflict.about == "upheld"
    assert conflict.quotes == (quote(text, "60%"),)


def test_a_conflict_is_told_in_words_and_not_by_the_program_s_own_names(library: Library) -> None:
    one, other = (
        Measure(name=MeasureName.UPHELD_PER_100K, state=State.GIVEN, rate=rate, average=4.5) for rate in (4.6, 4.8)
    )
    (conflict,) = shown(library, letter("a", OADBY, 2024, one), letter("b", OADBY, 2024, other)).letter.doubts
    assert write_doubt(conflict) == (
        "Two letters of this year disagree on the number upheld per 100,000 residents: “1.txt” prints a rate of 4.6,"
        " “2.txt” prints a rate of 4.8."
    )


def test_the_letter_not_shown_does_not_repeat_the_doubt(library: Library) -> None:
    _, second = add(library, letter("a", OADBY, 2020, upheld(60)), letter("b", OADBY, 2020, upheld(55)))
    assert library.letter(second).letter.doubts == ()


def test_the_doubt_is_there_whichever_way_the_letter_is_read(library: Library) -> None:
    stored = shown(library, letter("a", OADBY, 2020, upheld(60)), letter("b", OADBY, 2020, upheld(55)))
    assert library.letters_of(stored.council_id)[0] == stored


def test_the_letters_own_doubts_come_first_and_it_is_saved_without_the_new_one(library: Library) -> None:
    add(library, letter("a", OADBY, 2020, upheld(60)))
    other = file_of(letter("b", OADBY, 2020, upheld(55)), name="other.txt")
    library.add_files([other])
    assert len(library.letter(1).letter.doubts) == 1
    library.remove_files([other.source.sha256])
    assert library.letter(1).letter.doubts == ()


def test_every_differing_figure_of_a_measure_is_named(library: Library) -> None:
    (conflict,) = shown(
        library, letter("a", OADBY, 2020, upheld(60, 3, 5)), letter("b", OADBY, 2020, upheld(60, 4, 6))
    ).letter.doubts
    assert "“1.txt” prints a count of 3 and a total of 5" in write_doubt(conflict)
    assert "“2.txt” prints a count of 4 and a total of 6" in write_doubt(conflict)


def test_a_table_that_counts_otherwise_is_named_with_its_column(library: Library) -> None:
    one, other = received(6, housing=4, planning=2), received(7, housing=5, other=2)
    conflicts = shown(library, letter("a", tables=(one,)), letter("b", tables=(other,))).letter.doubts
    disagree = "Two letters of this year disagree on"
    assert [write_doubt(conflict) for conflict in conflicts] == [
        f"{disagree} “Housing” in the table of complaints received: “1.txt” prints 4, “2.txt” prints 5.",
        f"{disagree} “Total” in the table of complaints received: “1.txt” prints 6, “2.txt” prints 7.",
    ]
    assert {conflict.about for conflict in conflicts} == {"received"}


@pytest.mark.parametrize(
    "other",
    [
        letter("the same figures", OADBY, 2020, upheld(60)),
        letter("no figures"),
        letter("fewer figures", OADBY, 2020, upheld(60, None, None)),
        letter("another measure", OADBY, 2020, Measure(name=MeasureName.REMEDY, rate=10)),
        letter("another year", OADBY, 2021, upheld(55)),
        letter("no year", OADBY, None, upheld(55)),
        letter("another council", Council(name="Another Council"), 2020, upheld(55)),
        letter(
            "another table",
            tables=(Table(name=TableName.DECIDED, cells=(Cell(key="upheld", heading="Upheld", value=9),)),),
        ),
    ],
    ids=lambda other: other.text,
)
def test_what_does_not_contradict_is_no_conflict(library: Library, other: Letter) -> None:
    one, _ = add(library, letter("a", OADBY, 2020, upheld(60), tables=(received(6, housing=4),)), other)
    assert library.letter(one).letter.doubts == ()


def test_a_column_that_a_table_has_twice_contradicts_nobody(library: Library) -> None:
    twice = Table(
        name=TableName.RECEIVED,
        cells=(Cell(key="other", heading="Other", value=1), Cell(key="other", heading="Miscellaneous", value=2)),
    )
    once = Table(name=TableName.RECEIVED, cells=(Cell(key="other", heading="Other", value=3),))
    assert shown(library, letter("a", tables=(twice,)), letter("b", tables=(once,))).letter.doubts == ()


def test_two_letters_in_one_file_are_told_apart(library: Library) -> None:
    pack = file_of(letter("a", OADBY, 2020, upheld(60)), letter("b", OADBY, 2020, upheld(55)), name="pack.txt")
    library.add_files([pack])
    (conflict,) = library.letter(1).letter.doubts
    assert "“pack.txt” prints a rate of 60, another letter in the same file prints a rate of 55" in write_doubt(
        conflict
    )


def test_two_files_of_one_name_are_told_apart(library: Library) -> None:
    files = [
        file_of(letter(text, OADBY, 2020, upheld(rate)), name="letter.txt") for text, rate in (("a", 60), ("b", 55))
    ]
    library.add_files(files)
    (conflict,) = library.letter(1).letter.doubts
    assert all(f"“letter.txt” ({file.source.sha256[:8]})" in write_doubt(conflict) for file in files)


def test_three_letters_give_a_doubt_for_each_that_conflicts(library: Library) -> None:
    stored = shown(library, *(letter(f"{rate}", OADBY, 2020, upheld(rate)) for rate in (60, 55, 50)))
    assert [write_doubt(conflict)[-20:] for conflict in stored.letter.doubts] == [
        "prints a rate of 55.",
        "prints a rate of 50.",
    ]


def test_nothing_but_the_doubts_is_touched(library: Library) -> None:
    full = letter("a", OADBY, 2020, upheld(60))
    stored = shown(library, full, letter("b", OADBY, 2020, upheld(55)))
    assert replace(stored.letter, doubts=()) == full
    assert stored.letter.measures == measures(upheld(60))
