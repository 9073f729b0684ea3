"""The terminal under the browser: left as it was whatever ends upheld, and upheld ended when the terminal is gone."""

import asyncio
import select
import signal
import sys
from collections.abc import Callable
from contextlib import suppress
from threading import Thread
from time import sleep
from types import FrameType
from typing import TYPE_CHECKING, TextIO, cast

from textual.driver import Driver

_TURN = 0.0002
"""Seconds in which the thread that writes takes Python's lock, once it is free."""

if sys.platform == "win32":

    def choose_driver() -> type[Driver] | None:
        """None: Textual's own is the one."""
        return None

else:
    from textual.drivers.linux_driver import LinuxDriver

    if TYPE_CHECKING:
        from io import TextIOWrapper

        from textual.app import App

    _Handler = Callable[[int, FrameType | None], object] | int | None

    class TerminalDriver(LinuxDriver):
        """Textual's own, that also ends the browser in order when it is told to end, or when its terminal is closed."""

        def __init__(
            self, app: "App[None]", *, debug: bool = False, mouse: bool = True, size: tuple[int, int] | None = None
        ) -> None:
            super().__init__(app, debug=debug, mouse=mouse, size=size)
            self._handlers: dict[signal.Signals, _Handler] = {}
            if self._file is not None:
                self._file = cast("TextIOWrapper", _DeafFile(self._file))

        def start_application_mode(self) -> None:
            """Draw on the terminal, and heed what would end the program meanwhile.

            From before the first character on: what a signal raises in the event loop until then may get lost there.
            """
            loop = asyncio.get_running_loop()
            for number in (signal.SIGTERM, signal.SIGHUP):
                handler = signal.getsignal(number)
                if handler is not signal.SIG_IGN and number not in self._handlers:
                    self._handlers[number] = handler
                    loop.add_signal_handler(number, self._end, number)
            super().start_application_mode()  # type: ignore[no-untyped-call]
            watcher = Thread(target=self._wait_for_hang_up, args=(loop,), name="upheld-hang-up", daemon=True)
            watcher.start()

        def flush(self) -> None:
            """Have what is drawn written now: the thread that writes would wait for Python's lock, 5 ms at a time."""
            sleep(_TURN)

        def close(self) -> None:
            """Leave the signals to whoever heeded them before."""
            super().close()
            loop = asyncio.get_running_loop()
            while self._handlers:
                number, handler = self._handlers.popitem()
                loop.remove_signal_handler(number)
                signal.signal(number, handler)

        def _end(self, number: signal.Signals) -> None:
            """End the browser, with the exit code by which a shell knows what ended it."""
            self._app.exit(return_code=128 + number)

        def _wait_for_hang_up(self, loop: asyncio.AbstractEventLoop) -> None:
            """Wait until the terminal is gone: SIGHUP need not come, and reading would find nothing for ever."""
            terminal = select.poll()
            terminal.register(self.fileno, 0)
            while not loop.is_closed():
                if terminal.poll(1000):
                    if not loop.is_closed():
                        loop.call_soon_threadsafe(self._end, signal.SIGHUP)
                    return

    class _DeafFile:
        """A file of the terminal that takes what is written also when nobody is there any more."""

        def __init__(self, file: TextIO) -> None:
            self._file = file

        def write(self, text: str) -> int:
            """Write the text, or lose it."""
            try:
                return self._file.write(text)
            except (OSError, ValueError):
                return len(text)

        def flush(self) -> None:
            """Hand over what was written, or lose it."""
            with suppress(OSError, ValueError):
                self._file.flush()

        def fileno(self) -> int:
            """The number of the file."""
            return self._file.fileno()

    def choose_driver() -> type[Driver] | None:
        """The class that drives the terminal."""
        return TerminalDriver
