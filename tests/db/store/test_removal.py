import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from db.errors import FileGone
from db.importer import import_paths
from db.library import Library
from db.review.findings import FindingKind
from tests.db.builders import LEEDS, NOWHERE, OADBY, add, file_of, letter, upheld
from tests.tui.asked import OADBY as OADBY_FILE
from tests.tui.asked import SAMPLES

NWL_FILE = SAMPLES / "north-west-leicestershire-district-council-2018.txt"

Contents = dict[str, list[tuple[object, ...]]]


@pytest.fixture(name="path")
def _path(tmp_path: Path) -> Path:
    """A library with letters of every kind of row, one of them corrected and one dismissed."""
    path = tmp_path / "library.db"
    assert import_paths(path, [OADBY_FILE, NWL_FILE]).added == 2
    with Library.open(path) as library:
        doubtful = letter("Broken words are safe-\nguarding fault.", LEEDS, 2020, upheld(), as_written=None)
        pack = file_of(doubtful, letter("To nobody we know.", NOWHERE, None), name="pack.txt")
        library.add_files([pack])
        for item in library.review_items().items:
            library.dismiss(item.letter_id)
        of_leeds = next(each for each in library.letters_of_files([pack.source.sha256]) if each.letter.year == 2020)
        library.correct(of_leeds.id, OADBY, 2019)
    return path


def read_contents(path: Path) -> Contents:
    """Every row of every table, under whatever number a file or a dismissal has."""
    with sqlite3.connect(path) as connection:
        names = [name for (name,) in connection.execute("SELECT name FROM pragma_table_list WHERE type = 'table'")]
        contents: Contents = {}
        for name in sorted(set(names) - {"sqlite_sequence", "sqlite_schema", "sqlite_temp_schema", "lineage"}):
            columns = [column for (column,) in connection.execute("SELECT name FROM pragma_table_xinfo(?)", (name,))]
            if name in ("file", "dismissal"):
                columns.remove("id")
            listed = ", ".join(f'"{column}"' for column in columns if column != "file_id")
            contents[name] = sorted(connection.execute(f'SELECT {listed} FROM "{name}"'), key=repr)  # noqa: S608
    connection.close()
    return contents


def is_whole(library: Library) -> bool:
    return not [finding for finding in library.check() if finding.kind is FindingKind.DAMAGE]


@pytest.fixture(name="sha256s")
def _sha256s(path: Path) -> list[str]:
    with Library.open(path) as library:
        found = [source.sha256 for source in library.sources("")]
    assert len(found) == 3
    return found


def test_files_that_are_put_back_are_as_they_were(path: Path, sha256s: list[str]) -> None:
    before = read_contents(path)
    assert all(before[table] for table in ("measure_quote", "cell", "remark", "correction", "dismissal"))
    with Library.open(path) as library:
        for wanted in (sha256s, sha256s[:1], sha256s[1:]):
            found = library.search("guarding").total
            removed = library.take_out_files([*wanted, "0" * 64])
            assert removed.sha256s == tuple(wanted)
            assert library.letters_of_files(wanted) == ()
            assert is_whole(library)
            assert library.put_back_files(removed) == len(wanted)
            assert is_whole(library)
            assert library.search("guarding").total == found == 1
            assert library.original(wanted[0])
    assert read_contents(path) == before


def test_nothing_else_is_touched(path: Path, sha256s: list[str]) -> None:
    with Library.open(path) as library:
        others = library.letters_of_files(sha256s[1:])
        removed = library.take_out_files(sha256s[:1])
        assert library.letters_of_files(sha256s[1:]) == others
        library.put_back_files(removed)
        assert library.letters_of_files(sha256s[1:]) == others


def test_a_file_that_has_come_in_again_stays_as_it_is(path: Path, sha256s: list[str]) -> None:
    with Library.open(path) as library:
        removed = library.take_out_files(sha256s)
        add(library, letter("Something else meanwhile.", OADBY, 2020))
        assert import_paths(path, [OADBY_FILE]).added == 1
        again = library.letters_of_files(sha256s[:1])
        assert library.put_back_files(removed) == 2
        assert library.letters_of_files(sha256s[:1]) == again
        assert is_whole(library)
        shown = [each for entry in library.councils() for each in library.letters_of(entry.id) if each.shown]
        assert len({(each.council_id, each.letter.year) for each in shown}) == len(shown)


def test_what_is_not_there_cannot_be_taken_out(path: Path, sha256s: list[str]) -> None:
    with Library.open(path) as library:
        library.take_out_files(sha256s)
        with pytest.raises(FileGone, match="no longer"):
            library.take_out_files(sha256s)


def test_what_breaks_off_changes_nothing(path: Path, sha256s: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_arguments: object) -> None:
        raise MemoryError

    before = read_contents(path)
    with Library.open(path) as library:
        with monkeypatch.context() as patched:
            patched.setattr("db.store.removal.choose_shown", broken)
            with pytest.raises(MemoryError):
                library.take_out_files(sha256s)
        assert read_contents(path) == before
        removed = library.take_out_files(sha256s)
        without = read_contents(path)
        with monkeypatch.context() as patched:
            patched.setattr("db.store.removal.choose_shown", broken)
            with pytest.raises(MemoryError):
                library.put_back_files(removed)
        assert read_contents(path) == without
        library.put_back_files(removed)
    assert read_contents(path) == before


def test_files_are_found_by_how_a_letter_of_theirs_begins(path: Path, sha256s: list[str]) -> None:
    with Library.open(path) as library:
        assert [source.sha256 for source in library.sources("Sample letter, abridged:")] == sha256s[:2]
        assert [source.name for source in library.sources("To nobody")] == ["pack.txt"]
        assert library.sources("%") == ()


def test_a_damaged_council_is_damaged_still_when_it_is_put_back(tmp_path: Path) -> None:
    path = tmp_path / "of one council.db"
    with Library.open(path) as library:
        add(library, letter("One.", OADBY, 2020, upheld()))
        sha256s = [library.letter(1).source.sha256]
        with closing(sqlite3.connect(path)) as connection, connection:
            connection.execute("UPDATE council SET region = 'Nowhere'")
        library.put_back_files(library.take_out_files(sha256s))
        (entry,) = library.councils()
        assert entry.council.name.endswith("(damaged)")
        assert [one.doubt.code for one in library.check() if one.kind is FindingKind.DAMAGE] == ["council_damaged"]
