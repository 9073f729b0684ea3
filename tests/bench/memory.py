"""The most memory that the browser holds once every council was visited, beside a bare list walked through."""

import sys
from collections.abc import Iterator

from tests.bench.commands import Words, program, upheld
from tests.bench.data.letters import LETTERS
from tests.bench.data.libraries import COPIES, keep_copies, keep_library
from tests.bench.data.names import NAMES, keep_names, list_names
from tests.bench.measuring import take_turns
from tests.bench.results import Result
from tests.bench.running import Options, run_alone
from tests.bench.start import shows_all, shows_figures
from tests.bench.terminal import Shows, TimedTerminal, find_lacking

_RUNS = 2
_ELSEWHERE = ("\t", "\t", "\x1b[6~", "a", "\x1b", "w", "council", "\x1b", "!", "\x1b")
"""Then to the figures, the letter and down it, to a year's table, a search of words and what needs a look."""


def measure(options: Options) -> Iterator[Result]:
    """Upheld on two libraries, and the bare list, each walked through from its first line to its last."""
    lacking = find_lacking() or (None if sys.platform == "linux" else "only Linux tells it")
    if lacking:
        yield from (Result(bar, skipped=lacking) for bar in ("memory", "memory-large"))
        return
    count, lines = options.size(LETTERS), options.size(NAMES)
    library, copies = keep_library(count), keep_copies(COPIES * count)
    bare = program("bare_list", keep_names(NAMES))
    names = shows_all(list_names(NAMES)[:2])
    ours, large, theirs = take_turns(
        options.rounds(_RUNS),
        lambda: _walk(upheld("--library", library), shows_figures, lines, _ELSEWHERE),
        lambda: _walk(upheld("--library", copies), shows_figures, lines, _ELSEWHERE),
        lambda: _walk(bare, names, lines, ("\t",)),
    )
    yield Result("memory", ours, theirs)
    yield Result("memory-large", large, ours)


def _walk(words: Words, shows: Shows, lines: int, keys: tuple[str, ...]) -> float:
    """The most memory in MB that a program holds after so many lines and these keys."""
    with TimedTerminal(words) as terminal:
        terminal.wait_for(shows)
        terminal.walk_down(lines)
        for key in keys:
            terminal.press(key)
            terminal.rest(0.5)
        return terminal.most_memory()


if __name__ == "__main__":
    run_alone(measure)
