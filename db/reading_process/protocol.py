"""What a reading process and the program that asks it say to each other: frames of eight bytes of length and bytes.

Files go there as their number, and each as its name and its bytes; back comes a frame for each, its first byte what it
is. None comes before all files are read: else each side might wait for the other to take what it writes.
"""

import io
import pickle
import struct
from collections.abc import Sequence
from datetime import date
from typing import IO

from db.extracted import Extracted
from db.reading_process.file_bytes import FileBytes
from db.reading_process.plain import make_letter, make_plain
from db.text.limits import MAX_FILE

LETTERS, REFUSED, FAULT = b"L", b"R", b"F"
"""The answers: letters follow; or the sentence why there are none; or the same where it is a fault of ours."""

_LENGTH = struct.Struct(">Q")
_LONGEST_NAME = 64 * 1024


class _PlainAlone(pickle.Unpickler):
    """Makes nothing but plain values of what is sent: a process that a file has taken over is not to be trusted."""

    def find_class(self, module: str, name: str) -> object:
        """Give the one class that plain values need.

        Raises:
            UnpicklingError: If it is any other.
        """
        if (module, name) != (date.__module__, date.__name__):
            raise pickle.UnpicklingError(f"{module}.{name} is no plain value")
        return date


def write_files(stream: IO[bytes], files: Sequence[FileBytes]) -> None:
    """Write files that are to be read, and see that they go out."""
    stream.write(_LENGTH.pack(len(files)))
    for file in files:
        write_frame(stream, file.name.encode("utf-8", "surrogatepass"))
        write_frame(stream, file.data)
    stream.flush()


def read_files(stream: IO[bytes]) -> list[FileBytes] | None:
    """Read the files that are to be read next; None where the stream ends before they do."""
    header = stream.read(_LENGTH.size)
    if len(header) < _LENGTH.size:
        return None
    files = []
    for _ in range(*_LENGTH.unpack(header)):
        name, data = read_frame(stream, _LONGEST_NAME), read_frame(stream, MAX_FILE)
        if name is None or data is None:
            return None
        files.append(FileBytes(data, name.decode("utf-8", "surrogatepass")))
    return files


def write_frame(stream: IO[bytes], payload: bytes) -> None:
    """Write a frame."""
    stream.write(_LENGTH.pack(len(payload)))
    stream.write(payload)


def read_frame(stream: IO[bytes], longest: int) -> bytes | None:
    """Read a frame; None where the stream ends before it does, or it is longer than any."""
    header = stream.read(_LENGTH.size)
    if len(header) < _LENGTH.size:
        return None
    (length,) = _LENGTH.unpack(header)
    if length > longest:
        return None
    payload = stream.read(length)
    return payload if len(payload) == length else None


def pack(extracted: Extracted) -> bytes:
    """Give letters as bytes."""
    plain = extracted.media_type, [make_plain(letter) for letter in extracted.letters]
    return pickle.dumps(plain, pickle.HIGHEST_PROTOCOL)


def unpack(payload: bytes) -> Extracted:
    """Give the letters of such bytes.

    Raises:
        ValueError: If they are no letters.
    """
    try:
        media_type, letters = _PlainAlone(io.BytesIO(payload)).load()
        return Extracted(media_type=media_type, letters=tuple([make_letter(*plain) for plain in letters]))
    except Exception as error:
        raise ValueError("these bytes are no letters") from error
