import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from random import Random

import pytest

from db import read_stage
from db.councils.register import Register
from db.errors import Refused
from db.importer import import_paths
from db.letters.parse import parse
from db.library import Library
from db.model import Council, Letter, Measure, MeasureName, State
from db.reread.report import Change, ChangeKind, RereadReport
from tests.db.builders import LEEDS, NOWHERE, OADBY, letter_text, measures
from tests.db.reread.rereading import (
    COUNCILS,
    Parse,
    assert_whole,
    contents,
    file_with,
    left_out,
    only,
    pack_of,
    rows,
)
from tests.letters_made.families import FAMILIES
from tests.letters_made.kinds.by_name import KINDS
from tests.letters_made.manglings import choose, mangle


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


def worse_by(random: Random) -> Parse:
    """A parser that understands less, each time otherwise: without figures, year or council, half or twice a letter."""

    def without(letter: Letter) -> Letter:
        return replace(letter, measures=measures(), tables=(), remarks=(), doubts=())

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


@pytest.mark.slow
def test_the_same_parser_changes_nothing_in_letters_of_any_family_and_kind(path: Path, made_letters: Path) -> None:
    batch = import_paths(path, [made_letters])
    assert batch.added > 40
    before = rows(path)
    with Library.open(path) as library:
        assert library.reread() == RereadReport(files=batch.added)
    assert rows(path) == before


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(4))
def test_a_better_parser_leaves_a_library_as_if_it_had_imported_it(
    path: Path,
    tmp_path: Path,
    made_letters: Path,
    parser: Callable[[Parse], None],
    seed: int,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(read_stage, "FEW_FILES", 10_000)  # other processes know of no other parser
    parser(worse_by(Random(seed)))
    import_paths(path, [made_letters])
    parser(parse)
    import_paths(tmp_path / "fresh.db", [made_letters])
    with Library.open(path) as library, Library.open(tmp_path / "fresh.db") as fresh:
        assert contents(library) != contents(fresh)
        before = {one.id: one.source for entry in library.councils() for one in library.letters_of(entry.id)}
        report = library.reread()
        assert contents(library) == contents(fresh)
        assert_whole(library)
        assert report.kept == ()
        after = {one.id for entry in library.councils() for one in library.letters_of(entry.id)}
        assert {one.letter_id for one in report.changes if one.kind is ChangeKind.GAINED} == after - set(before)
        assert {one.letter_id for one in report.changes if one.kind is ChangeKind.LOST} == set(before) - after
        assert library.reread() == RereadReport(files=report.files)


def test_what_changed_is_told_letter_by_letter(tmp_path: Path, path: Path, parser: Callable[[Parse], None]) -> None:
    file_with(tmp_path, path, letter_text())
    file_with(tmp_path, path, letter_text(LEEDS.name), "b.txt")

    def other(text: str, register: Register) -> tuple[Letter, ...]:
        (letter,) = parse(text, register)
        if LEEDS.name in text:
            return (letter,)
        misread = Measure(
            name=MeasureName.UPHELD,
            state=State.GIVEN,
            rate=61,
            average=45,
            count=3,
            base=5,
            base_of="detailed investigations",
            denominator=5,
        )
        return (replace(letter, year=2021, measures=measures(misread)),)

    parser(other)
    with Library.open(path) as library:
        report = library.reread()
        (change,) = report.changes
        assert (change.kind, change.letter_id, change.council, change.year) == (
            ChangeKind.CHANGED,
            1,
            OADBY.name,
            2021,
        )
        assert change.source == library.letter(1).source
        assert change.changes == (
            Change(field="year", before="2020", after="2021"),
            Change(field="rate", measure=MeasureName.UPHELD, before="60", after="61"),
        )
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
        library.reread()
        assert library.letter(before.id).letter.text == before.letter.text.replace("pelican", "heron")
        assert (library.search("pelican").total, library.search("heron").total) == (0, 1)
        assert library.original(before.source.sha256) == file.read_bytes()
        assert_whole(library)


def test_a_letter_no_longer_found_is_told_and_taken_out(
    tmp_path: Path, path: Path, parser: Callable[[Parse], None]
) -> None:
    file_with(tmp_path, path, pack_of(*COUNCILS))
    parser(left_out("Kent County Council"))
    with Library.open(path) as library:
        (lost,) = library.reread().changes
        assert (lost.kind, lost.letter_id, lost.council, lost.year) == (
            ChangeKind.LOST,
            2,
            "Kent County Council",
            2020,
        )
        assert [entry.council.name for entry in library.councils()] == ["Cornwall Council", "Leeds City Council"]
        assert library.search("Kent").total == 0
        assert_whole(library)


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
        library.reread()
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
        report = library.reread()
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
        (kept,) = library.reread().kept
        assert "damaged" in kept.reason
        assert library.counts().letters == 1


def test_an_empty_library_is_read_again_in_no_time(path: Path) -> None:
    with Library.open(path) as library:
        assert library.reread() == RereadReport(files=0)


def test_a_council_only_known_from_a_misreading_is_gone_afterwards(
    tmp_path: Path, path: Path, parser: Callable[[Parse], None]
) -> None:
    nobody = Council(name="Council not found", in_register=False)
    parser(lambda text, register: tuple(replace(one, council=nobody) for one in parse(text, register)))
    file_with(tmp_path, path, letter_text())
    with Library.open(path) as library:
        assert only(library).letter.council == nobody
        parser(parse)
        library.reread()
        assert only(library).letter.council.name == OADBY.name
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("SELECT count(*) FROM council").fetchone() == (1,)


def test_real_letters_read_the_same_again(real_letters: Path, path: Path) -> None:
    import_paths(path, [real_letters])
    before = rows(path)
    with Library.open(path) as library:
        assert library.reread() == RereadReport(files=5)
    assert rows(path) == before
