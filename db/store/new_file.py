"""Files to be written, and what became of them; writing itself takes more to import than these (see `write`)."""

import json
import sqlite3
from collections.abc import Sequence
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


def find_known(connection: sqlite3.Connection, sha256s: Sequence[str]) -> frozenset[str]:
    """Which of these files are there, byte for byte."""
    question = "SELECT sha256 FROM file WHERE sha256 IN (SELECT value FROM json_each(?))"
    return frozenset(row["sha256"] for row in connection.execute(question, (json.dumps(list(sha256s)),)))
