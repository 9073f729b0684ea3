"""What is in a library: the councils that have letters, with what a list says of each, and how much there is."""

import json
import sqlite3
from collections.abc import Collection, Iterable, Mapping
from contextlib import suppress
from functools import cache
from typing import NamedTuple

from db.model import CouncilEntry, Measure
from db.store.council_digest import is_council_whole
from db.store.council_rows import COUNCIL_COLUMNS, read_council
from db.store.damaged_letter import mark_damaged
from db.store.digest import DIGEST_COLUMNS, HEADING_COLUMNS, HEADING_TABLES, list_whole
from db.store.letter_parts import OF_LETTERS, LetterParts
from db.store.measure_rows import read_measure

_COUNTS = """
    SELECT (SELECT count(*) FROM letter) AS letters,
        (SELECT count(*) FROM council WHERE EXISTS (SELECT 1 FROM letter WHERE council_id = council.id)) AS councils,
        (SELECT count(*) FROM file) AS files,
        (SELECT min(year) FROM letter) AS first_year, (SELECT max(year) FROM letter) AS last_year
"""
_OF_ALL, _OF_SOME = "IS NOT NULL", "IN (SELECT value FROM json_each(?))"
"""What `{of}` stands for in the questions below: any council, or those of the ids in a JSON list."""

_IDS = "SELECT id FROM council WHERE name IN (SELECT value FROM json_each(?))"
_ENTRIES = f"""
    SELECT id, {COUNCIL_COLUMNS}, digest FROM council LEFT JOIN council_digest ON council_digest.council_id = id
    WHERE id {{of}} AND EXISTS (SELECT 1 FROM letter WHERE council_id = council.id)
"""
_YEARS = """
    SELECT council_id, group_concat(year) AS years FROM (
        SELECT council_id, year FROM letter WHERE identified = 1 AND shown = 1 AND council_id {of}
        UNION SELECT council_id, year FROM letter WHERE identified = 0 AND year IS NOT NULL AND council_id {of}
        ORDER BY council_id, year
    ) GROUP BY council_id
"""
# The same of the rows themselves: whatever damages the one place leaves the other as it was.
_YEARS_OF_ROWS = """
    SELECT council_id, group_concat(year) AS years FROM (
        SELECT DISTINCT council_id, year FROM letter NOT INDEXED
        WHERE ((identified = 1 AND shown = 1) OR (identified = 0 AND year IS NOT NULL)) AND council_id {of}
        ORDER BY council_id, year
    ) GROUP BY council_id
"""
# Whether the two may differ: a sum over either, in a fraction of the time.
_SUM = "coalesce(sum((council_id * 1000003 + year * 7919) % 2147483647), 0)"
_DO_YEARS_AGREE = f"""
    SELECT (
        SELECT {_SUM} FROM letter NOT INDEXED WHERE (identified = 1 AND shown = 1) OR identified = 0
    ) = (SELECT {_SUM} FROM letter WHERE identified = 1 AND shown = 1)
        + (SELECT {_SUM} FROM letter WHERE identified = 0)
"""
_LATEST_UPHELD = """
    SELECT (
        SELECT letter.id FROM letter
        JOIN measure ON measure.letter_id = letter.id AND measure.name = 'upheld' AND state <> 'not_given'
        WHERE council_id = council.id AND identified = 1 AND shown = 1 ORDER BY year DESC LIMIT 1
    ) AS letter_id FROM council WHERE id {of}
"""
# SQLite takes the other columns of a row with max() from the row that has it.
_NEWEST = """
    SELECT id, max(year) FROM (
        SELECT id, council_id, year FROM letter WHERE identified = 1 AND shown = 1 AND council_id {of}
        UNION ALL SELECT id, council_id, year FROM letter WHERE identified = 0 AND shown = 1 AND council_id {of}
        ORDER BY council_id, year, id
    ) GROUP BY council_id
"""
_HEADINGS = f"SELECT {HEADING_COLUMNS}, {DIGEST_COLUMNS}, council_id FROM {HEADING_TABLES} WHERE letter.id {OF_LETTERS}"


class LibraryCounts(NamedTuple):
    """How much a library holds; the years are those of its earliest and latest letter, None without any."""

    letters: int
    councils: int
    files: int
    first_year: int | None
    last_year: int | None


def count_contents(connection: sqlite3.Connection) -> LibraryCounts:
    """How many letters, councils and files there are, and their first and last year, with no digest compared.

    A damaged row is counted, too; one that is counted where there is none, or not counted, is found by `check` alone.
    """
    return LibraryCounts(**connection.execute(_COUNTS).fetchone())


