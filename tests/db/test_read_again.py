import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from random import Random

import pytest

from db import understanding
from db.errors import LibraryError, Refused
from db.intake import import_paths
from db.letters.parse import parse
from db.library import Library
from db.model import Change, Council, Difference, Letter, Measure, MeasureName, ReadAgain, State, StoredLetter
from db.register import Register
from tests.db.builders import LEEDS, NOWHERE, OADBY, folder_of_letters, letter_text, measures
from tests.letters_made.families import FAMILIES
from tests.letters_made.kinds.by_name import KINDS
from tests.letters_made.manglings import choose, mangle

Parse = Callable[[str, Register], tuple[Letter, ...]]

COUNCILS = ("Leeds City Council", "Kent County Council", "Cornwall Council")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "library.db"


@pytest.fixture
def parser(monkeypatch: pytest.MonkeyPatch) -> Callable[[Parse], None]:
    """Takes a parser that is used from then on, as if another upheld had come."""
    return lambda other: monkeypatch.setattr(understanding, "parse", other)


@pytest.fixture(scope="session")
def made_letters(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Letters of every family and every kind of file, some mangled, and a pack of several."""
    folder = tmp_path_factory.mktemp("made")
    random = Random("read again")
    kinds = sorted(KINDS)
    for n, (family, (_, make)) in enumerate(FAMILIES.items()):
        whole, other = make(random, random.choice(COUNCILS)), make(random, random.choice(COUNCILS))
        kind = KINDS[kinds[n % len(kinds)]]
        (folder / f"{family}{kind.ending}").write_bytes(kind.ways[0](whole, random))
        (folder / f"{family} mangled.txt").write_text(mangle(other, choose(random, 3), random), encoding="utf-8")
    (folder / "pack.txt").write_text("\n\n".join(letter_text(name) for name in COUNCILS), encoding="utf-8")
    return folder


def rows(path: Path) -> list[str]:
    """Everything in the file, to the last byte of the index."""
    with closing(sqlite3.connect(path)) as connection:
        return list(connection.iterdump())


def contents(library: Library) -> list[tuple[object, ...]]:
    """Everything in the library but ids, in an order of its own."""
    stored = [one for entry in library.councils() for one in library.letters_of(entry.id)]
    words = [library.search(word).total for word in ("council", "ombudsman", "upheld", "half")]
    found: list[tuple[object, ...]] = [
        (one.source.sha256, one.letter.text, repr(one.letter), one.source, one.shown) for one in stored
    ]
    return [tuple(words), *sorted(found, key=lambda one: one[:2])]


def assert_whole(library: Library) -> None:
    """Nothing is damaged, and every file's bytes are what they were (they are checked against their SHA-256)."""
    assert not [finding for finding in library.check() if finding.kind == "damage"]
    for one in {one.source.sha256 for entry in library.councils() for one in library.letters_of(entry.id)}:
        library.original(one)


def only(library: Library) -> StoredLetter:
    (entry,) = library.councils()
    (stored,) = library.letters_of(entry.id)
    return stored


def file_with(tmp_path: Path, path: Path, text: str, name: str = "a.txt") -> Path:
    """A file imported into the library at `path`."""
    file = tmp_path / name
    file.write_text(text, encoding="utf-8")
    assert import_paths(path, [file]).added == 1
    return file


def worse_by(random: Random) -> Parse:
    """A parser that understands less, each time otherwise: without figures, year or council, half or twice a letter."""

    def without(letter: Letter) -> Letter:
        return replace(letter, measures=measures(), tables=(), remarks=(), warnings=())

    def half(text: str) -> Letter:
        middle = len(text) // 2
        return replace(without(parse(text, Register.load())[0]), text=f"{text[:middle]} half")

    ways: list[Callable[[Letter], tuple[Letter, ...]]] = [
        lambda letter: (letter,),
        lambda letter: (without(letter),),
        lambda letter: (replace(letter, year=None, period=None),),
        lambda letter: (replace(letter, council=NOWHERE, addressee=None),),
        lambda letter: (half(letter.text),),
        lambda letter: (half(letter.text), half(letter.text)),
    ]

    def worse(text: str, register: Register) -> tuple[Letter, ...]:
        letters = parse(text, register)
        return tuple(one for letter in letters for one in random.choice(ways)(letter))[: random.randint(1, 5)]

    return worse


def test_the_same_parser_changes_nothing_in_letters_of_any_family_and_kind(path: Path, made_letters: Path) -> None:
    batch = import_paths(path, [made_letters])
    assert batch.added > 40
    before = rows(path)
    with Library.open(path) as library:
        assert library.read_again() == ReadAgain(files=batch.added)
    assert rows(path) == before


@pytest.mark.parametrize("seed", range(4))
def test_a_better_parser_leaves_a_library_as_if_it_had_imported_it(
    path: Path, tmp_path: Path, made_letters: Path, parser: Callable[[Parse], None], seed: int
) -> None:
    parser(worse_by(Random(seed)))
    import_paths(path, [made_letters])
    parser(parse)
    import_paths(tmp_path / "fresh.db", [made_letters])
    with Library.open(path) as library, Library.open(tmp_path / "fresh.db") as fresh:
        assert contents(library) != contents(fresh)
        before = {one.id: one.source for entry in library.councils() for one in library.letters_of(entry.id)}
        report = library.read_again()
        assert contents(library) == contents(fresh)
        assert_whole(library)
        assert report.kept == ()
        after = {one.id for entry in library.councils() for one in library.letters_of(entry.id)}
        assert {one.letter_id for one in report.changes if one.change is Change.GAINED} == after - set(before)
        assert {one.letter_id for one in report.changes if one.change is Change.LOST} == set(before) - after
        assert library.read_again() == ReadAgain(report.files)


def test_what_changed_is_told_letter_by_letter(tmp_path: Path, path: Path, parser: Callable[[Parse], None]) -> None:
    file_with(tmp_path, path, letter_text())
    file_with(tmp_path, path, letter_text(LEEDS.name), "b.txt")

    def other(text: str, register: Register) -> tuple[Letter, ...]:
        (letter,) = parse(text, register)
        if LEEDS.name in text:
            return (letter,)
        misread = Measure(MeasureName.UPHELD, State.GIVEN, 61, 45, 3, 5, "detailed investigations", 5)
        return (replace(letter, year=2021, measures=measures(misread)),)

    parser(other)
    with Library.open(path) as library:
        report = library.read_again()
        (change,) = report.changes
        assert (change.change, change.letter_id, change.council, change.year) == (Change.CHANGED, 1, OADBY.name, 2021)
        assert change.source == library.letter(1).source
        assert change.differences == (Difference("year", "2020", "2021"), Difference("upheld rate", "60", "61"))
        assert (report.files, report.kept, report.cancelled) == (2, (), False)
        assert library.letter(1).letter.measure(MeasureName.UPHELD).rate == 61
        assert library.letter(1).letter.measure(MeasureName.UPHELD).quotes == ()


def test_a_letter_keeps_its_id_through_a_change_of_its_text(
    tmp_path: Path, path: Path, parser: Callable[[Parse], None]
) -> None:
    file = file_with(tmp_path, path, letter_text(words="A pelican."))
    parser(lambda text, register: parse(text.replace("pelican", "heron"), register))
    with Library.open(path) as library:
        before = only(library)
        library.read_again()
        assert library.letter(before.id).letter.text == before.letter.text.replace("pelican", "heron")
        assert (library.search("pelican").total, library.search("heron").total) == (0, 1)
        assert library.original(before.source.sha256) == file.read_bytes()
        assert_whole(library)


def pack_of(*names: str) -> str:
    return "\n\n".join(letter_text(name) for name in names)


def left_out(*names: str) -> Parse:
    """A parser that overlooks the letters to these councils."""
    return lambda text, register: tuple(one for one in parse(text, register) if one.council.name not in names)


def test_a_letter_newly_found_within_a_file_moves_no_other_and_nothing_set_by_hand(
    tmp_path: Path, path: Path, parser: Callable[[Parse], None]
) -> None:
    parser(left_out("Kent County Council"))
    file_with(tmp_path, path, pack_of(*COUNCILS))
    with Library.open(path) as library:
        library.set_by_hand(2, None, 2011)
        library.dismiss(2)
        parser(parse)
        (gained,) = library.read_again().changes
        assert (gained.change, gained.letter_id, gained.council) == (Change.GAINED, 3, "Kent County Council")
        assert [library.letter(one).letter.council.name for one in (1, 3, 2)] == list(COUNCILS)
        assert [library.letter(one).letter.year for one in (1, 3, 2)] == [2020, 2020, 2011]
        sha256 = library.letter(1).source.sha256
        assert [one.council.name for one in library.letters_in([sha256])[sha256]] == list(COUNCILS)
        assert library.search("Kent").total == 1
        assert_whole(library)


def test_a_letter_no_longer_found_is_told_and_taken_out(
    tmp_path: Path, path: Path, parser: Callable[[Parse], None]
) -> None:
    file_with(tmp_path, path, pack_of(*COUNCILS))
    parser(left_out("Kent County Council"))
    with Library.open(path) as library:
        (lost,) = library.read_again().changes
        assert (lost.change, lost.letter_id, lost.council, lost.year) == (Change.LOST, 2, "Kent County Council", 2020)
        assert [entry.council.name for entry in library.councils()] == ["Cornwall Council", "Leeds City Council"]
        assert library.search("Kent").total == 0
        assert_whole(library)


def test_a_file_that_would_lose_what_was_set_by_hand_is_left_as_it_was(
    tmp_path: Path, path: Path, parser: Callable[[Parse], None]
) -> None:
    file_with(tmp_path, path, pack_of(*COUNCILS))
    parser(left_out("Kent County Council", "Leeds City Council"))
    with Library.open(path) as library:
        library.set_by_hand(2, None, 2011)
        before = contents(library)
        report = library.read_again()
        assert report.changes == ()
        assert [(kept.source.name, "set by hand" in kept.reason) for kept in report.kept] == [("a.txt", True)]
        assert contents(library) == before
        library.undo_set_by_hand(2)
        assert [one.change for one in library.read_again().changes] == [Change.LOST, Change.LOST]


def test_what_was_set_by_hand_counts_whatever_is_read(
    tmp_path: Path, path: Path, parser: Callable[[Parse], None]
) -> None:
    file_with(tmp_path, path, letter_text("Borchester Borough Council"))
    leeds = Register.load().by_name("Leeds City Council")
    with Library.open(path) as library:
        library.set_by_hand(1, leeds, 2011)
        kent = Register.load().by_name("Kent County Council")
        assert kent is not None

        def better(text: str, register: Register) -> tuple[Letter, ...]:
            return tuple(replace(one, council=kent, year=2021, warnings=()) for one in parse(text, register))

        parser(better)
        (change,) = library.read_again().changes
        stored = only(library)
        assert (stored.letter.council, stored.letter.year, stored.set_by_hand) == (leeds, 2011, ("council", "year"))
        assert (stored.read_council, stored.read_year) == (kent, 2021)
        assert (change.council, change.year) == ("Leeds City Council", 2011)
        assert Difference("council", "Borchester Borough Council", "Kent County Council") in change.differences
        library.undo_set_by_hand(1)
        assert [entry.council for entry in library.councils()] == [kent]
        assert_whole(library)


def test_a_council_set_by_hand_stays_even_if_it_has_left_the_register(
    tmp_path: Path, path: Path, parser: Callable[[Parse], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    file_with(tmp_path, path, letter_text("Borchester Borough Council"))
    leeds = Register.load().by_name("Leeds City Council")
    parser(lambda text, register: tuple(replace(one, year=2019) for one in parse(text, register)))
    with Library.open(path) as library:
        library.set_by_hand(1, leeds, None)
        monkeypatch.setattr(Register, "by_name", lambda register, name: None)
        assert len(library.read_again().changes) == 1
        assert (only(library).letter.council, only(library).letter.year) == (leeds, 2019)


def test_which_letter_of_a_year_is_shown_is_chosen_anew(
    tmp_path: Path, path: Path, parser: Callable[[Parse], None]
) -> None:
    file_with(tmp_path, path, letter_text(words="The first, and the longer of the two."))
    file_with(tmp_path, path, letter_text(words="Two."), "b.txt")

    def other(text: str, register: Register) -> tuple[Letter, ...]:
        letters = parse(text, register)
        return letters if "Two." in text else tuple(replace(one, measures=measures()) for one in letters)

    with Library.open(path) as library:
        assert [library.letter(one).shown for one in (1, 2)] == [True, False]
        parser(other)
        library.read_again()
        assert [library.letter(one).shown for one in (1, 2)] == [False, True]


def refuses(text: str, register: Register) -> tuple[Letter, ...]:
    raise Refused("This file is not for us; import another.")


def breaks(text: str, register: Register) -> tuple[Letter, ...]:
    raise RecursionError("too deep\x1b[31m")


def misquotes(text: str, register: Register) -> tuple[Letter, ...]:
    (letter,) = parse(text, register)
    return (replace(letter, text=letter.text[1:]),)


@pytest.mark.parametrize(
    ("parse_now", "reason"),
    [
        (lambda text, register: (), "no annual letter"),
        (refuses, "not for us"),
        (breaks, "could not be understood"),
        (misquotes, "does not fit"),
    ],
)
def test_a_file_that_can_no_longer_be_read_keeps_its_letters_and_the_others_go_on(
    tmp_path: Path, path: Path, parser: Callable[[Parse], None], parse_now: Parse, reason: str
) -> None:
    file_with(tmp_path, path, letter_text(words="Bad."))
    file_with(tmp_path, path, letter_text(LEEDS.name, words="Good."), "b.txt")

    def other(text: str, register: Register) -> tuple[Letter, ...]:
        if "Bad." in text:
            return parse_now(text, register)
        return tuple(replace(one, year=2019) for one in parse(text, register))

    parser(other)
    with Library.open(path) as library:
        before = library.letter(1)
        report = library.read_again()
        (kept,) = report.kept
        assert kept.source == before.source
        assert reason in kept.reason
        assert kept.reason.endswith(".")
        assert kept.reason.isprintable()
        assert library.letter(1) == before
        assert library.letter(2).letter.year == 2019
        assert_whole(library)


def test_a_file_whose_bytes_are_damaged_keeps_its_letters(tmp_path: Path, path: Path) -> None:
    file_with(tmp_path, path, letter_text())
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("UPDATE file SET zlib = substr(zlib, 1, 9)")
    with Library.open(path) as library:
        (kept,) = library.read_again().kept
        assert "damaged" in kept.reason
        assert library.counts().letters == 1


def test_progress_is_told_before_the_first_file_and_after_each(tmp_path: Path, path: Path) -> None:
    import_paths(path, [folder_of_letters(tmp_path / "in", 3)])
    told: list[tuple[int, int]] = []
    with Library.open(path) as library:
        library.read_again(on_file=lambda done, total: told.append((done, total)))
    assert told == [(0, 3), (1, 3), (2, 3), (3, 3)]


def test_an_empty_library_is_read_again_in_no_time(path: Path) -> None:
    with Library.open(path) as library:
        assert library.read_again() == ReadAgain(files=0)


@pytest.fixture
def about_to_change(tmp_path: Path, path: Path, parser: Callable[[Parse], None]) -> Iterator[tuple[Library, list[str]]]:
    """A library of six files of which each would change, and its rows before."""
    import_paths(path, [folder_of_letters(tmp_path / "in", 6)])
    before = rows(path)
    parser(
        lambda text, register: tuple(replace(one, text=f"{one.text} Anew.", year=2001) for one in parse(text, register))
    )
    with Library.open(path) as library:
        yield library, before


@pytest.mark.parametrize("after", [0, 1, 5])
def test_when_cancelled_it_changes_nothing(path: Path, about_to_change: tuple[Library, list[str]], after: int) -> None:
    library, before = about_to_change
    told: list[int] = []
    report = library.read_again(on_file=lambda done, total: told.append(done), cancelled=lambda: len(told) > after)
    assert (report.cancelled, report.changes, told[-1]) == (True, (), after)
    assert rows(path) == before
    assert len(library.read_again().changes) == 6, "and it can be done again"
    assert_whole(library)


@pytest.mark.parametrize("crash", [KeyboardInterrupt, RuntimeError])
def test_a_crash_in_the_middle_changes_nothing(
    path: Path, about_to_change: tuple[Library, list[str]], crash: type[BaseException]
) -> None:
    library, before = about_to_change

    def crashing(done: int, total: int) -> None:
        if done == 4:
            raise crash

    with pytest.raises(crash):
        library.read_again(on_file=crashing)
    assert rows(path) == before
    assert len(library.read_again().changes) == 6


def test_a_full_disk_changes_nothing(path: Path, about_to_change: tuple[Library, list[str]]) -> None:
    library, before = about_to_change
    connection = library._open_connection()
    pages = connection.execute("PRAGMA page_count").fetchone()[0]
    connection.execute(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(LibraryError, match="disk is full"):
        library.read_again()
    assert rows(path) == before


def test_other_programs_read_what_was_there_until_it_is_done(
    path: Path, about_to_change: tuple[Library, list[str]]
) -> None:
    library, _ = about_to_change
    with Library.open(path) as other:

        def look(done: int, total: int) -> None:
            assert other.search("anew").total == 0
            assert other.counts().last_year == 2021

        library.read_again(on_file=look)
        assert other.search("anew").total == 6
        assert other.counts().last_year == 2001


def test_a_council_only_known_from_a_misreading_is_gone_afterwards(
    tmp_path: Path, path: Path, parser: Callable[[Parse], None]
) -> None:
    nobody = Council("Council not found", in_register=False)
    parser(lambda text, register: tuple(replace(one, council=nobody) for one in parse(text, register)))
    file_with(tmp_path, path, letter_text())
    with Library.open(path) as library:
        assert only(library).letter.council == nobody
        parser(parse)
        library.read_again()
        assert only(library).letter.council.name == OADBY.name
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("SELECT count(*) FROM council").fetchone() == (1,)


def test_real_letters_read_the_same_again(real_letters: Path, path: Path) -> None:
    import_paths(path, [real_letters])
    before = rows(path)
    with Library.open(path) as library:
        assert library.read_again() == ReadAgain(files=5)
    assert rows(path) == before
