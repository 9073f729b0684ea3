"""The process that reads files: `python -m db.reading_process.worker`, which talks through its standard streams.

It ends when its input does.
"""

import gc
import importlib
import math
import os
import sys
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO

from db.councils.register import Register
from db.errors import ReaderFailed, Refused
from db.extract import extract
from db.reading_process.file_bytes import FileBytes
from db.reading_process.protocol import FAULT, LETTERS, REFUSED, pack, read_files, write_frame
from db.text.limits import MEBIBYTE, PROCESSOR_LIMIT, READING_MEMORY, TIME_LIMIT, TOO_HEAVY

_MEMORY_AT_START = 512 * MEBIBYTE
"""What the process takes at its start, where the system does not tell."""

_MANY_OBJECTS = 20_000
"""So many objects more than before are looked through for what nothing holds any more: a letter leaves little."""

_GRACE = 10
_BUFFER = MEBIBYTE
"""So much is answered in one go: the other side is woken once for the answers to several short files."""


def main() -> None:
    """Answer until the input ends."""
    requests, answers = _take_streams()
    register = Register.load()
    importlib.import_module("pypdfium2")  # what it takes at its start is none of a file's doing
    gc.freeze()
    gc.set_threshold(_MANY_OBJECTS)
    _bound_memory()
    while (files := read_files(requests)) is not None:
        # For all together: if they take longer, the other side has each read by itself.
        _bound_work()
        _set_alarm(TIME_LIMIT + _GRACE)
        for file in files:
            write_frame(answers, _read(file, register))
        _set_alarm(0)
        answers.flush()


def _read(file: FileBytes, register: Register) -> bytes:
    """Give the answer for a file."""
    try:
        return LETTERS + pack(extract(file.data, file.name, register))
    except ReaderFailed as error:
        return FAULT + str(error).encode()
    except Refused as error:
        return REFUSED + str(error).encode()
    except (MemoryError, RecursionError):
        return REFUSED + TOO_HEAVY.encode()


def _take_streams() -> tuple[BinaryIO, BinaryIO]:
    """Take the standard streams for ourselves, so that nothing native code prints gets among the answers."""
    requests = os.fdopen(os.dup(0), "rb")
    answers = os.fdopen(os.dup(1), "wb", _BUFFER)
    nothing = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1):
        os.dup2(nothing, stream)
    os.close(nothing)
    return requests, answers


def _bound_memory() -> None:
    """Let the system refuse this process more memory than reading a letter takes, and write no core file."""
    if sys.platform != "win32":
        import resource

        try:
            pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0])
            limit = pages * resource.getpagesize() + READING_MEMORY
        except (OSError, ValueError, IndexError):
            limit = _MEMORY_AT_START + READING_MEMORY
        # Not every system has every limit, or lets it be set.
        with suppress(ValueError, OSError):
            resource.setrlimit(resource.RLIMIT_AS, (limit, limit))
        with suppress(ValueError, OSError):
            resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _bound_work() -> None:
    """Let the system end this process once it has worked for so many seconds more."""
    if sys.platform != "win32":
        import resource

        used = resource.getrusage(resource.RUSAGE_SELF)
        with suppress(ValueError, OSError):
            _, most = resource.getrlimit(resource.RLIMIT_CPU)
            limit = math.ceil(used.ru_utime + used.ru_stime) + PROCESSOR_LIMIT
            resource.setrlimit(resource.RLIMIT_CPU, (limit, most))


def _set_alarm(seconds: int) -> None:
    """End this process after so many seconds, should the other be gone and not do it; 0: do not."""
    if sys.platform != "win32":
        import signal

        signal.alarm(seconds)


if __name__ == "__main__":
    main()
