"""The rows that hang on letters, fetched for many letters at once: one question a kind."""

import json
import sqlite3
from collections import defaultdict
from collections.abc import Iterable
from functools import cached_property

from db.store.council_rows import COUNCIL_COLUMNS
from db.store.measure_rows import MEASURE_COLUMNS

OF_LETTERS = "IN (SELECT value FROM json_each(?))"
"""The condition by which a question takes the ids of letters as a JSON list."""

_MEASURES = f"""
    SELECT letter_id, position, {MEASURE_COLUMNS} FROM measure
    WHERE letter_id {OF_LETTERS} ORDER BY letter_id, position
"""
_MEASURE_QUOTES = f"""
    SELECT letter_id, measure, position, start, "end" FROM measure_quote
    WHERE letter_id {OF_LETTERS} ORDER BY letter_id, measure, position
"""
_TABLES = (
    f"SELECT letter_id, position, name FROM letter_table WHERE letter_id {OF_LETTERS} ORDER BY letter_id, position"
)
_CELLS = f"""
    SELECT letter_id, letter_table, position, is_total, key, heading, value, start, "end" FROM cell
    WHERE letter_id {OF_LETTERS} ORDER BY letter_id, letter_table, position
"""
_REMARKS = f"""
    SELECT letter_id, position, kind, start, "end" FROM remark
    WHERE letter_id {OF_LETTERS} ORDER BY letter_id, position
"""
_DOUBTS = f"""
    SELECT letter_id, position, code, about, parameters FROM doubt
    WHERE letter_id {OF_LETTERS} ORDER BY letter_id, position
"""
_DOUBT_QUOTES = f"""
    SELECT letter_id, doubt, position, start, "end" FROM doubt_quote
    WHERE letter_id {OF_LETTERS} ORDER BY letter_id, doubt, position
"""
_TEXTS = f"SELECT letter_id, text, folded FROM letter_text WHERE letter_id {OF_LETTERS}"
_READ_COUNCILS = f"""
    SELECT letter.id AS letter_id, {COUNCIL_COLUMNS} FROM letter JOIN council ON council.id = read_council_id
    WHERE letter.id {OF_LETTERS} AND EXISTS (
        SELECT 1 FROM correction WHERE correction.file_id = letter.file_id AND correction.position = letter.position
    )
"""

Groups = dict[int, list[sqlite3.Row]]
"""Rows by the id of their letter; none for letters without any."""


class LetterParts:
    """What hangs on the wanted letters, by letter; each kind is fetched when it is first asked for."""

    def __init__(self, connection: sqlite3.Connection, letter_ids: Iterable[int]) -> None:
        self._connection = connection
        self._wanted = json.dumps(list(letter_ids))

    @cached_property
    def measures(self) -> Groups:
        """Rows with the columns of a measure."""
        return self._group(_MEASURES)

    @cached_property
    def quotes(self) -> Groups:
        """The places of measures, with the measure's name."""
        return self._group(_MEASURE_QUOTES)

    @cached_property
    def tables(self) -> Groups:
        """The letter's tables."""
        return self._group(_TABLES)

    @cached_property
    def cells(self) -> Groups:
        """The cells of all its tables, with the table's position."""
        return self._group(_CELLS)

    @cached_property
    def remarks(self) -> Groups:
        """Remarks, with their places."""
        return self._group(_REMARKS)

    @cached_property
    def doubts(self) -> Groups:
        """Doubts, without their places."""
        return self._group(_DOUBTS)

    @cached_property
    def doubt_quotes(self) -> Groups:
        """The places of doubts, with the doubt's position."""
        return self._group(_DOUBT_QUOTES)

    @cached_property
    def read_councils(self) -> Groups:
        """The council as read, of letters of which something is corrected."""
        return self._group(_READ_COUNCILS)

    @cached_property
    def texts(self) -> Groups:
        """The letter's text, and the one that is searched in its place."""
        return self._group(_TEXTS)

    def _group(self, question: str) -> Groups:
        groups: Groups = defaultdict(list)
        for row in self._connection.execute(question, (self._wanted,)):
            groups[row["letter_id"]].append(row)
        return groups
