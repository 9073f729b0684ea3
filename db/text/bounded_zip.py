"""ZIP files from strangers: what is in them is believed only as far as it has been counted while reading."""

import struct
import zipfile
import zlib
from enum import Enum, auto
from io import BufferedReader, BytesIO
from types import TracebackType
from typing import Self

from db.errors import Refused
from db.text.limits import MEBIBYTE

MAX_MEMBERS = 10_000
"""The most files that a ZIP file may list."""

MAX_UNPACKED = 1024 * MEBIBYTE
"""The most bytes that all reads from one ZIP file may give together."""

_LONGEST_READ = 2 * MEBIBYTE
_CHUNK = 64 * 1024
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_ENCRYPTED = 0x1
_ODT_TYPES = tuple(b"application/vnd.oasis.opendocument." + kind for kind in (b"text", b"text-template"))

_BROKEN = "This ZIP file or document is damaged; fetch it again or save it anew."
_BOMB = "This unpacks to far more than any letter holds; import the pages of the letter alone."
_TOO_MANY = f"This ZIP file lists more than {MAX_MEMBERS:,} files; unpack it and import the folder."

_DAMAGE = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    EOFError,
    OSError,
    OverflowError,
    RuntimeError,
    ValueError,
)
"""What zipfile raises for damaged files, found by giving it many."""


class Contents(Enum):
    """What a ZIP file is for."""

    DOCX = auto()
    ODT = auto()
    OTHER_DOCUMENT = auto()
    FILES = auto()


class BoundedZip:
    """A ZIP file open for reading, within limits; a context manager. `file` is closed with it.

    Raises:
        Refused: If the file is damaged or lists more than `MAX_MEMBERS` files.
    """

    def __init__(self, file: BytesIO | BufferedReader) -> None:
        self._file = _ShortReads(file)
        self._bytes_left = MAX_UNPACKED
        try:
            self._zip = zipfile.ZipFile(self._file)
        except _DAMAGE as error:
            self._file.close()
            raise Refused(_BROKEN) from error
        except Refused:
            self._file.close()
            raise
        if len(self._zip.filelist) > MAX_MEMBERS:
            self.close()
            raise Refused(_TOO_MANY)
        self._names = frozenset(self._zip.namelist())

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the file; harmless when it is closed already."""
        self._zip.close()
        self._file.close()

    def list_members(self) -> list[zipfile.ZipInfo]:
        """Give what is in it, folders left out, in the order it is listed."""
        return [member for member in self._zip.filelist if not member.is_dir()]

    def detect_contents(self) -> Contents:
        """Tell a word processor's document, and other documents, from a ZIP file of files."""
        names = self._names
        if "[Content_Types].xml" in names:
            word = any(name.startswith("word/") for name in names)
            return Contents.DOCX if word else Contents.OTHER_DOCUMENT
        if "mimetype" in names:
            odt = self.read("mimetype", limit=100).strip() in _ODT_TYPES
            return Contents.ODT if odt else Contents.OTHER_DOCUMENT
        return Contents.FILES

    def has_member(self, name: str) -> bool:
        """Whether a member of that name is listed."""
        return name in self._names

    def read(self, member: zipfile.ZipInfo | str, limit: int) -> bytes:
        """Unpack one member.

        Raises:
            Refused: If it is over `limit` bytes, damaged, encrypted or missing.
        """
        chunks: list[bytes] = []
        size = 0
        try:
            info = self._zip.getinfo(member) if isinstance(member, str) else member
            if info.flag_bits & _ENCRYPTED:
                raise Refused("This ZIP file or document has a password; save or pack it without one.")
            if info.compress_type not in _METHODS:
                raise Refused("This ZIP file is packed in an unusual way; unpack it and import the folder.")
            with self._zip.open(info) as stream:
                while chunk := stream.read(_CHUNK):
                    size += len(chunk)
                    self._bytes_left -= len(chunk)
                    if size > limit or self._bytes_left < 0:
                        raise Refused(_BOMB)
                    chunks.append(chunk)
        except KeyError as error:
            raise Refused(_BROKEN) from error
        except _DAMAGE as error:
            raise Refused(_BROKEN) from error
        return b"".join(chunks)


class _ShortReads(BufferedReader):
    """Refuses long reads: zipfile takes in a list of contents, however long, with a single one."""

    def read(self, size: int | None = -1, /) -> bytes:
        """Read so many bytes.

        Raises:
            Refused: If that is a list of members longer than any real one.
        """
        if size is not None and size > _LONGEST_READ:
            raise Refused(_TOO_MANY)
        return super().read(size)
