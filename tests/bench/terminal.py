"""A program in a pseudo-terminal, and when its screen shows something.

What it writes is timed as it comes and drawn by a screen emulator only when it rests, so that drawing does not slow
down what is measured.
"""

import fcntl
import importlib
import os
import pty
import signal
import struct
import subprocess
import tempfile
import termios
from collections.abc import Callable, Sequence
from pathlib import Path
from select import select
from time import perf_counter
from types import TracebackType
from typing import Any, Self

COLUMNS, ROWS = 120, 40

_REST = 0.15
"""Seconds without output after which the screen is looked at."""

_UNHURRIED = 0.3
"""Seconds from one arrow to the next for somebody who looks at each council: longer than the browser waits for more."""

_PATIENCE = 60.0
_DOWN = b"\x1b[B"

Screen = Sequence[str]
"""The screen as text, line by line."""

Shows = Callable[[Screen], bool]


def find_lacking() -> str | None:
    """Why there can be no emulator here, or None."""
    try:
        importlib.import_module("pyte")
    except ModuleNotFoundError:
        return "pyte is not installed: pip install -e '.[bench]'"
    return None


class TimedTerminal:
    """A program from its start to its end at the end of the block, in a terminal with a home folder of its own."""

    def __init__(self, words: Sequence[str | Path]) -> None:
        pyte: Any = importlib.import_module("pyte")  # by name, as it comes without types
        self._screen = pyte.Screen(COLUMNS, ROWS)
        self._stream = pyte.ByteStream(self._screen)
        self._words = [str(word) for word in words]
        self._undrawn: list[tuple[float, bytes]] = []

    def __enter__(self) -> Self:
        self._home = tempfile.TemporaryDirectory(prefix="upheld-bench-home-", ignore_cleanup_errors=True)
        self._terminal, behind = pty.openpty()
        fcntl.ioctl(behind, termios.TIOCSWINSZ, struct.pack("HHHH", ROWS, COLUMNS, 0, 0))
        home = {"HOME": self._home.name, "XDG_CONFIG_HOME": self._home.name, "TERM": "xterm-256color"}
        env = {name: value for name, value in os.environ.items() if name not in ("COLUMNS", "LINES", "NO_COLOR")}
        self.begun = perf_counter()
        self._process = subprocess.Popen(
            self._words,
            stdin=behind,
            stdout=behind,
            stderr=behind,
            env={**env, **home, "COLORTERM": "truecolor"},
            start_new_session=True,
            preexec_fn=lambda: fcntl.ioctl(0, termios.TIOCSCTTY, 0),
        )
        os.close(behind)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        if self._process.poll() is None:
            os.killpg(self._process.pid, signal.SIGKILL)
        self._process.wait()
        os.close(self._terminal)
        self._home.cleanup()

    def wait_for(self, shows: Shows) -> float:
        """When the screen first shows it, as `perf_counter` has it.

        Raises:
            TimeoutError: it never does; the message is the screen.
        """
        ends = perf_counter() + _PATIENCE
        while True:
            is_at_rest = not self._take(_REST)
            if is_at_rest:
                while self._undrawn:
                    at, chunk = self._undrawn.pop(0)
                    self._stream.feed(chunk)
                    if shows(self._screen.display):
                        return at
            if perf_counter() > ends or (is_at_rest and self._process.poll() is not None):
                raise TimeoutError("\n".join(line.rstrip() for line in self._screen.display))

    def press(self, keys: str) -> float:
        """Press keys; when, as `perf_counter` has it."""
        at = perf_counter()
        os.write(self._terminal, keys.encode())
        return at

    def time_key(self, key: str, shows: Shows) -> float:
        """Milliseconds from a key to what it makes the screen show, which was at rest before."""
        self.rest()
        pressed = self.press(key)
        return (self.wait_for(shows) - pressed) * 1000

    def rest(self, seconds: float = _REST) -> Screen:
        """Wait until nothing is written for so long, a blinking cursor apart; the screen then."""
        ends = perf_counter() + 10 * seconds
        while self._take(seconds) and perf_counter() < ends:
            pass
        while self._undrawn:
            self._stream.feed(self._undrawn.pop(0)[1])
        screen: Screen = list(self._screen.display)
        return screen

    def most_memory(self) -> float:
        """The most memory that the program itself has held so far, in MB; Linux alone tells.

        Raises:
            OSError: this system does not tell.
        """
        for line in Path(f"/proc/{self._process.pid}/status").read_text(encoding="utf-8").splitlines():
            if line.startswith("VmHWM:"):
                return int(line.split()[1]) / 1024
        raise OSError("no VmHWM")

    def walk_down(self, lines: int) -> None:
        """Press the arrow key so often, and let each take effect."""
        for _ in range(lines):
            self.press(_DOWN.decode())
            self.rest(_UNHURRIED)

    def _take(self, seconds: float) -> bool:
        """Take what is written within so many seconds; whether anything is."""
        if not select([self._terminal], [], [], seconds)[0]:
            return False
        try:
            chunk = os.read(self._terminal, 1 << 16)
        except OSError:  # the program has ended
            return False
        self._undrawn.append((perf_counter(), chunk))
        return bool(chunk)
