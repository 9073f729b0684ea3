"""A file as it goes to whatever reads it."""

from typing import NamedTuple


class FileBytes(NamedTuple):
    """A file's bytes, and what it is called."""

    data: bytes
    name: str
