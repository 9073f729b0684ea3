"""One library under several programs at once, and under one that is killed."""

import os
import signal
from pathlib import Path

import pytest

from db.importer import import_paths
from db.library import Library
from tests.db.builders import folder_of_letters
from tests.db.store import programs
from tui.draw.doubt_text import write_doubt

HOW_MANY = 40

IMPORT = """
import sys
from pathlib import Path
import db.extract  # so that no batch is cut short by the time that this takes
from db import importer
importer.BATCH_FILES = 5
sys.stdin.readline()
batch = importer.import_paths(
    Path(sys.argv[1]), [Path(sys.argv[2])], on_file=lambda progress: print(progress.done, flush=True)
)
print("added", batch.added, "already", batch.already_here, "refused", batch.refused)
"""

READ_AGAIN = """
import sys
from dataclasses import replace
from pathlib import Path
from db import extract, library, library_file
from db.letters.parse import parse
from db.store.connection import connect

def connect_with_little_memory(path, **how):
    # So little for pages that the changed ones go to the disk before the end.
    connection = connect(path, **how)
    connection.execute("PRAGMA cache_size = 5")
    return connection

library_file.connect = connect_with_little_memory
extract.parse = lambda text, register: tuple(
    replace(one, text=one.text + " Anew.", year=2001) for one in parse(text, register)
)
with library.Library.open(Path(sys.argv[1])) as here:
    here.reread(on_file=lambda done, total: (print(done, flush=True), sys.stdin.readline()))
print("done", flush=True)
"""


def damage(library: Library) -> list[str]:
    return [write_doubt(finding.doubt) for finding in library.check() if finding.kind == "damage"]


def test_two_programs_may_import_the_same_folder_at_once(tmp_path: Path) -> None:
    folder = folder_of_letters(tmp_path / "in", HOW_MANY)
    path = tmp_path / "library.db"
    both = [programs.start(IMPORT, path, folder) for _ in range(2)]
    for program in both:
        assert program.stdin is not None
        program.stdin.write("now\n")
        program.stdin.flush()
    ends = [program.communicate() for program in both]
    assert [complaints for _, complaints in ends] == ["", ""]
    last = [printed.splitlines()[-1].split() for printed, _ in ends]
    assert sum(int(words[1]) for words in last) == HOW_MANY, "each file was added by one of them"
    assert all(int(words[1]) + int(words[3]) == HOW_MANY for words in last)
    with Library.open(path) as library:
        assert library.counts().letters == HOW_MANY
        assert library.search("number").total == HOW_MANY
        assert damage(library) == []


@pytest.mark.slow
@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="this system has no such signal")
@pytest.mark.parametrize("after", [0, 1, 12, 31])
def test_a_kill_at_any_moment_leaves_a_whole_library_and_importing_again_restores_it(
    tmp_path: Path, after: int
) -> None:
    folder = folder_of_letters(tmp_path / "in", HOW_MANY)
    path = tmp_path / "library.db"
    program = programs.start(IMPORT, path, folder)
    assert program.stdin is not None
    assert program.stdout is not None
    program.stdin.write("now\n")
    program.stdin.flush()
    while int(program.stdout.readline()) < after:
        pass
    os.kill(program.pid, signal.SIGKILL)
    program.communicate()
    with Library.open(path) as library:
        letters = library.counts().letters
        assert after <= letters <= HOW_MANY
        assert letters % 5 == 0, "a batch is there whole or not at all"
        assert damage(library) == []
        assert library.search("number").total == letters
    batch = import_paths(path, [folder])
    assert (batch.already_here, batch.added) == (letters, HOW_MANY - letters)
    with Library.open(path) as library:
        assert library.counts().letters == library.search("number").total == HOW_MANY
        assert damage(library) == []


@pytest.mark.slow
@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="this system has no such signal")
@pytest.mark.parametrize("after", [0, 1, HOW_MANY // 2, HOW_MANY])
def test_a_kill_while_reading_again_leaves_the_library_as_it_was(tmp_path: Path, after: int) -> None:
    path = tmp_path / "library.db"
    import_paths(path, [folder_of_letters(tmp_path / "in", HOW_MANY)])
    with Library.open(path) as library:
        before = [library.letter(one) for one in range(1, HOW_MANY + 1)]
    program = programs.start(READ_AGAIN, path)
    assert program.stdin is not None
    assert program.stdout is not None
    while int(program.stdout.readline()) < after:
        program.stdin.write("go on\n")
        program.stdin.flush()
    os.kill(program.pid, signal.SIGKILL)
    program.communicate()
    with Library.open(path) as library:
        assert [library.letter(one) for one in range(1, HOW_MANY + 1)] == before
        assert damage(library) == []
        assert library.search("anew").total == 0
        for stored in before:
            library.original(stored.source.sha256)
    program = programs.start(READ_AGAIN, path)
    printed, complaints = program.communicate("go on\n" * (HOW_MANY + 1))
    assert (printed.splitlines()[-1], complaints) == ("done", "")
    with Library.open(path) as library:
        assert library.search("anew").total == HOW_MANY
        assert damage(library) == []
