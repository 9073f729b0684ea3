"""`upheld show` from the shell, beside a Python that does nothing."""

import resource
import subprocess
import sys
from collections.abc import Iterator

from tests.bench.commands import Words, upheld
from tests.bench.data.letters import LETTERS
from tests.bench.data.libraries import keep_library
from tests.bench.measuring import Measure, clock_ms, take_turns
from tests.bench.results import Result
from tests.bench.running import Options, run_alone

_RUNS = 15


def measure(options: Options) -> Iterator[Result]:
    """The two commands, in turn: how long they take, and then how much of the processor, however busy that is."""
    words = upheld("show", "adur", "--library", keep_library(options.size(LETTERS)))
    nothing: Words = [sys.executable, "-c", "pass"]
    rounds = options.rounds(_RUNS)
    ours, theirs = take_turns(rounds, _timing(words), _timing(nothing))
    cpu, least = take_turns(rounds, _counting_cpu(words), _counting_cpu(nothing))
    told = f"CPU alone: {cpu.median:.1f} ms beside {least.median:.1f} ms, {cpu.median / least.median:.2f}x"
    yield Result("show", ours, theirs, details=(told,))


def _timing(words: Words) -> Measure:
    """Times a program from its start to its end, in milliseconds."""
    return lambda: clock_ms(lambda: _run(words))


def _counting_cpu(words: Words) -> Measure:
    """Counts the milliseconds that a program has of the processor."""

    def count() -> float:
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        _run(words)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        return (after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime) * 1000

    return count


def _run(words: Words) -> None:
    subprocess.run(words, check=True, stdout=subprocess.DEVNULL)


if __name__ == "__main__":
    run_alone(measure)
