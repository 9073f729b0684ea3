# ruff: noqa: ANN401 - what is passed on is passed on as it came
"""Does commands in copies of itself, and kills them when it is told to: `python -m tests.long_run.programs.forker`.

Reads a line of JSON for each: the words of a command, after how many seconds or before which of its statements of SQL
to kill it (null: never), and the file that is told each file an import has added. Answers with a line of JSON: how long
it took, how many statements it did, and how it ended. What a Python needs half a second for at its start is done once.
"""

import itertools
import json
import os
import signal
import sqlite3
import sys
import time
from collections.abc import Iterator
from dataclasses import replace
from importlib import import_module
from pathlib import Path
from typing import Any

from db import extract, importer
from db.councils.register import Register
from db.letters.parse import parse
from db.model import Letter
from db.outcome import Outcome
from tui.cli import main as command_line

_FILES_AT_ONCE = 4
_ANEW = " Anew."


def main() -> None:
    """Answer until the input ends."""
    for name in ("import_", "check", "remove", "check_copy", "check_reread"):
        import_module(f"tui.cli.{name}")
    for name in (
        "db.rescue",
        "db.store.repair",
        "db.store.removal",
        "db.reread.reread",
        "sqlite_utils",
        "db.store.write",
        "db.json_output",
    ):
        import_module(name)
    importer.BATCH_FILES = _FILES_AT_ONCE
    for line in sys.stdin:
        began = time.monotonic()
        code, statements = _do(**json.loads(line))
        answer = {"seconds": time.monotonic() - began, "statements": statements, "code": code}
        sys.stdout.write(f"{json.dumps(answer)}\n")
        sys.stdout.flush()


def _do(words: list[str], kill_after: float | None, kill_before: int | None, told: str) -> tuple[int, int]:
    """The exit code of a command, or the number of the signal that ended it, negative; and how many statements."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        _be_the_command(words, kill_before, Path(told), writing)
    os.close(writing)
    if kill_after is not None:
        time.sleep(kill_after)
        os.kill(child, signal.SIGKILL)  # where it has ended already, it is still there to be waited for
    _, status = os.waitpid(child, 0)
    with os.fdopen(reading, "rb") as counted:
        statements = int(counted.read() or b"0")
    return os.waitstatus_to_exitcode(status), statements


def _be_the_command(words: list[str], kill_before: int | None, told: Path, counting: int) -> None:
    """Do the command, and end this copy."""
    nothing = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1, 2):
        os.dup2(nothing, stream)
    statements = _count_statements(kill_before)
    _tell_what_is_added(told)
    if "--read-again" in words:
        _read_otherwise()
    code = 70
    try:
        code = command_line.main(words)
    finally:
        os.write(counting, str(next(statements)).encode())
        os._exit(code)


def _count_statements(kill_before: int | None) -> Iterator[int]:
    """Count the statements of every connection from now on, and end this process before one of them."""
    honest, numbers = sqlite3.connect, itertools.count()

    def count(_statement: str) -> None:
        if next(numbers) == kill_before:
            os.kill(os.getpid(), signal.SIGKILL)

    def connect(*what: Any, **how: Any) -> sqlite3.Connection:
        connection: sqlite3.Connection = honest(*what, **how)
        connection.set_trace_callback(count)
        return connection

    setattr(sqlite3, "connect", connect)  # noqa: B010 - mypy takes no assignment to a function
    return numbers


def _tell_what_is_added(told: Path) -> None:
    """Write down each file that an import says it has added."""
    honest = importer.import_paths

    def import_paths(*what: Any, on_file: Any = None, **how: Any) -> importer.ImportReport:
        with told.open("a", encoding="utf-8") as log:

            def tell(progress: importer.Progress) -> None:
                if progress.outcome and progress.outcome.outcome is Outcome.ADDED:
                    log.write(f"{progress.outcome.path}\n")
                    log.flush()
                if on_file:
                    on_file(progress)

            return honest(*what, on_file=tell, **how)

    setattr(importer, "import_paths", import_paths)  # noqa: B010


def _read_otherwise() -> None:
    """Read letters as a newer upheld might, so that reading again changes every one."""

    def read(text: str, register: Register) -> tuple[Letter, ...]:
        return tuple(replace(one, text=one.text + _ANEW) for one in parse(text, register))

    setattr(extract, "parse", read)  # noqa: B010


if __name__ == "__main__":
    main()
