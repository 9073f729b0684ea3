"""What the threads of the import screen report to it: how far an import is, how it ended, what is out again."""

from dataclasses import dataclass
from time import monotonic

from textual.message import Message
from textual.message_pump import MessagePump

from db.importer import ImportReport, Progress
from db.outcome import FileOutcome
from tui.path_completion import Completion

_BETWEEN_REPORTS = 0.1
"""Seconds: an import of thousands of files tells how far it is this often, rather than file by file."""

_MOST_AT_ONCE = 64
"""Outcomes of which one message tells at most: to list so many takes some 10 ms, in which the screen takes no key."""


@dataclass
class ImportProgressed(Message):
    """How far an import is: files done, of how many, and what became of those since the last time.

    `is_waiting`: another program changes the library, and the import goes on after that. `folder` is the one that all
    its files are in, by its parts.
    """

    done: int
    total: int
    outcomes: tuple[FileOutcome, ...]
    is_waiting: bool = False
    folder: tuple[str, ...] = ()


@dataclass
class ImportEnded(Message):
    """An import has ended, by itself or because it was stopped; without a report, it broke off."""

    report: ImportReport | None


@dataclass
class ImportUndone(Message):
    """What the last import added is out again: so many files; None where it could not be taken out."""

    files: int | None


@dataclass
class PathCompleted(Message):
    """How the path `typed` goes on."""

    typed: str
    completion: Completion


class ProgressReporter:
    """Gathers what becomes of files in the thread of an import, and posts it to `target` a few times a second.

    `folder` is the one that all the files are in, by its parts.
    """

    folder: tuple[str, ...] = ()

    def __init__(self, target: MessagePump) -> None:
        self._target = target
        self._outcomes: list[FileOutcome] = []
        self._done = self._total = 0
        self._is_waiting = False
        self._sent = 0.0

    def take(self, progress: Progress) -> None:
        """Note one file, or how many there are."""
        self._done, self._total, self._is_waiting = progress.done, progress.total, progress.is_waiting
        if progress.outcome is not None:
            self._outcomes.append(progress.outcome)
        if monotonic() - self._sent >= _BETWEEN_REPORTS:
            self.send()

    def send(self) -> None:
        """Post what has been gathered, in several messages where it is much."""
        for start in range(0, len(self._outcomes) or 1, _MOST_AT_ONCE):
            told, left = self._outcomes[start : start + _MOST_AT_ONCE], self._outcomes[start + _MOST_AT_ONCE :]
            done = self._done - len(left)
            self._target.post_message(ImportProgressed(done, self._total, tuple(told), self._is_waiting, self.folder))
        self._outcomes.clear()
        self._sent = monotonic()
