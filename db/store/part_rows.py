"""What hangs on a letter as rows to be written, in the order in which `letter_parts` reads them."""

import json
import sqlite3
from typing import NamedTuple

from db.model import Letter, Table
from db.store.measure_rows import make_measure_row
from db.store.spans import find_span

Row = tuple[object, ...]

_ADD_MEASURES = """
    INSERT INTO measure (letter_id, position, name, state, rate, average, count, base, base_of, denominator, derived)
    VALUES
"""
_MEASURE = "(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
_ADD = {
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
    """The rows of what hangs on one letter, each kind by the name and in the order that it has in `LetterParts`."""

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
    return PartRows(
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


def insert_part_rows(connection: sqlite3.Connection, rows: PartRows) -> None:
    """Puts in the rows of a letter that is there."""
    if rows.measures:
        # With one statement: SQLite makes the lists of words that the table's rules allow anew for each.
        values = [value for row in rows.measures for value in row]
        connection.execute(f"{_ADD_MEASURES} {', '.join([_MEASURE] * len(rows.measures))}", values)
    for kind, statement in _ADD.items():
        if of_kind := getattr(rows, kind):
            connection.executemany(statement, of_kind)


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
