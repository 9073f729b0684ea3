"""`upheld import`: letter files into the library, with what became of each."""

import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Event
from types import FrameType

from db.intake import Progress, import_paths

from db import as_json
from db.model import FileOutcome, Outcome
from tui.answers.asking import Question, note, say, say_json
from tui.draw.words import counted

_WORDS = {Outcome.ADDED: "added", Outcome.ALREADY_HERE: "already here", Outcome.REFUSED: "refused"}


def import_files(question: Question, paths: list[Path]) -> int:
    """Answer `upheld import PATH...`; 0 if every file is in the library, 1 if any was refused."""
    show_progress = sys.stderr.isatty()
    with _stopped_by_ctrl_c() as stopped:
        batch = import_paths(
            question.library, paths, on_file=_progress if show_progress else None, cancelled=stopped.is_set
        )
    if show_progress:
        sys.stderr.write("\r\x1b[K")
    if question.as_json:
        say_json(as_json.imported(batch.outcomes))
        return 1 if batch.refused else 0
    for outcome in batch.outcomes:
        for line in _lines(outcome):
            say(line)
    say(f"{batch.added} added, {batch.already_here} already here, {batch.refused} refused.")
    if batch.cancelled:
        note("Stopped before the end; what was added stays. Run it again to go on.")
    return 1 if batch.refused or batch.cancelled else 0


@contextmanager
def _stopped_by_ctrl_c() -> Iterator[Event]:
    """Ctrl+C ends the import after the file in hand; a second one ends the program."""
    stopped = Event()

    def stop(_signal: int, _frame: FrameType | None) -> None:
        if stopped.is_set():
            raise KeyboardInterrupt
        stopped.set()

    before = signal.signal(signal.SIGINT, stop)
    try:
        yield stopped
    finally:
        signal.signal(signal.SIGINT, before)


def _progress(progress: Progress) -> None:
    sys.stderr.write(f"\r{progress.done:,} of {counted(progress.total, 'file')}")
    sys.stderr.flush()


def _lines(outcome: FileOutcome) -> list[str]:
    head = f"{_WORDS[outcome.outcome]}: {outcome.path}"
    if outcome.reason:
        return [f"{head}: {outcome.reason}"]
    lines = []
    for letter in outcome.letters:
        lines.append(f"{head}: {letter.council.name}, {letter.year or 'year not known'}")
        if outcome.outcome is Outcome.ADDED:
            lines += [f"    warning: {doubt.message}" for doubt in letter.warnings]
    return lines or [head]
