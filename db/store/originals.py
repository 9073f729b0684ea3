"""The bytes of a file as they were imported, out of the library again."""

import hashlib
import sqlite3
import zlib

from db.errors import Damaged, FileGone
from db.store.compression import decompress

_TEXTS = """
    SELECT text FROM letter JOIN letter_text ON letter_id = letter.id WHERE file_id = ? ORDER BY position
"""


def original(connection: sqlite3.Connection, sha256: str) -> bytes:
    """The bytes of the file with this SHA-256, checked against it.

    Raises:
        FileGone: there is no such file here.
        Damaged: its bytes are not as they were.
    """
    row = connection.execute("SELECT id, zlib FROM file WHERE sha256 = ?", (sha256,)).fetchone()
    if row is None:
        raise FileGone
    try:
        data = decompress(row[1], texts_of(connection, row[0]))
    except zlib.error:
        data = b""
    if hashlib.sha256(data).hexdigest() != sha256:
        raise Damaged("The file's bytes are damaged in the library: import it into a new library.")
    return data


def texts_of(connection: sqlite3.Connection, file_id: int) -> list[str]:
    """The texts of a file's letters, in their order: what its bytes are compressed with."""
    return [text for (text,) in connection.execute(_TEXTS, (file_id,))]
