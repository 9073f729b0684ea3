# ruff: noqa: ANN401 - a parsed pattern comes without types
"""Patterns against texts made of their own parts: `python -m tests.pattern_growth [--short] [PATTERN...]`.

Without a PATTERN it is each of the program's, which takes minutes; with `--short` each is given fewer of its texts.
A pattern is fed runs of what each of its repeats takes, behind what stands before that repeat, at one size and four
times that: where it takes far more than four times as long, it is printed. Those that look at letters are given a text
as they get it, its lines and runs bounded; the others the text as it is.
"""

import importlib
import pkgutil
import re
import signal
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache, partial
from pathlib import Path
from types import FrameType
from typing import Any

SIZE = 3000
"""How long the shorter texts are, in characters."""

_QUADRATIC = 9.0
"""So many times the time for four times the text: 4 is linear, 16 quadratic."""
_UNNOTICED = 0.001
_ENOUGH = 0.5  # seconds
_TIMES = 4
_MOST_TEXTS, _FEW_TEXTS = 90, 12
_ENDINGS, _USUAL_ENDINGS = ("", "\n!"), ("\n!",)
"""What follows a run. A pattern that tries again at each place of a run does so where nothing fits behind it."""
_CHARACTERS = " \t\n-.,0aA|_*(['\"\u2013\u00a0;:%/<>=&#\\{}+@"
_RUNS = (*_CHARACTERS, "a ", "A ", "a. ", "1 ", "\n ", " \n", "1\n", "a\n", "\t1", "- ", "< ", "\n\t", "1.")
_REPEATS = ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT")
_MANY = 20
_MATCHED_AT_THE_START = frozenset({"db/text/kinds.py", "db/text/html.py", "db/text/css_selectors.py"})
"""Their patterns are only tried at one place of a text, or at each place of one once."""

_HOUSES = ("db", "tui")
"""The program's own packages: a `.venv` may lie beside them, with patterns that are others' affair."""

_parser: Any = importlib.import_module("re._parser")


class _Late(BaseException):
    """A pattern has taken long enough."""


def collect() -> dict[tuple[str, int], str]:
    """Every pattern that is compiled while the program is imported, and the file that asked for it."""
    found: dict[tuple[str, int], str] = {}
    root = Path(__file__).parent.parent
    compile_pattern = re.compile

    def note(pattern: Any, flags: int = 0) -> re.Pattern[Any]:
        compiled = compile_pattern(pattern, flags)
        frame: FrameType | None = sys._getframe(1)
        while frame and Path(frame.f_code.co_filename).name in ("patterns.py", "wordings.py", "sentence.py"):
            frame = frame.f_back
        path = Path(frame.f_code.co_filename) if frame else root
        if isinstance(compiled.pattern, str) and any(path.is_relative_to(root / house) for house in _HOUSES):
            found.setdefault((compiled.pattern, compiled.flags), path.relative_to(root).as_posix())
        return compiled

    setattr(re, "compile", note)  # noqa: B010 - mypy takes no assignment to a function
    try:
        for name in _HOUSES:
            for module in pkgutil.walk_packages(importlib.import_module(name).__path__, f"{name}."):
                importlib.import_module(module.name)
        _read_letters()  # some are made when they are first needed
    finally:
        setattr(re, "compile", compile_pattern)  # noqa: B010
    return found


def _read_letters() -> None:
    """Read the samples, each of whose families needs other patterns."""
    from db.councils.register import Register
    from db.letters.parse import parse
    from db.text.clean import clean

    register = Register.load()
    for path in sorted((Path(__file__).parent.parent / "sample_letters").rglob("*.txt")):
        parse(clean(path.read_text(encoding="utf-8")), register)


def make_texts(pattern: str, flags: int) -> Iterator[tuple[str, str]]:
    """Pairs of what stands before a run, and what is repeated in it, for a pattern."""
    tree = _parser.parse(pattern, flags)
    pairs = dict.fromkeys(_list_repeats(tree, ""))
    wholes = _write(tree)[:3]
    pairs |= dict.fromkeys(("", run) for run in (*_RUNS, *wholes, *(before + run for before, run in pairs if before)))
    yield from list(pairs)[:_MOST_TEXTS]


