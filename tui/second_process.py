"""A question answered by a second process, while this one does something else that Python's lock would not let it.

It is a fork, which knows all that this process has imported, and hands its answer over in memory: it takes some
milliseconds. Where there is none (`CAN_FORK`), or it comes to nothing, whoever asks has to ask here.
"""

import os
import pickle
import sys
from collections.abc import Callable
from typing import Generic, Never, TypeVar, cast

CAN_FORK = sys.platform == "linux" and len(os.sched_getaffinity(0)) > 1
"""Whether there can be one, and a processor for it: elsewhere a fork may meet what of the system does not bear it."""

Answer = TypeVar("Answer")


class NotAnswered(Exception):
    """The second process came to nothing."""


class SecondProcess(Generic[Answer]):
    """Made before any other thread, and with no library open: it answers `ask` once it may `begin`.

    Raises:
        OSError: the system has no room for another process.
    """

    def __init__(self, ask: Callable[[], Answer]) -> None:
        self._answer = os.memfd_create("answer")
        waiting, self._begin = os.pipe()
        try:
            self._process = os.fork()
            if not self._process:
                _answer_and_end(self._answer, waiting, self._begin, ask)
        except OSError:
            os.close(self._begin)
            os.close(self._answer)
            raise
        finally:
            os.close(waiting)

    def begin(self) -> None:
        """Let it begin."""
        os.write(self._begin, b"!")
        os.close(self._begin)

    def take(self) -> Answer:
        """The answer, which is waited for; to be taken once.

        Raises:
            NotAnswered: there is none.
        """
        with os.fdopen(self._answer, "rb") as file:
            try:
                status = os.waitpid(self._process, 0)[1]
            except ChildProcessError:  # whoever began this program has the system forget how processes end
                raise NotAnswered from None
            if status:
                raise NotAnswered
            file.seek(0)
            return cast("Answer", pickle.load(file))  # noqa: S301 - it is of our own making, and nobody else has it


def _answer_and_end(answer: int, waiting: int, begin: int, ask: Callable[[], object]) -> Never:
    """In the second process: answer, once it may begin, and end, whatever happens."""
    code = 1  # told by whoever asks again
    try:
        os.close(begin)  # held open here, it would be waited for if the first process ends before
        if os.read(waiting, 1):
            with os.fdopen(answer, "wb") as file:
                pickle.dump(ask(), file, pickle.HIGHEST_PROTOCOL)
            code = 0
    finally:
        os._exit(code)
