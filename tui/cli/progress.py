"""How far a long command has come, on stderr where that is a terminal; Ctrl+C as a wish to stop."""

import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Event
from types import FrameType

from tui.cli.output import print_note, write_beside
from tui.cli.wrapping import is_dumb_terminal
from tui.draw.labels import WAITING, format_count


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
        self._is_waiting = False

    def show(self, done: int, total: int, noun: str = "file") -> None:
        """Say that so many files, or other things, of so many are done."""
        self._is_waiting = False
        if self._visible:
            write_beside(f"\r{done:,} of {format_count(total, noun)}")

    def show_waiting(self) -> None:
        """Say that another program is in the way, once for each time it is; where stderr is no terminal too."""
        if not self._is_waiting:
            self.clear()
            print_note(f"{WAITING} Ctrl+C stops.")
        self._is_waiting = True

    def clear(self) -> None:
        """Take the line away."""
        if self._visible:
            write_beside("\r\x1b[K")