def read_entries(connection: sqlite3.Connection, names: Collection[str] | None = None) -> tuple[CouncilEntry, ...]:
    """The councils that have letters, by name; where `names` are given, those of them alone, which is soon told.

    What an entry says of upheld is that of the latest shown letter that says anything of it, without quotes; its
    remarks are counted in the latest shown letter, a passage under several headings once. Years are told without the
    digests of their letters, which would take as long as all else: they are those on which rows and indexes agree, and
    a council of which they do not is damaged.
    """
    ask = _Asking(connection, names)
    years = _read_years(ask(_YEARS))
    is_known_to_agree = names is None and connection.execute(_DO_YEARS_AGREE).fetchone()[0]
    of_rows = years if is_known_to_agree else _read_years(ask(_YEARS_OF_ROWS))
    upheld = [row["letter_id"] for row in ask(_LATEST_UPHELD) if row["letter_id"] is not None]
    newest = [row["id"] for row in ask(_NEWEST)]
    whole = _WholeLetters(connection, {*upheld, *newest})
    latest = {council_id: (year, measure) for council_id, year, measure in map(whole.read_upheld, upheld)}
    remarks = dict(map(whole.count_remarks, newest))
    entries = [
        _read_entry(row, years.get(row["id"], ()), of_rows.get(row["id"], ()), latest, remarks.get(row["id"], 0))
        for row in ask(_ENTRIES)
    ]
    return tuple(sorted(entries, key=lambda entry: (entry.council.name.casefold(), entry.council.name)))


class _Asking:
    """Asks the questions above of all councils, or of those of some names."""

    def __init__(self, connection: sqlite3.Connection, names: Collection[str] | None) -> None:
        self._connection = connection
        self._ids: str | None = None
        if names is not None:
            found = connection.execute(_IDS, (json.dumps(list(names)),))
            self._ids = json.dumps([row["id"] for row in found])

    def __call__(self, question: str) -> sqlite3.Cursor:
        """The rows of the answer."""
        if self._ids is None:
            return self._connection.execute(question.format(of=_OF_ALL))
        return self._connection.execute(question.format(of=_OF_SOME), (self._ids,) * question.count("{of}"))


def _read_years(rows: Iterable[sqlite3.Row]) -> dict[int, tuple[int, ...]]:
    """The years of each council's letters, as far as a place that knows them tells; held once for all that have them.

    Most have those of many others, and would take more memory than all else of a list.
    """
    read = cache(_read_list)
    return {row["council_id"]: read(row["years"]) for row in rows}


def _read_list(years: str) -> tuple[int, ...]:
    """Years as they are listed, in order and each once."""
    return tuple(sorted({*map(int, years.split(","))}))


class _WholeLetters:
    """The letters of which a list says something, each asked for once, and what of them is as it was written."""

    def __init__(self, connection: sqlite3.Connection, ids: Iterable[int]) -> None:
        wanted = list(ids)
        self._parts = LetterParts(connection, wanted)
        self._rows = {row["id"]: row for row in connection.execute(_HEADINGS, (json.dumps(wanted),))}
        self._whole = {one: list_whole(row, self._parts, ("measures", "remarks")) for one, row in self._rows.items()}

    def read_upheld(self, letter_id: int) -> tuple[int, int, Measure | None]:
        """Whose letter it is and of which year, and what it says of upheld; None where it is damaged."""
        row, measure = self._rows[letter_id], None
        if "measures" in self._whole[letter_id]:
            with suppress(ValueError, sqlite3.DataError):  # what no upheld of this schema writes
                measure = next(
                    read_measure(one) for one in self._parts.measures[letter_id] if one["measure"] == "upheld"
                )
        return row["council_id"], row["year"], measure

    def count_remarks(self, letter_id: int) -> tuple[int, int | None]:
        """Whose letter it is, and how many passages it has about them; None where it is damaged.

        In its measures, too: else an older letter's upheld would pass for that of the newest.
        """
        if not self._whole[letter_id].issuperset(("measures", "remarks")):
            return self._rows[letter_id]["council_id"], None
        passages = {(each["start"], each["end"]) for each in self._parts.remarks.get(letter_id, ())}
        return self._rows[letter_id]["council_id"], len(passages)


def _read_entry(
    row: sqlite3.Row,
    years: tuple[int, ...],
    years_of_rows: tuple[int, ...],
    latest: Mapping[int, tuple[int, Measure | None]],
    remarks: int | None,
) -> CouncilEntry:
    year, upheld = latest.get(row["id"], (None, None)) if remarks is not None else (None, None)
    return CouncilEntry(
        id=row["id"],
        council=read_council(row) if is_council_whole(row) else mark_damaged(row["council"]),
        years=years if years == years_of_rows else tuple(sorted({*years} & {*years_of_rows})),
        upheld=upheld,
        upheld_year=None if upheld is None else year,
        remarks=remarks or 0,
        is_damaged=(year is not None and upheld is None) or remarks is None or years != years_of_rows,
    )
