"""Sets of councils that a person keeps under a name: made, renamed, changed and removed.

They carry no digest: no figure hangs on them, and whoever opens one sees the councils it names.
"""

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from db.errors import SetGone, SetNameImpossible
from db.store.sqlite_errors import translate_errors
from db.store.transaction import open_transaction

LONGEST_NAME = 60
"""Characters of a set's name: it stands in a list."""

_READ = """
    SELECT council_set.name, council FROM council_set
    JOIN council_set_member ON set_id = council_set.id
    ORDER BY council_set.name, position
"""


@dataclass(frozen=True, slots=True)
class CouncilSet:
    """A name, and the councils in their order by the names they have in the library; some may have no letter now."""

    name: str
    councils: tuple[str, ...]


class CouncilSets:
    """The sets of the library of this connection. Upper and lower case make no difference to their names.

    Raises:
        LibraryError: by every question, where the file cannot be read or written; it says what to do.
    """

    def __init__(self, connection: sqlite3.Connection, path: Path) -> None:
        self._connection = connection
        self._path = path

    def read(self) -> tuple[CouncilSet, ...]:
        """All sets, by name."""
        found: dict[str, list[str]] = {}
        with translate_errors(self._path):
            for row in self._connection.execute(_READ):
                found.setdefault(row["name"], []).append(row["council"])
        return tuple(CouncilSet(name, tuple(councils)) for name, councils in found.items())

    def save(self, name: str, councils: Sequence[str]) -> CouncilSet | None:
        """Keeps the councils, each once, under that name; the set that had it before, in whose place they come.

        Raises:
            SetNameImpossible: there is no name, or it is too long.
        """
        name = _check_name(name)
        with self._changing():
            before = self._find(name)
            if before is not None:
                self._delete(before.name)
            self._insert(before.name if before else name, councils)
        return before

    def rename(self, name: str, new_name: str) -> None:
        """Gives a set another name.

        Raises:
            SetGone: there is none of that name.
            SetNameImpossible: the new name is nothing, too long, or another set's.
        """
        new_name = _check_name(new_name)
        with self._changing():
            before, other = self._find(name), self._find(new_name)
            if before is None:
                raise SetGone(name)
            if other is not None and other != before:
                raise SetNameImpossible(f"Another set is called {other.name}: choose another name.")
            self._connection.execute("UPDATE council_set SET name = ? WHERE name = ?", (new_name, before.name))

    def remove(self, name: str) -> CouncilSet:
        """Takes a set out and returns it, to be saved again if that was a mistake; no letter is touched.

        Raises:
            SetGone: there is none of that name.
        """
        with self._changing():
            removed = self._find(name)
            if removed is None:
                raise SetGone(name)
            self._delete(removed.name)
        return removed

    @contextmanager
    def _changing(self) -> Iterator[None]:
        """A change that is kept whole or not at all."""
        with translate_errors(self._path), open_transaction(self._connection):
            yield

    def _find(self, name: str) -> CouncilSet | None:
        """The set of that name."""
        return next((each for each in self.read() if each.name.casefold() == name.casefold()), None)

    def _insert(self, name: str, councils: Sequence[str]) -> None:
        """Adds a set."""
        row = self._connection.execute("INSERT INTO council_set (name) VALUES (?) RETURNING id", (name,)).fetchone()
        self._connection.executemany(
            "INSERT INTO council_set_member (set_id, position, council) VALUES (?, ?, ?)",
            [(row["id"], position, council) for position, council in enumerate(dict.fromkeys(councils))],
        )

    def _delete(self, name: str) -> None:
        """Takes out the set that is called exactly so; its members go with it."""
        self._connection.execute("DELETE FROM council_set WHERE name = ?", (name,))


def _check_name(name: str) -> str:
    """The name without what is around it.

    Raises:
        SetNameImpossible: there is none, or it is too long.
    """
    name = " ".join(name.split())
    if not name or len(name) > LONGEST_NAME:
        raise SetNameImpossible(f"A set needs a name of 1 to {LONGEST_NAME} characters.")
    return name
