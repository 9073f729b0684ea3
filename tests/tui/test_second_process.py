import os
import signal
import time
from pathlib import Path
from threading import Thread

import pytest

from tui.second_process import CAN_FORK, NotAnswered, SecondProcess

OPEN_FILES = Path("/proc/self/fd")

pytestmark = pytest.mark.skipif(not CAN_FORK, reason="this system is not asked by a second process")


class Telling:
    """Tells which process it is, and so many letters; where it is to fail, it does, or is killed."""

    def __init__(
        self, letters: int = 0, *, fails_at: str = "", is_killed: bool = False, holds: bool = True, sleeps: float = 0
    ) -> None:
        self.sleeps = sleeps
        self.letters = letters
        self.fails_at = fails_at
        self.is_killed = is_killed
        self.holds = holds

    def get_ready(self) -> None:
        self._fail("get_ready")

    def answer(self) -> tuple[int, str]:
        self._fail("answer")
        time.sleep(self.sleeps)
        return os.getpid(), "x" * self.letters

    def still_holds(self) -> bool:
        self._fail("still_holds")
        return self.holds

    def close(self) -> None:
        self._fail("close")

    def _fail(self, at: str) -> None:
        if at == self.fails_at:
            if self.is_killed:
                os.kill(os.getpid(), signal.SIGKILL)
            raise KeyError("nothing of this is seen")


@pytest.mark.parametrize("letters", [0, 10_000_000])
@pytest.mark.parametrize("holds", [True, False])
def test_another_process_answers_however_much_that_is_and_tells_whether_it_holds(letters: int, holds: bool) -> None:
    asked = SecondProcess(Telling(letters, holds=holds))
    assert asked.is_ready()
    process, words = asked.take()
    assert process != os.getpid()
    assert words == "x" * letters
    assert asked.still_holds() is holds


@pytest.mark.parametrize("is_killed", [True, False])
def test_where_it_cannot_get_ready_that_is_told(is_killed: bool, capfd: pytest.CaptureFixture[str]) -> None:
    asked = SecondProcess(Telling(fails_at="get_ready", is_killed=is_killed))
    assert not asked.is_ready()
    assert capfd.readouterr() == ("", "")


@pytest.mark.parametrize("is_killed", [True, False])
def test_whoever_asks_is_told_that_it_came_to_nothing(is_killed: bool, capfd: pytest.CaptureFixture[str]) -> None:
    asked = SecondProcess(Telling(fails_at="answer", is_killed=is_killed))
    assert asked.is_ready()
    with pytest.raises(NotAnswered):
        asked.take()
    assert capfd.readouterr() == ("", "")


@pytest.mark.parametrize("is_killed", [True, False])
def test_an_answer_that_nobody_can_vouch_for_does_not_hold(is_killed: bool, capfd: pytest.CaptureFixture[str]) -> None:
    asked = SecondProcess(Telling(fails_at="still_holds", is_killed=is_killed))
    assert asked.is_ready()
    asked.take()
    assert not asked.still_holds()
    assert capfd.readouterr() == ("", "")


def test_an_answer_of_a_process_that_was_ended_meanwhile_does_not_hold() -> None:
    asked = SecondProcess(Telling())
    assert asked.is_ready()
    process, _ = asked.take()
    os.kill(process, signal.SIGKILL)
    assert not asked.still_holds()


@pytest.mark.parametrize("fails_at", ["", "get_ready", "answer", "still_holds", "close", "ended"])
def test_no_file_stays_open_and_no_process_behind(fails_at: str, monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[int] = []
    fork = os.fork

    def note() -> int:
        made.append(fork())
        return made[-1]

    monkeypatch.setattr(os, "fork", note)
    before = set(OPEN_FILES.iterdir())
    asked = SecondProcess(Telling(fails_at=fails_at))
    if asked.is_ready():
        try:
            asked.take()
        except NotAnswered:
            assert fails_at == "answer"
        else:
            if fails_at == "ended":
                asked.end()
                asked.end()
            else:
                assert asked.still_holds() is (fails_at != "still_holds")
    assert set(OPEN_FILES.iterdir()) == before
    with pytest.raises(ChildProcessError):
        os.waitpid(made[0], os.WNOHANG)


def test_it_is_told_all_the_same_where_the_system_forgets_how_processes_end() -> None:
    before = signal.signal(signal.SIGCHLD, signal.SIG_IGN)
    try:
        asked = SecondProcess(Telling())
        assert asked.is_ready()
        assert asked.take()[0] != os.getpid()
        assert asked.still_holds()
    finally:
        signal.signal(signal.SIGCHLD, before)


def test_ended_while_it_is_waited_for_it_gives_no_answer() -> None:
    asked = SecondProcess(Telling(sleeps=3600))
    assert asked.is_ready()
    answers: list[str] = []

    def wait() -> None:
        try:
            asked.take()
        except NotAnswered:
            answers.append("none")

    waiting = Thread(target=wait)
    waiting.start()
    asked.end()
    waiting.join()
    assert answers == ["none"]
    assert asked.is_ended
    assert not asked.still_holds()
