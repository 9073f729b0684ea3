"""What is in a library: the councils that have letters, with what a list says of each, and how much there is."""

import sqlite3
from dataclasses import dataclass

from db.model import CouncilEntry
from db.store.council_rows import COUNCIL_COLUMNS, read_council
from db.store.measure_rows import MEASURE_COLUMNS, read_measure

_COUNTS = """
    SELECT (SELECT count(*) FROM letter) AS letters,
        (SELECT count(*) FROM council WHERE EXISTS (SELECT 1 FROM letter WHERE council_id = council.id)) AS councils,
        (SELECT count(*) FROM file) AS files,
        (SELECT min(year) FROM letter) AS first_year, (SELECT max(year) FROM letter) AS last_year
"""
_ENTRIES = f"""
    SELECT id, {COUNCIL_COLUMNS} FROM council
    WHERE EXISTS (SELECT 1 FROM letter WHERE council_id = council.id)
"""
_YEARS = """
    SELECT council_id, year FROM letter WHERE identified = 1 AND shown = 1
    UNION SELECT council_id, year FROM letter WHERE identified = 0 AND year IS NOT NULL ORDER BY council_id, year
"""
_LATEST_UPHELD = f"""
    SELECT council_id, year, {MEASURE_COLUMNS}
    FROM council
    JOIN letter ON letter.id = (
        SELECT letter.id FROM letter
        JOIN measure ON measure.letter_id = letter.id AND measure.name = 'upheld' AND state <> 'not_given'
        WHERE council_id = council.id AND identified = 1 AND shown = 1 ORDER BY year DESC LIMIT 1
    )
    JOIN measure ON measure.letter_id = letter.id AND measure.name = 'upheld'
"""
# SQLite takes the other columns of a row with max() from the row that has it.
_REMARKS = """
    SELECT council_id, count(DISTINCT remark.start || '-' || remark."end") AS remarks
    FROM (SELECT council_id, id, max(year) FROM letter WHERE shown = 1 GROUP BY council_id) AS newest
    JOIN remark ON remark.letter_id = newest.id GROUP BY council_id
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class LibraryCounts:
    """How much a library holds; the years are those of its earliest and latest letter, None without any."""

    letters: int
    councils: int
    files: int
    first_year: int | None
    last_year: int | None


def count_contents(connection: sqlite3.Connection) -> LibraryCounts:
    """How many letters, councils and files there are, and their first and last year."""
    return LibraryCounts(**connection.execute(_COUNTS).fetchone())


def read_entries(connection: sqlite3.Connection) -> tuple[CouncilEntry, ...]:
    """The councils that have letters, by name.

    What an entry says of upheld is that of the latest shown letter that says anything of it, without quotes; its
    remarks are counted in the latest shown letter, a passage under several headings once.
    """
    years: dict[int, list[int]] = {}
    for row in connection.execute(_YEARS):
        years.setdefault(row["council_id"], []).append(row["year"])
    latest = {row["council_id"]: row for row in connection.execute(_LATEST_UPHELD)}
    remarks = {row["council_id"]: row["remarks"] for row in connection.execute(_REMARKS)}
    entries = [
        _read_entry(row, tuple(years.get(row["id"], ())), latest.get(row["id"]), remarks.get(row["id"], 0))
        for row in connection.execute(_ENTRIES)
    ]
    return tuple(sorted(entries, key=lambda entry: (entry.council.name.casefold(), entry.council.name)))


def _read_entry(row: sqlite3.Row, years: tuple[int, ...], latest: sqlite3.Row | None, remarks: int) -> CouncilEntry:
    return CouncilEntry(
        id=row["id"],
        council=read_council(row),
        years=years,
        upheld=read_measure(latest) if latest else None,
        upheld_year=latest["year"] if latest else None,
        remarks=remarks,
    )
