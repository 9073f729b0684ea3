"""The library's file, originals and index included, beside the bytes of the letters' text."""

from collections.abc import Iterator

from db.library import Library
from tests.bench.data.letters import LETTERS
from tests.bench.data.libraries import keep_library
from tests.bench.measuring import Figures
from tests.bench.results import Result
from tests.bench.running import Options, run_alone


def measure(options: Options) -> Iterator[Result]:
    """Measured once: nothing in it is of chance."""
    path = keep_library(options.size(LETTERS))
    with Library.open(path) as library:
        texts = sum(len(stored.letter.text.encode()) for batch in library.all_letters() for stored in batch)
    yield Result("library-size", Figures((path.stat().st_size / 1e6,)), Figures((texts / 1e6,)))


if __name__ == "__main__":
    run_alone(measure)
