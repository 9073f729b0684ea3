"""All letters of a year: what tables of many councils ask, without a word of the letters but those of first quotes."""

import sqlite3
from collections import defaultdict
from collections.abc import Callable

from db.figures.year_table import YearLetter
from db.model import Measure, Quote, Remark, RemarkKind
from db.store.council_rows import COUNCIL_COLUMNS, read_council
from db.store.enums import read_enum
from db.store.measure_rows import MEASURE_COLUMNS, read_measure

_BETWEEN_LOOKS = 500
"""Letters read between two looks at whether anybody still waits for them."""

# Of a year, those that name whose they are, one a council.
_LETTERS = f"""
    SELECT letter.id, council_id, {COUNCIL_COLUMNS} FROM letter JOIN council ON council.id = council_id
    WHERE year = ? AND identified = 1 AND shown = 1
"""
_COUNT = "SELECT count(*) FROM letter WHERE year = ? AND identified = 1 AND shown = 1"
_MEASURES = f"""
    SELECT measure.letter_id, start, "end", substr(text, start + 1, "end" - start) AS words, {MEASURE_COLUMNS}
    FROM letter
    JOIN measure ON measure.letter_id = letter.id
    LEFT JOIN measure_quote ON measure_quote.letter_id = measure.letter_id
        AND measure_quote.measure = measure.name AND measure_quote.position = 0
    LEFT JOIN letter_text ON letter_text.letter_id = measure_quote.letter_id
    WHERE year = ? AND identified = 1 AND shown = 1
    ORDER BY measure.letter_id, measure.position
"""
_BEFORE = f"""
    SELECT now.id AS letter_id, {MEASURE_COLUMNS}
    FROM letter AS now
    JOIN letter ON letter.council_id = now.council_id AND letter.year = now.year - 1
        AND letter.identified = 1 AND letter.shown = 1
    JOIN measure ON measure.letter_id = letter.id
    WHERE now.year = ? AND now.identified = 1 AND now.shown = 1
    ORDER BY now.id, measure.position
"""
_REMARKS = """
    SELECT remark.letter_id, remark.kind, start, "end", substr(text, start + 1, "end" - start) AS words
    FROM letter
    JOIN remark ON remark.letter_id = letter.id
    JOIN letter_text ON letter_text.letter_id = letter.id
    WHERE year = ? AND identified = 1 AND shown = 1
    ORDER BY remark.letter_id, remark.position
"""


def read_year(
    connection: sqlite3.Connection,
    year: int,
    on_letter: Callable[[int, int], None] = lambda done, total: None,
    cancelled: Callable[[], bool] = lambda: False,
) -> tuple[YearLetter, ...]:
    """The shown letters of a year that name their council, by its name; none of them where `cancelled` says so.

    `on_letter` is told now and then how many are read, of how many.
    """
    total = connection.execute(_COUNT, (year,)).fetchone()[0]
    measures: dict[int, list[Measure]] = defaultdict(list)
    for row in connection.execute(_MEASURES, (year,)):
        quotes = () if row["start"] is None else (_read_quote(row),)
        of_letter = measures[row["letter_id"]]
        of_letter.append(read_measure(row, quotes))
        if len(of_letter) == 1 and not len(measures) % _BETWEEN_LOOKS:
            on_letter(len(measures), total)
            if cancelled():
                return ()
    before: dict[int, list[Measure]] = defaultdict(list)
    for row in connection.execute(_BEFORE, (year,)):
        of_letter = before[row["letter_id"]]
        of_letter.append(read_measure(row))
        if len(of_letter) == 1 and not len(before) % _BETWEEN_LOOKS and cancelled():
            return ()
    remarks: dict[int, list[Remark]] = defaultdict(list)
    for row in connection.execute(_REMARKS, (year,)):
        remarks[row["letter_id"]].append(Remark(kind=read_enum(RemarkKind, row["kind"]), quote=_read_quote(row)))
    letters = [
        YearLetter(
            letter_id=row["id"],
            council_id=row["council_id"],
            council=read_council(row),
            year=year,
            measures=tuple(measures[row["id"]]),
            remarks=tuple(remarks[row["id"]]),
            before=tuple(before[row["id"]]) if row["id"] in before else None,
        )
        for row in connection.execute(_LETTERS, (year,))
    ]
    return tuple(sorted(letters, key=lambda letter: (letter.council.name.casefold(), letter.council.name)))


def _read_quote(row: sqlite3.Row) -> Quote:
    return Quote(start=row["start"], end=row["end"], text=row["words"])
