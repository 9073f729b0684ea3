"""The library's file: opened and closed, whole or mended, copied; and the connection that everything asked needs."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

from db.errors import LibraryClosed
from db.store.connection import connect, connect_to_nothing, is_open_to_others, keep_few_pages, set_patience
from db.store.identity import is_absent, refuse_another
from db.store.sqlite_errors import make_library_error, translate_errors

if TYPE_CHECKING:
    from db.review.findings import Finding
    from db.store.watch import LibraryWatch


class LibraryFile:
    """A library at `path`, which is only touched by `open`. One object is one connection, for one thread.

    Raises:
        LibraryError: by every question, where the file cannot be read or written; it says what to do.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._connection: sqlite3.Connection | None = None
        self._is_made = True

    @classmethod
    def open(cls, path: Path, *, may_make: bool = True) -> Self:
        """Opens the library, made (its folder too) if it is not there and may be; brought up to date if it is old.

        Raises:
            LibraryError: it cannot be opened; LibraryGone: it is not there, or no longer the one opened before.
        """
        library = cls(path)
        library._connection = connect(path, may_make=may_make)
        return library

    @classmethod
    def ask(cls, path: Path) -> Self:
        """Opens the library to be asked. Where there is none yet, every answer is that of one with nothing in it.

        The first change makes it, not a question.

        Raises:
            LibraryError: it cannot be opened; LibraryGone: it is not the one opened before, or that is not there.
        """
        with translate_errors(path):
            if not is_absent(path):
                library = cls.open(path, may_make=False)
                keep_few_pages(library._open_connection())
                return library
        library = cls(path)
        library._connection = connect_to_nothing()
        library._is_made = False
        return library

    @staticmethod
    def watch(path: Path) -> "LibraryWatch":
        """What tells whether another connection has changed the library at `path`, which is not made for it."""
        from db.store.watch import LibraryWatch

        return LibraryWatch(path)

    def close(self) -> None:
        """Closes the file; closing twice does no harm."""
        if self._connection is not None:
            self._connection.close()
            self._connection = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self.close()

    def set_patience(self, seconds: float) -> None:
        """From now on `LibraryBusy` is raised after so long a wait for another program that changes the library."""
        set_patience(self._open_connection(), seconds)

    def check(self) -> tuple["Finding", ...]:
        """The file's own integrity, and everything in it that needs a person's eye, worst first; of one moment."""
        from db.review.damage import find_untrusted_objects
        from db.review.integrity import check_index, check_library

        with translate_errors(self.path):
            untrusted = find_untrusted_objects(self._open_connection())
            if untrusted:  # the questions that follow would have it run
                return untrusted
            of_index = check_index(self._open_connection())
        with self._reading() as connection:
            return check_library(connection, of_index)

    @property
    def is_open_to_others(self) -> bool:
        """Whether the system lets other users of this computer read or write the file."""
        with translate_errors(self.path):
            return is_open_to_others(self.path)

    def repair(self) -> None:
        """Makes anew what follows from rows: the index of words, indexes, triggers, views, which letter is shown."""
        from db.store.repair import repair

        with translate_errors(self.path):
            repair(self._open_connection())

    def copy_to(self, target: Path, *, may_replace: bool = False) -> None:
        """Writes a copy of the library to `target` as it is now, for the owner alone: whole, or not at all.

        Raises:
            OSError: it cannot be written; FileExistsError: there is something, which is left as it is.
        """
        from db.store.backup import copy_library

        try:
            copy_library(self._open_connection(), target, may_replace=may_replace)
        except sqlite3.Error as error:
            raise make_library_error(self.path, error) from error

    def _open_connection(self, *, may_make: bool = True) -> sqlite3.Connection:
        """The connection; one that a change is for has a library, even if there was none to be asked."""
        if self._connection is None:
            raise LibraryClosed
        if not self._is_made and not may_make:
            return self._connection
        if not self._is_made:
            self._connection.close()
            self._connection = connect(self.path)
            self._is_made = True
        with translate_errors(self.path):
            refuse_another(self._connection, self.path)
        return self._connection

    @contextmanager
    def _reading(self) -> Iterator[sqlite3.Connection]:
        """The connection, with all its answers of one moment, however much is imported meanwhile."""
        connection = self._open_connection(may_make=False)
        with translate_errors(self.path):
            connection.execute("BEGIN")
            try:
                yield connection
            except (ValueError, TypeError, LookupError, AttributeError, ArithmeticError, sqlite3.Error) as error:
                from db.review.damage import explain_error

                raise explain_error(connection, error) from error
            finally:
                if connection.in_transaction:
                    connection.execute("ROLLBACK")
