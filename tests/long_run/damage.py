"""What is done to a library's file by chance: bytes flipped, cut, left out, filled; parts of its schema dropped."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from random import Random

_PAGE = 4096
_HEADER = 100
"""Bytes that say which program's file it is: whatever is made of them is no library."""


def flip_bit(data: bytes, chance: Random) -> bytes:
    """One bit is the other one."""
    at = _choose_place(data, chance)
    return _put(data, at, bytes([data[at] ^ 1 << chance.randrange(8)]))


def change_byte(data: bytes, chance: Random) -> bytes:
    """One byte is another."""
    at = _choose_place(data, chance)
    return _put(data, at, bytes([(data[at] + chance.randrange(1, 256)) % 256]))


def change_bytes(data: bytes, chance: Random) -> bytes:
    """A few bytes in a row are others."""
    at = _choose_place(data, chance)
    return _put(data, at, chance.randbytes(chance.randrange(2, 17))[: len(data) - at])


def fill_page(data: bytes, chance: Random) -> bytes:
    """A page is empty, or of anything."""
    at = _choose_place(data, chance) // _PAGE * _PAGE or _PAGE
    return _put(data, at, chance.choice((bytes(_PAGE), chance.randbytes(_PAGE))))


def swap_pages(data: bytes, chance: Random) -> bytes:
    """A page stands in the place of another."""
    one, other = (chance.randrange(1, len(data) // _PAGE) * _PAGE for _ in range(2))
    return _put(data, one, data[other : other + _PAGE])


def cut(data: bytes, chance: Random) -> bytes:
    """The file ends early, at a page or anywhere."""
    at = _choose_place(data, chance)
    return data[: chance.choice((at, at // _PAGE * _PAGE or _PAGE))]


def leave_out(data: bytes, chance: Random) -> bytes:
    """A stretch is missing, and what stood behind it moves up."""
    at = _choose_place(data, chance)
    return data[:at] + data[at + chance.choice((1, 16, _PAGE)) :]


def make_hole(data: bytes, chance: Random) -> bytes:
    """Some pages in a row are nothing but zeros, as a disk gives back what it never wrote."""
    at = _choose_place(data, chance)
    hole = bytes(chance.choice((512, _PAGE, 4 * _PAGE)))
    return _put(data, at, hole)[: len(data)]


IN_BYTES: dict[str, Callable[[bytes, Random], bytes]] = {
    "bit": flip_bit,
    "byte": change_byte,
    "bytes": change_bytes,
    "page": fill_page,
    "swapped pages": swap_pages,
    "cut": cut,
    "left out": leave_out,
    "hole": make_hole,
}
"""The ways in which a file's bytes change, by name."""


def drop_from_schema(path: Path, chance: Random) -> str:
    """Drops an index, a trigger or a view of the library, or several; which."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        asked = "SELECT type, name FROM sqlite_schema WHERE type IN ('index', 'trigger', 'view') AND sql IS NOT NULL"
        parts = connection.execute(asked).fetchall()
        dropped = chance.sample(parts, chance.choice((1, 1, 1, 2, 5)))
        for kind, name in dropped:
            connection.execute(f'DROP {kind} IF EXISTS "{name}"')
    return ", ".join(name for _, name in dropped)


def _choose_place(data: bytes, chance: Random) -> int:
    return chance.randrange(_HEADER, len(data))


def _put(data: bytes, at: int, changed: bytes) -> bytes:
    return data[:at] + changed + data[at + len(changed) :]
