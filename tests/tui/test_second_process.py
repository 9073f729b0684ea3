import os
import signal
import time
from functools import partial
from pathlib import Path

import pytest

from tui.second_process import CAN_FORK, NotAnswered, SecondProcess

OPEN_FILES = Path("/proc/self/fd")

pytestmark = pytest.mark.skipif(not CAN_FORK, reason="this system is not asked by a second process")


def fail() -> str:
    raise KeyError("nothing of this is seen")


def end_by_signal() -> str:
    os.kill(os.getpid(), signal.SIGKILL)
    return "never"


def tell_process(length: int) -> tuple[int, str]:
    return os.getpid(), "x" * length


@pytest.mark.parametrize("length", [0, 10_000_000])
def test_another_process_answers_however_much_that_is(length: int) -> None:
    asked = SecondProcess(partial(tell_process, length))
    asked.begin()
    process, words = asked.take()
    assert process != os.getpid()
    assert words == "x" * length


@pytest.mark.parametrize("ask", [fail, end_by_signal])
def test_whoever_asks_is_told_that_it_came_to_nothing(ask: partial[str], capfd: pytest.CaptureFixture[str]) -> None:
    asked = SecondProcess(ask)
    asked.begin()
    with pytest.raises(NotAnswered):
        asked.take()
    assert capfd.readouterr() == ("", "")


def test_it_answers_no_sooner_than_it_may_begin() -> None:
    asked = SecondProcess(time.monotonic)
    time.sleep(0.05)
    begun = time.monotonic()
    asked.begin()
    assert asked.take() >= begun


def test_no_file_stays_open_and_no_process_behind() -> None:
    before = set(OPEN_FILES.iterdir())
    asked = SecondProcess(os.getpid)
    asked.begin()
    process = asked.take()
    assert set(OPEN_FILES.iterdir()) == before
    assert not Path(f"/proc/{process}").exists()


def test_nothing_is_answered_where_the_system_forgets_how_processes_end() -> None:
    before = signal.signal(signal.SIGCHLD, signal.SIG_IGN)
    try:
        asked = SecondProcess(os.getpid)
        asked.begin()
        with pytest.raises(NotAnswered):
            asked.take()
    finally:
        signal.signal(signal.SIGCHLD, before)
