"""Why nothing can be written where a library lies: SQLite says that it could not, seldom why."""

import errno
import os
from contextlib import suppress
from pathlib import Path

from db.errors import LibraryError, LibraryFull, LibraryProtected

_ROOM = 64 * 1024  # bytes: somewhat more than SQLite needs beside a library to begin with

_BY_ERRNO: dict[int, tuple[type[LibraryError], str]] = {
    errno.ENOSPC: (
        LibraryFull,
        "The disk is full, so the library {path} can be read but not changed. What was saved before is whole: make "
        "room, then do it again.",
    ),
    errno.EDQUOT: (
        LibraryFull,
        "Your share of the disk (its quota) is used up, so the library {path} can be read but not changed. What was "
        "saved before is whole: make room, then do it again.",
    ),
    errno.EFBIG: (
        LibraryFull,
        "A limit on how large a file may be (ulimit -f) keeps the library {path} from being changed. It can be read, "
        "and what was saved before is whole: lift the limit, then do it again.",
    ),
    errno.EROFS: (
        LibraryProtected,
        "The library {path} can be read but not changed: its disk can only be read. Copy it to another disk, or name "
        "another library.",
    ),
}


def find_hindrance(path: Path) -> tuple[type[LibraryError], str] | None:
    """What keeps files from being written where the library lies, as an error and its sentence; None for nothing.

    It tries, with a file of its own that is gone afterwards.
    """
    number = errno.EFBIG if _is_limited(path) else _try_to_write(path.parent)
    return _BY_ERRNO.get(number)


def _is_limited(path: Path) -> bool:
    """Whether a file as large as the library could not be written, for a limit of this program's."""
    try:
        import resource
    except ImportError:  # as on Windows, where there are no such limits
        return False
    most = resource.getrlimit(resource.RLIMIT_FSIZE)[0]
    size = path.stat().st_size if path.exists() else 0
    return most not in (resource.RLIM_INFINITY, -1) and most < size + _ROOM


def _try_to_write(folder: Path) -> int:
    """The number of the error that writing there ends in; 0 for none."""
    path = folder / f".upheld-{os.urandom(8).hex()}"
    try:
        handle = os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
    except OSError as error:
        return error.errno or 0
    try:
        os.write(handle, bytes(_ROOM))
        os.fsync(handle)
    except OSError as error:
        return error.errno or 0
    finally:
        os.close(handle)
        with suppress(OSError):
            path.unlink()
    return 0
