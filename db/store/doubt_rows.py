"""Doubts as rows, and rows as doubts."""

import json
import sqlite3
from collections import defaultdict

from db.model import Doubt, DoubtCode, Letter, Quote
from db.store.enums import read_enum
from db.store.spans import find_span

_DOUBTS = """
    SELECT letter_id, position, code, about, parameters FROM doubt
    WHERE letter_id IN (SELECT value FROM json_each(?)) ORDER BY letter_id, position
"""
_SPANS = """
    SELECT letter_id, doubt, start, "end" FROM doubt_quote
    WHERE letter_id IN (SELECT value FROM json_each(?)) ORDER BY letter_id, doubt, position
"""
_TEXTS = """
    SELECT letter_id, text FROM letter_text
    WHERE letter_id IN (SELECT value FROM json_each(?))
        AND EXISTS (SELECT 1 FROM doubt_quote WHERE doubt_quote.letter_id = letter_text.letter_id)
"""


def read_doubts(connection: sqlite3.Connection, letter_ids: str) -> dict[int, list[Doubt]]:
    """The doubts of letters by their id, as they were saved; the ids as a JSON list."""
    quotes = _read_quotes(connection, letter_ids)
    doubts: dict[int, list[Doubt]] = defaultdict(list)
    for row in connection.execute(_DOUBTS, (letter_ids,)):
        letter_id, parameters = row["letter_id"], json.loads(row["parameters"])
        code, of_doubt = read_enum(DoubtCode, row["code"]), quotes[letter_id, row["position"]]
        doubts[letter_id].append(Doubt.of(code, row["about"], of_doubt, **parameters))
    return doubts


def _read_quotes(connection: sqlite3.Connection, letter_ids: str) -> dict[tuple[int, int], list[Quote]]:
    """The places of doubts, by letter and by the doubt's position there."""
    spans: dict[int, list[tuple[int, int, int]]] = defaultdict(list)
    for row in connection.execute(_SPANS, (letter_ids,)):
        spans[row["letter_id"]].append((row["doubt"], row["start"], row["end"]))
    quotes: dict[tuple[int, int], list[Quote]] = defaultdict(list)
    for row in connection.execute(_TEXTS, (letter_ids,)):
        text = row["text"]
        for doubt, start, end in spans[row["letter_id"]]:
            quotes[row["letter_id"], doubt].append(Quote(start=start, end=end, text=text[start:end]))
    return quotes


def find_doubtful_letters(connection: sqlite3.Connection) -> list[int]:
    """The ids of the letters with any doubt."""
    return [row["letter_id"] for row in connection.execute("SELECT DISTINCT letter_id FROM doubt")]


def add_doubts(connection: sqlite3.Connection, letter_id: int, letter: Letter) -> None:
    """Adds the rows of a letter's doubts.

    Raises:
        ValueError: a quote is not what stands at its place.
    """
    connection.executemany(
        "INSERT INTO doubt (letter_id, position, code, about, parameters) VALUES (?, ?, ?, ?, ?)",
        [
            (letter_id, n, doubt.code.value, doubt.about, json.dumps(dict(doubt.parameters)))
            for n, doubt in enumerate(letter.doubts)
        ],
    )
    connection.executemany(
        'INSERT INTO doubt_quote (letter_id, doubt, position, start, "end") VALUES (?, ?, ?, ?, ?)',
        [
            (letter_id, n, m, *find_span(quote, letter.text))
            for n, doubt in enumerate(letter.doubts)
            for m, quote in enumerate(doubt.quotes)
        ],
    )
