"""Opening a path that somebody named: only an ordinary file, and without ever waiting for one that is not."""

import errno
import os
import stat
from io import BufferedReader
from pathlib import Path

from db.errors import Refused
from db.text.limits import MAX_FILE, MEBIBYTE

NOT_THERE = "There is no such file or folder; look at how it is written."
NOT_ORDINARY = "This is a pipe or a device and not a file; save the letter as a file and import that."

_SENTENCES = {
    errno.ENOENT: NOT_THERE,
    errno.ENOTDIR: NOT_THERE,
    errno.EACCES: "You may not read this; ask for the right to, or copy it to a place of your own.",
    errno.EPERM: "You may not read this; ask for the right to, or copy it to a place of your own.",
    errno.ELOOP: "This is a link that leads back to itself; import the file it should lead to.",
    errno.ENAMETOOLONG: "The name of this is longer than the system allows; move it to a shorter one.",
    errno.ENXIO: NOT_ORDINARY,
}
_UNREADABLE = "This could not be read from the disk; copy it somewhere else and try that."

_CHUNK = 64 * 1024

# A pipe nobody writes to would make opening it wait, and a terminal would become ours.
_FLAGS = (
    os.O_RDONLY
    | getattr(os, "O_NONBLOCK", 0)
    | getattr(os, "O_NOCTTY", 0)
    | getattr(os, "O_CLOEXEC", 0)
    | getattr(os, "O_BINARY", 0)
)


def open_file(path: Path) -> BufferedReader:
    """Open an ordinary file.

    Raises:
        Refused: If it is none or cannot be opened.
    """
    return os.fdopen(_open_descriptor(path), "rb")


def read_file(path: Path) -> bytes:
    """Give the bytes of an ordinary file.

    Raises:
        Refused: If it is none, cannot be opened or read, or is over `MAX_FILE`.
    """
    descriptor = _open_descriptor(path)
    try:
        # The size is a hint: the file may grow meanwhile, or be made up by the system as it is read.
        chunk = min(os.fstat(descriptor).st_size, MAX_FILE) + 1
        data = os.read(descriptor, chunk)
        while len(data) <= MAX_FILE and (more := os.read(descriptor, max(chunk, _CHUNK))):
            data += more
    except OSError as error:
        raise Refused(explain_error(error)) from error
    finally:
        os.close(descriptor)
    if len(data) > MAX_FILE:
        raise Refused(f"This file is larger than {MAX_FILE // MEBIBYTE} MB; import the pages of the letter alone.")
    return data


def _open_descriptor(path: Path) -> int:
    """Open an ordinary file for reading, and give its descriptor.

    Raises:
        Refused: If it is none or cannot be opened.
    """
    try:
        descriptor = os.open(path, _FLAGS)
    except (OSError, ValueError) as error:
        raise Refused(explain_error(error)) from error
    if not stat.S_ISREG(os.fstat(descriptor).st_mode):
        os.close(descriptor)
        raise Refused(NOT_ORDINARY)
    return descriptor


def explain_error(error: OSError | ValueError) -> str:
    """Give a sentence on what kept a path from being read, and what to do.

    A `ValueError` comes of a name with a NUL in it.
    """
    if isinstance(error, ValueError):
        return NOT_THERE
    return _SENTENCES.get(error.errno or 0, _UNREADABLE)
