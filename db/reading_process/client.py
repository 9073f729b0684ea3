"""A file's bytes -> its letters, read in a process of its own.

A stranger's file can crash PDFium, which is native code, and any file can take time and memory without end: in a
process that does no harm to us. Processes are started as they are needed and kept for the next files, by `subprocess`
rather than `multiprocessing`: the latter would import our main module in them, and trips over the standard streams
that Textual puts in place.
"""

import atexit
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Sequence
from contextlib import suppress

from db.errors import ReaderFailed, Refused
from db.extracted import Extracted
from db.reading_process.deadlines import Deadlines
from db.reading_process.file_bytes import Answer, FileBytes
from db.reading_process.protocol import FAULT, LETTERS, read_frame, unpack, write_files
from db.text.limits import LONGEST_ANSWER, MEBIBYTE, STOPPED, TIME_LIMIT, TOO_HEAVY, TOO_SLOW

_NO_PROCESS = "The process that reads files could not be started; close other programs and try again."

_PIPE = MEBIBYTE
"""So much of its answers the system takes from it, where it can, before it waits for us to read them."""

_FROM_OUTSIDE = (signal.SIGTERM, getattr(signal, "SIGKILL", signal.SIGTERM))
_OUT_OF_TIME = getattr(signal, "SIGXCPU", None)


def extract_apart(data: bytes, name: str) -> Extracted:
    """Read the letters in a file's bytes; as `extract`, in another process.

    Raises:
        Refused: If there is none, or it takes more time or memory than any letter.
        ReaderFailed: If that is the fault of our own code.
    """
    (answer,) = ask_several_apart([FileBytes(data, name)])
    return open_answer(answer)


def ask_several_apart(files: Sequence[FileBytes]) -> tuple[Answer, ...]:
    """Have several short files read in one go; for each the answer, which `open_answer` opens.

    May be called from any threads; each is served by a process of its own. If one of the files ends the process, or
    all take longer than one may, each is read again by itself: then it is known which of them did.
    """
    process = _processes.take()
    try:
        return tuple(process.ask(files))
    except Refused as refusal:
        if len(files) == 1 or isinstance(refusal, _Released):
            return (refusal,) * len(files)
    finally:
        _processes.give_back(process)
    return tuple(answer for file in files for answer in ask_several_apart([file]))


def open_answer(answer: Answer) -> Extracted:
    """Give the letters of an answer.

    Raises:
        Refused: If there are none, or it is none of ours.
        ReaderFailed: If that is the fault of our own code.
    """
    if isinstance(answer, Refused):
        raise answer
    kind, payload = answer[:1], answer[1:]
    if kind == LETTERS:
        try:
            return unpack(payload)
        except ValueError as error:
            raise Refused(TOO_HEAVY) from error
    raise (ReaderFailed if kind == FAULT else Refused)(payload.decode("utf-8", "replace"))


def release() -> None:
    """End every such process at once, also in the middle of a file, which is refused; they end with us in any case."""
    _processes.release()


class _ProcessGone(Exception):
    """The process ended before it answered, and nothing says that this was the file's doing."""


class _Released(Refused):
    """Files that were not read as the process was ended for good."""


class _ReadingProcess:
    """A process, started when it is needed, and again when it has died."""

    def __init__(self) -> None:
        self._process: subprocess.Popen[bytes] | None = None
        self._released: subprocess.Popen[bytes] | None = None

    @property
    def process_id(self) -> int | None:
        """Its number, if it runs."""
        return self._process.pid if self._process else None

    def ask(self, files: Sequence[FileBytes]) -> list[bytes]:
        """Give the answer for each file; a process that died of something else than the files is replaced once.

        Raises:
            Refused: If they take too much, the process is released meanwhile, or none can be started.
        """
        with suppress(_ProcessGone):
            return self._ask_once(files)
        with suppress(_ProcessGone):
            return self._ask_once(files)
        raise Refused(TOO_HEAVY)

    def kill(self) -> None:
        """End the process at once, also in the middle of a file in another thread, which then gets no answer."""
        if process := self._process:
            self._released = process
            process.kill()

    def end(self) -> None:
        """End the process, if there is one, and wait until it is gone."""
        if self._process:
            self._process.kill()
            # Leaving the context closes the pipes and waits, so that no zombie stays.
            with suppress(OSError), self._process:
                self._process = None

    def _ask_once(self, files: Sequence[FileBytes]) -> list[bytes]:
        """Give the answers of the process at hand, or of a new one where there is none.

        Raises:
            Refused: As `ask`.
            _ProcessGone: If it died of something else than these files.
        """
        process = self._process = self._process or _start_process()
        out_of_time = threading.Event()

        def stop() -> None:
            """End the process, and say that it was its time."""
            out_of_time.set()
            process.kill()

        try:
            with _deadlines.give(TIME_LIMIT, stop):
                return _exchange(process, files)
        except BaseException as error:
            # Whatever it was, Ctrl+C included: an answer may still come, and must not be taken for the next one.
            self.end()
            if not isinstance(error, OSError | _ProcessGone):
                raise
            if process is self._released:
                raise _Released(STOPPED) from error
            ended_by = -(process.returncode or 0)
            if out_of_time.is_set() or ended_by == _OUT_OF_TIME:
                raise Refused(TOO_SLOW) from error
            if ended_by > 0 and ended_by not in _FROM_OUTSIDE:
                raise Refused(TOO_HEAVY) from error
            raise _ProcessGone from error


class _Processes:
    """The processes there are: those at work, and those that wait for a file."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._idle: list[_ReadingProcess] = []
        self._busy: set[_ReadingProcess] = set()

    def take(self) -> _ReadingProcess:
        """Give one for a file."""
        with self._lock:
            process = self._idle.pop() if self._idle else _ReadingProcess()
            self._busy.add(process)
        return process

    def give_back(self, process: _ReadingProcess) -> None:
        """Take one back that has answered."""
        with self._lock:
            self._busy.discard(process)
            self._idle.append(process)

    def release(self) -> None:
        """End them all; those at work are left to the threads that wait for them."""
        with self._lock:
            idle, self._idle = self._idle, []
            for process in (*self._busy, *idle):
                process.kill()  # all of them first, as the end of each is waited for
        for process in idle:
            process.end()

    def list_ids(self) -> list[int]:
        """The numbers of those that run."""
        with self._lock:
            return [number for one in (*self._idle, *self._busy) if (number := one.process_id)]


def _start_process() -> subprocess.Popen[bytes]:
    """Start a process that reads files.

    Raises:
        Refused: If the system starts none.
    """
    # The same modules are to be found there as here, and none in the folder we happen to stand in (-P).
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)}
    try:
        return subprocess.Popen(
            [sys.executable, "-P", "-m", "db.reading_process.worker"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            pipesize=_PIPE,
            env=environment,
            start_new_session=True,  # Ctrl+C in the terminal is for us alone
        )
    except OSError as error:
        raise Refused(_NO_PROCESS) from error


def _exchange(process: subprocess.Popen[bytes], files: Sequence[FileBytes]) -> list[bytes]:
    """Give the process files, and wait for its answers.

    Raises:
        _ProcessGone: If it does not answer to the end.
    """
    requests, stream = process.stdin, process.stdout
    if requests is None or stream is None:
        raise _ProcessGone
    write_files(requests, files)
    answers = []
    for _ in files:
        answer = read_frame(stream, LONGEST_ANSWER)
        if not answer:
            raise _ProcessGone
        answers.append(answer)
    return answers


_processes = _Processes()
_deadlines = Deadlines()
atexit.register(_processes.release)
