"""A file as it goes to a process that reads it, and what comes back."""

from typing import NamedTuple

from db.errors import Refused


class FileBytes(NamedTuple):
    """A file's bytes, and what it is called."""

    data: bytes
    name: str


Answer = bytes | Refused
"""What came back for a file, packed as it came; or why nothing did. Unpacked, it takes many times the memory."""
