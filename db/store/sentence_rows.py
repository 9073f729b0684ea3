"""The fingerprints of letters' sentences: kept as bytes, asked for by the year."""

import sqlite3
import sys
from array import array
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from db.store.transaction import open_transaction

_ADD = """
    INSERT OR IGNORE INTO letter_sentences (letter_id, fingerprints)
    SELECT id, :fingerprints FROM letter WHERE id = :letter
"""
_LETTER = """
    SELECT council_id, year, text FROM letter JOIN letter_text ON letter_id = letter.id WHERE letter.id = ?
"""
# The other councils' letters that count as one each: not the pages of figures, nor what is of nobody knows whom.
_OTHERS = """
    SELECT letter.id, fingerprints, CASE WHEN fingerprints IS NULL THEN text END AS text
    FROM letter
    JOIN letter_text ON letter_text.letter_id = letter.id
    LEFT JOIN letter_sentences ON letter_sentences.letter_id = letter.id
    WHERE year = :year AND council_id <> :council AND identified = 1 AND shown = 1 AND kind = 'annual'
"""


@dataclass(frozen=True, slots=True)
class LettersOfYear:
    """A letter's text and year, and the fingerprints of each other council's letter of that year.

    `unread` are the texts, by the letter's id, of those whose fingerprints have not been made.
    """

    text: str
    year: int | None
    others: tuple[frozenset[int], ...]
    unread: Mapping[int, str]


def read_letters_of_year(connection: sqlite3.Connection, letter_id: int) -> LettersOfYear | None:
    """What a letter is compared with to tell its own words; None where it is gone."""
    letter = connection.execute(_LETTER, (letter_id,)).fetchone()
    if letter is None:
        return None
    rows = connection.execute(_OTHERS, {"year": letter["year"], "council": letter["council_id"]}).fetchall()
    return LettersOfYear(
        text=letter["text"],
        year=letter["year"],
        others=tuple(_unpack(row["fingerprints"]) for row in rows if row["fingerprints"] is not None),
        unread={row["id"]: row["text"] for row in rows if row["fingerprints"] is None},
    )


def add_fingerprints(connection: sqlite3.Connection, letter_id: int, fingerprints: Sequence[int]) -> None:
    """Keeps a letter's fingerprints, if it is there and has none yet."""
    connection.execute(_ADD, {"letter": letter_id, "fingerprints": _pack(fingerprints)})


def save_fingerprints(connection: sqlite3.Connection, made: Mapping[int, Sequence[int]]) -> None:
    """Keeps the fingerprints of several letters, in a transaction of its own."""
    with open_transaction(connection):
        for letter_id, fingerprints in made.items():
            add_fingerprints(connection, letter_id, fingerprints)


def _pack(fingerprints: Sequence[int]) -> bytes:
    """Numbers as bytes, 8 for each, the lowest first, on every computer alike."""
    numbers = array("q", fingerprints)
    if sys.byteorder == "big":
        numbers.byteswap()
    return numbers.tobytes()


def _unpack(data: bytes) -> frozenset[int]:
    """The numbers again; what is no whole number at the end is left out."""
    numbers = array("q")
    numbers.frombytes(data[: len(data) // 8 * 8])
    if sys.byteorder == "big":
        numbers.byteswap()
    return frozenset(numbers)
