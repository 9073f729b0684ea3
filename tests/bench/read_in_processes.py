"""The import of text letters on two cores beside the same on one: how well reading is shared out among processes."""

import os
import sys
from collections.abc import Iterator

from tests.bench.commands import upheld
from tests.bench.data.letters import LETTERS, keep_texts
from tests.bench.import_texts import time_into_new
from tests.bench.measuring import Figures, take_turns
from tests.bench.results import Result
from tests.bench.running import Options, run_alone

_RUNS = 3
_CORES = 2


def measure(options: Options) -> Iterator[Result]:
    """The whole command on two cores and on one, in turn."""
    if sys.platform != "linux":
        yield Result("read-two", skipped="only Linux gives a program some cores")
        return
    cores = sorted(os.sched_getaffinity(0))[:_CORES]
    if len(cores) < _CORES:
        yield Result("read-two", skipped="there is one core")
        return
    texts = keep_texts(options.size(LETTERS))

    def time_on(count: int) -> float:
        os.sched_setaffinity(0, cores[:count])  # a process has its cores of the one that starts it
        try:
            return time_into_new(lambda new: upheld("import", texts, "--library", new))
        finally:
            os.sched_setaffinity(0, cores)

    two, one = take_turns(options.rounds(_RUNS), lambda: time_on(_CORES), lambda: time_on(1))
    quicker = tuple(alone / together for together, alone in zip(two.runs, one.runs, strict=True))
    yield Result("read-two", Figures(quicker))


if __name__ == "__main__":
    run_alone(measure)
