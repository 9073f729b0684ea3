"""What a reading process and the program that asks it say to each other: frames of eight bytes of length and bytes.

A file goes there as its name and its bytes; back comes one frame, its first byte what it is.
"""

import io
import pickle
import struct
from typing import IO

from db.extract import Extracted

LETTERS, REFUSED, FAULT = b"L", b"R", b"F"
"""The answers: letters follow; or the sentence why there are none; or the same where it is a fault of ours."""

_LENGTH = struct.Struct(">Q")
_OURS = ("db.model", "db.extract")
_OTHERS = frozenset({("datetime", "date"), ("builtins", "frozenset")})


class _LettersAlone(pickle.Unpickler):
    """Makes nothing but letters of what is sent: a process that a file has taken over is not to be trusted."""

    def find_class(self, module: str, name: str) -> object:
        """Give a class that letters are made of.

        Raises:
            UnpicklingError: If it is any other.
        """
        if (module in _OURS and "." not in name) or (module, name) in _OTHERS:
            return super().find_class(module, name)
        raise pickle.UnpicklingError(f"{module}.{name} is no part of a letter")


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
    return pickle.dumps(extracted, pickle.HIGHEST_PROTOCOL)


def unpack(payload: bytes) -> Extracted:
    """Give the letters of such bytes.

    Raises:
        ValueError: If they are no letters.
    """
    try:
        made = _LettersAlone(io.BytesIO(payload)).load()
    except Exception as error:
        raise ValueError("these bytes are no letters") from error
    if not isinstance(made, Extracted):
        raise ValueError("these bytes are no letters")
    return made
