"""Paths -> letters in the library, with an outcome for every file.

An import goes through named stages: files are discovered, read (unless their bytes are known), gathered into batches
and stored, a batch in one short transaction. A kill at any moment so loses what is not yet stored, never half a letter.
"""

import hashlib
import os
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from db.errors import LibraryBusy, LibraryError
from db.extracted import Extracted, as_refusal
from db.library import Library
from db.model import Letter, Source
from db.outcome import FileOutcome, Outcome
from db.reading_process.archive_time import ArchiveTime
from db.reading_process.guarded import extract_apart, extract_at_once, is_read_at_once
from db.reading_process.side_by_side import SideBySide
from db.store.new_file import NewFile, SavedFile
from db.text.discover import LetterFile, PassedOver, Unusable, discover, say_no
from db.text.limits import FEW_FILES, STOPPED

BATCH_FILES = 200
"""So many files are written together at most: the fewer, the more often the disk is waited for."""

WAIT_SECONDS = 600.0
"""So long an import waits for another program that holds the library; no work of upheld holds it a tenth as long."""

_PATIENCE = 0.5
"""Seconds between two looks whether it still does, and whether this import has been cancelled."""

_BATCH_SECONDS = 0.25
_BATCH_BYTES = 32 * 1024 * 1024


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """How far an import is: of `total` files `done` are dealt with for good, the last of them with `outcome`.

    The first report, before any file, has no outcome. Nor has one that `is_waiting`: another program changes the
    library, and this import goes on where it is as soon as that has finished.
    """

    done: int
    total: int
    outcome: FileOutcome | None = None
    is_waiting: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportReport:
    """What an import did: an outcome for each file, in order; those not reached when it was cancelled have none.

    The letters in the outcomes are outlines: what was read, but no text, tables, remarks or quotes of measures, which
    are in the library. `sha256s` are the files added: what `Library.remove_files` takes to undo this import.
    `passed_over_paths` are the files of folders and ZIP files that were not tried, as their endings are no letters'.
    """

    outcomes: tuple[FileOutcome, ...]
    sha256s: tuple[str, ...] = ()
    cancelled: bool = False
    passed_over_paths: tuple[str, ...] = ()

    @property
    def passed_over(self) -> int:
        """How many files were not tried."""
        return len(self.passed_over_paths)

    @property
    def added(self) -> int:
        """How many files were added."""
        return self._count(Outcome.ADDED)

    @property
    def already_here(self) -> int:
        """How many files were in the library already."""
        return self._count(Outcome.ALREADY_HERE)

    @property
    def refused(self) -> int:
        """How many files were refused."""
        return self._count(Outcome.REFUSED)

    def _count(self, outcome: Outcome) -> int:
        return sum(one.outcome is outcome for one in self.outcomes)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Task:
    """A file on its way: refused for a reason, or of these bytes; with `new` unless the library has them already."""

    path: str
    reason: str | None = None
    sha256: str = ""
    new: NewFile | None = None

    @property
    def size(self) -> int:
        """How much there is to be written, in bytes."""
        return len(self.new.zlib) + sum(len(one.text) for one in self.new.letters) if self.new else 0


def import_paths(
    library: Path,
    paths: Sequence[Path],
    *,
    on_file: Callable[[Progress], None] | None = None,
    cancelled: Callable[[], bool] = say_no,
) -> ImportReport:
    """Brings files and folders (all that is in them) into the library at `library`.

    `on_file` is called in this thread, for each file once its outcome is certain. When `cancelled` says so, the
    import ends after the file at hand and keeps what it has read. A library is made only once there is a letter to
    put in.

    Raises:
        LibraryError: the library cannot be opened or written; what was reported before is in it and whole.
    """
    report = on_file or (lambda progress: None)
    outcomes: list[FileOutcome] = []
    sha256s: list[str] = []
    with ExitStack() as stack:
        target = _Target(library, stack)
        discovered = list(discover(paths, cancelled))
        files = [one for one in discovered if not isinstance(one, PassedOver)]
        is_cut_short = cancelled()
        report(Progress(done=0, total=len(files)))

        def wait() -> None:
            """Say that another program holds the library."""
            if cancelled():
                raise _Cancelled
            report(Progress(done=len(outcomes), total=len(files), is_waiting=True))

        for batch in _gather(_read_files(files, target, cancelled)):
            try:
                stored = _store(batch, target, wait)
            except _Cancelled:
                break
            for task, outcome in zip(batch, stored, strict=True):
                outcomes.append(outcome)
                if outcome.outcome is Outcome.ADDED:
                    sha256s.append(task.sha256)
                report(Progress(done=len(outcomes), total=len(files), outcome=outcome))
    return ImportReport(
        outcomes=tuple(outcomes),
        sha256s=tuple(sha256s),
        cancelled=is_cut_short or len(outcomes) < len(files),
        passed_over_paths=tuple(one.path for one in discovered if isinstance(one, PassedOver)),
    )


class _Cancelled(Exception):
    """Ends an import that waits; nothing of the batch in hand is in the library."""


