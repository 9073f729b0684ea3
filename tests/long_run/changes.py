"""What is done to a library while it is killed or the system fails it, and what must hold after."""

import json
import shutil
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from db.errors import UpheldError
from db.importer import import_paths
from db.library import Library
from db.model import DoubtCode, StoredLetter
from db.review.findings import FindingKind
from tests.db.builders import folder_of_letters
from tests.long_run import commands

_OLD = Path(__file__).parents[1] / "db" / "store" / "library-0.1.0.db"
_BEFORE, _AFTER = 10, 40
_GONE = "Leeds City Council"
_BACKUP = ".backup"
_EVER = datetime(2020, 1, 1, tzinfo=UTC)
_TO_BE_REPAIRED = (DoubtCode.INDEX_DAMAGED, DoubtCode.SCHEMA_DIFFERS)

Letters = dict[tuple[str, int], StoredLetter]
"""Letters by the SHA-256 of their file and their place among its letters; without the ids they have in a library."""


def _do_nothing(_library: Path) -> None:
    """Leave the library as it is."""


def _damage_index(library: Path) -> None:
    """Take away what a repair makes anew."""
    with closing(sqlite3.connect(library, isolation_level=None)) as connection:
        connection.executescript("DROP INDEX letter_of_council; DROP VIEW letters; DROP TRIGGER letter_text_gone")
        connection.execute("INSERT INTO letter_fts (letter_fts) VALUES ('delete-all')")


def _make_old(library: Path) -> None:
    """Put a library of the first upheld in its place."""
    for left in library.parent.glob(f"{library.name}*"):
        left.unlink()
    shutil.copyfile(_OLD, library)


@dataclass(frozen=True, slots=True)
class Change:
    """A command that changes a library, or writes one; `words` has `{letters}` and `{new}` for the folder and a copy.

    `is_stepwise`: what it adds may be there in part, each file whole; else all of it is there, or none. `prepare`
    makes the library such that the command has something to do; `is_asking`: it changes nothing, but answers.
    """

    name: str
    words: tuple[str, ...]
    is_stepwise: bool = False
    prepare: Callable[[Path], None] = _do_nothing
    is_asking: bool = False

    @property
    def writes_new(self) -> bool:
        """Whether it writes another library."""
        return "{new}" in self.words

    def fill_in(self, folder: Path) -> list[str]:
        """The words of the command, for the folder of one try."""
        return [word.format(letters=folder / "letters", new=folder / "new.db") for word in self.words]


CHANGES = (
    Change("import", ("import", "--json", "{letters}"), is_stepwise=True),
    Change("read again", ("check", "--read-again")),
    Change("remove", ("remove", "--yes", _GONE)),
    Change("repair", ("check", "--repair"), prepare=_damage_index),
    Change("back up", ("check", "--backup", "{new}")),
    Change("rescue", ("check", "--rescue", "{new}")),
    Change("bring up to date", ("check",), prepare=_make_old),
)
QUESTIONS = (
    Change("show", ("show", _GONE), is_asking=True),
    Change("search", ("search", "number"), is_asking=True),
    Change("councils", ("councils", "--json"), is_asking=True),
)


@dataclass(frozen=True, slots=True)
class Ground:
    """A library before and after a change, and the folder that has both: it is copied for each try."""

    change: Change
    folder: Path
    before: Letters
    after: Letters

    def copy_to(self, folder: Path) -> Path:
        """Make everything ready in a new folder; the library there."""
        shutil.copytree(self.folder, folder)
        return folder / "library.db"


def prepare(folder: Path, change: Change, run: Callable[[Path, list[str]], object]) -> Ground:
    """The ground of a change, made in a new folder; `run` does the command once to see what it comes to."""
    ground, done = folder / "ground", folder / "done"
    folder_of_letters(ground / "letters", _AFTER)
    library = ground / "library.db"
    import_paths(library, sorted((ground / "letters").iterdir())[:_BEFORE])
    with Library.open(library) as opened:
        ids = [stored.id for batch in opened.all_letters() for stored in batch]
        opened.correct(ids[0], None, 2019)
        opened.council_sets.save("Ours", [entry.council.name for entry in opened.councils()])
    before = None if change.prepare is _make_old else read_letters(library)
    change.prepare(library)
    shutil.copytree(ground, done)
    run(done / "library.db", change.fill_in(done))
    after = read_letters(done / "library.db")
    shutil.rmtree(done)
    return Ground(change, ground, after if before is None else before, after)


