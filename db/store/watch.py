"""Whether another connection, of this program or another, has changed the library's file."""

import sqlite3
from pathlib import Path
from threading import Lock

_LONGEST_WAIT = 0.2  # seconds; whoever is kept out asks again soon
_GONE = (0, 0, -1)


class LibraryWatch:
    """Watches the library at `path`, which it neither makes nor changes. May be asked in any thread.

    SQLite counts what other connections have written, so that asking reads nothing: it takes some microseconds.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._lock = Lock()
        self._connection: sqlite3.Connection | None = None
        self._seen: tuple[int, int, int] | None = None

    def has_changed(self) -> bool:
        """Whether the library is another than when this was asked before; the first time it never is.

        One that cannot be read just now has not changed; it has once it can be again. One that has gone has changed,
        as has one that was not there before.
        """
        with self._lock:
            try:
                state = self._read_state()
            except FileNotFoundError:
                self._close_connection()
                state = _GONE
            except (OSError, sqlite3.Error):
                self._close_connection()
                return False
            has_changed = self._seen is not None and state != self._seen
            self._seen = state
            return has_changed

    def is_same(self) -> bool:
        """Whether the library is surely the one that it was when `has_changed` was asked."""
        with self._lock:
            try:
                return self._read_state() == self._seen
            except FileNotFoundError:
                return self._seen == _GONE
            except (OSError, sqlite3.Error):
                return False

    def close(self) -> None:
        """Lets go of the file; closing twice does no harm."""
        with self._lock:
            self._close_connection()
            self._seen = None

    def _read_state(self) -> tuple[int, int, int]:
        """Which file it is, and a number that is another whenever another connection has written.

        Such numbers can be compared within one connection only: one that had to be opened again begins with none.
        """
        status = self._path.stat()
        is_other_file = self._seen is not None and self._seen[:2] != (status.st_dev, status.st_ino)
        if self._connection is None or is_other_file:
            self._close_connection()
            # Not for reading alone: the last to close the library tidies up after all, which it could not then.
            uri = f"{self._path.absolute().as_uri()}?mode=rw"
            self._connection = sqlite3.connect(uri, uri=True, timeout=_LONGEST_WAIT, check_same_thread=False)
            if self._seen is not None:
                self._seen = (*self._seen[:2], -1)
        version: int = self._connection.execute("PRAGMA data_version").fetchone()[0]
        return status.st_dev, status.st_ino, version

    def _close_connection(self) -> None:
        """Close the connection, if there is one."""
        if self._connection is not None:
            self._connection.close()
            self._connection = None
