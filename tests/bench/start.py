"""From the start of the process to councils and one council's figures on the screen, beside a bare Textual list."""

import csv
import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from tests.bench.commands import Words, find_missing, program, upheld
from tests.bench.data.kept import keep
from tests.bench.data.letters import LETTERS, make_letters
from tests.bench.data.libraries import COPIES, keep_copies, keep_library
from tests.bench.data.names import NAMES, keep_names, list_names
from tests.bench.measuring import take_turns
from tests.bench.results import Result
from tests.bench.running import Options, run_alone
from tests.bench.terminal import Screen, Shows, TimedTerminal, find_lacking

_RUNS = 9
_FIGURES = re.compile(r"Upheld +\S")


def shows_figures(screen: Screen) -> bool:
    """Whether there are councils, and one council's figures beside them."""
    text = "\n".join(screen)
    return "Adur" in text and "Amber Valley" in text and _FIGURES.search(text) is not None


def shows_all(words: Sequence[str]) -> Shows:
    """What shows all of these."""
    return lambda screen: all(any(word in line for line in screen) for word in words)


def time_start(words: Words, shows: Shows) -> float:
    """Milliseconds from the start of the process to what its screen shows."""
    with TimedTerminal(words) as terminal:
        return (terminal.wait_for(shows) - terminal.begun) * 1000


def measure(options: Options) -> Iterator[Result]:
    """The start of upheld, of the bare list and of VisiData, in turn."""
    bars = ("start", "start-rival", "start-large")
    lacking = find_lacking()
    if lacking:
        yield from (Result(bar, skipped=lacking) for bar in bars)
        return
    count = options.size(LETTERS)
    library, copies, names = keep_library(count), keep_copies(COPIES * count), keep_names(NAMES)
    sheet = keep(f"letters-{count}.csv", lambda path: _write_sheet(path, count))
    no_rival = find_missing("vd")
    ours, bare, large, *rival = take_turns(
        options.rounds(_RUNS),
        lambda: time_start(upheld("--library", library), shows_figures),
        lambda: time_start(program("bare_list", names), shows_all(list_names(NAMES)[:2])),
        lambda: time_start(upheld("--library", copies), shows_figures),
        *([] if no_rival else [lambda: time_start(["vd", sheet], shows_all(["Adur", "100"]))]),
    )
    yield Result("start", ours, bare)
    yield Result("start-rival", ours, rival[0] if rival else None, no_rival)
    yield Result("start-large", large, ours)


def _write_sheet(path: Path, count: int) -> None:
    """The letters as rows: whose, of which year, how long."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(("council", "year", "family", "score"))
        writer.writerows((made.truth.council, made.truth.year, made.truth.family, 100) for made in make_letters(count))


if __name__ == "__main__":
    run_alone(measure)
