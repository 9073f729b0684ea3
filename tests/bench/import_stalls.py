"""The longest that an import holds up the screen, beside the same browser at rest for as long."""

import json
import subprocess
from collections.abc import Iterator

from tests.bench.commands import program
from tests.bench.data.letters import LETTERS, keep_texts
from tests.bench.measuring import Figures
from tests.bench.results import Result
from tests.bench.running import Options, run_alone

_RUNS = 3
_PART = 6
"""Of the letters the sixth part: a stall comes with a batch, and these are several."""


def measure(options: Options) -> Iterator[Result]:
    """The browser imports, and rests, in a process of its own each time."""
    words = program("stall_meter", keep_texts(options.size(LETTERS) // _PART))
    runs = [
        json.loads(subprocess.run(words, check=True, capture_output=True).stdout) for _ in range(options.rounds(_RUNS))
    ]
    importing, resting = (Figures(tuple(run[name] for run in runs)) for name in ("importing", "resting"))
    yield Result("stall", importing, resting)


if __name__ == "__main__":
    run_alone(measure)
