"""How long all files of one ZIP file together may be read: a stranger's may hold thousands that each take long."""

import threading
import time
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager

from db.errors import Refused
from db.text.limits import ARCHIVE_TOO_SLOW, MAX_ARCHIVE_TIME


class ArchiveTime:
    """The seconds for which the files of each ZIP file of one import have been read; for any threads."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._spent: defaultdict[str, float] = defaultdict(float)

    @contextmanager
    def spend(self, archive: str | None) -> Iterator[None]:
        """Counts the time that the block takes for this ZIP file, known by its path; None is no ZIP file.

        Raises:
            Refused: its time was used up before; the block is not entered.
        """
        if archive is None:
            yield
            return
        with self._lock:
            if self._spent[archive] >= MAX_ARCHIVE_TIME:
                raise Refused(ARCHIVE_TOO_SLOW)
        began = time.monotonic()
        try:
            yield
        finally:
            with self._lock:
                self._spent[archive] += time.monotonic() - began
