"""The library as screens ask it: what that takes is imported with the first question, after the first picture.

The first picture itself is asked for by a second process.
"""

from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from db.library import Library
    from db.store.watch import LibraryWatch


def ask_library(path: Path) -> "Library":
    """The library at `path`, opened to be asked, for as long as a block runs.

    Raises:
        LibraryError: it cannot be opened; it says what to do.
    """
    from db.library import Library

    return Library.ask(path)


class LateWatch:
    """A watch of the library at `path` that is opened when it is first asked; it may be asked in any thread."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._lock = Lock()
        self._watch: LibraryWatch | None = None

    def has_changed(self) -> bool:
        """Whether the library is another than when this was asked before; the first time it never is."""
        with self._lock:
            if self._watch is None:
                from db.library import Library

                self._watch = Library.watch(self._path)
            return self._watch.has_changed()

    def is_same(self) -> bool:
        """Whether the library is surely the one that it was when `has_changed` was asked."""
        with self._lock:
            return self._watch is not None and self._watch.is_same()

    def close(self) -> None:
        """Let go of the file; closing twice does no harm."""
        with self._lock:
            if self._watch is not None:
                self._watch.close()
