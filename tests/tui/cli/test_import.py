"""`upheld import`."""

import json
import sqlite3
import subprocess
import sys
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path
from subprocess import PIPE

import pytest

from db import importer
from db.errors import LibraryFull
from db.library import Library
from db.store.new_file import NewFile, SavedFile
from tests.tui.asked import OADBY, SAMPLES, Run, answer
from tui.cli.main import main
from tui.draw.labels import WAITING


def test_an_import_of_nothing_leaves_no_library_behind(run: Run, tmp_path: Path) -> None:
    done = run("import", tmp_path / "nope.txt")
    assert done.returncode == 1
    assert "refused: " in done.stdout
    assert "0 added, 0 already here, 1 refused." in done.stdout
    assert not (tmp_path / "own").exists()
    shown = run("show", "kent")
    assert shown.returncode != 0
    assert "There is no library at" in shown.stderr


@pytest.mark.slow
def test_importing_twice_adds_nothing(filled: Run) -> None:
    again = answer(filled("import", SAMPLES, "--json"))
    assert again["added"] == again["refused"] == 0
    assert again["already_here"] == len(list(SAMPLES.glob("*.txt")))


@pytest.mark.slow
def test_one_bad_file_does_not_stop_the_others(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "letters"
    folder.mkdir()
    (folder / "empty.txt").write_bytes(b"")
    (folder / "binary.txt").write_bytes(bytes(range(256)) * 40)
    (folder / "shopping.txt").write_text("Milk, eggs and a loaf of bread, please.\n")
    (folder / "oadby.txt").write_bytes(OADBY.read_bytes())
    done = run("import", folder, tmp_path / "nowhere", "--json")
    assert done.returncode == 1
    report = answer(done)
    assert (report["added"], report["refused"]) == (1, 4)
    for file in report["files"]:
        assert (file["outcome"] == "refused") == (file["reason"] is not None)
    assert answer(run("show", "oadby", "--json"))["letters"]


@pytest.mark.slow
def test_a_folder_without_letters_says_so(run: Run, tmp_path: Path) -> None:
    (tmp_path / "void").mkdir()
    done = run("import", tmp_path / "void")
    assert done.returncode == 1
    assert "refused" in done.stdout


@pytest.mark.slow
def test_the_own_library_is_made_for_its_owner_alone(run: Run, tmp_path: Path) -> None:
    run("import", OADBY)
    assert (tmp_path / "own").stat().st_mode & 0o077 == 0


def test_an_import_waits_for_another_program_and_says_so(run: Run, filled: Run, tmp_path: Path) -> None:
    assert filled("remove", "oadby", "--yes").returncode == 0
    library = tmp_path / "own" / "library.db"
    command = [sys.executable, "-m", "tui.cli.main", "--library", str(library), "import", str(OADBY)]
    with closing(sqlite3.connect(library, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with subprocess.Popen(command, stdout=PIPE, stderr=PIPE, text=True, encoding="utf-8") as importing:
            assert importing.stderr
            assert importing.stdout
            assert importing.stderr.readline() == f"{WAITING} Ctrl+C stops.\n"
            other.execute("COMMIT")
            assert "1 added" in importing.stdout.read()
        assert importing.returncode == 0


@pytest.mark.parametrize("as_json", [False, True])
def test_what_was_added_before_the_library_took_no_more_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str], as_json: bool
) -> None:
    add_files, batches = Library.add_files, iter(range(9))

    def fill_up(library: Library, files: Sequence[NewFile]) -> tuple[SavedFile, ...]:
        if next(batches) == 2:
            raise LibraryFull("The disk is full.")
        return add_files(library, files)

    monkeypatch.setattr(importer, "BATCH_FILES", 1)
    monkeypatch.setattr(Library, "add_files", fill_up)
    names = ("kent-county-council-2023.txt", "kent-county-council-2024.txt", "kent-county-council-2025.txt")
    words = ["--library", str(tmp_path / "library.db"), "import", *(str(SAMPLES / name) for name in names)]
    assert main([*words, *(["--json"] if as_json else [])]) == 1
    told = capfd.readouterr()
    if as_json:
        answered = json.loads(told.out)
        assert (answered["added"], len(answered["files"]), answered["cancelled"]) == (2, 2, True)
        assert answered["error"]["message"] == "The disk is full."
    else:
        assert "2 added" in told.out
        assert "upheld: The disk is full." in told.err
