"""`upheld show` from the shell, beside a Python that does nothing."""

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
    """The two commands, in turn."""
    words = upheld("show", "adur", "--library", keep_library(options.size(LETTERS)))
    ours, theirs = take_turns(options.rounds(_RUNS), _running(words), _running([sys.executable, "-c", "pass"]))
    yield Result("show", ours, theirs)


def _running(words: Words) -> Measure:
    """Times a program from its start to its end."""
    return lambda: clock_ms(lambda: subprocess.run(words, check=True, stdout=subprocess.DEVNULL))


if __name__ == "__main__":
    run_alone(measure)
