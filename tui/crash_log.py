"""What went wrong and nobody foresaw: written to a file, so that no traceback reaches the screen.

The file is one that a person may send to whoever mends upheld. So it says where in the program it happened and of what
kind it was, and holds no word of a letter, no name, no path and no value: messages of errors quote them, and stay out.
"""

import os
import traceback
from collections.abc import Iterator
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from platformdirs import user_log_path

_FILE = "upheld.log"

_MOST_BYTES = 200_000
"""How long the file gets before it is begun anew; the one before is kept beside it."""

_MOST_FRAMES = 60
"""Of one error, the innermost; what calls itself without end fills no file."""


def find_log_file() -> Path:
    """Where unforeseen errors are written."""
    return user_log_path("upheld", appauthor=False) / _FILE


def record(error: BaseException) -> str:
    """Append an error to the log, which only its owner may read; return a sentence for a person that names the log."""
    try:
        file = find_log_file().expanduser()
        file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        with suppress(FileNotFoundError):
            if file.stat().st_size > _MOST_BYTES:
                file.replace(file.with_name(f"{_FILE}.old"))
        handle = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
        with os.fdopen(handle, "w", encoding="utf-8") as log:
            log.write("\n".join([datetime.now().astimezone().isoformat(timespec="seconds"), *_describe(error), "", ""]))
    except (OSError, RuntimeError):  # the latter where the user has no home folder
        return "Something went wrong that upheld did not foresee, and its log could not be written."
    return f"Something went wrong that upheld did not foresee. What it knows is in {file}."


def _describe(error: BaseException) -> Iterator[str]:
    """An error and those that led to it, the first first: where each was raised, and its kind."""
    cause = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    if cause is not None:
        yield from _describe(cause)
        yield "then"
    frames = list(traceback.walk_tb(error.__traceback__))
    if len(frames) > _MOST_FRAMES:
        yield f"  ({len(frames) - _MOST_FRAMES} calls more)"
    for frame, line in frames[-_MOST_FRAMES:]:
        yield f"  {frame.f_globals.get('__name__')}:{line} in {frame.f_code.co_qualname}"
    yield f"{type(error).__module__}.{type(error).__qualname__}{_number(error)}"
    if isinstance(error, BaseExceptionGroup):
        for inner in error.exceptions:
            yield from _describe(inner)


def _number(error: BaseException) -> str:
    """What the system or SQLite calls it."""
    if isinstance(error, OSError) and error.errno is not None:
        return f" {os.strerror(error.errno)}"
    import sqlite3  # not before the first picture, which is asked for elsewhere

    return (
        f" {error.sqlite_errorname}" if isinstance(error, sqlite3.Error) and hasattr(error, "sqlite_errorname") else ""
    )
