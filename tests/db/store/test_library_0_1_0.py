"""A library that upheld 0.1.0 made, with letters of its own, corrected and dismissed in it: nothing of it is lost."""

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from db.library import Library
from db.model import DoubtCode, MeasureName, StoredLetter
from db.store.schema import VERSION
from tests.db.builders import NOWHERE, file_of, letter
from tests.db.store.old_libraries import read_schema
from tui.draw.doubt_text import write_doubt

MADE_BY_0_1_0 = Path(__file__).parent / "library-0.1.0.db"
FILES = [
    "bare.txt",
    "blaby.txt",
    "harborough-district-council-2020.txt",
    "kent-county-council-2023.txt",
    "kent-county-council-2024.txt",
    "kent-county-council-2025.txt",
    "leeds-a.txt",
    "leeds-b.txt",
    "north-west-leicestershire-district-council-2018.txt",
    "nowhere.txt",
    "oadby-and-wigston-borough-council-2020.txt",
    "york.txt",
]
"""Those of the letters with the ids 1, 2, ..."""
BARE = FILES.index("bare.txt") + 1
"""The letter that was dismissed for having no figures, and is now seen to be cut off: that is for a person to see."""
MISFIT = "The letter prints 61%, but 22 of 35 is 63%."
UNKNOWN = "Nowhere [/foo] District Council is not in the register of English councils; it is kept as written."


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A copy of the library, not yet opened by this upheld."""
    return Path(shutil.copy(MADE_BY_0_1_0, tmp_path / "library.db"))


@pytest.fixture
def library(path: Path) -> Iterator[Library]:
    with Library.open(path) as library:
        yield library


def all_letters(library: Library) -> dict[str, StoredLetter]:
    """Every letter by the name of its file."""
    return {name: library.letter(number) for number, name in enumerate(FILES, start=1)}


def derived_figures(library: Library) -> dict[tuple[str, MeasureName], frozenset[str]]:
    """The figures that a letter does not print, by its file and the measure."""
    return {
        (name, measure.name): frozenset(measure.derived)
        for name, stored in all_letters(library).items()
        for measure in stored.letter.measures
        if measure.derived
    }


DERIVED = {
    ("north-west-leicestershire-district-council-2018.txt", MeasureName.UPHELD): {"base", "denominator"},
    ("harborough-district-council-2020.txt", MeasureName.REMEDY): {"denominator"},
    ("oadby-and-wigston-borough-council-2020.txt", MeasureName.REMEDY): {"denominator"},
}


def assert_sound(path: Path) -> None:
    """The file is whole, and of the schema of a new library."""
    new = path.with_name("new.db")
    Library.open(new).close()
    assert read_schema(path) == read_schema(new)
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA user_version").fetchone() == (VERSION,)
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []


def test_it_is_still_as_that_upheld_left_it() -> None:
    with closing(sqlite3.connect(f"{MADE_BY_0_1_0.as_uri()}?mode=ro&immutable=1", uri=True)) as connection:
        assert connection.execute("PRAGMA user_version").fetchone() == (2,)
        assert connection.execute("SELECT count(*) FROM seen").fetchone() == (3,)
        assert connection.execute("SELECT count(*) FROM by_hand").fetchone() == (1,)


def test_all_its_letters_are_there_with_their_bytes(library: Library, path: Path) -> None:
    counts = library.counts()
    assert (counts.letters, counts.files, counts.first_year, counts.last_year) == (12, 12, 2018, 2025)
    for name, stored in all_letters(library).items():
        assert stored.source.name == name
        assert library.original(stored.source.sha256)
        assert stored.letter.text
    assert {name for name, stored in all_letters(library).items() if not stored.shown} == {"leeds-b.txt"}
    assert library.search("investigations").total > 0
    assert not [finding for finding in library.check() if finding.kind == "damage"]
    assert_sound(path)


def test_what_was_set_by_hand_is_still_set(library: Library) -> None:
    stored = all_letters(library)["nowhere.txt"]
    assert (stored.letter.council.name, stored.letter.year) == ("Rutland County Council", 2020)
    assert stored.corrected_parts == ("council", "year")
    assert (stored.read_council.name, stored.read_year) == ("Nowhere [/foo] District Council", 2020)
    assert stored.correction is not None
    assert stored.correction.at.isoformat() == "2026-11-26T23:06:21+00:00"
    assert [name for name, one in all_letters(library).items() if one.correction] == ["nowhere.txt"]


def test_what_was_dismissed_stays_dismissed(library: Library) -> None:
    assert {item.source for item in library.review_items().dismissed} == {"bare.txt", "blaby.txt", "leeds-a.txt"}
    assert [item.source for item in library.review_items().items] == ["york.txt"]


def test_its_doubts_read_as_they_were_worded(library: Library) -> None:
    (item,) = library.review_items().items
    (doubt,) = item.reasons
    assert (write_doubt(doubt), doubt.code, doubt.about) == (MISFIT, DoubtCode.AS_WORDED, "upheld")
    stored = all_letters(library)
    assert stored["york.txt"].letter.doubts == (doubt,)
    assert [quote.text[:3] for quote in doubt.quotes] == ["61%", "Thi", "Sta", "22\n"]
    assert all(stored["york.txt"].letter.text[quote.start : quote.end] == quote.text for quote in doubt.quotes)
    assert [write_doubt(one) for one in stored["nowhere.txt"].letter.doubts] == [UNKNOWN]


def test_a_figure_that_a_letter_does_not_print_is_known_as_such(library: Library) -> None:
    assert derived_figures(library) == DERIVED


def test_an_id_is_never_given_twice(library: Library) -> None:
    newest, of_newest_council = all_letters(library)["york.txt"], all_letters(library)["nowhere.txt"]
    council_ids = [entry.id for entry in library.councils()]
    assert (newest.id, of_newest_council.council_id) == (len(FILES), max(council_ids))
    library.remove_files([newest.source.sha256, of_newest_council.source.sha256])
    library.add_files([file_of(letter("A further letter.", NOWHERE))])
    (entry,) = [entry for entry in library.councils() if entry.council == NOWHERE]
    assert entry.id == max(council_ids) + 1
    assert [stored.id for stored in library.letters_of(entry.id)] == [len(FILES) + 1]


def test_reading_it_again_gives_its_doubts_their_codes_and_brings_nothing_back(library: Library, path: Path) -> None:
    dismissed = [(item.letter_id, tuple(map(write_doubt, item.reasons))) for item in library.review_items().dismissed]
    before = all_letters(library)
    report = library.reread()
    assert report.kept == ()
    assert [change.source.name for change in report.changes] == ["bare.txt", "blaby.txt", "nowhere.txt", "york.txt"]
    assert {one.field for change in report.changes for one in change.changes} == {"doubt"}
    after = all_letters(library)
    assert [(doubt.code, write_doubt(doubt)) for doubt in after["york.txt"].letter.doubts] == [
        (DoubtCode.RATE_MISFITS, MISFIT)
    ]
    assert [doubt.code for doubt in after["blaby.txt"].letter.doubts] == [DoubtCode.RATE_MISFITS]
    assert [(doubt.code, write_doubt(doubt)) for doubt in after["nowhere.txt"].letter.doubts] == [
        (DoubtCode.COUNCIL_UNKNOWN, UNKNOWN)
    ]
    assert [(item.letter_id, tuple(map(write_doubt, item.reasons))) for item in library.review_items().dismissed] == [
        one for one in dismissed if one[0] != BARE
    ], "in other words or not, it is what was dismissed"
    assert [item.source for item in library.review_items().items] == ["bare.txt", "york.txt"]
    assert after["nowhere.txt"].correction == before["nowhere.txt"].correction
    assert derived_figures(library) == DERIVED
    assert {name: one.letter.measures for name, one in after.items()} == {
        name: one.letter.measures for name, one in before.items()
    }
    assert library.reread().changes == ()
    assert_sound(path)


def test_what_is_dismissed_before_it_is_read_again_stays_dismissed_too(library: Library) -> None:
    (item,) = library.review_items().items
    library.dismiss(item.letter_id)
    library.reread()
    assert [one.source for one in library.review_items().items] == ["bare.txt"], "for what is newly seen"
    assert item.letter_id in {one.letter_id for one in library.review_items().dismissed}
