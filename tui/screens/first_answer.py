"""What the first picture shows, asked of the library before there is a screen, so that nothing is drawn twice."""

from collections.abc import Callable
from concurrent.futures import Future
from contextlib import suppress
from threading import Thread
from typing import Generic, TypeVar

_PATIENCE = 0.5
"""Seconds for which the frame may wait for what stands in it: more, and it is drawn empty first."""

Answer = TypeVar("Answer")


class AnswerAhead(Generic[Answer]):
    """A question asked in a thread of its own at once. Its answer is good once: what is there later is another."""

    def __init__(self, ask: Callable[[], Answer]) -> None:
        self._ask = ask
        self._answer: Future[Answer] = Future()
        # Nobody waits for it at the end: what is only read can be left.
        Thread(target=self._find_out, daemon=True, name="first-answer").start()

    def wait_a_moment(self) -> None:
        """Wait for the answer, but no longer than anybody should wait for a first picture."""
        with suppress(Exception):  # told by `take`
            self._answer.exception(_PATIENCE)

    def take_if_there(self) -> Answer | None:
        """The answer, if there is one by now."""
        return self._answer.result() if self._answer.done() and self._answer.exception() is None else None

    def take(self) -> Answer:
        """The answer, which is waited for.

        Raises:
            UpheldError: the library could not be asked.
        """
        return self._answer.result()

    def _find_out(self) -> None:
        """Ask."""
        try:
            self._answer.set_result(self._ask())
        except BaseException as error:  # raised where the answer is taken
            self._answer.set_exception(error)
