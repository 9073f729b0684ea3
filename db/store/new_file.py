"""Files to be written, and what became of them; whether one is there already."""

import sqlite3
from dataclasses import dataclass

from db.model import Letter, Source
from db.outcome import Outcome
from db.store.originals import compress


@dataclass(frozen=True, slots=True, kw_only=True)
class NewFile:
    """A file to keep: where it is from, its bytes (compressed) and their true size, its letters."""

    source: Source
    size: int
    zlib: bytes
    letters: tuple[Letter, ...]

    @classmethod
    def of(cls, source: Source, data: bytes, letters: tuple[Letter, ...]) -> "NewFile":
        """The same from the bytes as they are (compressed here, outside any transaction)."""
        zlib = compress(data, [letter.text for letter in letters])
        return cls(source=source, size=len(data), zlib=zlib, letters=letters)


@dataclass(frozen=True, slots=True)
class SavedFile:
    """What became of one file: `reason` is there if it was refused."""

    outcome: Outcome
    reason: str | None = None


def has_file(connection: sqlite3.Connection, sha256: str) -> bool:
    """Whether a file of these bytes is there."""
    return connection.execute("SELECT 1 FROM file WHERE sha256 = ?", (sha256,)).fetchone() is not None
