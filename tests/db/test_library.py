import sqlite3
import threading
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from db.errors import Damaged, FileGone, LetterGone, LibraryBusy, LibraryClosed, LibraryFull, TooLarge
from db.library import Library
from db.model import Council, Measure, MeasureName, Period, Quote, State
from db.outcome import Outcome
from db.store.entries import LibraryCounts
from tests.db.builders import LEEDS, NOWHERE, OADBY, add, file_of, letter, received, upheld
from tests.db.disks import room_for


def test_a_new_library_holds_nothing(path: Path) -> None:
    with Library.open(path) as library:
        assert library.counts() == LibraryCounts(letters=0, councils=0, files=0, first_year=None, last_year=None)
        assert library.councils() == ()
        assert library.letters_of(1) == ()
        assert library.search("council").total == 0


def test_councils_come_by_name_with_their_years(path: Path) -> None:
    with Library.open(path) as library:
        add(
            library,
            letter("a", OADBY, 2021),
            letter("b", LEEDS, 2019),
            letter("c", OADBY, 2018),
            letter("d", OADBY, 2018),
        )
        leeds, oadby = library.councils()
    assert (leeds.council, leeds.years) == (LEEDS, (2019,))
    assert (oadby.council, oadby.years) == (OADBY, (2018, 2021))


def test_a_council_entry_has_the_latest_word_on_complaints_upheld(path: Path) -> None:
    none_upheld = Measure(name=MeasureName.UPHELD, state=State.NONE_UPHELD)
    with Library.open(path) as library:
        add(
            library,
            letter("a", OADBY, 2019, upheld(50)),
            letter("b", OADBY, 2020, upheld(60)),
            letter("c", OADBY, 2021),
        )
        add(library, letter("d", LEEDS, 2020, upheld(70)), letter("e", LEEDS, 2021, none_upheld))
        leeds, oadby = library.councils()
    assert (oadby.upheld, oadby.upheld_year) == (upheld(60), 2020)
    assert (leeds.upheld, leeds.upheld_year) == (none_upheld, 2021)
    assert oadby.years == (2019, 2020, 2021)


def test_a_council_without_a_word_on_complaints_upheld_has_none(path: Path) -> None:
    with Library.open(path) as library:
        add(library, letter())
        (entry,) = library.councils()
    assert (entry.upheld, entry.upheld_year) == (None, None)


def test_what_the_register_says_of_a_council_now_replaces_what_it_said(path: Path) -> None:
    moved = OADBY._replace(
        region="West Midlands", successors=("Leicestershire Council",), abolished_on=date(2028, 4, 1)
    )
    written = Council(name=OADBY.name, in_register=False)
    with Library.open(path) as library:
        add(library, letter("a", OADBY, 2019), letter("b", moved, 2020), letter("c", written, 2021))
        (entry,) = library.councils()
    assert entry.council == moved


def test_letters_come_newest_first_and_those_without_a_year_last(path: Path) -> None:
    with Library.open(path) as library:
        add(library, letter("none", year=None), letter("2018", year=2018), letter("2020", year=2020))
        add(library, letter("2018, fuller", OADBY, 2018, upheld()))
        (entry,) = library.councils()
        letters = library.letters_of(entry.id)
    assert [stored.letter.text for stored in letters] == ["2020", "2018, fuller", "2018", "none"]
    assert [stored.shown for stored in letters] == [True, True, False, True]


def test_of_very_many_letters_the_first_are_those_that_a_picture_tells_of(path: Path) -> None:
    many = [letter(f"{year}, {copy}", year=year) for year in (2018, 2019, 2020, None) for copy in range(15)]
    with Library.open(path) as library:
        add(library, *many)
        (entry,) = library.councils()
        all_letters = library.letters_of(entry.id)
        letters, are_all = library.first_letters_of(entry.id)
    assert not are_all
    assert letters == tuple(each for each in all_letters if each.shown or each.letter.year in (2020, None))
    assert [each.letter.year for each in letters] == [*[2020] * 15, 2019, 2018, *[None] * 15]


def test_of_as_many_letters_as_a_council_has_the_first_are_all(path: Path) -> None:
    with Library.open(path) as library:
        add(library, letter("a", year=2018), letter("b", year=2018), letter("c", year=2020))
        (entry,) = library.councils()
        assert library.first_letters_of(entry.id) == (library.letters_of(entry.id), True)
        assert library.first_letters_of(entry.id + 1) == ((), True)


def test_of_two_equally_full_letters_the_longer_is_shown(path: Path) -> None:
    with Library.open(path) as library:
        short, whole = add(library, letter("Abridged."), letter("The whole of it."))
        assert not library.letter(short).shown
        assert library.letter(whole).shown


