"""The import of text letters, the whole command, beside reading, hashing, inserting and indexing the same files."""

import subprocess
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

from tests.bench.commands import Words, program, upheld
from tests.bench.data.letters import LETTERS, keep_texts
from tests.bench.measuring import clock_seconds, take_turns
from tests.bench.results import Result
from tests.bench.running import Options, run_alone

_RUNS = 3


def time_into_new(make_words: Callable[[Path], Words]) -> float:
    """Seconds that a program takes from its start to its end, with a new file to write into.

    Raises:
        CalledProcessError: it ended otherwise than well.
    """
    with tempfile.TemporaryDirectory() as folder:
        words = make_words(Path(folder) / "new.db")
        return clock_seconds(lambda: subprocess.run(words, check=True, stdout=subprocess.DEVNULL))


def measure(options: Options) -> Iterator[Result]:
    """Our command and the bare one, in turn."""
    texts = keep_texts(options.size(LETTERS))
    ours, theirs = take_turns(
        options.rounds(_RUNS),
        lambda: time_into_new(lambda new: upheld("import", texts, "--library", new)),
        lambda: time_into_new(lambda new: program("raw_import", texts, new)),
    )
    yield Result("import", ours, theirs)


if __name__ == "__main__":
    run_alone(measure)
