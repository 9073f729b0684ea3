"""How far a long command has come, on stderr where that is a terminal; Ctrl+C as a wish to stop."""

import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Event
from types import FrameType

from tui.cli.output import write_beside
from tui.cli.wrapping import is_dumb_terminal
from tui.draw.labels import format_count


@contextmanager
def catch_ctrl_c() -> Iterator[Event]:
    """An event that Ctrl+C sets, for the command to stop after the file in hand; a second one ends the program."""
    stopped = Event()

    def stop(_signal: int, _frame: FrameType | None) -> None:
        """Ask for the end; the second time, insist."""
        if stopped.is_set():
            raise KeyboardInterrupt
        stopped.set()

    before = signal.signal(signal.SIGINT, stop)
    try:
        yield stopped
    finally:
        signal.signal(signal.SIGINT, before)


@contextmanager
def show_progress() -> Iterator["ProgressLine"]:
    """A line that says how far it is, and that goes when it is done."""
    line = ProgressLine(sys.stderr.isatty() and not is_dumb_terminal())
    try:
        yield line
    finally:
        line.clear()


class ProgressLine:
    """One line on stderr, written over again and again; nothing where stderr is no terminal."""

    def __init__(self, visible: bool) -> None:
        self._visible = visible

    def show(self, done: int, total: int, noun: str = "file") -> None:
        """Say that so many files, or other things, of so many are done."""
        if self._visible:
            write_beside(f"\r{done:,} of {format_count(total, noun)}")

    def clear(self) -> None:
        """Take the line away."""
        if self._visible:
            write_beside("\r\x1b[K")
