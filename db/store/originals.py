"""The bytes of a file as they were imported: kept small, and out of the library again.

Most of what a file says is in its letters' texts already, so these are the dictionary that its bytes are compressed
with: a text file shrinks to a hundredth this way, not to half. What is kept is the very bytes all the same.
"""

import hashlib
import sqlite3
import zlib
from collections.abc import Sequence

from db.errors import Damaged, FileGone

_TEXTS = """
    SELECT text FROM letter JOIN letter_text ON letter_id = letter.id WHERE file_id = ? ORDER BY position
"""
_WINDOW = 32768  # as far back as the format can point


def read_original(connection: sqlite3.Connection, sha256: str) -> bytes:
    """The bytes of the file with this SHA-256, checked against it.

    Raises:
        FileGone: there is no such file here.
        Damaged: its bytes are not as they were.
    """
    row = connection.execute("SELECT id, zlib FROM file WHERE sha256 = ?", (sha256,)).fetchone()
    if row is None:
        raise FileGone
    try:
        data = decompress(row["zlib"], read_texts(connection, row["id"]))
    except zlib.error:
        data = b""
    if hashlib.sha256(data).hexdigest() != sha256:
        raise Damaged("The file's bytes are damaged in the library: import it into a new library.")
    return data


def read_texts(connection: sqlite3.Connection, file_id: int) -> list[str]:
    """The texts of a file's letters, in their order: what its bytes are compressed with."""
    return [row["text"] for row in connection.execute(_TEXTS, (file_id,))]


def read_dictionary_id(compressed: bytes) -> int:
    """The checksum of the texts that bytes were compressed with, as `make_dictionary_id` makes it; 0 for none."""
    return int.from_bytes(compressed[2:6], "big") if len(compressed) > 5 and compressed[1] & 0x20 else 0


def make_dictionary_id(texts: Sequence[str]) -> int:
    """The checksum by which bytes that were compressed with these texts name them."""
    return zlib.adler32(_make_dictionary(texts))


def compress(data: bytes, texts: Sequence[str]) -> bytes:
    """The bytes in zlib's format, with the texts of the file's letters, in their order, as preset dictionary."""
    compressor = zlib.compressobj(zdict=_make_dictionary(texts))
    return compressor.compress(data) + compressor.flush()


def decompress(compressed: bytes, texts: Sequence[str]) -> bytes:
    """The bytes as they were.

    Raises:
        zlib.error: they are damaged, or the texts are not those they were compressed with.
    """
    decompressor = zlib.decompressobj(zdict=_make_dictionary(texts))
    return decompressor.decompress(compressed) + decompressor.flush()


def _make_dictionary(texts: Sequence[str]) -> bytes:
    return "".join(texts).encode()[-_WINDOW:]
