"""A ZIP file of letters, taken as if it were a folder."""

import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

from db.text.bounded_zip import BoundedZip, Contents
from db.text.limits import MAX_FILE
from db.text.ordinary_files import open_file


class Archives:
    """The ZIP files of one walk. One is kept open, the last that was asked, since its members come in a row."""

    def __init__(self) -> None:
        self._path: Path | None = None
        self._archive: BoundedZip | None = None

    def list_members(self, path: Path) -> Iterator[tuple[tuple[str, ...], Callable[[], bytes]]] | None:
        """Give each file in a ZIP file, by the parts of its name, with how to load it; None if it is a document.

        The names are what the ZIP file says, less what would lead out of it.

        Raises:
            Refused: If the file is damaged, or holds far more than letters; each load, if its member is damaged,
                encrypted or too large.
        """
        archive = self._open_archive(path)
        if archive.detect_contents() is not Contents.FILES:
            return None
        archive.bound_ratio(path.stat().st_size)
        by_name = sorted(
            ((_split_name(member.filename), member) for member in archive.list_members()), key=lambda pair: pair[0]
        )
        return ((parts, self._make_loader(path, member)) for parts, member in by_name if parts)

    def __del__(self) -> None:
        # The loads outlive the walk; when the last of them is gone nobody can need the file any more.
        self.close()

    def close(self) -> None:
        """Close the ZIP file that is open, if any; the next load opens it again."""
        if self._archive:
            self._archive.close()
        self._path = self._archive = None

    def _open_archive(self, path: Path) -> BoundedZip:
        """Give the ZIP file open, and close the one before.

        Raises:
            Refused: If it is damaged or has too many files.
        """
        if self._archive is None or self._path != path:
            self.close()
            self._archive = BoundedZip(open_file(path))
            self._path = path
        return self._archive

    def _make_loader(self, path: Path, member: zipfile.ZipInfo) -> Callable[[], bytes]:
        """Give what reads a member when its turn comes, its ZIP file opened again if need be."""

        def load() -> bytes:
            """Read the member."""
            return self._open_archive(path).read(member, limit=MAX_FILE)

        return load


def _split_name(name: str) -> tuple[str, ...]:
    """Give the parts of a member's name, less those that would lead out of where it is unpacked."""
    return tuple(part for part in name.replace("\\", "/").split("/") if part not in ("", ".", ".."))
