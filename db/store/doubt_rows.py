"""Doubts as rows, and rows as doubts."""

import json
import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Sequence
from contextlib import suppress

from db.model import Doubt, DoubtCode, Quote
from db.store.digest import DIGEST_COLUMNS, digest_part
from db.store.digest_rows import digest_rows
from db.store.enums import read_enum
from db.store.letter_parts import OF_LETTERS, LetterParts

_DIGESTS = f"""
    SELECT letter.id AS letter_id, {DIGEST_COLUMNS} FROM letter LEFT JOIN letter_digest ON letter_digest.letter_id = id
    WHERE letter.id {OF_LETTERS}
"""
_NO_DOUBTS = digest_rows((), ())


def read_doubts(connection: sqlite3.Connection, letter_ids: Sequence[int]) -> dict[int, list[Doubt]]:
    """The doubts of letters by their id, as they were saved; where they are not, one that says so."""
    parts = LetterParts(connection, letter_ids)
    texts = LetterParts(connection, parts.doubt_quotes)
    doubts: dict[int, list[Doubt]] = {}
    for row in connection.execute(_DIGESTS, (json.dumps(list(letter_ids)),)):
        letter_id = row["letter_id"]
        doubts[letter_id] = [Doubt.of(DoubtCode.LETTER_DAMAGED)]
        is_quoting = letter_id in parts.doubt_quotes
        if row["doubts_digest"] != digest_part("doubts", parts, letter_id):
            continue
        if is_quoting and row["text_digest"] != digest_part("text", texts, letter_id):
            continue
        text = texts.texts[letter_id][0]["text"] if is_quoting else ""
        with suppress(ValueError, sqlite3.DataError):  # what no upheld of this schema writes
            rows = parts.doubts.get(letter_id, ()), parts.doubt_quotes.get(letter_id, ())
            doubts[letter_id] = make_doubts(text, *rows)
    return {letter_id: found for letter_id, found in doubts.items() if found}


def make_doubts(text: str, doubts: Iterable[sqlite3.Row], quotes: Iterable[sqlite3.Row]) -> list[Doubt]:
    """A letter's doubts from their rows, their words from its text.

    Raises:
        ValueError: a row holds what is never written.
    """
    of_doubt: dict[int, list[Quote]] = defaultdict(list)
    for row in quotes:
        start, end = row["start"], row["end"]
        of_doubt[row["doubt"]].append(Quote(start=start, end=end, text=text[start:end]))
    return [
        Doubt.of(
            read_enum(DoubtCode, row["code"]), row["about"], of_doubt[row["position"]], **json.loads(row["parameters"])
        )
        for row in doubts
    ]


def find_doubtful_letters(connection: sqlite3.Connection) -> list[int]:
    """The ids of the letters with any doubt, or that had any when they were written."""
    question = """
        SELECT DISTINCT letter_id FROM doubt WHERE letter_id IN (SELECT id FROM letter)
        UNION SELECT id FROM letter LEFT JOIN letter_digest ON letter_id = id WHERE doubts IS NOT ?
    """
    return [row["letter_id"] for row in connection.execute(question, (_NO_DOUBTS,))]
