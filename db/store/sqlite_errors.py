"""What SQLite and the disk complain of, as errors with a sentence for a person."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from db.errors import (
    Damaged,
    LibraryBusy,
    LibraryError,
    LibraryFull,
    LibraryProtected,
    LibraryUnreadable,
    NotALibrary,
    TooLarge,
)
from db.store.hindrance import find_hindrance
from db.text.clean import one_line

_ERRORS: dict[int, tuple[type[LibraryError], str]] = {
    sqlite3.SQLITE_BUSY: (
        LibraryBusy,
        "The library {path} is being changed by another program: wait until it has finished, then try again.",
    ),
    sqlite3.SQLITE_LOCKED: (
        LibraryBusy,
        "The library {path} is being changed elsewhere in this program: try again.",
    ),
    sqlite3.SQLITE_FULL: (
        LibraryFull,
        "The disk is full, so nothing more fits into the library {path}. What was saved before is whole: "
        "make room, then do it again.",
    ),
    sqlite3.SQLITE_READONLY: (
        LibraryProtected,
        "The library {path} can be read but not changed: it or its folder is write-protected. Lift that, or "
        "name another library.",
    ),
    sqlite3.SQLITE_CANTOPEN: (
        LibraryUnreadable,
        "The library {path} cannot be opened: check that its folder is there and that you may read and write "
        "it, or name another library.",
    ),
    sqlite3.SQLITE_PERM: (
        LibraryUnreadable,
        "You may not open the library {path}: ask for the right to, or name another library.",
    ),
    sqlite3.SQLITE_IOERR: (
        LibraryUnreadable,
        "The disk that holds the library {path} reported an error: check the disk, then try again.",
    ),
    sqlite3.SQLITE_CORRUPT: (
        Damaged,
        "The library {path} is damaged: put back a copy of it, or import the letters into a new library.",
    ),
    sqlite3.SQLITE_NOTADB: (
        NotALibrary,
        "The file {path} is not a library of upheld: name another.",
    ),
    sqlite3.SQLITE_TOOBIG: (
        TooLarge,
        "Something is too large for the library {path} to hold.",
    ),
}
"""By SQLite's primary result code."""

_OTHER: tuple[type[LibraryError], str] = (LibraryUnreadable, "The library {path} could not be used ({reason}).")
HINDERED = (sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_READONLY, sqlite3.SQLITE_IOERR, sqlite3.SQLITE_FULL)
"""What SQLite says where something keeps it from writing."""

_DAMAGED: tuple[type[LibraryError], str] = (
    Damaged,
    "The library {path} is damaged ({reason}): have it repaired, put back a copy of it, or import the letters into a "
    "new library.",
)
"""What reading itself comes upon."""


def get_primary_code(error: sqlite3.Error) -> int:
    """SQLite's primary result code, the low byte of its own; 0 for errors of Python's module, which have none."""
    code: int = getattr(error, "sqlite_errorcode", 0)
    return code & 0xFF


def tells_damage(error: sqlite3.Error) -> bool:
    """Whether an error met while reading says that the library is not as we made it."""
    is_ours = isinstance(error, sqlite3.DataError)
    return is_ours or get_primary_code(error) in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)


def make_library_error(path: Path, error: sqlite3.Error | OSError) -> LibraryError:
    """What an error met while using the library at `path` means to a person."""
    if isinstance(error, sqlite3.DataError):
        (kind, sentence), reason = _DAMAGED, str(error)
    elif isinstance(error, OSError):
        (kind, sentence), reason = _OTHER, error.strerror or str(error)
    else:
        code, reason = get_primary_code(error), str(error)
        kind, sentence = (find_hindrance(path) if code in HINDERED else None) or _ERRORS.get(code, _OTHER)
    return kind(sentence.format(path=one_line(str(path)), reason=one_line(reason)))


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
        raise make_library_error(path, error) from error
    except UnicodeDecodeError as error:  # what SQLite says of a schema, in the schema's own damaged words
        raise make_library_error(path, sqlite3.DataError("words in it are no text")) from error
    except OverflowError as error:
        raise TooLarge("That number is too large for any library to hold.") from error
