"""From a key in the box to the filtered list on the screen, beside the echo of a key in a bare Textual app, and fzf."""

import re
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

from tests.bench.commands import Words, find_missing, program, upheld
from tests.bench.data.letters import LETTERS
from tests.bench.data.libraries import keep_library, keep_many_names
from tests.bench.data.names import MANY_NAMES, NAMES, keep_names, list_names
from tests.bench.measuring import Measure, take_turns
from tests.bench.results import Result
from tests.bench.running import Options, run_alone
from tests.bench.start import shows_all, shows_figures
from tests.bench.terminal import Screen, Shows, TimedTerminal, find_lacking

_RUNS = 15
_KEY, _BACK = "b", "\x7f"
_TOP = 8
"""Lines in which the list begins."""

_COUNTED = re.compile(r"^\W*(\d+)/(\d+)")


def measure(options: Options) -> Iterator[Result]:
    """The same key, typed and taken back, in programs that stand side by side."""
    lacking = find_lacking()
    if lacking:
        yield from (Result(bar, skipped=lacking) for bar in ("key", "key-many"))
        return
    yield _measure_few(options)
    yield _measure_many(options)


def _measure_few(options: Options) -> Result:
    """Councils as there are."""
    with ExitStack() as stack:
        ours = _open(stack, upheld("--library", keep_library(options.size(LETTERS))), shows_figures)
        bare = _open(stack, program("bare_list", keep_names(NAMES)), shows_all(list_names(NAMES)[:2]))
        few, echo = take_turns(options.rounds(_RUNS), _typing(ours, _filtered_from("Adur")), _typing(bare, _echoed))
    return Result("key", few, echo)


def _measure_many(options: Options) -> Result:
    """A hundred times as many names."""
    count = options.size(MANY_NAMES)
    library, names, first = keep_many_names(count), keep_names(count), list_names(count)[0].split()[0]
    no_rival = find_missing("fzf")
    with ExitStack() as stack:
        ours = _open(stack, upheld("--library", library), shows_all([first]))
        measures = [_typing(ours, _filtered_from(first))]
        if not no_rival:
            measures.append(_typing(_open(stack, _fzf(names), _counts_all), _counts_fewer))
        many, *rival = take_turns(options.rounds(_RUNS), *measures)
    return Result("key-many", many, rival[0] if rival else None, no_rival)


def _open(stack: ExitStack, words: Words, shows: Shows) -> TimedTerminal:
    terminal = stack.enter_context(TimedTerminal(words))
    terminal.wait_for(shows)
    terminal.rest(0.6)
    return terminal


def _typing(terminal: TimedTerminal, shows: Shows) -> Measure:
    """Types the key, and takes it back once it has been timed."""

    def time_key() -> float:
        taken = terminal.time_key(_KEY, shows)
        terminal.rest()
        terminal.press(_BACK)
        terminal.rest(0.3)
        return taken

    return time_key


def _fzf(names: Path) -> Words:
    return ["sh", "-c", 'fzf < "$0"', names]


def _filtered_from(first: str) -> Shows:
    """Whether the name that stood first is gone, and one that begins with the key has come."""
    wanted = re.compile(rf"^\W*{_KEY.upper()}[a-z]")

    def is_filtered(screen: Screen) -> bool:
        top = screen[:_TOP]
        return any(map(wanted.match, top)) and not any(re.match(rf"^\W*{first}", line) for line in top)

    return is_filtered


def _echoed(screen: Screen) -> bool:
    return any(re.search(rf"\b{_KEY}\b", line) for line in screen[:3])


def _counts_all(screen: Screen) -> bool:
    return any((counted := _COUNTED.match(line)) and counted[1] == counted[2] != "0" for line in screen)


def _counts_fewer(screen: Screen) -> bool:
    return any((counted := _COUNTED.match(line)) and int(counted[1]) < int(counted[2]) for line in screen)


if __name__ == "__main__":
    run_alone(measure)
