"""A question answered by a second process, while this one does something else that Python's lock would not let it.

It is a fork, which knows all that this process has imported, and hands its answer over in memory: it takes some
milliseconds. Where there is none (`CAN_FORK`), or it comes to nothing, whoever asks has to ask here.
"""

import os
import pickle
import signal
import sys
from contextlib import suppress
from threading import Lock
from typing import Generic, Never, Protocol, TypeVar, cast

CAN_FORK = sys.platform == "linux" and len(os.sched_getaffinity(0)) > 1
"""Whether there can be one, and a processor for it: elsewhere a fork may meet what of the system does not bear it."""

_READY, _ANSWERED, _HOLDS = b"r", b"a", b"h"
"""What the second process tells."""

Answer = TypeVar("Answer")
AnswerOf = TypeVar("AnswerOf", covariant=True)


class NotAnswered(Exception):
    """The second process came to nothing."""


class Inquiry(Protocol[AnswerOf]):
    """What a second process is to find out: each is asked there, in this order; what is raised ends it, untold."""

    def get_ready(self) -> None:
        """Whatever may stand in the way of an answer."""

    def answer(self) -> AnswerOf:
        """The answer."""

    def still_holds(self) -> bool:
        """Whether the answer is surely the same now."""

    def close(self) -> None:
        """Let go of whatever was opened; what was asked before may have failed."""


class SecondProcess(Generic[Answer]):
    """Made before any other thread, and with no library open: it answers at once, and then waits to be asked again.

    Raises:
        OSError: the system has no room for another process.
    """

    def __init__(self, inquiry: Inquiry[Answer]) -> None:
        self._answer = os.memfd_create("answer")
        self._told, tells = os.pipe()
        asked, self._asks = os.pipe()
        self._lock = Lock()
        self._is_over = self._is_ended = False
        try:
            self._process = os.fork()
            if not self._process:
                _answer_and_end(inquiry, self._answer, tells, asked, self._asks)
        except OSError:
            for file in (self._answer, self._told, self._asks):
                os.close(file)
            raise
        finally:
            os.close(tells)
            os.close(asked)

    @property
    def is_ended(self) -> bool:
        """Whether it was ended by `end`."""
        return self._is_ended

    def is_ready(self) -> bool:
        """Whether there will be an answer, as nothing stands in its way; waited for, and to be asked first, and once.

        If there will be none, the process is over.
        """
        with self._lock:
            return self._hears(_READY)

    def take(self) -> Answer:
        """The answer, which is waited for; to be taken once, after `is_ready`.

        Raises:
            NotAnswered: there is none, and the process is over.
        """
        with self._lock:
            if not self._hears(_ANSWERED):
                raise NotAnswered
            with os.fdopen(os.dup(self._answer), "rb") as file:
                file.seek(0)
                return cast("Answer", pickle.load(file))  # noqa: S301 - it is of our own making, and nobody else has it

    def still_holds(self) -> bool:
        """Whether the answer taken is surely the same now; the process is over then."""
        with self._lock:
            if self._is_over:
                return False
            with suppress(BrokenPipeError):  # something has killed it
                os.write(self._asks, _HOLDS)
            holds = self._hears(_HOLDS)
            self._finish()
            return holds

    def end(self) -> None:
        """End the process, whatever it is doing and whoever waits for it; ending it twice does no harm."""
        if self._is_over:
            return
        self._is_ended = True
        with suppress(ProcessLookupError):
            os.kill(self._process, signal.SIGTERM)
        with self._lock:  # once whoever waits for it has heard that it is over
            self._finish()

    def _hears(self, word: bytes) -> bool:
        """Whether it tells that; if it does not, it is over."""
        if not self._is_over and os.read(self._told, 1) == word:
            return True
        self._finish()
        return False

    def _finish(self) -> None:
        """Leave nothing of it behind, which is over or about to be."""
        if self._is_over:
            return
        self._is_over = True
        for file in (self._answer, self._told, self._asks):
            os.close(file)
        with suppress(ChildProcessError):  # whoever began this program has the system forget how processes end
            os.waitpid(self._process, 0)


def _answer_and_end(inquiry: Inquiry[object], answer: int, tells: int, asked: int, asks: int) -> Never:
    """In the second process: answer, wait to be asked again or for the end of the first, and end, whatever happens."""
    try:
        for number in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
            signal.signal(number, signal.SIG_DFL)  # at once, also while SQLite waits for another program
        os.close(asks)  # held open here, the end of the first process would go unnoticed
        inquiry.get_ready()
        os.write(tells, _READY)
        with os.fdopen(answer, "wb") as file:
            pickle.dump(inquiry.answer(), file, pickle.HIGHEST_PROTOCOL)
        os.write(tells, _ANSWERED)
        if os.read(asked, 1) == _HOLDS and inquiry.still_holds():
            os.write(tells, _HOLDS)
    finally:
        try:
            inquiry.close()
        finally:
            os._exit(0)
