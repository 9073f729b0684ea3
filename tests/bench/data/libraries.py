"""Libraries: of the letters, of ten copies of each, and of one letter to each of many names."""

import hashlib
from dataclasses import replace
from pathlib import Path

from db.importer import import_paths
from db.letters.boilerplate.tell_apart import make_fingerprints
from db.library import Library
from db.model import Council, Letter, Source
from db.store.new_file import NewFile
from tests.bench.data.kept import keep
from tests.bench.data.letters import keep_texts
from tests.bench.data.names import list_names
from tests.db.builders import letter, upheld

COPIES = 10
"""Of each letter in the large library: as several sites publish it, each with a line of its own below."""

_BATCH = 500


def keep_library(count: int) -> Path:
    """A library into which so many letters were imported."""
    return keep(f"library-{count}.db", lambda path: import_paths(path, [keep_texts(count)]), by_program=True)


def keep_copies(count: int) -> Path:
    """A library of so many letters, a tenth of them different."""

    def make(path: Path) -> None:
        with Library.open(keep_library(count // COPIES)) as source, Library.open(path) as library:
            for batch in [[stored.source.sha256 for stored in some] for some in source.all_letters()]:
                letters = source.letters_of_files(batch)  # without the doubts of letters that stand side by side
                for copy in range(COPIES):
                    library.add_files([_file_of(_copy(each.letter, copy)) for each in letters])

    return keep(f"copies-{count}.db", make, by_program=True)


def keep_many_names(count: int) -> Path:
    """A library with one letter to each of so many bodies."""

    def make(path: Path) -> None:
        with Library.open(path) as library:
            for names in _cut(list_names(count)):
                library.add_files([_file_of(_write_to(name)) for name in names])

    return keep(f"names-{count}.db", make, by_program=True)


def _cut(names: list[str]) -> list[list[str]]:
    return [names[at : at + _BATCH] for at in range(0, len(names), _BATCH)]


def _copy(one: Letter, number: int) -> Letter:
    return replace(one, text=f"{one.text}\n\nCopy {number} of this letter.")


def _write_to(name: str) -> Letter:
    return letter(f"A letter to {name}.", Council(name=name, in_register=False), 2020, upheld(), as_written=name)


def _file_of(one: Letter) -> NewFile:
    data = one.text.encode()
    sha256 = hashlib.sha256(data).hexdigest()
    whole = replace(one, fingerprints=make_fingerprints(one.text))
    return NewFile.of(Source(name=f"{sha256[:12]}.txt", sha256=sha256, media_type="text/plain"), data, (whole,))
