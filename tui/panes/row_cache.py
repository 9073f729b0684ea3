"""The drawn rows of a list, kept in a way that they go when they are dropped."""

from typing import TypeVar

from textual.cache import LRUCache

Key = TypeVar("Key")
Value = TypeVar("Value")


class RowCache(LRUCache[Key, Value]):
    """Textual's own, whose entries refer to each other in a circle.

    Once it is cleared they would stay until garbage is searched for: some megabytes of rows for each council looked at.
    """

    def clear(self) -> None:
        """Drop every entry, each without its neighbours."""
        for entry in self._cache.values():
            entry.clear()
        super().clear()
