"""The fingerprints of letters' sentences: kept as bytes, asked for by the year."""

import json
import sqlite3
import sys
from array import array
from collections.abc import Collection, Mapping, Sequence
from typing import NamedTuple

from db.errors import LetterDamaged
from db.store.digest import digest_text
from db.store.letter_parts import OF_LETTERS
from db.store.transaction import open_transaction
from db.text.byte_digest import digest_bytes

_ADD = """
    INSERT OR REPLACE INTO letter_sentences (letter_id, fingerprints)
    SELECT id, :fingerprints FROM letter WHERE id = :letter
"""
_SEAL = "UPDATE letter_digest SET sentences = ? WHERE letter_id = ?"
_LETTER = """
    SELECT council_id, year, letter_text.text, folded, letter_digest.text AS digest FROM letter
    JOIN letter_text ON letter_text.letter_id = letter.id
    LEFT JOIN letter_digest ON letter_digest.letter_id = letter.id WHERE letter.id = ?
"""
# The other councils' letters that count as one each: not the pages of figures, nor what is of nobody knows whom.
_OTHERS = """
    SELECT letter.id, fingerprints, sentences AS digest
    FROM letter
    LEFT JOIN letter_sentences ON letter_sentences.letter_id = letter.id
    LEFT JOIN letter_digest ON letter_digest.letter_id = letter.id
    WHERE year = :year AND council_id <> :council AND identified = 1 AND shown = 1 AND kind = 'annual'
"""
_TEXTS = f"SELECT letter_id, text FROM letter_text WHERE letter_id {OF_LETTERS}"


class LettersOfYear(NamedTuple):
    """A letter's text and year, and the fingerprints of each other council's letter of that year.

    `unread` are the texts, by the letter's id, of those whose fingerprints have not been made, or are damaged.
    """

    text: str
    year: int | None
    others: Sequence[Collection[int]]
    unread: Mapping[int, str]


def read_letters_of_year(connection: sqlite3.Connection, letter_id: int) -> LettersOfYear | None:
    """What a letter is compared with to tell its own words; None where it is gone.

    Raises:
        LetterDamaged: its text is not what was written.
    """
    letter = connection.execute(_LETTER, (letter_id,)).fetchone()
    if letter is None:
        return None
    if letter["digest"] is None or letter["digest"] != digest_text([letter]):
        raise LetterDamaged
    others, unread = [], []
    for row in connection.execute(_OTHERS, {"year": letter["year"], "council": letter["council_id"]}):
        if row["fingerprints"] is not None and row["digest"] == digest_bytes(row["fingerprints"]):
            others.append(_unpack(row["fingerprints"]))
        else:
            unread.append(row["id"])
    texts = connection.execute(_TEXTS, (json.dumps(sorted(unread)),))
    return LettersOfYear(
        text=letter["text"],
        year=letter["year"],
        others=others,
        unread={row["letter_id"]: row["text"] for row in texts},
    )


def add_fingerprints(connection: sqlite3.Connection, letter_id: int, fingerprints: Sequence[int]) -> bytes:
    """Keeps a letter's fingerprints, if it is there; gives the bytes that are kept, whose digest is the caller's."""
    packed = pack_fingerprints(fingerprints)
    connection.execute(_ADD, {"letter": letter_id, "fingerprints": packed})
    return packed


def save_fingerprints(connection: sqlite3.Connection, made: Mapping[int, Sequence[int]]) -> None:
    """Keeps the fingerprints of several letters, in a transaction of its own."""
    with open_transaction(connection):
        for letter_id, fingerprints in made.items():
            kept = add_fingerprints(connection, letter_id, fingerprints)
            connection.execute(_SEAL, (digest_bytes(kept), letter_id))


def pack_fingerprints(fingerprints: Sequence[int]) -> bytes:
    """Numbers as bytes, 8 for each, the lowest first, on every computer alike."""
    numbers = array("q", fingerprints)
    if sys.byteorder == "big":
        numbers.byteswap()
    return numbers.tobytes()


def _unpack(data: bytes) -> "array[int]":
    """The numbers again, in the little memory of an array; what is no whole number at the end is left out."""
    numbers = array("q")
    numbers.frombytes(data[: len(data) // 8 * 8])
    if sys.byteorder == "big":
        numbers.byteswap()
    return numbers
