"""The command line asked in this process, and what must hold of whatever it answers."""

import io
import signal
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from db.text.harmless import mask_text
from tui.cli.main import main

UNFORESEEN = "did not foresee"
_TOLD = 200
_INTERRUPTED = 130


class Answer(NamedTuple):
    """The exit code of a command and what it wrote."""

    code: int
    stdout: str
    stderr: str


def ask(library: Path, *words: str) -> Answer:
    """The answer of one command."""
    kept = (sys.stdin, sys.stdout, sys.stderr)
    numbers = [getattr(signal, name) for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name)]
    heeded = {number: signal.getsignal(number) for number in numbers}
    written = [io.BytesIO(), io.BytesIO()]
    streams = [io.TextIOWrapper(one, "utf-8", write_through=True) for one in written]  # kept: each closes what it wraps
    sys.stdin = io.StringIO()
    sys.stdout, sys.stderr = streams
    try:
        code = main(["--library", str(library), *words])
    finally:
        sys.stdin, sys.stdout, sys.stderr = kept
        for number, handler in heeded.items():
            signal.signal(number, handler)
    if code == _INTERRUPTED:
        raise KeyboardInterrupt
    stdout, stderr = (one.getvalue().decode("utf-8", "surrogateescape") for one in written)
    return Answer(code, stdout, stderr)


def find_faults(words: tuple[str, ...], answer: Answer) -> Iterator[str]:
    """What must not be in an answer: an error that nobody foresaw, or a character that a terminal acts on."""
    what = " ".join(words)
    if answer.code not in (0, 1):
        yield f"{what!r}: exit code {answer.code}: {answer.stderr:.{_TOLD}}"
    for text in (answer.stdout, answer.stderr):
        if UNFORESEEN in text or "Traceback" in text:
            yield f"{what!r}: {text:.{_TOLD}}"
        if mask_text(text) != text:
            yield f"{what!r}: a character that may act goes out: {text!r:.{_TOLD}}"
