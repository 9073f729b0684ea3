"""ZIP files from strangers: what is in them is believed only as far as it has been counted while reading."""

import re
import struct
import zipfile
import zlib
from enum import Enum, auto
from io import BufferedReader, BytesIO
from types import TracebackType
from typing import Self

from db.errors import Refused
from db.text.limits import MAX_MEMBERS, MAX_RATIO, MAX_UNPACKED, MEBIBYTE, SMALL_ARCHIVE

_LONGEST_READ = 2 * MEBIBYTE
_LOCAL_HEADER = 30
"""Bytes before a member's own, at least."""
_CHUNK = 64 * 1024
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_ENCRYPTED = 0x1
_ODT_TYPES = tuple(b"application/vnd.oasis.opendocument." + kind for kind in (b"text", b"text-template"))

_BROKEN = "This ZIP file or document is damaged; fetch it again or save it anew."
_BOMB = "This unpacks to far more than any letter holds; import the pages of the letter alone."
_TOO_DENSE = (
    f"This ZIP file unpacks to more than {MAX_RATIO} times its size, as no letters do; unpack it and import the "
    "letters alone."
)
_OVERLAPPING = (
    "This ZIP file lists the same bytes as several files, as no program packs them; it is not read for safety."
)
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

_WORD_MAIN = re.compile(rb"(?:wordprocessingml|ms-word)\.(?:document|template)[\w.]*\.main\+xml")
_MANIFEST_ENTRY = re.compile(rb"<[\w.-]*:?file-entry\b[^>]*>")
_WHOLE_PACKAGE = re.compile(rb"full-path\s*=\s*[\"']/[\"']")
_MANIFEST_TYPE = re.compile(rb"application/vnd\.oasis\.opendocument\.[\w-]+")


class Contents(Enum):
    """What a ZIP file is for."""

    DOCX = auto()
    ODT = auto()
    OTHER_DOCUMENT = auto()
    FILES = auto()


def normalise_name(name: str) -> str:
    """Give the name of a member as names are compared in a document: `./Word/a.xml` and `/word/a.xml` are one."""
    parts = (part for part in name.replace("\\", "/").split("/") if part not in ("", "."))
    return "/".join(parts).lower()


class BoundedZip:
    """A ZIP file open for reading, within limits; a context manager. `file` is closed with it.

    Raises:
        Refused: If the file is damaged, lists more than `MAX_MEMBERS` files or the same bytes as several of them.
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
        if _has_overlap(self._zip.filelist):
            self.close()
            raise Refused(_OVERLAPPING)
        self._members = {normalise_name(member.filename): member for member in self._zip.filelist}

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
        # `is_dir` of zipfile trips over a member without a name.
        return [member for member in self._zip.filelist if not member.filename.endswith("/")]

    def bound_ratio(self, size: int) -> None:
        """Bound what all reads from this ZIP file, of so many bytes, may give by how many times that is.

        Raises:
            Refused: If by its own list it is more.
        """
        most = max(MAX_RATIO * size, SMALL_ARCHIVE)
        if sum(member.file_size for member in self._zip.filelist) > most:
            raise Refused(_TOO_DENSE)
        self._bytes_left = min(self._bytes_left, most)

    def detect_contents(self) -> Contents:
        """Tell a word processor's document, and other documents, from a ZIP file of files."""
        if self.has_member("[Content_Types].xml"):
            # A workbook may have a Word document within it, in a part of its own; it is the main part that counts.
            word = any(name.startswith("word/") for name in self._members)
            word = word or bool(_WORD_MAIN.search(self.read("[Content_Types].xml", limit=MEBIBYTE)))
            return Contents.DOCX if word else Contents.OTHER_DOCUMENT
        if self.has_member("mimetype"):
            odt = self.read("mimetype", limit=100).strip() in _ODT_TYPES
            return Contents.ODT if odt else Contents.OTHER_DOCUMENT
        return self._detect_without_mimetype()

    def _detect_without_mimetype(self) -> Contents:
        """Tell an OpenDocument file that was packed anew, without the member that says its type first."""
        if not (self.has_member("content.xml") and self.has_member("META-INF/manifest.xml")):
            return Contents.FILES
        entries = _MANIFEST_ENTRY.findall(self.read("META-INF/manifest.xml", limit=MEBIBYTE))
        stated = [_MANIFEST_TYPE.findall(entry) for entry in entries if _WHOLE_PACKAGE.search(entry)]
        if not any(stated):
            return Contents.FILES
        return Contents.ODT if any(kind in _ODT_TYPES for kind in stated[0]) else Contents.OTHER_DOCUMENT

    def has_member(self, name: str) -> bool:
        """Whether a member of that name is listed."""
        return normalise_name(name) in self._members

    def read(self, member: zipfile.ZipInfo | str, limit: int) -> bytes:
        """Unpack one member.

        Raises:
            Refused: If it is over `limit` bytes, damaged, encrypted or missing.
        """
        chunks: list[bytes] = []
        size = 0
        try:
            info = self._members[normalise_name(member)] if isinstance(member, str) else member
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


def _has_overlap(members: list[zipfile.ZipInfo]) -> bool:
    """Whether the packed bytes of any two members are partly the same, as their list has it."""
    end = 0
    for member in sorted(members, key=lambda each: each.header_offset):
        if member.header_offset < end:
            return True
        end = member.header_offset + _LOCAL_HEADER + member.compress_size
    return False


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
