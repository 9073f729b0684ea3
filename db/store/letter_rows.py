"""Letters into rows: what an import adds, and what takes its place when a file is read again."""

import sqlite3

from db.model import Letter, State
from db.store.assignment import Years, assign, is_identified
from db.store.council_rows import save_council, write_day
from db.store.new_id import get_new_id
from db.store.part_rows import insert_part_rows, make_part_rows

_ADD_LETTER = """
    INSERT INTO letter (file_id, position, council_id, year, identified, shown, read_council_id, read_year, kind,
        council_as_written, dated, period_start, period_end, addressee, role, figures)
    VALUES (:file, :position, :council, :year, :identified, NOT :identified, :council, :year, :kind,
        :as_written, :dated, :period_start, :period_end, :addressee, :role, :figures)
"""
_UPDATE_LETTER = """
    UPDATE letter SET read_council_id = :council, read_year = :year, kind = :kind,
        council_as_written = :as_written, dated = :dated, period_start = :period_start, period_end = :period_end,
        addressee = :addressee, role = :role, figures = :figures
    WHERE id = :id
"""
_INDEX = """
    INSERT INTO letter_fts (rowid, text)
    SELECT letter_id, text FROM searched_text WHERE letter_id BETWEEN :first AND coalesce(:last, 9223372036854775807)
"""


def add_letter(connection: sqlite3.Connection, file_id: int, position: int, letter: Letter, council_id: int) -> int:
    """Adds the own row of a letter of a file that is there, to a council that is; its id.

    It is as read: nothing is corrected yet. What hangs on it is still to be put in, and its text to be indexed.
    """
    identified = is_identified(letter.year, letter.council.in_register, letter.council_as_written)
    values = {"file": file_id, "position": position, "identified": int(identified), **_as_read(letter, council_id)}
    return get_new_id(connection.execute(_ADD_LETTER, values))


def index_letters(connection: sqlite3.Connection, first: int, last: int | None = None) -> None:
    """Adds the words of the letters from `first` on to the index, `last` or the newest the last of them."""
    connection.execute(_INDEX, {"first": first, "last": last})


def replace_letter(connection: sqlite3.Connection, letter_id: int, letter: Letter, *, has_new_text: bool) -> Years:
    """Puts what was read anew in the place of what a letter was, with its words in the index.

    What a person corrected stays. `choose_shown` must follow for the years returned.
    """
    for statement in _CLEAR:
        connection.execute(statement, (letter_id,))
    rows = make_part_rows(letter_id, letter)
    if has_new_text:
        connection.execute("DELETE FROM letter_text WHERE letter_id = ?", (letter_id,))
    connection.execute(_UPDATE_LETTER, {"id": letter_id, **_as_read(letter, save_council(connection, letter.council))})
    insert_part_rows(connection, [rows if has_new_text else rows._replace(texts=[])])
    if has_new_text:
        index_letters(connection, letter_id, letter_id)
    return assign(connection, letter_id)


_CLEAR = (
    "DELETE FROM measure WHERE letter_id = ?",
    "DELETE FROM letter_table WHERE letter_id = ?",
    "DELETE FROM remark WHERE letter_id = ?",
    "DELETE FROM doubt WHERE letter_id = ?",
    "DELETE FROM letter_sentences WHERE letter_id = ?",
)


def _as_read(letter: Letter, council_id: int) -> dict[str, object]:
    """What a letter's own row holds of what was read."""
    period = letter.period
    return {
        "council": council_id,
        "year": letter.year,
        "kind": letter.kind.value,
        "as_written": letter.council_as_written,
        "dated": write_day(letter.dated),
        "period_start": write_day(period.start if period else None),
        "period_end": write_day(period.end if period else None),
        "addressee": letter.addressee,
        "role": letter.role,
        "figures": _count_figures(letter),
    }


def _count_figures(letter: Letter) -> int:
    """How many figures a letter gives: measures it says something of, and counted cells of its tables."""
    cells = [cell for table in letter.tables for cell in (*table.cells, table.total)]
    return sum(measure.state is not State.NOT_GIVEN for measure in letter.measures) + sum(
        cell is not None and cell.value is not None for cell in cells
    )
