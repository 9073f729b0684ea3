"""Paths -> letters in the library, with an outcome for every file.

An import goes through named stages: files are discovered, read (unless their bytes are known), gathered into batches
and stored, a batch in one short transaction. A kill at any moment so loses what is not yet stored, never half a letter.
"""

import os
import time
from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, replace
from pathlib import Path

from db.errors import LibraryBusy
from db.library import Library
from db.model import Letter
from db.outcome import FileOutcome, Outcome
from db.read_stage import Task, read_files
from db.store.new_file import NewFile, SavedFile
from db.text.discover import PassedOver, discover, say_no

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

    The letters in the outcomes are outlines: what was read, but no text, tables, remarks, quotes of measures or
    fingerprints, which are in the library. `sha256s` are the files added: what `Library.remove_files` takes to undo
    this import. `passed_over_paths` are the files of folders and ZIP files that were not tried, as their endings are
    no letters'.
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

        for batch in _gather(read_files(files, target.find_known, cancelled)):
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

    def find_known(self, sha256s: Sequence[str]) -> Collection[str]:
        """Which of these files are in it."""
        return self._opened.find_known(sha256s) if self._opened else ()

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


def _gather(tasks: Iterator[Task]) -> Iterator[list[Task]]:
    """The stage that gathers: lists of files to be written together: so many, of so many bytes, or of so much time."""
    batch: list[Task] = []
    size, since = 0, time.monotonic()
    for task in tasks:
        batch.append(task)
        size += task.size
        if len(batch) >= BATCH_FILES or size >= _BATCH_BYTES or time.monotonic() - since >= _BATCH_SECONDS:
            yield batch
            batch, size, since = [], 0, time.monotonic()
    if batch:
        yield batch


def _store(batch: Sequence[Task], target: _Target, wait: Callable[[], None]) -> list[FileOutcome]:
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


def _decide_outcome(task: Task, saved: Iterator[SavedFile]) -> SavedFile:
    """What became of a file; the next of `saved` if it was to be written."""
    if task.new:
        return next(saved)
    return SavedFile(Outcome.REFUSED, task.reason) if task.reason else SavedFile(Outcome.ALREADY_HERE)


def _outline(letter: Letter) -> Letter:
    """The letter without what is large: an import may be of tens of thousands."""
    measures = tuple(measure._replace(quotes=()) if measure.quotes else measure for measure in letter.measures)
    return replace(letter, text="", measures=measures, tables=(), remarks=(), fingerprints=None)
