"""What a reading process and the program that asks it say to each other: frames of eight bytes of length and bytes.

Files go there as their number, and each as its name and its bytes; back comes a frame for each, its first byte what it
is. None comes before all files are read: else each side might wait for the other to take what it writes.
"""

import io
import pickle
import struct
from collections.abc import Callable, Sequence
from dataclasses import fields
from datetime import date
from operator import attrgetter
from typing import IO, Any

from db.extracted import Extracted
from db.model import (
    Cell,
    Council,
    CouncilType,
    Doubt,
    DoubtCode,
    Letter,
    LetterKind,
    Measure,
    MeasureName,
    Period,
    Quote,
    Remark,
    RemarkKind,
    State,
    Table,
    TableName,
)
from db.reading_process.file_bytes import FileBytes
from db.text.limits import MAX_FILE

LETTERS, REFUSED, FAULT = b"L", b"R", b"F"
"""The answers: letters follow; or the sentence why there are none; or the same where it is a fault of ours."""

_LENGTH = struct.Struct(">Q")
_LONGEST_NAME = 64 * 1024
_MADE: tuple[type, ...] = (Extracted, Letter, Measure)
_GET = {made: attrgetter(*(field.name for field in fields(made))) for made in _MADE}
_PUT = {made: tuple(vars(made)[field.name].__set__ for field in fields(made)) for made in _MADE}
"""The dataclasses that letters are made of: what gives all parts of one, and what puts each in its place."""


def _make(made: type, *parts: object) -> object:
    """Give a frozen value of these parts; the way that `dataclasses` has for it takes several times as long.

    Raises:
        KeyError: If letters hold no such values.
        ValueError: If it has more parts, or fewer.
    """
    new: object = object.__new__(made)
    for put, part in zip(_PUT[made], parts, strict=True):
        put(new, part)
    return new


def _reduce(value: Any) -> tuple[Callable[..., object], tuple[object, ...]]:  # noqa: ANN401 - any of `_MADE`
    """Give how a value is to be made anew."""
    made = type(value)
    return _make, (made, *_GET[made](value))


class _Letters(pickle.Pickler):
    """Writes letters, the parts of each value in their order and without their names."""

    dispatch_table = dict.fromkeys(_MADE, _reduce)


_TUPLES = (Cell, Council, Doubt, Period, Quote, Remark, Table)
_ENUMS = (CouncilType, DoubtCode, LetterKind, MeasureName, RemarkKind, State, TableName)
_NAMED: tuple[Any, ...] = (*_MADE, *_TUPLES, *_ENUMS, date, frozenset, _make)
_CLASSES: dict[tuple[str, str], object] = {(one.__module__, one.__name__): one for one in _NAMED}
"""All that letters are made of and with, by the names that `pickle` knows it by."""


class _LettersAlone(pickle.Unpickler):
    """Makes nothing but letters of what is sent: a process that a file has taken over is not to be trusted."""

    def find_class(self, module: str, name: str) -> object:
        """Give a class that letters are made of.

        Raises:
            UnpicklingError: If it is any other.
        """
        found = _CLASSES.get((module, name))
        if found is None:
            raise pickle.UnpicklingError(f"{module}.{name} is no part of a letter")
        return found


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
    packed = io.BytesIO()
    _Letters(packed, pickle.HIGHEST_PROTOCOL).dump(extracted)
    return packed.getvalue()


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
