"""Limits of the processor's time that are as long on a slow or busy computer as on the one they were set on."""

import re
import time
from collections.abc import Iterator
from contextlib import contextmanager
from statistics import mean

_PLAIN_WORK = 0.0068
"""Seconds of the processor's time that `_do_plain_work` takes on the computer on which the limits were set."""


@contextmanager
def takes_less_than(seconds: float) -> Iterator[None]:
    """Fail if what is done within takes more of the processor's time than that, on the computer of the limits."""
    started = time.process_time()
    yield
    taken = time.process_time() - started
    # How slow this computer is, is only asked where it matters: a limit is several times what is usual.
    assert taken < seconds or taken < seconds * measure_slowness(), f"{taken:.1f} s of the processor's time"


def measure_slowness() -> float:
    """How many times as long this computer takes as that of the limits; 1 where it is as quick or quicker."""
    return max(1.0, mean(_do_plain_work() for _ in range(20)) / _PLAIN_WORK)


def _do_plain_work() -> float:
    """Do what reading a letter does most, pattern, words and dictionaries; the processor's time for it."""
    started = time.process_time()
    text = "In 2020 we upheld 60% of 5 complaints about the council. " * 400
    counted: dict[str, int] = {}
    for _ in range(4):
        for found in re.finditer(r"(?i)\b[a-z]+\b|\d+%?", text):
            word = found.group().lower()
            counted[word] = counted.get(word, 0) + 1
    return time.process_time() - started
