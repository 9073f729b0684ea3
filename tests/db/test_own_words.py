import shutil
import sqlite3
from collections.abc import Iterable
from contextlib import closing
from pathlib import Path

import pytest

from db.errors import LetterGone
from db.importer import import_paths
from db.letters.boilerplate.own_words import Basis, OwnWords
from db.library import Library
from db.model import Council, StoredLetter
from tests.db.builders import add, letter, letter_text

TOLD = "We ask all of you to answer our questions in good time."
OWN = "Your Council answered one of our questions after ninety days, which is far too late."
COUNCILS = (
    "Leeds City Council",
    "Kent County Council",
    "Blaby District Council",
    "Cornwall Council",
    "Harborough District Council",
    "Sheffield City Council",
    "Birmingham City Council",
)


def import_letters(library: Path, words: Iterable[str], year: int = 2024) -> None:
    """Import a letter for each of these words, each to another council."""
    folder = library.parent / f"letters-{year}"
    folder.mkdir()
    for number, (council, each) in enumerate(zip(COUNCILS, words, strict=False)):
        (folder / f"{number}.txt").write_text(letter_text(council, year, each), encoding="utf-8")
    assert not import_paths(library, [folder]).refused


def words_of(library: Path, council: str = COUNCILS[0]) -> tuple[str, OwnWords]:
    """The text of a council's newest letter, and what is told apart in it."""
    with Library.open(library) as opened:
        entry = next(entry for entry in opened.councils() if entry.council.name == council)
        stored = opened.letters_of(entry.id)[0]
        return stored.letter.text, opened.own_words(stored.id)


def read_boilerplate(library: Path) -> list[str]:
    """The sentences of the first council's letter that are boilerplate."""
    text, words = words_of(library)
    return [text[each.start : each.end] for each in words.sentences if each.is_boilerplate]


def read_own(library: Path) -> list[str]:
    """The sentences that are the first council's alone."""
    text, words = words_of(library)
    return [text[each.start : each.end] for each in words.own]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "library.db"


def test_what_five_other_letters_of_the_year_say_too_is_boilerplate(path: Path) -> None:
    import_letters(path, [f"{TOLD} {OWN}", *[TOLD] * 5])
    assert words_of(path)[1].basis is Basis.LIBRARY
    assert TOLD in read_boilerplate(path)
    assert read_own(path) == [OWN]


def test_names_numbers_and_dates_in_it_make_no_difference(path: Path) -> None:
    told = "On {} July we went to {} and held {} courses."
    others = [told.format(day, place, day * 3) for day, place in enumerate(("Hull", "York", "Kent", "Ely", "Bath"), 2)]
    import_letters(path, [told.format(1, "the City of London", 118), *others])
    assert told.format(1, "the City of London", 118) in read_boilerplate(path)


def test_what_half_of_the_others_or_fewer_say_is_not(path: Path) -> None:
    import_letters(path, [f"{TOLD} {OWN}", *[TOLD] * 3, *["Thank you for everything this year."] * 3])
    assert read_own(path) == [TOLD, OWN]


def test_with_fewer_than_five_others_nothing_is_known(path: Path) -> None:
    import_letters(path, [f"{TOLD} {OWN}", *[TOLD] * 4])
    text, words = words_of(path)
    assert (words.basis, words.others, words.own) == (Basis.UNKNOWN, 4, ())
    assert read_boilerplate(path) == []
    assert TOLD in text


def test_letters_of_other_years_and_of_the_same_council_do_not_count(path: Path) -> None:
    import_letters(path, [f"{TOLD} {OWN}", *[TOLD] * 4])
    import_letters(path, [TOLD] * 7, year=2023)
    copies = path.parent / "copies"
    copies.mkdir()
    for number in range(6):
        (copies / f"{number}.txt").write_text(letter_text(COUNCILS[1], 2024, TOLD + " " * number), encoding="utf-8")
    assert not import_paths(path, [copies]).refused
    assert words_of(path)[1].others == 4


def test_a_year_set_by_hand_counts(path: Path) -> None:
    import_letters(path, [f"{TOLD} {OWN}", *[TOLD] * 4])
    import_letters(path, ["", *[TOLD] * 1], year=2023)
    with Library.open(path) as library:
        entry = next(entry for entry in library.councils() if entry.council.name == COUNCILS[0])
        newest, older = library.letters_of(entry.id)
        library.correct(older.id, Council(name="Dorset Council"), 2024)
    assert words_of(path)[1].others == 5
    del newest


def test_letters_of_an_older_library_are_made_comparable_when_first_asked_for_and_once(path: Path) -> None:
    import_letters(path, [f"{TOLD} {OWN}", *[TOLD] * 5])
    with closing(sqlite3.connect(path)) as connection:
        before = connection.execute("SELECT * FROM letter_sentences ORDER BY letter_id").fetchall()
        connection.execute("DELETE FROM letter_sentences")
        connection.commit()
    assert read_own(path) == [OWN]
    with closing(sqlite3.connect(path)) as connection:
        after = connection.execute("SELECT * FROM letter_sentences ORDER BY letter_id").fetchall()
    assert len(before) == 6
    assert after == [row for row in before if row[0] in {each[0] for each in after}]
    assert len(after) == 5  # the letter itself is read as it is


def test_a_library_that_cannot_be_written_is_answered_all_the_same(path: Path) -> None:
    import_letters(path, [f"{TOLD} {OWN}", *[TOLD] * 5])
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("DELETE FROM letter_sentences")
        connection.commit()
    with Library.open(path) as library:
        library._open_connection().execute("PRAGMA query_only = ON")
        (entry,) = [entry for entry in library.councils() if entry.council.name == COUNCILS[0]]
        (stored,) = library.letters_of(entry.id)
        assert [library.own_words(stored.id).basis] == [Basis.LIBRARY]


def test_a_library_of_0_1_0_tells_its_letters_apart(path: Path) -> None:
    shutil.copy(Path(__file__).parent / "store" / "library-0.1.0.db", path)
    with Library.open(path) as library:
        found = {stored.letter.year: library.own_words(stored.id).basis for stored in _list_all(library)}
    assert found[2020] is Basis.SHIPPED
    assert found[2024] is Basis.UNKNOWN


def test_a_letter_that_is_gone_is_said_to_be(path: Path) -> None:
    with Library.open(path) as library:
        (number,) = add(library, letter())
        with pytest.raises(LetterGone):
            library.own_words(number + 1)


def test_reading_files_again_makes_the_sentences_anew(path: Path) -> None:
    import_letters(path, [f"{TOLD} {OWN}", *[TOLD] * 5])
    with closing(sqlite3.connect(path)) as connection:
        before = connection.execute("SELECT * FROM letter_sentences").fetchall()
        connection.execute("UPDATE letter_sentences SET fingerprints = x''")
        connection.execute("UPDATE letter SET addressee = 'Somebody else'")
        connection.commit()
    with Library.open(path) as library:
        library.reread()
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("SELECT * FROM letter_sentences").fetchall() == before


def test_what_is_taken_out_leaves_nothing_behind(path: Path) -> None:
    import_letters(path, [TOLD] * 6)
    with Library.open(path) as library:
        library.remove_files([stored.source.sha256 for stored in _list_all(library)])
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("SELECT count(*) FROM letter_sentences").fetchone() == (0,)


def _list_all(library: Library) -> list[StoredLetter]:
    return [stored for entry in library.councils() for stored in library.letters_of(entry.id)]