def read_letters(library: Path) -> Letters:
    """Every letter of a library."""
    found: Letters = {}
    with Library.open(library, may_make=False) as opened:
        for stored in (one for batch in opened.all_letters() for one in batch):
            sha256 = stored.source.sha256
            place = sum(key[0] == sha256 for key in found)
            # Which of a year is shown changes while others come in; `check` tells whether it is the right one.
            correction = stored.correction and stored.correction._replace(at=_EVER)
            found[sha256, place] = stored._replace(id=0, council_id=0, shown=True, correction=correction)
    return found


def find_faults(
    ground: Ground, library: Path, told: Sequence[str], run: Callable[[Path, list[str]], int]
) -> Iterator[str]:
    """What is wrong after a change that was broken off: nothing lost, nothing half in, nothing left, and it goes on.

    `told` are the names of files that were said to be added. `run` does the command again, undisturbed.
    """
    try:
        yield from _find_damage(library, ground.change)
        now = read_letters(library)
    except (UpheldError, OSError, sqlite3.Error) as error:
        yield f"is not read: {error!r}"
        return
    yield from _find_differences(ground, now)
    names = {stored.source.name for stored in now.values()}
    yield from (f"{name} was said to be added and is not there" for name in told if name not in names)
    if ground.change.writes_new:
        yield from _find_in_new(ground, library.with_name("new.db"), "first.db")
    words = ground.change.fill_in(library.parent)
    is_done = ground.change.name == "remove" and now == ground.after
    if not is_done and run(library, words) != 0:
        yield "cannot be done again"
    yield from (f"done again: {fault}" for fault in _find_damage(library, None))
    if read_letters(library) != ground.after:
        yield "done again, it is not as it should be"
    if ground.change.writes_new:
        yield from _find_in_new(ground, library.with_name("new.db"), "again.db", must_be_there=True)
    yield from _find_left(library.parent)


def _find_damage(library: Path, change: Change | None) -> Iterator[str]:
    """What `check` calls damaged, but for what a repair has still to do."""
    known = _TO_BE_REPAIRED if change and change.name == "repair" else ()
    with Library.open(library, may_make=False) as opened:
        for one in opened.check():
            if one.kind is FindingKind.DAMAGE and one.doubt.code not in known:
                yield f"damaged: {one.doubt}"


def _find_differences(ground: Ground, now: Letters) -> Iterator[str]:
    if not ground.change.is_stepwise:
        if now not in (ground.before, ground.after):
            yield f"neither as before nor as after: {len(now)} letters"
        return
    lost = [key for key, letter in ground.before.items() if now.get(key) != letter]
    other = [key for key, letter in now.items() if ground.after.get(key) != letter]
    if lost:
        yield f"{len(lost)} letters lost or other"
    if other:
        yield f"{len(other)} letters that are not as they should be"


def _find_in_new(ground: Ground, new: Path, put_away: str, *, must_be_there: bool = False) -> Iterator[str]:
    """The other library is whole, or not there; it is put away, as the command does not replace it."""
    if not new.exists():
        if must_be_there:
            yield "the new one is not there"
        return
    for one in new.parent.glob(f"{new.name}*"):
        one.rename(one.with_name(one.name.replace(new.name, put_away)))
    yield from (f"the new one: {fault}" for fault in _find_damage(new.with_name(put_away), None))
    if read_letters(new.with_name(put_away)) != ground.before:
        yield "the new one has other letters"


def _find_left(folder: Path) -> Iterator[str]:
    """Files that nobody asked for, once all has been done again; a kill may leave hidden ones, a new form the old."""
    known = {"letters", "library.db", "first.db", "again.db", "home"}
    for left in sorted(folder.iterdir()):
        if left.name not in known and not left.name.startswith(".") and not left.name.endswith(_BACKUP):
            yield f"left behind: {left.name}"


def read_told(answer: str) -> list[str]:
    """The names of the files that an import says it has added, in JSON; none where it is no such answer."""
    try:
        files = json.loads(answer)["files"]
    except (ValueError, LookupError, TypeError):
        return []
    return [Path(one["path"]).name for one in files if one["outcome"] == "added"]


def run_here(library: Path, words: list[str]) -> int:
    """Do a command in this process; its exit code."""
    return commands.ask(library, *words).code
