"""All letters of a year: what tables of many councils ask, without a word of the letters but those of quotes."""

import sqlite3
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress

from db.figures.year_table import YearLetter
from db.model import Measure, Quote, Remark, RemarkKind
from db.store.assignment import find_shown_amiss
from db.store.council_digest import is_council_whole
from db.store.council_rows import COUNCIL_COLUMNS, read_council
from db.store.damaged_letter import NO_MEASURES, mark_damaged
from db.store.digest import DIGEST_COLUMNS, HEADING_COLUMNS, HEADING_TABLES, is_whole
from db.store.enums import read_enum
from db.store.letter_parts import LetterParts
from db.store.measure_rows import read_measure

_AT_ONCE = 50
"""Letters whose texts are held at once, and that are read between two looks at whether anybody still waits for them."""

# Of a year, those that name whose they are, one a council, and of each the letter of the year before.
_LETTERS = f"""
    SELECT {HEADING_COLUMNS}, {DIGEST_COLUMNS}, letter.council_id, letter.year AS of_year, {COUNCIL_COLUMNS}, digest
    FROM {HEADING_TABLES}
    LEFT JOIN council_digest ON council_digest.council_id = letter.council_id
    WHERE letter.year IN (:year, :year - 1) AND identified = 1 AND shown = 1
"""


def read_year(
    connection: sqlite3.Connection,
    year: int,
    on_letter: Callable[[int, int], None] = lambda done, total: None,
    cancelled: Callable[[], bool] = lambda: False,
) -> tuple[YearLetter, ...]:
    """The shown letters of a year that name their council, by its name; none of them where `cancelled` says so.

    A letter that is not as it was saved has no figure, and its council's name says so. `on_letter` is told now and then
    how many are read, of how many.

    Raises:
        sqlite3.DataError: it is not known which letter of a council is the one to be shown.
    """
    amiss = find_shown_amiss(connection, (year, year - 1))
    if any(of_year == year for _, of_year in amiss):
        raise sqlite3.DataError(f"of a council's letters of {year}, none or several are marked as the one shown")
    rows = connection.execute(_LETTERS, {"year": year}).fetchall()
    # Of several marked as last year's the change would be from any.
    unsure = {council_id for council_id, _ in amiss}
    before = {row["council_id"]: row for row in rows if row["of_year"] != year and row["council_id"] not in unsure}
    of_year = [row for row in rows if row["of_year"] == year]
    letters: list[YearLetter] = []
    for first in range(0, len(of_year), _AT_ONCE):
        if cancelled():
            return ()
        letters += _read_letters(connection, of_year[first : first + _AT_ONCE], before)
        on_letter(len(letters), len(of_year))
    return tuple(sorted(letters, key=lambda letter: (letter.council.name.casefold(), letter.council.name)))


def _read_letters(
    connection: sqlite3.Connection, rows: Sequence[sqlite3.Row], before: Mapping[int, sqlite3.Row]
) -> Iterator[YearLetter]:
    """The letters of these rows; `before` has that of the year before, by council."""
    pairs = [(row, before.get(row["council_id"])) for row in rows]
    own = LetterParts(connection, [row["id"] for row in rows])
    parts = LetterParts(connection, [each["id"] for pair in pairs for each in pair if each is not None])
    for row, earlier in pairs:
        yield _read_letter(row, earlier, parts, own)


def _read_letter(row: sqlite3.Row, before: sqlite3.Row | None, parts: LetterParts, own: LetterParts) -> YearLetter:
    letter = YearLetter(
        letter_id=row["id"],
        council_id=row["council_id"],
        council=mark_damaged(row["council"]),
        year=row["of_year"],
        measures=NO_MEASURES,
        is_damaged=True,
    )
    if not (is_council_whole(row) and is_whole(row, parts, ("measures",))):
        return letter
    if not is_whole(row, own, ("quotes", "remarks", "text")):
        return letter
    with suppress(ValueError, sqlite3.DataError):  # what no upheld of this schema writes
        return letter._replace(
            council=read_council(row),
            measures=tuple(_read_measures(parts, row["id"], own)),
            remarks=tuple(_read_remarks(own, row["id"])),
            before=None if before is None else _read_before(before, parts),
            is_damaged=False,
        )
    return letter


def _read_before(row: sqlite3.Row, parts: LetterParts) -> tuple[Measure, ...] | None:
    """The measures of the letter of the year before; None where that is damaged, which takes the change alone away."""
    if is_whole(row, parts, ("measures",)):
        with suppress(ValueError, sqlite3.DataError):
            return tuple(_read_measures(parts, row["id"]))
    return None


def _read_measures(parts: LetterParts, letter_id: int, quoted: LetterParts | None = None) -> Iterator[Measure]:
    """A letter's measures; each with its first quote, where `quoted` has the places and the text."""
    first = {row["measure"]: row for row in reversed(quoted.quotes.get(letter_id, ()))} if quoted else {}
    for row in parts.measures.get(letter_id, ()):
        place = first.get(row["measure"])
        yield read_measure(row, (_read_quote(quoted, letter_id, place),) if quoted and place else ())


def _read_remarks(own: LetterParts, letter_id: int) -> Iterator[Remark]:
    for row in own.remarks.get(letter_id, ()):
        yield Remark(kind=read_enum(RemarkKind, row["kind"]), quote=_read_quote(own, letter_id, row))


def _read_quote(own: LetterParts, letter_id: int, row: sqlite3.Row) -> Quote:
    start, end = row["start"], row["end"]
    return Quote(start=start, end=end, text=own.texts[letter_id][0]["text"][start:end])
