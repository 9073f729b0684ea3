"""What SQLite and the disk complain of, as sentences for a person."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from db.errors import LibraryError
from db.text.clean import one_line

_SENTENCES = {
    sqlite3.SQLITE_BUSY: "The library {path} is being changed by another program: wait until it has "
    "finished, then try again.",
    sqlite3.SQLITE_LOCKED: "The library {path} is being changed elsewhere in this program: try again.",
    sqlite3.SQLITE_FULL: "The disk is full, so nothing more fits into the library {path}. What was saved "
    "before is whole: make room, then do it again.",
    sqlite3.SQLITE_READONLY: "The library {path} can be read but not changed: it or its folder is "
    "write-protected. Lift that, or name another library with --library.",
    sqlite3.SQLITE_CANTOPEN: "The library {path} cannot be opened: check that its folder is there and that "
    "you may read and write it, or name another library with --library.",
    sqlite3.SQLITE_PERM: "You may not open the library {path}: ask for the right to, or name another library "
    "with --library.",
    sqlite3.SQLITE_IOERR: "The disk that holds the library {path} reported an error: check the disk, then try again.",
    sqlite3.SQLITE_CORRUPT: "The library {path} is damaged: put back a copy of it, or import the letters into "
    "a new library with --library.",
    sqlite3.SQLITE_NOTADB: "The file {path} is not a library of upheld: name another with --library.",
    sqlite3.SQLITE_TOOBIG: "Something is too large for the library {path} to hold.",
}
"""By SQLite's primary result code."""

_OTHER = "The library {path} could not be used ({reason})."


def primary_code(error: sqlite3.Error) -> int:
    """SQLite's primary result code, the low byte of its own; 0 for errors of Python's module, which have none."""
    code: int = getattr(error, "sqlite_errorcode", 0)
    return code & 0xFF


def library_error(path: Path, error: sqlite3.Error | OSError) -> LibraryError:
    """The sentence for an error met while using the library at `path`."""
    if isinstance(error, OSError):
        sentence, reason = _OTHER, error.strerror or str(error)
    else:
        sentence, reason = _SENTENCES.get(primary_code(error), _OTHER), str(error)
    return LibraryError(sentence.format(path=one_line(str(path)), reason=one_line(reason)))


@contextmanager
def translate_errors(path: Path) -> Iterator[None]:
    """Turns errors of SQLite and of the disk inside the block into sentences about the library at `path`.

    Raises:
        LibraryError: whatever went wrong, and what to do.
    """
    try:
        yield
    except sqlite3.ProgrammingError:
        raise  # a fault of ours (a closed connection, another thread), not of the library
    except (sqlite3.Error, OSError) as error:
        raise library_error(path, error) from error
    except OverflowError as error:
        raise LibraryError("That number is too large for any library to hold.") from error
