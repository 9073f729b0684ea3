"""Files read side by side, as many as there are cores, and their results in the order in which they were begun."""

import os
import threading
import time
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor, wait
from dataclasses import dataclass
from typing import Generic, TypeVar

from db.text.limits import WAITING_BYTES, WAITING_FILES, WAITING_LARGE

_Result = TypeVar("_Result")
_GLANCE = 0.1
"""After so many seconds at most it is seen that somebody has cancelled."""


@dataclass(frozen=True, slots=True)
class _Begun(Generic[_Result]):
    """What was begun: the results that will be there, how many, and of how many bytes."""

    results: Future[Sequence[_Result]]
    count: int
    size: int


class SideBySide(Generic[_Result]):
    """What is done in threads, each of which waits for a process; nothing of it outlives `close`.

    Threads are started with the first thing that is begun in one.
    """

    def __init__(self, cancelled: Callable[[], bool]) -> None:
        self._cancelled = cancelled
        self._threads: ThreadPoolExecutor | None = None
        self._waiting: deque[_Begun[_Result]] = deque()
        self._waiting_count = self._waiting_bytes = 0
        self._is_closed = threading.Event()

    def add(self, result: _Result) -> None:
        """Take what is done already, in its turn."""
        done: Future[Sequence[_Result]] = Future()
        done.set_result((result,))
        self._wait_for(_Begun(done, 1, 0))

    def begin(self, act: Callable[[], Sequence[_Result]], instead: Sequence[_Result], size: int = 0) -> None:
        """Begin something in a thread that gives as many results as `instead`, in their order.

        `instead` stands for them where all is closed before. `size`: of how many bytes they are.
        """
        self._threads = self._threads or ThreadPoolExecutor(count_cores(), thread_name_prefix="read")
        begun = self._threads.submit(lambda: instead if self._is_closed.is_set() else act())
        self._wait_for(_Begun(begun, len(instead), size))

    def _wait_for(self, begun: _Begun[_Result]) -> None:
        self._waiting.append(begun)
        self._waiting_count += begun.count
        self._waiting_bytes += begun.size

    def take(self, *, is_last: bool = False) -> Iterator[_Result]:
        """The results that are there, in order; all of them once nothing more is begun, unless cancelled.

        Where very many wait, or very much, it is waited for the first of them, so that never much is held.
        """
        while self._waiting:
            first = self._waiting[0]
            if not first.results.done():
                if not is_last and not self._is_full():
                    return
                if self._cancelled():
                    return
                wait([first.results], timeout=_GLANCE)
                continue
            self._waiting.popleft()
            self._waiting_count -= first.count
            self._waiting_bytes -= first.size
            yield from first.results.result()

    def _is_full(self) -> bool:
        """Whether nothing more is to be begun before the first of those that wait is there."""
        many = self._waiting_count
        return many >= WAITING_FILES or (many >= WAITING_LARGE and self._waiting_bytes >= WAITING_BYTES)

    def close(self) -> None:
        """End what is still being done."""
        self._is_closed.set()
        if self._threads is None:
            return
        from db.reading_process.client import release

        self._threads.shutdown(wait=False, cancel_futures=True)
        while any(not each.results.done() for each in self._waiting):
            release()  # again, as one may only just have been started
            time.sleep(_GLANCE / 10)
        self._threads.shutdown()


def count_cores() -> int:
    """How many processor cores we may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
