"""Files read side by side, as many as there are cores, and their results in the order in which they were begun."""

import os
import threading
import time
from collections import deque
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor, wait
from typing import Generic, TypeVar

from db.text.limits import WAITING_BYTES, WAITING_FILES, WAITING_LARGE

_Result = TypeVar("_Result")
_GLANCE = 0.1
"""After so many seconds at most it is seen that somebody has cancelled."""


class SideBySide(Generic[_Result]):
    """What is done in threads, each of which waits for a process; nothing of it outlives `close`.

    Threads are started with the first thing that is begun in one.
    """

    def __init__(self, cancelled: Callable[[], bool]) -> None:
        self._cancelled = cancelled
        self._threads: ThreadPoolExecutor | None = None
        self._waiting: deque[tuple[Future[_Result], int]] = deque()
        self._waiting_bytes = 0
        self._is_closed = threading.Event()

    def add(self, result: _Result) -> None:
        """Take what is done already, in its turn."""
        done: Future[_Result] = Future()
        done.set_result(result)
        self._waiting.append((done, 0))

    def begin(self, act: Callable[[], _Result], instead: _Result, size: int = 0) -> None:
        """Begin something in a thread; `instead` stands for it where it is closed before. `size`: of how many bytes."""
        self._threads = self._threads or ThreadPoolExecutor(count_cores(), thread_name_prefix="read")
        begun = self._threads.submit(lambda: instead if self._is_closed.is_set() else act())
        self._waiting.append((begun, size))
        self._waiting_bytes += size

    def take(self, *, is_last: bool = False) -> Iterator[_Result]:
        """The results that are there, in order; all of them once nothing more is begun, unless cancelled.

        Where very many wait, or very much, it is waited for the first of them, so that never much is held.
        """
        while self._waiting:
            first, size = self._waiting[0]
            if not first.done():
                if not is_last and not self._is_full():
                    return
                if self._cancelled():
                    return
                wait([first], timeout=_GLANCE)
                continue
            self._waiting.popleft()
            self._waiting_bytes -= size
            yield first.result()

    def _is_full(self) -> bool:
        """Whether nothing more is to be begun before the first of those that wait is there."""
        many = len(self._waiting)
        return many >= WAITING_FILES or (many >= WAITING_LARGE and self._waiting_bytes >= WAITING_BYTES)

    def close(self) -> None:
        """End what is still being done."""
        self._is_closed.set()
        if self._threads is None:
            return
        from db.reading_process.client import release

        self._threads.shutdown(wait=False, cancel_futures=True)
        while any(not each.done() for each, _ in self._waiting):
            release()  # again, as one may only just have been started
            time.sleep(_GLANCE / 10)
        self._threads.shutdown()


def count_cores() -> int:
    """How many processor cores we may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