def test_of_two_letters_as_full_and_as_long_the_one_imported_first_is_shown(path: Path) -> None:
    with Library.open(path) as library:
        first, second = add(library, letter("a", OADBY, 2020, upheld()), letter("b", OADBY, 2020, upheld()))
        assert library.letter(first).shown
        assert not library.letter(second).shown


def test_a_table_makes_a_letter_fuller_by_its_cells(path: Path) -> None:
    with Library.open(path) as library:
        rates, table = add(
            library, letter("a", OADBY, 2020, upheld()), letter("b", tables=(received(None, housing=1, planning=0),))
        )
        assert not library.letter(rates).shown
        assert library.letter(table).shown


def test_a_cell_that_could_not_be_read_makes_no_letter_fuller(path: Path) -> None:
    with Library.open(path) as library:
        rates, table = add(
            library, letter("a", OADBY, 2020, upheld()), letter("b", tables=(received(None, housing=None, other=None),))
        )
        assert library.letter(rates).shown
        assert not library.letter(table).shown


def test_a_fuller_letter_in_a_later_import_is_shown_from_then_on(path: Path) -> None:
    with Library.open(path) as library:
        (first,) = add(library, letter("a"))
        assert library.letter(first).shown
        (fuller,) = add(library, letter("b", OADBY, 2020, upheld()))
        assert not library.letter(first).shown
        assert library.letter(fuller).shown


def test_letters_of_no_known_year_or_to_nobody_known_are_all_shown(path: Path) -> None:
    nobody = letter("c", Council(name="Council not found", in_register=False), 2020, upheld(10), as_written=None)
    other = letter("d", Council(name="Council not found", in_register=False), 2020, upheld(90), as_written=None)
    with Library.open(path) as library:
        ids = add(library, letter("a", year=None), letter("b", year=None), nobody, other)
        stored = [library.letter(one) for one in ids]
        unknown = library.councils()[0]
    assert [one.shown for one in stored] == [True] * 4
    assert [one.letter.doubts for one in stored] == [()] * 4
    assert unknown.years == (2020,)


def test_a_letter_that_is_gone_is_said_to_be(path: Path) -> None:
    with Library.open(path) as library, pytest.raises(LetterGone, match="no longer in the library"):
        library.letter(1)


def test_the_id_of_a_letter_taken_out_is_not_given_to_another(path: Path) -> None:
    file = file_of(letter("a"))
    with Library.open(path) as library:
        library.add_files([file])
        library.remove_files([file.source.sha256])
        assert add(library, letter("b")) != [1]
        with pytest.raises(LetterGone):
            library.letter(1)


@pytest.mark.parametrize(
    "data", [b"", b"Dear Mrs Court", bytes(range(256)) * 300, "Dear Mrs Ç".encode("cp1252")], ids=len
)
def test_a_files_bytes_come_back_as_they_were(path: Path, data: bytes) -> None:
    file = file_of(letter("Dear Mrs Court, this is the first."), letter("And the second.", LEEDS), data=data)
    with Library.open(path) as library:
        library.add_files([file])
        assert library.original(file.source.sha256) == data


def test_a_text_file_takes_little_more_than_its_text(path: Path) -> None:
    text = "".join(f"Number {n} of the lines of which this letter consists.\n" for n in range(200))
    file = file_of(letter(text), data=text.encode())
    assert len(file.zlib) < len(text) / 50


def test_bytes_that_are_not_here_or_damaged_are_said_to_be(path: Path) -> None:
    file = file_of(letter("a"))
    with Library.open(path) as library:
        with pytest.raises(FileGone, match="not in the library"):
            library.original(file.source.sha256)
        library.add_files([replace(file, zlib=file.zlib[:-6])])
        with pytest.raises(Damaged, match="damaged"):
            library.original(file.source.sha256)


def test_letters_of_one_file_keep_their_order(path: Path) -> None:
    file = file_of(letter("first", LEEDS), letter("second", OADBY), name="pack.txt")
    with Library.open(path) as library:
        library.add_files([file])
        assert [one.text for one in library.letters_in([file.source.sha256])[file.source.sha256]] == ["first", "second"]


def test_the_same_bytes_are_kept_once(path: Path) -> None:
    file = file_of(letter("a"))
    with Library.open(path) as library:
        assert [saved.outcome for saved in library.add_files([file, file])] == [Outcome.ADDED, Outcome.ALREADY_HERE]
        assert [saved.outcome for saved in library.add_files([file])] == [Outcome.ALREADY_HERE]
        assert library.find_known([file.source.sha256, "0" * 64]) == {file.source.sha256}
        assert library.counts() == LibraryCounts(letters=1, councils=1, files=1, first_year=2020, last_year=2020)


