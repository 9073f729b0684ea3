"""What is to be done once a time is over, unless something else is done before: one thread looks after all of it.

A thread for each, as `threading.Timer` is one, costs as much as reading a short letter takes.
"""

import math
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager


class Deadlines:
    """Times that are running; what is to be done at the end of one is quick, and done in a thread of its own."""

    def __init__(self) -> None:
        self._changed = threading.Condition()
        self._running: dict[object, tuple[float, Callable[[], None]]] = {}
        self._wakes_at = -math.inf
        """Until when the thread sleeps; it is woken only for what ends sooner. There is no thread yet."""

    @contextmanager
    def give(self, seconds: float, act: Callable[[], None]) -> Iterator[None]:
        """A block that may take so many seconds, after which `act` is called."""
        key, end = object(), time.monotonic() + seconds
        with self._changed:
            self._running[key] = end, act
            if self._wakes_at == -math.inf:
                threading.Thread(target=self._run, name="deadlines", daemon=True).start()
                self._wakes_at = end
            elif end < self._wakes_at:
                self._changed.notify()
        try:
            yield
        finally:
            with self._changed:
                self._running.pop(key, None)

    def _run(self) -> None:
        """Do what is due, and sleep until something else is."""
        with self._changed:
            while True:
                now = time.monotonic()
                for key in [key for key, (end, _) in self._running.items() if end <= now]:
                    self._running.pop(key)[1]()
                self._wakes_at = min((end for end, _ in self._running.values()), default=math.inf)
                self._changed.wait(None if self._wakes_at == math.inf else self._wakes_at - now)
