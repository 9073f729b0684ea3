"""upheld in a terminal of its own: a pseudo-terminal of some size, with what is written to it kept."""

import fcntl
import os
import pty
import signal
import struct
import subprocess
import sys
import termios
from collections.abc import Mapping
from pathlib import Path
from select import select
from time import monotonic
from types import TracebackType
from typing import Self

_PATIENCE = 60.0
"""Seconds after which what a test waits for will not come about any more."""

_A_MOMENT = 0.05
"""Seconds from one look at whether the program rests to the next."""

ALTERNATE_SCREEN, MAIN_SCREEN = b"\x1b[?1049h", b"\x1b[?1049l"
"""What is written to go to the screen of the browser, and back to that of the shell."""


class Terminal:
    """A program in a terminal of `size` columns and rows; leaving the block ends it, however it stands.

    `preexec` is what a shell would do in the child before it becomes the program.
    """

    def __init__(
        self, *words: str | Path, size: tuple[int, int] = (120, 40), env: Mapping[str, str] | None = None
    ) -> None:
        self.output = bytearray()
        self._size = size
        self._words = [sys.executable, "-m", "tui.cli.main", *map(str, words)]
        self._env = {**os.environ, "TERM": "xterm-256color", "COLORTERM": "truecolor", **(env or {})}
        for name in ("COLUMNS", "LINES"):
            self._env.pop(name, None)
        self.ignored: tuple[signal.Signals, ...] = ()

    def __enter__(self) -> Self:
        self.terminal, behind = pty.openpty()
        columns, rows = self._size
        fcntl.ioctl(behind, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
        self.settings = termios.tcgetattr(behind)

        def begin() -> None:
            """Have the terminal as the one that controls the child, as a shell does."""
            os.setsid()
            fcntl.ioctl(0, termios.TIOCSCTTY, 0)
            for each in self.ignored:
                signal.signal(each, signal.SIG_IGN)

        self.process = subprocess.Popen(
            self._words, stdin=behind, stdout=behind, stderr=behind, env=self._env, preexec_fn=begin
        )
        self.behind = behind
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        if self.process.poll() is None:
            self.process.kill()
            self.process.wait()
        self.hang_up()
        if self.behind >= 0:
            os.close(self.behind)
            self.behind = -1

    def hang_up(self) -> None:
        """Close the terminal, as a window is closed."""
        if self.terminal >= 0:
            os.close(self.terminal)
            self.terminal = -1

    def let_go(self) -> None:
        """Hold the terminal open at its far end alone: once that is closed nobody has it."""
        os.close(self.behind)
        self.behind = -1

    def send(self, keys: bytes) -> None:
        """Press keys."""
        os.write(self.terminal, keys)

    def read(self, seconds: float) -> bytes:
        """What is written until nothing is for so many seconds, in which the program waits and is not kept waiting.

        A cursor that blinks does not count for ever.
        """
        begun, quiet, rested = len(self.output), 0.0, 0.0
        ends = monotonic() + _PATIENCE
        while quiet < seconds and rested < 4 * seconds and monotonic() < ends:
            is_written = self._take(_A_MOMENT)
            if self._is_at_work():
                quiet = 0.0
                continue
            quiet = 0.0 if is_written else quiet + _A_MOMENT
            rested += _A_MOMENT
        return bytes(self.output[begun:])

    def wait_for(self, wanted: bytes, after: int = 0) -> None:
        """Read until that has been written, behind the first so many bytes."""
        ends = monotonic() + _PATIENCE
        while wanted not in self.output[after:]:
            assert monotonic() < ends, bytes(self.output[-2000:])
            self._take(0.2)

    def wait(self) -> int:
        """Read until the program has ended; its exit code."""
        ends = monotonic() + _PATIENCE
        while self.process.poll() is None:
            assert monotonic() < ends, "the program goes on"
            if self.terminal >= 0:
                self._take(0.1)
        while self.terminal >= 0 and self._take(0.1):
            pass
        return self.process.returncode

    def _take(self, seconds: float) -> bool:
        """Take what is written within so many seconds; whether anything is."""
        if not select([self.terminal], [], [], seconds)[0]:
            return False
        try:
            taken = os.read(self.terminal, 65536)
        except OSError:  # nobody holds the other end
            return False
        self.output += taken
        return bool(taken)

    def _is_at_work(self) -> bool:
        """Whether a thread of the program runs, or would if it had a processor; Linux alone tells."""
        try:
            stats = [path.read_text() for path in Path(f"/proc/{self.process.pid}/task").glob("*/stat")]
        except OSError:  # a thread has ended meanwhile
            return True
        return any(stat.rpartition(")")[2].split()[0] in ("R", "D") for stat in stats)
