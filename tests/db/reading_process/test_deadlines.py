"""What is done once a time is over."""

import threading
import time

from db.reading_process.deadlines import Deadlines

SOON, LONG = 0.05, 60.0


def test_what_takes_too_long_is_acted_upon_while_it_goes_on() -> None:
    is_over = threading.Event()
    with Deadlines().give(SOON, is_over.set):
        assert is_over.wait(LONG)


def test_what_is_done_in_time_is_not_acted_upon() -> None:
    deadlines, late, other = Deadlines(), threading.Event(), threading.Event()
    with deadlines.give(SOON, late.set):
        pass
    with deadlines.give(SOON, other.set):
        assert other.wait(LONG)
    assert not late.is_set()


def test_a_shorter_time_that_begins_later_is_over_first() -> None:
    deadlines, sooner, later = Deadlines(), threading.Event(), threading.Event()
    begun = time.monotonic()
    with deadlines.give(LONG, later.set), deadlines.give(SOON, sooner.set):
        assert sooner.wait(LONG)
    assert time.monotonic() - begun < LONG / 2
    assert not later.is_set()


def test_each_of_several_times_is_over_by_itself() -> None:
    deadlines, ends = Deadlines(), [threading.Event() for _ in range(3)]
    with deadlines.give(SOON, ends[0].set), deadlines.give(2 * SOON, ends[1].set), deadlines.give(LONG, ends[2].set):
        assert all(end.wait(LONG) for end in ends[:2])
    assert not ends[2].is_set()