def make_few_texts(pattern: str, flags: int) -> Iterator[tuple[str, str]]:
    """Some of those, of all its repeats; for a pattern without any, of runs of what it takes as a whole."""
    tree = _parser.parse(pattern, flags)
    pairs = list(dict.fromkeys(_list_repeats(tree, ""))) or [("", whole) for whole in _write(tree)]
    yield from pairs[:: -(-len(pairs) // _FEW_TEXTS) or 1]


def _list_repeats(tree: Iterable[Any], before: str) -> Iterator[tuple[str, str]]:
    """What stands before each repeat without an end, and what it repeats."""
    for code, value in tree:
        name = str(code)
        written: list[str] = _write([(code, value)])
        if name in _REPEATS:
            if int(value[1]) >= _MANY:
                yield from ((before, unit) for unit in _write(value[2]))
            yield from _list_repeats(value[2], before)
        elif name == "BRANCH":
            for branch in value[1]:
                yield from _list_repeats(branch, before)
        elif name in ("SUBPATTERN", "ATOMIC_GROUP", "ASSERT", "ASSERT_NOT"):
            yield from _list_repeats(value if name == "ATOMIC_GROUP" else value[-1], before)
        before += written[0] if written else ""


def _write(tree: Iterable[Any]) -> list[str]:
    """Some texts that a part of a pattern takes; none for what takes no character."""
    texts = [""]
    for code, value in tree:
        each = _write_one(str(code), value) or [""]
        texts = [text + more for text in texts[:4] for more in each[:8]]
    return [text for text in dict.fromkeys(texts) if text][:12]


def _write_one(name: str, value: Any) -> list[str]:
    """Some texts that one item of a pattern takes."""
    if name in _REPEATS:
        lowest, _, inner = value
        return [text * max(lowest, 1) for text in _write(inner)]
    if name == "BRANCH":
        return [text for branch in value[1] for text in _write(branch)[:2]]
    if name in ("SUBPATTERN", "ATOMIC_GROUP"):
        return _write(value if name == "ATOMIC_GROUP" else value[-1])
    if name == "LITERAL":
        return [chr(value)]
    if name == "ANY":
        return [character for character in _CHARACTERS if character != "\n"]
    if name in ("IN", "NOT_LITERAL"):
        return _write_class(value if name == "IN" else [("NEGATE", None), ("LITERAL", value)])
    return []


def _write_class(items: list[Any]) -> list[str]:
    """Characters that a class takes: of those that are tried everywhere, or else the first it names."""
    is_negated = str(items[0][0]) == "NEGATE"
    named = items[1:] if is_negated else items
    taken = [character for character in _CHARACTERS if any(_is_of(character, *item) for item in named) != is_negated]
    first = str(named[0][1] if str(named[0][0]) == "LITERAL" else "")
    return taken or ([chr(int(first))] if first and not is_negated else [])


def _is_of(character: str, code: Any, value: Any) -> bool:
    """Whether a character is of one item of a class."""
    match str(code):
        case "LITERAL":
            return ord(character) == int(value)
        case "RANGE":
            return int(value[0]) <= ord(character) <= int(value[1])
        case _:
            name = str(value)
            kinds = {"DIGIT": character.isdigit(), "SPACE": character.isspace()}
            is_kind = next(
                (has for kind, has in kinds.items() if kind in name), character.isalnum() or character == "_"
            )
            return is_kind != ("NOT" in name)


def measure(pattern: re.Pattern[str], text: str, limit: float) -> float:
    """How many seconds of the processor's time the pattern takes to be looked for in a text, up to a limit."""
    # The thread's time: while a timer of the process runs, Linux counts that of the process in ticks of 4 ms.
    started = time.thread_time()
    signal.setitimer(signal.ITIMER_VIRTUAL, limit)
    try:
        for _ in pattern.finditer(text):
            pass
        pattern.match(text)
        pattern.fullmatch(text)
    except _Late:
        return limit
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
    return time.thread_time() - started


def grows_too_fast(pattern: re.Pattern[str], text: str, longer: Callable[[], str]) -> bool:
    """Whether a pattern takes far more than four times as long for a text that is four times as long."""
    if measure(pattern, text, _ENOUGH) < _UNNOTICED:
        return False
    # The least of several each, in turn: other programs may take the processor's time meanwhile, but give none.
    slower = longer()
    firsts, seconds = list[float](), list[float]()
    for _ in range(_TIMES):
        firsts.append(measure(pattern, text, _ENOUGH))
        # No limit below what tells: on a slow computer a quadratic pattern would come to it before.
        seconds.append(measure(pattern, slower, max(_ENOUGH, _QUADRATIC * firsts[-1])))
    return min(firsts) >= _ENOUGH or min(seconds) >= _QUADRATIC * min(firsts)


def find_slow_text(source: str, flags: int, path: str, *, is_short: bool) -> tuple[str, str] | None:
    """What stands before a run, and what is repeated in it, in the first text for which a pattern grows too fast."""
    pattern = re.compile(source, flags)
    bound = _bound if path.startswith("db/letters/") else str
    texts = make_few_texts(source, flags) if is_short else make_texts(source, flags)
    for before, run in texts:
        for ending in _USUAL_ENDINGS if is_short else _ENDINGS:
            short, long = (before + run * (size // len(run)) + ending for size in (SIZE, 4 * SIZE))
            if grows_too_fast(pattern, bound(short), partial(bound, long)):
                return before, run
    return None


@cache
def _bound(text: str) -> str:
    """The text as what looks at letters gets it."""
    from db.letters.folded import FoldedText
    from db.text.clean import clean

    return FoldedText.fold(clean(text)).text


def main(words: Sequence[str]) -> None:
    """Print each pattern that grows too fast, with the text that shows it."""

    def stop(*_: object) -> None:
        raise _Late

    signal.signal(signal.SIGVTALRM, stop)
    given = [word for word in words if word != "--short"]
    patterns = {(source, 0): "given" for source in given} or collect()
    for (source, flags), path in sorted(patterns.items(), key=lambda each: each[1]):
        if path in _MATCHED_AT_THE_START:
            continue
        slow = find_slow_text(source, flags, path, is_short="--short" in words)
        if slow is not None:
            sys.stdout.write(f"{path}: {source[:100]!r} behind {slow[0][-40:]!r} on {slow[1][:40]!r}\n")
            sys.stdout.flush()
    sys.stdout.write(f"{len(patterns)} patterns\n")


if __name__ == "__main__":
    main(sys.argv[1:])
