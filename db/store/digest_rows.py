"""The digest of rows: what they must still say when they are read again."""

from collections.abc import Iterable, Sequence

try:  # hashlib takes it from here too, but loads OpenSSL first, which is a twentieth of what `upheld show` takes
    from _blake2 import blake2b
except ImportError:  # another Python than CPython
    from hashlib import blake2b

BYTES = 8
"""Long enough that no accident comes upon the same again."""


def digest_rows(*groups: Iterable[Sequence[object]]) -> bytes:
    """The digest of rows in their order, group after group."""
    # Python writes numbers, texts in ASCII, None and bytes alike in every version, and sooner than JSON.
    written = ascii([[tuple(row) for row in rows] for rows in groups])
    return blake2b(written.encode("ascii"), digest_size=BYTES).digest()


def digest_bytes(data: bytes) -> bytes:
    """The digest of bytes as they are."""
    return blake2b(data, digest_size=BYTES).digest()
