"""The fingerprints of boilerplate that is known whatever letters are here: of years whose letters we have read.

They are made by `tests/known_boilerplate.py`.
"""

from functools import lru_cache
from pathlib import Path

KNOWN_FILE = Path(__file__).with_name("known.txt")
"""A line for each sentence: the letters' year, and the fingerprint as 16 hexadecimal digits."""


@lru_cache(maxsize=1)
def load_known() -> dict[int, frozenset[int]]:
    """The fingerprints known, by the year."""
    known: dict[int, set[int]] = {}
    for line in KNOWN_FILE.read_text(encoding="ascii").splitlines():
        if line and not line.startswith("#"):
            year, digits = line.split()
            known.setdefault(int(year), set()).add(int.from_bytes(bytes.fromhex(digits), "big", signed=True))
    return {year: frozenset(values) for year, values in known.items()}
