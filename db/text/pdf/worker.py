"""The process that reads PDFs: `python -m db.text.pdf.worker`, which talks to `client` through its standard streams.

Each PDF comes as eight bytes of length and its bytes; each answer goes back as one byte (see `protocol`), eight bytes
of length and the text in UTF-8. The process ends when its input does.
"""

import importlib
import math
import os
import sys
from contextlib import suppress
from pathlib import Path
from typing import Any, BinaryIO

from db.text.limits import MEBIBYTE
from db.text.pdf.document import read_pdf
from db.text.pdf.protocol import LENGTH, TIME_LIMIT

_CPU_LIMIT = 15
"""How many of them the processor may be busy with it: a pack of 500 pages takes 3 to 5, of clipped tables alone 12."""

_MEMORY = 512 * MEBIBYTE
"""How many bytes reading may add to what the process takes at its start; a pack of 500 pages adds some 10 million."""

_MEMORY_AT_START = 512 * MEBIBYTE
"""Taken for that where the system does not tell."""

_GRACE = 10


def main() -> None:
    """Answer until the input ends."""
    requests, answers = _take_streams()
    # Imported by name as it comes without types; PDFium takes some 10 ms to load.
    pdfium: Any = importlib.import_module("pypdfium2")
    _bound_memory()
    while header := requests.read(LENGTH.size):
        (length,) = LENGTH.unpack(header)
        _bound_work()
        _set_alarm(TIME_LIMIT + _GRACE)
        answer, text = read_pdf(pdfium, requests.read(length))
        _set_alarm(0)
        encoded = _mend_surrogates(text).encode("utf-8")
        answers.write(answer + LENGTH.pack(len(encoded)) + encoded)
        answers.flush()


def _mend_surrogates(text: str) -> str:
    """Give the text with pairs of surrogates, as Windows has them, made one character, and those left alone U+FFFD."""
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def _take_streams() -> tuple[BinaryIO, BinaryIO]:
    """Take the standard streams for ourselves, so that nothing native code prints gets among the answers."""
    requests = os.fdopen(os.dup(0), "rb")
    answers = os.fdopen(os.dup(1), "wb")
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
            limit = pages * resource.getpagesize() + _MEMORY
        except (OSError, ValueError, IndexError):
            limit = _MEMORY_AT_START + _MEMORY
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
            resource.setrlimit(resource.RLIMIT_CPU, (math.ceil(used.ru_utime + used.ru_stime) + _CPU_LIMIT, most))


def _set_alarm(seconds: int) -> None:
    """End this process after so many seconds, should the other be gone and not do it; 0: do not."""
    if sys.platform != "win32":
        import signal

        signal.alarm(seconds)


if __name__ == "__main__":
    main()
