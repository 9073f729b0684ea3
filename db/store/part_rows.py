"""What hangs on a letter as rows to be written, in the order in which `letter_parts` reads them."""

import json
import sqlite3
from collections.abc import Sequence
from itertools import chain
from typing import NamedTuple

from db.model import Letter, Table
from db.store.measure_rows import make_measure_row
from db.store.sentence_rows import pack_fingerprints
from db.store.spans import find_span
from db.text.searched import fold_for_search

Row = tuple[object, ...]

_ADD_MEASURES = """
    INSERT INTO measure (letter_id, position, name, state, rate, average, count, base, base_of, denominator, derived)
    VALUES
"""
_MEASURE = "(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
_MEASURES_AT_ONCE = 20
_ADD = {
    "texts": "INSERT INTO letter_text (letter_id, text, folded) VALUES (?, ?, ?)",
    "sentences": "INSERT INTO letter_sentences (letter_id, fingerprints) VALUES (?, ?)",
    "quotes": 'INSERT INTO measure_quote (letter_id, measure, position, start, "end") VALUES (?, ?, ?, ?, ?)',
    "tables": "INSERT INTO letter_table (letter_id, position, name) VALUES (?, ?, ?)",
    "cells": """
        INSERT INTO cell (letter_id, letter_table, position, is_total, key, heading, value, start, "end")
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
    """,
    "remarks": 'INSERT INTO remark (letter_id, position, kind, start, "end") VALUES (?, ?, ?, ?, ?)',
    "doubts": "INSERT INTO doubt (letter_id, position, code, about, parameters) VALUES (?, ?, ?, ?, ?)",
    "doubt_quotes": 'INSERT INTO doubt_quote (letter_id, doubt, position, start, "end") VALUES (?, ?, ?, ?, ?)',
}


class PartRows(NamedTuple):
    """The rows of what hangs on one letter, each kind by the name that it has in `LetterParts`.

    `sentences` is the row of its fingerprints, if they were made.
    """

    texts: list[tuple[int, str, str | None]]
    sentences: list[tuple[int, bytes]]
    measures: list[Row]
    quotes: list[Row]
    tables: list[Row]
    cells: list[Row]
    remarks: list[Row]
    doubts: list[Row]
    doubt_quotes: list[Row]


def make_part_rows(letter_id: int, letter: Letter) -> PartRows:
    """The rows of whatever hangs on a letter: plain values, as they are read again, of an enumeration's words too.

    Raises:
        ValueError: a quote is not what stands at its place in the text.
    """
    text = letter.text
    searched = fold_for_search(text)
    return PartRows(
        texts=[(letter_id, text, searched.text if searched else None)],
        sentences=[] if letter.fingerprints is None else [(letter_id, pack_fingerprints(letter.fingerprints))],
        measures=[make_measure_row(letter_id, n, measure) for n, measure in enumerate(letter.measures)],
        quotes=sorted(
            (letter_id, measure.name.value, n, *find_span(quote, text))
            for measure in letter.measures
            for n, quote in enumerate(measure.quotes)
        ),
        tables=[(letter_id, n, table.name.value) for n, table in enumerate(letter.tables)],
        cells=[row for n, table in enumerate(letter.tables) for row in _make_cell_rows(letter_id, n, table, text)],
        remarks=[(letter_id, n, one.kind.value, *find_span(one.quote, text)) for n, one in enumerate(letter.remarks)],
        doubts=[
            (letter_id, n, doubt.code.value, doubt.about and str(doubt.about), json.dumps(dict(doubt.parameters)))
            for n, doubt in enumerate(letter.doubts)
        ],
        doubt_quotes=[
            (letter_id, n, m, *find_span(quote, text))
            for n, doubt in enumerate(letter.doubts)
            for m, quote in enumerate(doubt.quotes)
        ],
    )


def insert_part_rows(connection: sqlite3.Connection, several: Sequence[PartRows]) -> None:
    """Puts in the rows of letters that are there."""
    # Many with one statement: SQLite makes the lists of words that the table's rules allow anew for each.
    measures = [row for rows in several for row in rows.measures]
    for first in range(0, len(measures), _MEASURES_AT_ONCE):
        at_once = measures[first : first + _MEASURES_AT_ONCE]
        statement = f"{_ADD_MEASURES} {', '.join([_MEASURE] * len(at_once))}"
        connection.execute(statement, [*chain.from_iterable(at_once)])
    for kind, statement in _ADD.items():
        connection.executemany(statement, chain.from_iterable(getattr(rows, kind) for rows in several))


def _make_cell_rows(letter_id: int, number: int, table: Table, text: str) -> list[Row]:
    cells = [(cell, 0) for cell in table.cells]
    if table.total is not None:
        cells.append((table.total, 1))
    return [
        (
            letter_id,
            number,
            n,
            is_total,
            str(one.key),
            str(one.heading),
            one.value,
            *find_span(one.quote, text),
        )
        for n, (one, is_total) in enumerate(cells)
    ]
