import hashlib
import zipfile
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest

from db import extract, importer
from db.councils.register import Register
from db.errors import LibraryFull, LibraryGone, NotALibrary
from db.importer import Progress, import_paths
from db.letters.parse import parse
from db.library import Library
from db.model import Letter, MeasureName
from db.outcome import Outcome
from db.text.discover import Discovered, LetterFile, discover
from tests.db.builders import LEEDS, OADBY, folder_of_letters, letter_text
from tests.db.disks import room_for


@pytest.fixture
def library(tmp_path: Path) -> Path:
    return tmp_path / "library" / "library.db"


@pytest.fixture
def small_batches(monkeypatch: pytest.MonkeyPatch) -> None:
    """Two files a batch, so that a few files make several."""
    monkeypatch.setattr(importer, "BATCH_FILES", 2)


def write(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def stored_letters(library: Path) -> list[Letter]:
    with Library.open(library) as here:
        return [stored.letter for entry in here.councils() for stored in here.letters_of(entry.id)]


def outcomes(batch: importer.ImportReport) -> list[tuple[str, Outcome]]:
    return [(Path(one.path).name, one.outcome) for one in batch.outcomes]


def test_a_letter_goes_in_and_its_figures_come_out(tmp_path: Path, library: Path) -> None:
    file = write(tmp_path / "oadby.txt", letter_text())
    batch = import_paths(library, [file])
    assert (batch.added, batch.already_here, batch.refused, batch.cancelled) == (1, 0, 0, False)
    (letter,) = stored_letters(library)
    upheld = letter.measure(MeasureName.UPHELD)
    assert (letter.council.name, letter.year) == (OADBY.name, 2020)
    assert (upheld.rate, upheld.average, upheld.count, upheld.base) == (60, 45, 3, 5)
    assert upheld.quotes
    assert all(letter.text[one.start : one.end] == one.text for one in upheld.quotes)


def test_the_files_bytes_and_name_are_kept_and_the_users_file_left_alone(tmp_path: Path, library: Path) -> None:
    data = letter_text().replace("\n", "\r\n").encode("utf-8-sig")
    file = tmp_path / "oadby.txt"
    file.write_bytes(data)
    (sha256,) = import_paths(library, [file]).sha256s
    assert sha256 == hashlib.sha256(data).hexdigest()
    assert file.read_bytes() == data
    with Library.open(library) as here:
        assert here.original(sha256) == data
        assert here.letter(1).source.name == "oadby.txt"


def test_an_outcome_names_council_and_year_without_what_is_large(tmp_path: Path, library: Path) -> None:
    (outcome,) = import_paths(library, [write(tmp_path / "a.txt", letter_text())]).outcomes
    (outline,) = outcome.letters
    assert (outline.council.name, outline.year) == (OADBY.name, 2020)
    assert outline.measure(MeasureName.UPHELD).rate == 60
    assert (outline.text, outline.measure(MeasureName.UPHELD).quotes, outline.fingerprints) == ("", (), None)


def test_the_same_bytes_are_already_here_and_their_letters_named(tmp_path: Path, library: Path) -> None:
    first = write(tmp_path / "a.txt", letter_text())
    (added,) = import_paths(library, [first]).outcomes
    batch = import_paths(library, [write(tmp_path / "b.txt", letter_text())])
    (again,) = batch.outcomes
    assert (again.outcome, again.reason, again.letters) == (Outcome.ALREADY_HERE, None, added.letters)
    assert batch.sha256s == ()


def test_the_same_bytes_twice_in_one_import_are_added_once(tmp_path: Path, library: Path) -> None:
    for name in ("a.txt", "b.txt"):
        write(tmp_path / "in" / name, letter_text())
    batch = import_paths(library, [tmp_path / "in"])
    assert outcomes(batch) == [("a.txt", Outcome.ADDED), ("b.txt", Outcome.ALREADY_HERE)]
    assert batch.outcomes[1].letters == batch.outcomes[0].letters
    assert len(stored_letters(library)) == 1


def test_what_is_here_is_not_read_again(tmp_path: Path, library: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = write(tmp_path / "a.txt", letter_text())
    import_paths(library, [file])

    def never(text: str, register: Register) -> tuple[Letter, ...]:
        raise AssertionError("it is known by its bytes")

    monkeypatch.setattr(extract, "parse", never)
    assert import_paths(library, [file]).already_here == 1


@pytest.mark.parametrize(
    ("make", "reason"),
    [
        (lambda path: write(path / "note.txt", "Milk, bread, eggs."), "no annual letter"),
        (lambda path: write(path / "empty.txt", ""), "empty"),
        (lambda path: path / "missing.txt", "no such file"),
        (lambda path: write(path / "folder" / ".hidden", "").parent, "nothing in this folder"),
    ],
)
def test_what_cannot_be_taken_is_refused_with_a_sentence(
    tmp_path: Path, library: Path, make: Callable[[Path], Path], reason: str
) -> None:
    (outcome,) = import_paths(library, [make(tmp_path)]).outcomes
    assert outcome.outcome is Outcome.REFUSED
    assert outcome.reason is not None
    assert reason in outcome.reason
    assert outcome.reason.endswith(".")


def test_one_bad_file_costs_the_others_nothing(tmp_path: Path, library: Path) -> None:
    folder = folder_of_letters(tmp_path / "in", 3)
    write(folder / "001a.txt", "Not a letter.")
    (folder / "001b.pdf").write_bytes(b"%PDF-1.4 and nothing more")
    batch = import_paths(library, [folder, tmp_path / "nowhere"])
    assert (batch.added, batch.refused) == (3, 3)
    assert outcomes(batch) == [
        ("000.txt", Outcome.ADDED),
        ("001.txt", Outcome.ADDED),
        ("001a.txt", Outcome.REFUSED),
        ("001b.pdf", Outcome.REFUSED),
        ("002.txt", Outcome.ADDED),
        ("nowhere", Outcome.REFUSED),
    ]


def test_a_file_that_breaks_the_reading_of_it_is_refused_and_the_others_go_on(
    tmp_path: Path, library: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = folder_of_letters(tmp_path / "in", 3)

    def breaks_on_one(text: str, register: Register) -> tuple[Letter, ...]:
        if "number 1." in text:
            raise RecursionError("too deep\x1b[31m")
        return parse(text, register)

    monkeypatch.setattr(extract, "parse", breaks_on_one)
    batch = import_paths(library, [folder])
    assert [outcome for _, outcome in outcomes(batch)] == [Outcome.ADDED, Outcome.REFUSED, Outcome.ADDED]
    reason = batch.outcomes[1].reason
    assert reason is not None
    assert "could not be understood" in reason
    assert reason.isprintable()


def test_a_file_that_breaks_on_loading_is_refused_and_the_others_go_on(
    tmp_path: Path, library: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = folder_of_letters(tmp_path / "in", 2)

    def broken() -> bytes:
        raise OSError("the cable came out")

    def with_a_broken_one(paths: Sequence[Path], cancelled: Callable[[], bool]) -> Iterator[Discovered]:
        yield LetterFile("broken.txt", "broken.txt", broken)
        yield from discover(paths, cancelled)

    monkeypatch.setattr("db.importer.discover", with_a_broken_one)
    batch = import_paths(library, [folder])
    assert (batch.refused, batch.added) == (1, 2)


def test_a_letter_to_a_council_nobody_knows_is_added_under_its_written_name(tmp_path: Path, library: Path) -> None:
    file = write(tmp_path / "a.txt", letter_text("Borchester Borough Council"))
    assert import_paths(library, [file]).added == 1
    (letter,) = stored_letters(library)
    assert (letter.council.name, letter.council.in_register) == ("Borchester Borough Council", False)
    assert letter.doubts


def test_a_pack_of_letters_is_one_file_of_several_letters(tmp_path: Path, library: Path) -> None:
    pack = write(tmp_path / "pack.txt", letter_text() + "\n\n" + letter_text(LEEDS.name))
    (outcome,) = import_paths(library, [pack]).outcomes
    assert [letter.council.name for letter in outcome.letters] == [OADBY.name, LEEDS.name]
    with Library.open(library) as here:
        assert (here.counts().files, here.counts().letters) == (1, 2)


def test_a_zip_file_is_opened_up(tmp_path: Path, library: Path) -> None:
    with zipfile.ZipFile(tmp_path / "letters.zip", "w") as pack:
        pack.writestr("oadby.txt", letter_text())
        pack.writestr("leeds.txt", letter_text(LEEDS.name))
    batch = import_paths(library, [tmp_path / "letters.zip"])
    assert batch.added == 2
    assert all("letters.zip/" in one.path for one in batch.outcomes)


@pytest.mark.usefixtures("small_batches")
def test_progress_is_told_for_each_file_once_it_is_in_the_library(tmp_path: Path, library: Path) -> None:
    folder = folder_of_letters(tmp_path / "in", 7)
    told: list[Progress] = []

    def on_file(progress: Progress) -> None:
        told.append(progress)
        with Library.open(library) as reader:
            assert reader.counts().letters >= progress.done

    batch = import_paths(library, [folder], on_file=on_file)
    assert [(one.done, one.total) for one in told] == [(n, 7) for n in range(8)]
    assert tuple(one.outcome for one in told) == (None, *batch.outcomes)


@pytest.mark.usefixtures("small_batches")
def test_cancelling_stops_between_files_and_keeps_what_is_in(tmp_path: Path, library: Path) -> None:
    folder = folder_of_letters(tmp_path / "in", 20)
    asked: list[Progress] = []
    batch = import_paths(library, [folder], on_file=asked.append, cancelled=lambda: len(asked) > 3)
    assert batch.cancelled
    assert 3 <= batch.added < 20
    with Library.open(library) as here:
        assert here.counts().letters == batch.added == len(batch.sha256s)
    assert import_paths(library, [folder]).already_here == batch.added


def test_cancelling_before_the_start_adds_nothing(tmp_path: Path, library: Path) -> None:
    batch = import_paths(library, [folder_of_letters(tmp_path / "in", 3)], cancelled=lambda: True)
    assert (batch.outcomes, batch.cancelled) == ((), True)


def test_an_import_can_be_undone(tmp_path: Path, library: Path) -> None:
    import_paths(library, [write(tmp_path / "first.txt", letter_text())])
    before = stored_letters(library)
    batch = import_paths(library, [folder_of_letters(tmp_path / "in", 6)])
    assert len(stored_letters(library)) == 7
    with Library.open(library) as here:
        assert here.remove_files(batch.sha256s) == 6
    assert stored_letters(library) == before


@pytest.mark.parametrize("content", [None, "Milk, bread, eggs."])
def test_an_import_that_adds_nothing_makes_no_library(tmp_path: Path, library: Path, content: str | None) -> None:
    file = tmp_path / "note.txt" if content is None else write(tmp_path / "note.txt", content)
    assert import_paths(library, [file]).refused == 1
    assert not library.parent.exists()


def test_a_library_is_made_for_the_first_letter_after_any_number_of_refusals(tmp_path: Path, library: Path) -> None:
    folder = folder_of_letters(tmp_path / "in", 1)
    write(folder / "000.md", letter_text())
    for name in ("note.txt", "000a.txt"):
        write(folder / name, "Milk, bread, eggs.")
    with_a_twin = import_paths(library, [folder / "note.txt", folder, folder])
    assert (with_a_twin.added, with_a_twin.already_here, with_a_twin.refused) == (2, 2, 5)
    assert len(stored_letters(library)) == 2


def test_files_of_other_kinds_in_folders_are_counted_and_not_tried(tmp_path: Path, library: Path) -> None:
    folder = folder_of_letters(tmp_path / "in", 2)
    for name in ("photo.jpg", "b/sheet.xlsx", ".hidden.jpg"):
        write(folder / name, "Milk, bread, eggs.")
    told: list[Progress] = []
    batch = import_paths(library, [folder], on_file=told.append)
    assert (batch.added, batch.refused, batch.passed_over, batch.cancelled) == (2, 0, 2, False)
    assert {progress.total for progress in told} == {2}
    (only_others,) = import_paths(library, [folder / "b"]).outcomes
    assert only_others.reason is not None
    assert "nothing in this folder" in only_others.reason


def test_a_file_that_is_no_library_is_not_imported_into(tmp_path: Path) -> None:
    note = write(tmp_path / "note.txt", "Milk, bread, eggs.")
    with pytest.raises(NotALibrary, match="not a library"):
        import_paths(note, [write(tmp_path / "a.txt", letter_text())])
    assert note.read_text() == "Milk, bread, eggs."


@pytest.mark.usefixtures("small_batches")
def test_a_library_that_is_gone_for_a_moment_is_no_fault_of_the_files(
    tmp_path: Path, library: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = folder_of_letters(tmp_path / "letters", 3)
    asked = Library.find_known

    def ask_while_it_is_away(opened: Library, sha256s: Sequence[str]) -> frozenset[str]:
        library.rename(library.with_name("away.db"))
        try:
            return asked(opened, sha256s)
        finally:
            library.with_name("away.db").rename(library)

    Library.open(library).close()
    monkeypatch.setattr(Library, "find_known", ask_while_it_is_away)
    with pytest.raises(LibraryGone):
        import_paths(library, [folder])


@pytest.mark.usefixtures("small_batches")
def test_a_full_disk_ends_the_import_with_a_sentence_and_keeps_what_was_reported(tmp_path: Path, library: Path) -> None:
    folder = folder_of_letters(tmp_path / "in", 60)
    Library.open(library).close()
    reported: list[Progress] = []
    with room_for(library, 8), pytest.raises(LibraryFull, match="disk is full"):
        import_paths(library, [folder], on_file=reported.append)
    with Library.open(library) as here:
        assert 0 < len(reported) - 1 <= here.counts().letters < 60
        assert not [finding for finding in here.check() if finding.kind == "damage"]
    assert import_paths(library, [folder]).refused == 0
    assert len(stored_letters(library)) == 60


def test_real_letters_go_in_and_come_out(real_letters: Path, library: Path) -> None:
    batch = import_paths(library, [real_letters])
    assert (batch.added, batch.refused) == (5, 0)
    with Library.open(library) as here:
        for file in real_letters.iterdir():
            assert here.original(hashlib.sha256(file.read_bytes()).hexdigest()) == file.read_bytes()
        assert here.counts().councils == 5
        assert not [finding for finding in here.check() if finding.kind == "damage"]