class _Target:
    """The library imported into: opened at once if it is there, else made when first there is something to put in."""

    def __init__(self, path: Path, stack: ExitStack) -> None:
        self._path = path
        self._stack = stack
        self._opened = self._open() if os.path.lexists(path) else None

    def _open(self) -> Library:
        library = self._stack.enter_context(Library.open(self._path))
        library.set_patience(_PATIENCE)
        return library

    def has_file(self, sha256: str) -> bool:
        """Whether a file of these bytes is in it."""
        return self._opened is not None and self._opened.has_file(sha256)

    def add_files(self, files: Sequence[NewFile], wait: Callable[[], None]) -> tuple[SavedFile, ...]:
        """Add these, if any; what became of each. `wait` is called again and again while another program writes."""
        if not files:
            return ()
        gives_up = time.monotonic() + WAIT_SECONDS
        while True:
            try:
                self._opened = self._opened or self._open()
                return self._opened.add_files(files)
            except LibraryBusy:
                if time.monotonic() >= gives_up:
                    raise
                wait()

    def letters_in(self, sha256s: Sequence[str]) -> dict[str, tuple[Letter, ...]]:
        """The letters of these files, so far as they are in it."""
        return self._opened.letters_in(sha256s) if self._opened else {}


def _read_files(
    files: Sequence[LetterFile | Unusable], target: _Target, cancelled: Callable[[], bool]
) -> Iterator[_Task]:
    """The stage that reads: each file with its letters, or with the reason why it has none, in order.

    A file that is not short and plain, and any of very many, is read in a process of its own; several at a time.
    """
    is_many = len(files) > FEW_FILES
    archive_time = ArchiveTime()
    reading: SideBySide[_Task] = SideBySide(cancelled)
    try:
        for file in files:
            if cancelled():
                break
            _begin_to_read(file, target, reading, archive_time, is_many=is_many)
            yield from reading.take()
        yield from reading.take(is_last=True)
    finally:
        reading.close()


def _begin_to_read(
    file: LetterFile | Unusable,
    target: _Target,
    reading: SideBySide[_Task],
    archive_time: ArchiveTime,
    *,
    is_many: bool,
) -> None:
    """Reads a file, or begins to in a process, unless its bytes are in the library."""
    if isinstance(file, Unusable):
        reading.add(_Task(path=file.path, reason=file.reason))
        return
    try:
        with archive_time.spend(file.archive):
            data = file.load()
        sha256 = hashlib.sha256(data).hexdigest()
        if target.has_file(sha256):
            reading.add(_Task(path=file.path, sha256=sha256))
        elif is_read_at_once(data) and not is_many:
            reading.add(_read(file, data, sha256, archive_time, extract_at_once))
        else:
            unread = _Task(path=file.path, reason=STOPPED)
            reading.begin(partial(_read, file, data, sha256, archive_time, extract_apart), unread, len(data))
    except LibraryError:  # no fault of the file's
        raise
    except Exception as error:
        reading.add(_Task(path=file.path, reason=str(as_refusal(error))))


def _read(
    file: LetterFile,
    data: bytes,
    sha256: str,
    archive_time: ArchiveTime,
    extract_letters: Callable[[bytes, str], Extracted],
) -> _Task:
    """A file with its letters, or with the reason why it has none."""
    try:
        with archive_time.spend(file.archive):
            extracted = extract_letters(data, file.name)
        source = Source(name=file.name, sha256=sha256, media_type=extracted.media_type)
        new = NewFile.of(source, data, extracted.letters)
    except Exception as error:
        return _Task(path=file.path, reason=str(as_refusal(error)))
    return _Task(path=file.path, sha256=sha256, new=new)


def _gather(tasks: Iterator[_Task]) -> Iterator[list[_Task]]:
    """The stage that gathers: lists of files to be written together: so many, of so many bytes, or of so much time."""
    batch: list[_Task] = []
    size, since = 0, time.monotonic()
    for task in tasks:
        batch.append(task)
        size += task.size
        if len(batch) >= BATCH_FILES or size >= _BATCH_BYTES or time.monotonic() - since >= _BATCH_SECONDS:
            yield batch
            batch, size, since = [], 0, time.monotonic()
    if batch:
        yield batch


def _store(batch: Sequence[_Task], target: _Target, wait: Callable[[], None]) -> list[FileOutcome]:
    """The stage that stores: writes a batch, in one transaction; the outcome of each of its files."""
    saved = iter(target.add_files([task.new for task in batch if task.new], wait))
    results = [_decide_outcome(task, saved) for task in batch]
    known = target.letters_in(
        [task.sha256 for task, result in zip(batch, results, strict=True) if result.outcome is Outcome.ALREADY_HERE]
    )
    outcomes = []
    for task, result in zip(batch, results, strict=True):
        letters = known.get(task.sha256, ())
        if result.outcome is Outcome.ADDED and task.new:
            letters = task.new.letters
        outcomes.append(
            FileOutcome(
                path=task.path,
                outcome=result.outcome,
                reason=result.reason,
                letters=tuple(map(_outline, letters)),
            )
        )
    return outcomes


def _decide_outcome(task: _Task, saved: Iterator[SavedFile]) -> SavedFile:
    """What became of a file; the next of `saved` if it was to be written."""
    if task.new:
        return next(saved)
    return SavedFile(Outcome.REFUSED, task.reason) if task.reason else SavedFile(Outcome.ALREADY_HERE)


def _outline(letter: Letter) -> Letter:
    """The letter without what is large: an import may be of tens of thousands."""
    measures = tuple(replace(measure, quotes=()) if measure.quotes else measure for measure in letter.measures)
    return replace(letter, text="", measures=measures, tables=(), remarks=())
