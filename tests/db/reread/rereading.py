"""A library as it is, and one read again by another parser: what the tests of reading again have in common."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path

from db.councils.register import Register
from db.importer import import_paths
from db.letters.parse import parse
from db.library import Library
from db.model import DoubtCode, Letter, StoredLetter
from tests.db.builders import letter_text

Parse = Callable[[str, Register], tuple[Letter, ...]]

COUNCILS = ("Leeds City Council", "Kent County Council", "Cornwall Council")
"""Those of the letters of a pack."""


def rows(path: Path) -> list[str]:
    """Everything in the file, to the last byte of the index, but for how many changes it has gone through."""
    with closing(sqlite3.connect(path)) as connection:
        return [line for line in connection.iterdump() if not line.startswith('INSERT INTO "lineage"')]


def contents(library: Library) -> list[tuple[object, ...]]:
    """Everything in the library but ids, in an order of its own."""
    stored = [one for entry in library.councils() for one in library.letters_of(entry.id)]
    words = [library.search(word).total for word in ("council", "ombudsman", "upheld", "half")]
    found: list[tuple[object, ...]] = [
        (one.source.sha256, one.letter.text, repr(_sorted_conflicts(one.letter)), one.source, one.shown)
        for one in stored
    ]
    return [tuple(words), *sorted(found, key=lambda one: one[:2])]


def _sorted_conflicts(letter: Letter) -> Letter:
    """The letter with its conflicts in an order of their own: they come in the order of ids."""
    conflicts = [doubt for doubt in letter.doubts if doubt.code is DoubtCode.LETTERS_CONFLICT]
    others = [doubt for doubt in letter.doubts if doubt.code is not DoubtCode.LETTERS_CONFLICT]
    return replace(letter, doubts=(*others, *sorted(conflicts, key=repr)))


def assert_whole(library: Library) -> None:
    """Nothing is damaged, and every file's bytes are what they were (they are checked against their SHA-256)."""
    assert not [finding for finding in library.check() if finding.kind == "damage"]
    for one in {one.source.sha256 for entry in library.councils() for one in library.letters_of(entry.id)}:
        library.original(one)


def only(library: Library) -> StoredLetter:
    (entry,) = library.councils()
    (stored,) = library.letters_of(entry.id)
    return stored


def file_with(tmp_path: Path, path: Path, text: str, name: str = "a.txt") -> Path:
    """A file imported into the library at `path`."""
    file = tmp_path / name
    file.write_text(text, encoding="utf-8")
    assert import_paths(path, [file]).added == 1
    return file


def pack_of(*names: str) -> str:
    return "\n\n".join(letter_text(name) for name in names)


def left_out(*names: str) -> Parse:
    """A parser that overlooks the letters to these councils."""
    return lambda text, register: tuple(one for one in parse(text, register) if one.council.name not in names)
