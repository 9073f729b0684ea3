"""Which files are read in the program itself, and which in a process of their own."""

import sys
from collections.abc import Sequence

from db.extracted import Extracted
from db.reading_process.file_bytes import Answer, FileBytes
from db.text.kinds import Kind, detect_kind
from db.text.limits import LONGEST_AT_ONCE, MAX_FILE

_START = 1000


def extract_guarded(data: bytes, name: str) -> Extracted:
    """Read the letters in a file's bytes, in the program itself where that cannot take long.

    Raises:
        Refused: There is none, or the file cannot be read within the limits.
    """
    return extract_at_once(data, name) if is_read_at_once(data) else extract_apart(data, name)


def extract_at_once(data: bytes, name: str) -> Extracted:
    """Read the letters in a file's bytes in the program itself.

    Raises:
        Refused: There is none, or the file cannot be read.
    """
    # Imported when the first such file comes: what reads letters takes some 100 ms, in which processes can start.
    from db.councils.register import Register
    from db.extract import extract

    return extract(data, name, Register.load())


def extract_apart(data: bytes, name: str) -> Extracted:
    """Read the letters in a file's bytes in a process of its own; may be called from any threads.

    Raises:
        Refused: There is none, or the file cannot be read within the limits.
    """
    # Imported when the first such file comes: subprocess takes some 10 ms.
    from db.reading_process import client

    return client.extract_apart(data, name)


def ask_several_apart(files: Sequence[FileBytes]) -> tuple[Answer, ...]:
    """Have several short files read in one go in a process of their own, from any threads; for each the answer."""
    from db.reading_process import client

    return client.ask_several_apart(files)


def open_answer(answer: Answer) -> Extracted:
    """Give the letters of an answer.

    Raises:
        Refused: There are none, or the file could not be read within the limits.
    """
    from db.reading_process import client

    return client.open_answer(answer)


def release() -> None:
    """End every process that reads files, at once; they end with this one in any case."""
    if "db.reading_process.client" in sys.modules:
        from db.reading_process import client

        client.release()


def is_read_at_once(data: bytes) -> bool:
    """Whether a file is a plain text so short that none like it takes a second, or is refused unread."""
    if not 0 < len(data) <= MAX_FILE:
        return True
    return len(data) <= LONGEST_AT_ONCE and b"<" not in data[:_START] and detect_kind(data) is Kind.TEXT
