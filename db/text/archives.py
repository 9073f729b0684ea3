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
        self._open: BoundedZip | None = None

    def members(self, path: Path) -> Iterator[tuple[tuple[str, ...], Callable[[], bytes]]] | None:
        """Give each file in a ZIP file, by the parts of its name, with how to load it; None if it is a document.

        The names are what the ZIP file says, less what would lead out of it. Raises `Refused` for a damaged file
        or one with too many files; each load raises it for a damaged, encrypted or too large member.
        """
        pack = self._opened(path)
        if pack.contents() is not Contents.FILES:
            return None
        named = sorted(((_parts(member.filename), member) for member in pack.members()), key=lambda pair: pair[0])
        return ((parts, self._loader(path, member)) for parts, member in named if parts)

    def __del__(self) -> None:
        # The loads outlive the walk; when the last of them is gone nobody can need the file any more.
        self.close()

    def close(self) -> None:
        """Close the ZIP file that is open, if any; the next load opens it again."""
        if self._open:
            self._open.close()
        self._path = self._open = None

    def _opened(self, path: Path) -> BoundedZip:
        if self._open is None or self._path != path:
            self.close()
            self._open = BoundedZip(open_file(path))
            self._path = path
        return self._open

    def _loader(self, path: Path, member: zipfile.ZipInfo) -> Callable[[], bytes]:
        def load() -> bytes:
            """Read the member, when its turn comes."""
            return self._opened(path).read(member, limit=MAX_FILE)

        return load


def _parts(name: str) -> tuple[str, ...]:
    return tuple(part for part in name.replace("\\", "/").split("/") if part not in ("", ".", ".."))
