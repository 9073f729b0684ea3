"""Where nothing can be written a library is read all the same, and a change is refused with the reason."""

import errno
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from db.errors import LibraryFull
from db.library import Library
from db.store import hindrance
from tests.db.builders import LEEDS, OADBY, add, letter, upheld

ROOT = Path(__file__).parents[3]
SCRIPT = """
import sys
from pathlib import Path
from db.errors import LibraryError
from db.library import Library
from tests.db.builders import file_of, letter
with Library.open(Path(sys.argv[1])) as library:
    print(library.counts().letters, library.letter(1).letter.measures[0].rate, library.search("one").total)
    try:
        library.add_files([file_of(letter("word " * 100_000))])
    except LibraryError as error:
        print(type(error).__name__, error)
"""


def run_limited(path: Path, blocks: int) -> list[str]:
    """What the script prints where no file may be larger than so many blocks."""
    command = f'ulimit -f {blocks}; exec "$0" "$@"'
    done = subprocess.run(
        ["/bin/sh", "-c", command, sys.executable, "-B", "-c", SCRIPT, str(path)],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.splitlines()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A library, of whose two letters the second is in its log alone."""
    with Library.open(tmp_path / "library.db") as library:
        add(library, letter("One.", OADBY, 2020, upheld(60)))
    with Library.open(tmp_path / "library.db") as library:
        add(library, letter("Two.", LEEDS, 2020, upheld(40)))
        left = tmp_path / "left"
        left.mkdir()
        for ending in ("", "-wal"):
            shutil.copy(f"{library.path}{ending}", left / f"library.db{ending}")
    return tmp_path / "library.db"


@pytest.mark.skipif(sys.platform == "win32", reason="there is no limit on the size of files")
def test_a_limit_on_the_size_of_files_leaves_a_library_to_be_read(path: Path) -> None:
    read, refused = run_limited(path, 8)
    assert read == "2 60 1"
    assert refused.startswith("LibraryFull A limit on how large a file may be (ulimit -f)")


@pytest.mark.skipif(sys.platform == "win32", reason="there is no limit on the size of files")
def test_what_lies_in_the_log_is_read_too(path: Path) -> None:
    left = path.parent / "left" / "library.db"
    read, refused = run_limited(left, 8)
    assert read == "2 60 1"
    assert refused.startswith("LibraryFull A limit")


@pytest.mark.parametrize(
    ("number", "words"),
    [(errno.ENOSPC, "The disk is full"), (errno.EDQUOT, "its quota"), (errno.EROFS, "disk can only be read")],
)
def test_the_sentence_says_which_it_is(path: Path, monkeypatch: pytest.MonkeyPatch, number: int, words: str) -> None:
    def fail(handle: int, data: bytes) -> int:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr("db.store.hindrance.os.write", fail)
    found = hindrance.find_hindrance(path)
    assert found is not None
    assert words in found[1]
    assert issubclass(found[0], LibraryFull) == (number != errno.EROFS)
    assert not list(path.parent.glob(".upheld-*"))
