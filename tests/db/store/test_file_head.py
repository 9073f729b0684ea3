import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from db.library import Library
from db.store.file_head import read_head
from tests.db.builders import LEEDS, add, letter

_ASK = "import sys; from pathlib import Path; from db.library import Library; Library.ask(Path(sys.argv[1])).close()"


@contextmanager
def watched(path: Path) -> Iterator[None]:
    """The library at `path`, held open for as long as the block runs."""
    watch = Library.watch(path)
    watch.has_changed()
    try:
        yield
    finally:
        watch.close()


@pytest.mark.skipif(os.name != "posix", reason="elsewhere a lock goes with the handle that it was taken with")
def test_a_library_that_is_opened_anew_stays_locked_for_whoever_has_it_open(path: Path) -> None:
    with Library.open(path) as library:
        add(library, letter("a", LEEDS, 2020))
    with watched(path), Library.ask(path):
        Library.ask(path).close()
        subprocess.run([sys.executable, "-c", _ASK, path], check=True)
        # The last to close a library takes its log away, and the other program was not the last.
        assert path.with_name(f"{path.name}-wal").exists()
        with Library.open(path) as library:
            assert len(library.councils()) == 1
    assert not path.with_name(f"{path.name}-wal").exists()


def test_the_head_is_that_of_the_file_that_is_there_now(tmp_path: Path) -> None:
    path = tmp_path / "file"
    for content in (b"one and more", b"two", b""):
        (tmp_path / "new").write_bytes(content)
        (tmp_path / "new").replace(path)
        assert read_head(path, 3) == content[:3]
    path.write_bytes(b"written over")
    assert read_head(path, 7) == b"written"
    path.unlink()
    with pytest.raises(FileNotFoundError):
        read_head(path, 3)


@pytest.mark.skipif(not Path("/proc/self/fd").exists(), reason="this system does not tell what is open")
def test_not_ever_more_files_stay_open(tmp_path: Path) -> None:
    before = len(list(Path("/proc/self/fd").iterdir()))
    for number in range(100):
        path = tmp_path / str(number)
        path.write_bytes(b"head")
        assert read_head(path, 4) == b"head"
    assert len(list(Path("/proc/self/fd").iterdir())) <= before + 16
