"""What a reading process and the program that asks it say to each other: frames of eight bytes of length and bytes.

A file goes there as its name and its bytes; back comes one frame, its first byte what it is.
"""

import io
import pickle
import struct
from datetime import date
from typing import IO

from db.extracted import Extracted
from db.reading_process.plain import make_letter, make_plain

LETTERS, REFUSED, FAULT = b"L", b"R", b"F"
"""The answers: letters follow; or the sentence why there are none; or the same where it is a fault of ours."""

_LENGTH = struct.Struct(">Q")


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
