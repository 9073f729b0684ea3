"""The library that is attacked: of the sample letters, with what a person has set, and logs such as lie beside one."""

import shutil
from dataclasses import dataclass
from pathlib import Path

from db.library import Library

SAMPLES = Path(__file__).parents[2] / "sample_letters"


@dataclass(frozen=True, slots=True)
class LoggedLibrary:
    """A file and its log as a crash leaves them; the log holds one change."""

    data: bytes
    log: bytes


def make_library(folder: Path) -> Path:
    """A library of the sample letters, with a correction, a dismissal and a set of councils, all in one file."""
    path = folder / "whole.db"
    shutil.copyfile(SAMPLES / "library.db", path)
    with Library.open(path) as library:
        entries = library.councils()
        library.correct(library.letters_of(entries[0].id)[0].id, entries[1].council, None)
        for item in library.review_items().items[:1]:
            library.dismiss(item.letter_id)
        library.council_sets.save("Ours", [entry.council.name for entry in entries[:3]])
    return path


def change_in_log(path: Path, number: int) -> LoggedLibrary:
    """The library at `path` with one more change (`number` says which), which is in its log alone; closed after."""
    with Library.open(path) as library:
        entries = library.councils()
        library.correct(library.letters_of(entries[number].id)[0].id, entries[number + 1].council, None)
        return LoggedLibrary(path.read_bytes(), path.with_name(path.name + "-wal").read_bytes())