def test_a_letter_that_breaks_a_rule_is_refused_and_leaves_no_trace(path: Path) -> None:
    misquoted = letter("a", LEEDS, 2020, upheld(quotes=[Quote(start=0, end=1, text="b")]))
    too_large = letter("b", NOWHERE, 2020, upheld(count=2**70))
    fine = letter("c")
    files = [file_of(one, name=f"{n}.txt") for n, one in enumerate((misquoted, too_large, fine))]
    with Library.open(path) as library:
        saved = library.add_files(files)
        assert [one.outcome for one in saved] == [Outcome.REFUSED, Outcome.REFUSED, Outcome.ADDED]
        assert saved[0].reason is not None
        assert saved[0].reason.endswith(".")
        assert [entry.council for entry in library.councils()] == [OADBY]
        assert library.search("a b").total == 0
        assert library.search("c").total == 1
        assert not [finding for finding in library.check() if finding.kind == "damage"]


def test_taking_an_import_out_leaves_what_was_there_before(path: Path) -> None:
    before = [file_of(letter("alpha")), file_of(letter("beta", LEEDS, 2019), name="b.txt")]
    imported = [
        file_of(letter("gamma", OADBY, 2020, upheld()), name="c.txt"),
        file_of(letter("delta", NOWHERE, 2021), letter("epsilon", LEEDS, 2021), name="d.txt"),
    ]
    with Library.open(path) as library:
        library.add_files(before)
        entries = library.councils()
        letters = [library.letters_of(entry.id) for entry in entries]
        library.add_files(imported)
        assert len(library.councils()) == 3
        assert library.remove_files([file.source.sha256 for file in imported]) == 2
        assert library.councils() == entries
        assert [library.letters_of(entry.id) for entry in entries] == letters
        assert library.search("gamma").total == 0
        assert library.search("alpha").total == 1
        assert not [finding for finding in library.check() if finding.kind == "damage"]


def test_taking_out_nothing_or_strangers_changes_nothing(path: Path) -> None:
    with Library.open(path) as library:
        add(library, letter())
        assert library.remove_files([]) == 0
        assert library.remove_files(["0" * 64]) == 0
        assert library.counts().files == 1


def test_dates_and_names_of_a_letter_are_kept(path: Path) -> None:
    whole = replace(
        letter(),
        dated=date(2020, 7, 22),
        period=Period(start=date(2019, 4, 1), end=date(2020, 3, 31)),
        addressee="Mrs Court",
        role="Chief Executive",
    )
    with Library.open(path) as library:
        (one,) = add(library, whole)
        stored = library.letter(one)
    assert stored.letter == whole
    assert (stored.source.name, stored.source.media_type) == ("1.txt", "text/plain")


def test_years_are_counted_from_the_earliest_to_the_latest(path: Path) -> None:
    with Library.open(path) as library:
        add(library, letter("a", year=2012), letter("b", LEEDS, 2024), letter("c", year=None))
        assert library.counts() == LibraryCounts(letters=3, councils=2, files=3, first_year=2012, last_year=2024)


def test_another_program_that_is_writing_is_waited_for_and_then_named(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("db.store.connection.BUSY_SECONDS", 0.05)
    with Library.open(path) as library:
        add(library, letter("a"))
        other = sqlite3.connect(path, isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        other.execute("DELETE FROM file")
        try:
            assert library.counts().letters == 1, "readers see what was there before"
            with pytest.raises(LibraryBusy, match="another program"):
                library.add_files([file_of(letter("b"), name="b.txt")])
        finally:
            other.close()
        add(library, letter("c"))
        assert library.counts().letters == 2


def test_a_full_disk_costs_the_batch_alone(path: Path) -> None:
    big = [file_of(letter(f"{n} " + "words without end " * 2000, year=2000 + n), name=f"{n}.txt") for n in range(9)]
    with Library.open(path) as library:
        add(library, letter("a"))
    with room_for(path, 20), Library.open(path) as library:
        with pytest.raises(LibraryFull, match="disk is full"):
            library.add_files(big)
        assert library.counts().letters == 1
    with Library.open(path) as library:
        assert {finding.kind.value for finding in library.check()} == {"no_figures"}
        assert {saved.outcome for saved in library.add_files(big)} == {Outcome.ADDED}


def test_each_thread_opens_its_own_library(path: Path) -> None:
    with Library.open(path) as library:
        add(library, letter("a"))
    answers: list[int] = []

    def ask() -> None:
        with Library.open(path) as mine:
            answers.append(mine.counts().letters)

    threads = [threading.Thread(target=ask) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert answers == [1] * 8


def test_a_closed_library_says_so(path: Path) -> None:
    library = Library.open(path)
    library.close()
    library.close()
    with pytest.raises(LibraryClosed, match="closed"):
        library.counts()


def test_a_number_no_library_can_hold_is_answered_with_a_sentence(path: Path) -> None:
    with Library.open(path) as library, pytest.raises(TooLarge, match="too large"):
        library.letters_of(2**70)
