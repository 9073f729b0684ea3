"""`upheld check --backup FILE` and `--rescue NEW`."""

import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from db.library import Library
from db.model import StoredLetter
from tests.tui.asked import OADBY, SAMPLES, Run, answer

PAGE = 4096

STOPPED = """
import os, signal, sys
from tui.cli.main import main
from tui.cli.progress import ProgressLine

def stop(line, done, total):
    if done:
        os.kill(os.getpid(), signal.SIGINT)

ProgressLine.show = stop
sys.exit(main(sys.argv[1:]))
"""
"""A command during which Ctrl+C is pressed once a file is done."""


def read_all(path: Path) -> list[StoredLetter]:
    with Library.open(path) as library:
        return [stored for batch in library.all_letters() for stored in batch]


def without_ids(letters: list[StoredLetter]) -> set[str]:
    return {f"{one.source} {one.letter} {one.corrected_parts}" for one in letters}


def test_a_copy_has_what_is_in_the_log_and_replaces_nothing_unasked(run: Run, tmp_path: Path) -> None:
    own, copy = tmp_path / "own" / "library.db", tmp_path / "copy.db"
    assert run("import", OADBY).returncode == 0
    with Library.open(own):  # so that what is imported stays in the log
        assert run("import", SAMPLES / "allerdale-borough-council-2023.txt").returncode == 0
        assert run("check", "--backup", copy).returncode == 0
    assert copy.stat().st_mode & 0o777 == 0o600
    assert read_all(copy) == read_all(own)
    copy.write_bytes(b"another")
    done = run("check", "--backup", copy, "--json")
    assert (done.returncode, answer(done)["error"]["kind"]) == (1, "exists")
    assert copy.read_bytes() == b"another"
    assert run("check", "--backup", copy, "--force").returncode == 0
    assert read_all(copy) == read_all(own)
    assert sorted(one.name for one in tmp_path.iterdir() if one.name.startswith(".upheld")) == []


def test_a_library_is_never_copied_over_itself(run: Run, tmp_path: Path) -> None:
    own = tmp_path / "own" / "library.db"
    assert run("import", OADBY).returncode == 0
    done = run("check", "--backup", own, "--force")
    assert (done.returncode, "is the library itself" in done.stderr) == (1, True)
    done = run("check", "--backup", tmp_path / "no" / "copy.db")
    assert (done.returncode, "make it first" in done.stderr) == (1, True)
    assert len(read_all(own)) == 1


def test_a_whole_library_is_rescued_whole(run: Run, tmp_path: Path) -> None:
    own, new = tmp_path / "own" / "library.db", tmp_path / "new.db"
    assert run("import", SAMPLES).returncode == 0
    with Library.open(own) as library:
        entries = library.councils()
        library.correct(library.letters_of(entries[0].id)[0].id, entries[1].council, None)
        library.council_sets.save("Ours", [entries[0].council.name])
    done = run("check", "--rescue", new)
    assert (done.returncode, "Saved into" in done.stdout) == (0, True)
    assert without_ids(read_all(new)) == without_ids(read_all(own))
    with Library.open(new) as library:
        assert [one.name for one in library.council_sets.read()] == ["Ours"]
        assert [one for one in library.check() if one.kind == "damage"] == []
    done = run("check", "--rescue", new)
    assert (done.returncode, "already something" in done.stderr) == (1, True)


@pytest.mark.parametrize("table", ["letter", "file", "measure", "letter_text", "council", "letter_digest", "cell"])
def test_what_a_damaged_library_still_holds_is_saved_and_what_is_lost_is_said(
    run: Run, tmp_path: Path, table: str
) -> None:
    own, new = tmp_path / "own" / "library.db", tmp_path / "new.db"
    assert run("import", SAMPLES).returncode == 0
    whole = without_ids(read_all(own))
    with closing(sqlite3.connect(own)) as connection:
        (page,) = connection.execute("SELECT rootpage FROM sqlite_schema WHERE name = ?", (table,)).fetchone()
    data = bytearray(own.read_bytes())
    data[(page - 1) * PAGE : page * PAGE] = b"\xa5" * PAGE
    own.write_bytes(data)
    done = run("check", "--rescue", new, "--json")
    report = answer(done)
    assert own.read_bytes() == data
    assert done.returncode == (1 if report["not_as_they_were"] else 0)
    saved = read_all(new)
    as_they_were = without_ids(saved) & whole
    assert len(as_they_were) + len(report["not_as_they_were"]) >= len(whole) * 0.9
    if table != "letter_text":  # a file's bytes are kept as what they add to its letters' words
        assert len(saved) >= len(whole) * 0.9
    with Library.open(new) as library:
        assert [one for one in library.check() if one.kind == "damage"] == []
        for stored in saved:
            assert library.original(stored.source.sha256)


def test_ctrl_c_ends_a_rescue_and_leaves_nothing(run: Run, tmp_path: Path) -> None:
    own, new = tmp_path / "own" / "library.db", tmp_path / "new" / "new.db"
    new.parent.mkdir()
    assert run("import", OADBY).returncode == 0
    command = [sys.executable, "-c", STOPPED, "check", "--library", str(own), "--rescue", str(new)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (130, "", "")
    assert list(new.parent.iterdir()) == []
    assert len(read_all(own)) == 1
