"""Digests: what a library's rows must still say, kept beside them and compared when they are read.

A letter has one for each part that is asked for by itself, so that a list need not fetch a text to trust a rate. They
are against accidents (a failing disk, a copy cut short, another program), not against somebody who makes new ones.
"""

import json
import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from db.figures.series import YEARS
from db.store.digest_rows import digest_rows
from db.store.letter_parts import OF_LETTERS, LetterParts
from db.text.byte_digest import digest_bytes

if TYPE_CHECKING:
    from db.store.part_rows import PartRows

HEADING_COLUMNS = """
    letter.id, council.name AS council, letter.year, identified, read_council.name AS read_council, read_year, kind,
    council_as_written, dated, period_start, period_end, addressee, role, figures, file.name AS file, sha256,
    media_type, correction.council AS corrected_council, correction.year AS corrected_year, set_at
"""
"""What a question selects first that wants a letter's own row and what is to be told with it: all of it is digested."""

HEADING_TABLES = """
    letter
    LEFT JOIN council ON council.id = letter.council_id
    LEFT JOIN council AS read_council ON read_council.id = read_council_id
    LEFT JOIN file ON file.id = letter.file_id
    LEFT JOIN correction ON correction.file_id = letter.file_id AND correction.position = letter.position
    LEFT JOIN letter_digest ON letter_digest.letter_id = letter.id
"""
"""Where these are from. What is missing gives NULL, so that no letter goes unnoticed with it."""

PARTS = ("text", "measures", "quotes", "tables", "remarks", "doubts")
"""What of a letter is digested by itself, beside its heading."""

_KINDS = {"tables": ("tables", "cells"), "doubts": ("doubts", "doubt_quotes")}
"""The kinds of rows that a part is made of, where it is not one alone."""

_OF_NO_ROWS = {1: digest_rows(()), 2: digest_rows((), ())}
"""The digests of a part without rows, as most letters have some, by the kinds of rows that it is made of."""

DIGEST_COLUMNS = ", ".join(f"letter_digest.{part} AS {part}_digest" for part in ("heading", *PARTS))
_HEADING = HEADING_COLUMNS.count(",") + 1
HEADINGS = f"SELECT {HEADING_COLUMNS}, {DIGEST_COLUMNS} FROM {HEADING_TABLES} WHERE letter.id {OF_LETTERS}"
_SEAL = f"""
    INSERT OR REPLACE INTO letter_digest (letter_id, heading, {", ".join(PARTS)}, sentences)
    VALUES (?, ?{", ?" * len(PARTS)}, ?)
"""
_FINGERPRINTS = f"SELECT letter_id, fingerprints FROM letter_sentences WHERE letter_id {OF_LETTERS}"


def digest_heading(row: sqlite3.Row) -> bytes:
    """The digest of a row that begins with the columns of a heading."""
    return digest_rows([tuple(row)[:_HEADING]])


def digest_part(part: str, parts: LetterParts, letter_id: int) -> bytes | None:
    """The digest of one of PARTS of a letter; None where there is no text."""
    if part == "text":
        return digest_text(parts.texts.get(letter_id, ()))
    # By name, as whatever is named is read from the library: a list wants no tables.
    return _digest_groups([getattr(parts, kind).get(letter_id, ()) for kind in _list_kinds(part)])


def digest_written(part: str, rows: "PartRows") -> bytes:
    """The digest of one of PARTS of a letter whose rows were written so."""
    if part == "text":
        ((_, text, folded),) = rows.texts
        return _digest_words(text, folded)
    return _digest_groups([getattr(rows, kind) for kind in _list_kinds(part)])


def _list_kinds(part: str) -> Sequence[str]:
    return _KINDS.get(part, (part,))


def _digest_groups(groups: Sequence[Sequence[Sequence[object]]]) -> bytes:
    return digest_rows(*groups) if any(groups) else _OF_NO_ROWS[len(groups)]


def is_whole(row: sqlite3.Row, parts: LetterParts, asked: Iterable[str] = PARTS) -> bool:
    """Whether a letter is as it was written: its heading, with which `row` begins, and the parts asked for."""
    return _is_heading_whole(row) and all(_is_part_whole(row, parts, one) for one in asked)


def list_whole(row: sqlite3.Row, parts: LetterParts, asked: Iterable[str]) -> frozenset[str]:
    """Which of the parts asked for are as they were written; none where the heading is not."""
    if not _is_heading_whole(row):
        return frozenset()
    return frozenset(part for part in asked if _is_part_whole(row, parts, part))


def _is_heading_whole(row: sqlite3.Row) -> bool:
    """Nor is one of a year that there cannot be, whoever digested it."""
    is_possible = row["year"] is None or row["year"] in YEARS
    return is_possible and _fits(row["heading_digest"], digest_heading(row))


def _is_part_whole(row: sqlite3.Row, parts: LetterParts, part: str) -> bool:
    return _fits(row[f"{part}_digest"], digest_part(part, parts, row["id"]))


def _fits(kept: object, made: bytes | None) -> bool:
    return made is not None and kept == made


def digest_text(rows: Sequence[sqlite3.Row]) -> bytes | None:
    """The digest of a text and of the one that is searched in its place."""
    if len(rows) != 1 or not isinstance(rows[0]["text"], str):
        return None
    return _digest_words(rows[0]["text"], rows[0]["folded"])


def _digest_words(text: str, folded: object) -> bytes:
    """The same of the words: long, so it goes without JSON."""
    return digest_bytes(text.encode() if folded is None else b"\0".join((text.encode(), str(folded).encode())))


def seal_letters(
    connection: sqlite3.Connection, letter_ids: Iterable[int], rows_written: Mapping[int, "PartRows"] | None = None
) -> None:
    """Digests letters as they stand now, right after they were written; one that cannot be read stays without.

    To be called in the transaction that wrote them. The rows in `rows_written`, by the letters' ids, are not read
    again.
    """
    ids, written = list(letter_ids), rows_written or {}
    unwritten = [letter_id for letter_id in ids if letter_id not in written]
    parts = LetterParts(connection, unwritten)
    fingerprints = [each for rows in written.values() for each in rows.sentences]
    if unwritten:
        fingerprints += connection.execute(_FINGERPRINTS, (json.dumps(unwritten),))
    sentences = {letter_id: digest_bytes(packed) for letter_id, packed in fingerprints}
    sealed: list[tuple[object, ...]] = []
    for row in connection.execute(HEADINGS, (json.dumps(ids),)).fetchall():
        letter_id = row["id"]
        rows = written.get(letter_id)
        digests = [digest_written(part, rows) if rows else digest_part(part, parts, letter_id) for part in PARTS]
        if None not in digests:
            sealed.append((letter_id, digest_heading(row), *digests, sentences.get(letter_id)))
    connection.executemany(_SEAL, sealed)


def seal_heading(connection: sqlite3.Connection, letter_id: int) -> None:
    """Digests a letter's own row anew, once another council or year counts for it; the rest is not looked at."""
    for row in connection.execute(HEADINGS, (json.dumps([letter_id]),)).fetchall():
        connection.execute("UPDATE letter_digest SET heading = ? WHERE letter_id = ?", (digest_heading(row), letter_id))


def has_whole_heading(connection: sqlite3.Connection, letter_id: int) -> bool:
    """Whether a letter's own row is as it was written."""
    row = connection.execute(HEADINGS, (json.dumps([letter_id]),)).fetchone()
    return row is not None and row["heading_digest"] == digest_heading(row)
