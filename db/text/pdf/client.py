"""The text of a PDF, read by PDFium in a process of its own.

PDFium is native code that strangers' files are given to: there it can crash, hang or grow without harm to us. The
process is started for the first PDF and kept for the next ones, by `subprocess` rather than `multiprocessing`: the
latter would import our main module in it, and trips over the standard streams that Textual puts in place.
"""

import atexit
import os
import signal
import subprocess
import sys
import threading
from contextlib import suppress

from db.errors import ReaderFailed, Refused
from db.text.limits import MAX_TEXT, MEBIBYTE
from db.text.pdf.protocol import (
    DAMAGED,
    FAULT,
    LENGTH,
    PASSWORD,
    PORTFOLIO,
    SCAN,
    TEXT,
    TIME_LIMIT,
    TOO_HEAVY,
    TOO_LONG,
    UNSPACED,
    WORDLESS,
    XFA,
)

_SENTENCES = {
    PASSWORD: "This PDF has a password; open it and save or print it as a PDF without one.",
    DAMAGED: "This PDF is damaged; fetch it again, or open it and print it as a new PDF.",
    TOO_LONG: "This PDF is far longer than a letter; split it, or print the pages of the letter alone as a PDF.",
    TOO_HEAVY: "This PDF is damaged, or takes more memory than any letter; open it and print it as a new PDF.",
    SCAN: "This PDF holds no text, so it is likely a scan; run text recognition (OCR) over it and import that.",
    WORDLESS: "This PDF holds no text that can be read; open it and print it as a new PDF, or save the letter as text.",
    PORTFOLIO: "This PDF is a portfolio, a cover sheet with files in it; save the letter out of it and import that.",
    XFA: "This PDF is an XFA form, which only Adobe's programs show; open it there and print it as a new PDF.",
    UNSPACED: (
        "The words of this PDF stand without spaces, so its figures cannot be told; run text recognition (OCR) over "
        "it, or save the letter as text, and import that."
    ),
}
_FAULT = (
    "This PDF could not be read because of a fault in upheld, not in the file; save the letter as text and import "
    "that, and report the fault."
)
_LONGEST_ANSWER = 4 * MAX_TEXT + MEBIBYTE
"""In bytes: that of `MAX_TEXT` characters, and what ends the pages."""

_STOPPED = "Reading this PDF was stopped before its end; import it again."
_TOO_SLOW = "This PDF could not be read within the time that a letter takes; open it and print it as a new PDF."


def read_text(data: bytes) -> str:
    """Give the text, its pages parted by an empty line.

    May be called from any thread; PDFs are read one at a time.

    Raises:
        Refused: If no text can be had of it, as of a scan or a PDF with a password.
        ReaderFailed: If that is the fault of our own code.
    """
    answer, text = _reader.ask(data)
    if answer == FAULT:
        raise ReaderFailed(_FAULT)
    if answer != TEXT:
        raise Refused(_SENTENCES.get(answer, _SENTENCES[DAMAGED]))
    return text


def release() -> None:
    """End the process, if there is one, at once: a PDF being read in another thread is refused."""
    _reader.release()


_FROM_OUTSIDE = (signal.SIGTERM, getattr(signal, "SIGKILL", signal.SIGTERM))
_OUT_OF_TIME = getattr(signal, "SIGXCPU", None)


class _WorkerGone(Exception):
    """The process ended before it answered, and nothing says that this was the PDF's doing."""


class _Reader:
    """The process, started when it is needed, and again when it has died."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._process: subprocess.Popen[bytes] | None = None
        self._released: subprocess.Popen[bytes] | None = None

    def ask(self, data: bytes) -> tuple[bytes, str]:
        """Give the worker's answer for a file, one file at a time; a worker that died is replaced once.

        Raises:
            Refused: If it takes too long, the worker is released meanwhile, or none can be started.
        """
        with self._lock:
            with suppress(_WorkerGone):
                return self._ask_once(data)
            # It died of something else than this file: once more, in a new one.
            with suppress(_WorkerGone):
                return self._ask_once(data)
        return TOO_HEAVY, ""

    def release(self) -> None:
        """End the worker at once, also in the middle of a file."""
        # The lock is held while a PDF is read; ending the process ends that.
        if process := self._process:
            self._released = process
            process.kill()
        with self._lock:
            self._end()

    def _ask_once(self, data: bytes) -> tuple[bytes, str]:
        """Give the answer of the worker at hand, or of a new one where there is none.

        Raises:
            Refused: If it takes too long, the worker is released meanwhile, or none can be started.
            _WorkerGone: If the worker died of something else than this file.
        """
        process = self._process = self._process or _start_worker()
        out_of_time = threading.Event()

        def stop() -> None:
            """End the worker, and say that it was its time."""
            out_of_time.set()
            process.kill()

        timer = threading.Timer(TIME_LIMIT, stop)
        timer.daemon = True
        timer.start()
        try:
            return _exchange(process, data)
        except BaseException as error:
            # Whatever it was, Ctrl+C included: the answer may still come, and must not be taken for the next one.
            self._end()
            if not isinstance(error, OSError | _WorkerGone):
                raise
            if process is self._released:
                raise Refused(_STOPPED) from error
            ended_by = -(process.returncode or 0)
            if out_of_time.is_set() or ended_by == _OUT_OF_TIME:
                raise Refused(_TOO_SLOW) from error
            if ended_by > 0 and ended_by not in _FROM_OUTSIDE:
                return TOO_HEAVY, ""
            raise _WorkerGone from error
        finally:
            timer.cancel()

    def _end(self) -> None:
        """End the worker, if there is one, and wait until it is gone."""
        if self._process:
            self._process.kill()
            # Leaving the context closes the pipes and waits, so that no zombie stays.
            with suppress(OSError), self._process:
                self._process = None


def _start_worker() -> subprocess.Popen[bytes]:
    """Start the process that reads PDFs.

    Raises:
        Refused: If the system starts none.
    """
    # The same modules are to be found there as here, and none in the folder we happen to stand in (-P).
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)}
    try:
        return subprocess.Popen(
            [sys.executable, "-P", "-m", "db.text.pdf.worker"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=environment,
            start_new_session=True,  # Ctrl+C in the terminal is for us alone
        )
    except OSError as error:
        raise Refused("The process that reads PDFs could not be started; try again, or save it as text.") from error


def _exchange(process: subprocess.Popen[bytes], data: bytes) -> tuple[bytes, str]:
    """Give the worker a file, and wait for its answer.

    Raises:
        _WorkerGone: If it does not answer to the end.
    """
    requests, answers = process.stdin, process.stdout
    if requests is None or answers is None:
        raise _WorkerGone
    requests.write(LENGTH.pack(len(data)))
    requests.write(data)
    requests.flush()
    answer = answers.read(1 + LENGTH.size)
    if len(answer) < 1 + LENGTH.size:
        raise _WorkerGone
    (length,) = LENGTH.unpack(answer[1:])
    if length > _LONGEST_ANSWER:
        raise _WorkerGone
    text = answers.read(length)
    if len(text) < length:
        raise _WorkerGone
    return answer[:1], text.decode("utf-8")


_reader = _Reader()
atexit.register(_reader.release)
