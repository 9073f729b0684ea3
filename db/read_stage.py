"""The stage of an import that reads: files -> each with its letters, or with the reason why it has none, in order."""

import hashlib
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import NamedTuple

from db.extracted import Extracted, as_refusal
from db.model import Source
from db.reading_process.archive_time import ArchiveTime
from db.reading_process.file_bytes import Answer, FileBytes
from db.reading_process.guarded import ask_several_apart, extract_at_once, is_read_at_once, open_answer
from db.reading_process.side_by_side import SideBySide, count_cores
from db.store.new_file import NewFile
from db.text.discover import LetterFile, Unusable
from db.text.limits import FEW_FILES, FEWEST_TOGETHER, STOPPED, TOGETHER_FILES, WAITING_FILES

_TURNS = 2
"""Of the files that are read ahead, or left, each process gets its part in so many goes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """A file on its way: refused for a reason, or of these bytes; with `new` unless the library has them already."""

    path: str
    reason: str | None = None
    sha256: str = ""
    new: NewFile | None = None

    @property
    def size(self) -> int:
        """How much there is to be written, in bytes."""
        return len(self.new.zlib) + sum(len(one.text) for one in self.new.letters) if self.new else 0


def read_files(
    files: Sequence[LetterFile | Unusable],
    find_known: Callable[[Sequence[str]], Collection[str]],
    cancelled: Callable[[], bool],
) -> Iterator[Task]:
    """Reads files unless their bytes are in the library; of several SHA-256, `find_known` gives those that are.

    A file that is not short and plain, and any of very many, is read in a process of its own; several at a time.

    Raises:
        LibraryError: it could not be told which files the library has.
    """
    reading = _Reading(find_known, cancelled, len(files))
    try:
        for file in files:
            if cancelled():
                break
            reading.take_in(file)
            yield from map(_make_task, reading.side_by_side.take())
        else:
            reading.begin_gathered()
        yield from map(_make_task, reading.side_by_side.take(is_last=True))
    finally:
        reading.side_by_side.close()


@dataclass(frozen=True, slots=True)
class _Unread:
    """A file that is to be read, unless the library has it."""

    file: LetterFile
    data: bytes
    sha256: str


class _Answered(NamedTuple):
    """A file that was read, with the answer as it came: opened only when its turn comes, as many may wait.

    It is opened by the thread that writes, not by those that wait for the processes, which would contend with it for
    Python's lock.
    """

    unread: _Unread
    answer: Answer


class _Reading:
    """So many files that are being read; of many, short texts are gathered and go to a process several at a time."""

    def __init__(
        self,
        find_known: Callable[[Sequence[str]], Collection[str]],
        cancelled: Callable[[], bool],
        count: int,
    ) -> None:
        self.side_by_side: SideBySide[Task | _Answered] = SideBySide(cancelled)
        self._find_known = find_known
        self._is_many = count > FEW_FILES
        self._left = count
        self._cores = count_cores()
        self._archive_time = ArchiveTime()
        self._gathered: list[_Unread] = []

    def take_in(self, file: LetterFile | Unusable) -> None:
        """Takes the next file, and begins to read what has been gathered with it, if that is enough.

        Raises:
            LibraryError: as `begin_gathered`.
        """
        self._left -= 1
        if isinstance(file, Unusable):
            self._add(Task(path=file.path, reason=file.reason))
            return
        try:
            with self._archive_time.spend(file.archive):
                data = file.load()
            unread = _Unread(file, data, hashlib.sha256(data).hexdigest())
            is_short = is_read_at_once(data)
        except Exception as error:
            self._add(Task(path=file.path, reason=str(as_refusal(error))))
            return
        # The time of a ZIP file is its own.
        if not is_short or (self._gathered and self._gathered[0].file.archive != file.archive):
            self.begin_gathered()
        self._gathered.append(unread)
        if not (is_short and self._is_many) or len(self._gathered) >= self._decide_together():
            self.begin_gathered()

    def _decide_together(self) -> int:
        """How many texts go to a process in one go: not so many that others wait while it is at the last of them."""
        ahead = min(self._left, WAITING_FILES)
        return max(FEWEST_TOGETHER, min(TOGETHER_FILES, ahead // (_TURNS * self._cores)))

    def begin_gathered(self) -> None:
        """Begins to read the files that are gathered, but for those that are in the library.

        Raises:
            LibraryError: it could not be told which are.
        """
        unread, self._gathered = self._gathered, []
        known = self._find_known([one.sha256 for one in unread]) if unread else ()
        if all(one.sha256 in known for one in unread):
            for one in unread:
                self.side_by_side.add(Task(path=one.file.path, sha256=one.sha256))
        elif not self._is_many and is_read_at_once(unread[0].data):
            self.side_by_side.add(self._read_at_once(unread[0]))
        else:
            self.side_by_side.begin(
                partial(_read_apart, unread, known, self._archive_time),
                tuple(Task(path=one.file.path, reason=STOPPED) for one in unread),
                sum(len(one.data) for one in unread),
            )

    def _read_at_once(self, unread: _Unread) -> Task:
        try:
            with self._archive_time.spend(unread.file.archive):
                extracted = extract_at_once(unread.data, unread.file.name)
            return _keep(unread, extracted)
        except Exception as error:
            return Task(path=unread.file.path, reason=str(as_refusal(error)))

    def _add(self, task: Task) -> None:
        self.begin_gathered()
        self.side_by_side.add(task)


def _read_apart(
    unread: Sequence[_Unread], known: Collection[str], archive_time: ArchiveTime
) -> tuple[Task | _Answered, ...]:
    """Files of one folder or ZIP file, each with the answer for it, but for those that the library has."""
    new = [one for one in unread if one.sha256 not in known]
    answers: Sequence[Answer]
    try:
        with archive_time.spend(unread[0].file.archive):
            answers = ask_several_apart([FileBytes(one.data, one.file.name) for one in new])
    except Exception as error:
        answers = [as_refusal(error)] * len(new)
    answered = map(_Answered, new, answers)
    return tuple(
        Task(path=one.file.path, sha256=one.sha256) if one.sha256 in known else next(answered) for one in unread
    )


def _make_task(done: Task | _Answered) -> Task:
    if isinstance(done, Task):
        return done
    try:
        return _keep(done.unread, open_answer(done.answer))
    except Exception as error:
        return Task(path=done.unread.file.path, reason=str(as_refusal(error)))


def _keep(unread: _Unread, extracted: Extracted) -> Task:
    """A file with its letters."""
    source = Source(name=unread.file.name, sha256=unread.sha256, media_type=extracted.media_type)
    new = NewFile.of(source, unread.data, extracted.letters)
    return Task(path=unread.file.path, sha256=unread.sha256, new=new)
