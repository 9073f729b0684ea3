"""The first bytes of a library's file, read without SQLite, and without harm to what SQLite has locked.

A system of the POSIX kind takes from a program all its locks on a file as soon as the program closes that file
anywhere, however often it has it open besides. SQLite would go on with a lock that it no longer has, and the next
program to close the library would take the log from under it. So what is opened here stays open.
"""

import os
from collections import OrderedDict
from pathlib import Path
from threading import Lock

_MOST_OPEN = 16
"""Files that stay open at most: more libraries than a program ever asks at one time."""

_lock = Lock()
_open: OrderedDict[tuple[int, int], int] = OrderedDict()
"""What is open, by which file it is; the one read last is the last."""


def read_head(path: Path, length: int) -> bytes:
    """The first bytes of a file, so many or as many as it has.

    Raises:
        OSError: it cannot be read.
    """
    if os.name != "posix":  # where a file that is open could not be moved or deleted
        with path.open("rb") as file:
            return file.read(length)
    with _lock:
        return os.pread(_find_open(path), length, 0)


def _find_open(path: Path) -> int:
    """The file at `path`, opened if it is not open yet."""
    status = path.stat()
    known = (status.st_dev, status.st_ino)
    if known not in _open:
        handle = os.open(path, os.O_RDONLY)
        opened = os.fstat(handle)
        known = (opened.st_dev, opened.st_ino)
        _open[known] = handle
        if len(_open) > _MOST_OPEN:
            os.close(_open.popitem(last=False)[1])
    _open.move_to_end(known)
    return _open[known]
