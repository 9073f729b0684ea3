"""A copy of a library, on disks of every kind: whole, for the owner alone, and over nothing."""

import errno
import shutil
from pathlib import Path

import pytest

from db.library import Library
from tests.db.builders import add, letter


@pytest.fixture(name="no_links")
def _no_links(monkeypatch: pytest.MonkeyPatch) -> None:
    """A disk on which a file has one name alone, such as FAT."""

    def refuse(_self: Path, _target: Path) -> None:
        raise PermissionError(errno.EPERM, "Operation not permitted")

    monkeypatch.setattr(Path, "hardlink_to", refuse)


@pytest.mark.usefixtures("no_links")
def test_where_files_have_one_name_alone_a_copy_is_written_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    copy, broken = tmp_path / "copy.db", tmp_path / "broken.db"
    with Library.open(tmp_path / "library.db") as library:
        add(library, letter("One."))
        library.copy_to(copy)
        with pytest.raises(FileExistsError):
            library.copy_to(copy)

        def fill_disk(_source: object, _target: object) -> None:
            raise OSError(errno.ENOSPC, "No space left on device")

        monkeypatch.setattr(shutil, "copyfileobj", fill_disk)
        with pytest.raises(OSError, match="No space"):
            library.copy_to(broken)
    assert sorted(one.name for one in tmp_path.iterdir()) == ["copy.db", "library.db"]
    assert copy.stat().st_mode & 0o777 == 0o600
    with Library.open(copy) as library:
        assert library.counts().letters == 1
