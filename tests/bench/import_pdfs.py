"""The import of PDF letters, the whole command, beside `pdftotext -layout` of the same files, which does no more."""

import subprocess
from collections.abc import Iterator

from tests.bench.commands import find_missing, upheld
from tests.bench.data.letters import PDFS, keep_pdfs
from tests.bench.import_texts import time_into_new
from tests.bench.measuring import clock_seconds, take_turns
from tests.bench.results import Result
from tests.bench.running import Options, run_alone

_RUNS = 3


def measure(options: Options) -> Iterator[Result]:
    """Our command, and pdftotext file after file, in turn."""
    pdfs = keep_pdfs(options.size(PDFS))
    files = sorted(pdfs.iterdir())
    no_rival = find_missing("pdftotext")

    def extract_all() -> None:
        for file in files:
            subprocess.run(["pdftotext", "-layout", file, "-"], check=True, stdout=subprocess.DEVNULL)  # noqa: S607

    ours, *rival = take_turns(
        options.rounds(_RUNS),
        lambda: time_into_new(lambda new: upheld("import", pdfs, "--library", new)),
        *([] if no_rival else [lambda: clock_seconds(extract_all)]),
    )
    yield Result("import-pdfs", ours, rival[0] if rival else None, no_rival)


if __name__ == "__main__":
    run_alone(measure)
