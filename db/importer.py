"""Paths -> letters in the library, with an outcome for every file.

Files are read, then written a batch at a time, each in one short transaction. A kill at any moment so loses what is
not yet written, never half a letter.
"""

import hashlib
import os
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, replace
from pathlib import Path

from db.councils.register import Register
from db.extract import as_refusal, extract
from db.library import Library
from db.model import FileOutcome, Letter, Outcome, Source
from db.store.write import NewFile, SavedFile
from db.text.discover import LetterFile, PassedOver, Unusable, discover, say_no

BATCH_FILES = 200
"""So many files are written together at most: the fewer, the more often the disk is waited for."""

_BATCH_SECONDS = 0.25
_BATCH_BYTES = 32 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Progress:
    """How far an import is: of `total` files `done` are dealt with for good, the last of them with `outcome`.

    The first report, before any file, has no outcome.
    """

    done: int
    total: int
    outcome: FileOutcome | None = None


@dataclass(frozen=True, slots=True)
class Batch:
    """What an import did: an outcome for each file, in order; those not reached when it was cancelled have none.

    The letters in the outcomes are outlines: what was read, but no text, tables, remarks or quotes, which are in
    the library. `sha256s` are the files added: what `Library.remove_files` takes to undo this import. `passed_over`
    is how many files of folders and ZIP files were not tried, as their endings are no letters'.
    """

    outcomes: tuple[FileOutcome, ...]
    sha256s: tuple[str, ...] = ()
    cancelled: bool = False
    passed_over: int = 0

    @property
    def added(self) -> int:
        """How many files were added."""
        return self._number_of(Outcome.ADDED)

    @property
    def already_here(self) -> int:
        """How many files were in the library already."""
        return self._number_of(Outcome.ALREADY_HERE)

    @property
    def refused(self) -> int:
        """How many files were refused."""
        return self._number_of(Outcome.REFUSED)

    def _number_of(self, outcome: Outcome) -> int:
        return sum(one.outcome is outcome for one in self.outcomes)


_Tried = LetterFile | Unusable


@dataclass(frozen=True, slots=True)
class _Read:
    """A file that has been looked at: refused for a reason, or of these bytes; with `new` unless known already."""

    path: str
    reason: str | None = None
    sha256: str = ""
    new: NewFile | None = None


def import_paths(
    library: Path,
    paths: Sequence[Path],
    *,
    on_file: Callable[[Progress], None] | None = None,
    cancelled: Callable[[], bool] = say_no,
) -> Batch:
    """Brings files and folders (all that is in them) into the library at `library`.

    `on_file` is called in this thread, for each file once its outcome is certain. When `cancelled` says so, the
    import ends after the file at hand and keeps what it has read. A library is made only once there is a letter to
    put in.

    Raises:
        LibraryError: the library cannot be opened or written; what was reported before is in it and whole.
    """
    tell = on_file or (lambda progress: None)
    outcomes: list[FileOutcome] = []
    sha256s: list[str] = []
    with ExitStack() as stack:
        here = _Library(library, stack)
        every = list(discover(paths, cancelled))
        found = [one for one in every if not isinstance(one, PassedOver)]
        cut_short = cancelled()
        tell(Progress(0, len(found)))
        for batch in _batches(_looked_at(found, here, Register.load(), cancelled)):
            for file, outcome in zip(batch, _write(here, batch), strict=True):
                outcomes.append(outcome)
                if outcome.outcome is Outcome.ADDED:
                    sha256s.append(file.sha256)
                tell(Progress(len(outcomes), len(found), outcome))
    return Batch(
        tuple(outcomes),
        tuple(sha256s),
        cancelled=cut_short or len(outcomes) < len(found),
        passed_over=len(every) - len(found),
    )


