"""The digest of rows: what they must still say when they are read again."""

from collections.abc import Iterable, Sequence

from db.text.byte_digest import digest_bytes


def digest_rows(*groups: Iterable[Sequence[object]]) -> bytes:
    """The digest of rows in their order, group after group."""
    # Python writes numbers, texts in ASCII, None and bytes alike in every version, and sooner than JSON.
    return digest_bytes(ascii([[tuple(row) for row in rows] for rows in groups]).encode("ascii"))