class _Library:
    """The library imported into: opened at once if it is there, else made when first there is something to put in."""

    def __init__(self, path: Path, stack: ExitStack) -> None:
        self._path = path
        self._stack = stack
        self._opened = self._open() if os.path.lexists(path) else None

    def _open(self) -> Library:
        return self._stack.enter_context(Library.open(self._path))

    def holds(self, sha256: str) -> bool:
        """Whether a file of these bytes is in it."""
        return self._opened is not None and self._opened.holds(sha256)

    def add_files(self, files: Sequence[NewFile]) -> tuple[SavedFile, ...]:
        """Add these, if any; what became of each."""
        if not files:
            return ()
        self._opened = self._opened or self._open()
        return self._opened.add_files(files)

    def letters_in(self, sha256s: Sequence[str]) -> dict[str, tuple[Letter, ...]]:
        """The letters of these files, so far as they are in it."""
        return self._opened.letters_in(sha256s) if self._opened else {}


def _looked_at(
    found: Iterable[_Tried], here: _Library, register: Register, cancelled: Callable[[], bool]
) -> Iterator[_Read]:
    for file in found:
        if cancelled():
            return
        yield _look_at(file, here, register)


def _look_at(file: _Tried, here: _Library, register: Register) -> _Read:
    """Reads a file, unless its bytes are in the library."""
    if isinstance(file, Unusable):
        return _Read(file.path, file.reason)
    try:
        data = file.load()
    except Exception as error:
        return _Read(file.path, str(as_refusal(error)))
    sha256 = hashlib.sha256(data).hexdigest()
    if here.holds(sha256):
        return _Read(file.path, sha256=sha256)
    try:
        understood = extract(data, file.name, register)
        new = NewFile.of(Source(file.name, sha256, understood.media_type), data, understood.letters)
    except Exception as error:
        return _Read(file.path, str(as_refusal(error)))
    return _Read(file.path, sha256=sha256, new=new)


def _batches(files: Iterator[_Read]) -> Iterator[list[_Read]]:
    """Lists of files to be written together: so many, of so many bytes, or of so much time."""
    batch: list[_Read] = []
    size, since = 0, time.monotonic()
    for file in files:
        batch.append(file)
        size += len(file.new.zlib) + sum(len(one.text) for one in file.new.letters) if file.new else 0
        if len(batch) >= BATCH_FILES or size >= _BATCH_BYTES or time.monotonic() - since >= _BATCH_SECONDS:
            yield batch
            batch, size, since = [], 0, time.monotonic()
    if batch:
        yield batch


def _write(here: _Library, batch: Sequence[_Read]) -> list[FileOutcome]:
    """Writes a batch, in one transaction; the outcome of each of its files."""
    saved = iter(here.add_files([file.new for file in batch if file.new]))
    results = [_result(file, saved) for file in batch]
    known = here.letters_in(
        [file.sha256 for file, result in zip(batch, results, strict=True) if result.outcome is Outcome.ALREADY_HERE]
    )
    outcomes = []
    for file, result in zip(batch, results, strict=True):
        letters = known.get(file.sha256, ())
        if result.outcome is Outcome.ADDED and file.new:
            letters = file.new.letters
        outcomes.append(FileOutcome(file.path, result.outcome, result.reason, _outlines(letters)))
    return outcomes


def _result(file: _Read, saved: Iterator[SavedFile]) -> SavedFile:
    """What became of a file; the next of `saved` if it was to be written."""
    if file.new:
        return next(saved)
    return SavedFile(Outcome.REFUSED, file.reason) if file.reason else SavedFile(Outcome.ALREADY_HERE)


def _outlines(letters: Iterable[Letter]) -> tuple[Letter, ...]:
    """The letters without what is large: an import may be of tens of thousands."""
    return tuple(
        replace(
            letter,
            text="",
            measures=tuple(replace(measure, quotes=()) for measure in letter.measures),
            tables=(),
            remarks=(),
            warnings=tuple(replace(warning, quotes=()) for warning in letter.warnings),
        )
        for letter in letters
    )
