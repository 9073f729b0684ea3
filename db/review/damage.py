"""Damage: what in a library is no longer what was written, whatever did it; asked of every row, not of one letter."""

import sqlite3
from collections.abc import Iterable, Iterator

from db.errors import Damaged, FileGone
from db.model import Doubt, DoubtCode, Measure, MeasureKind, Parameter, StoredLetter
from db.review.findings import Finding, FindingKind
from db.review.printed_numbers import find_unprinted
from db.store.assignment import find_shown_amiss
from db.store.council_digest import find_damaged_councils
from db.store.originals import read_original
from db.store.read import find_all_letters, read_letters
from db.store.schema_check import find_differences
from db.store.sqlite_errors import get_primary_code, tells_damage
from db.store.untrusted import find_untrusted

_BATCH = 200
_FILES = "SELECT sha256, name FROM file ORDER BY id"
_NAME = "SELECT name FROM council WHERE id = ?"


def find_damage(connection: sqlite3.Connection) -> Iterator[Finding]:
    """Everything that is damaged; what cannot be asked for it is told as damage too."""
    for search in (
        _find_in_file,
        _find_in_schema,
        _find_in_councils,
        _find_in_letters,
        _find_in_originals,
        _find_amiss,
    ):
        try:
            yield from search(connection)
        except sqlite3.DatabaseError as error:
            if not tells_damage(error):
                raise
            yield make_damage(DoubtCode.LIBRARY_DAMAGED, detail=str(error))


def find_untrusted_objects(connection: sqlite3.Connection) -> tuple[Finding, ...]:
    """What another program has put into the library and would run when the rest is looked at; none where unknown."""
    try:
        found = find_untrusted(connection)
    except (sqlite3.DatabaseError, UnicodeDecodeError):
        return ()
    return tuple(make_damage(DoubtCode.UNTRUSTED_OBJECT, thing=each.name) for each in found)


def explain_error(connection: sqlite3.Connection, error: Exception) -> Exception:
    """What came of a question, where the library is to blame for it; else the error itself, a fault of ours."""
    is_of_sqlite = isinstance(error, sqlite3.Error)
    if isinstance(error, sqlite3.Error) and get_primary_code(error) != sqlite3.SQLITE_ERROR:
        return error
    found = next(find_damage(connection), None)
    if found is None:
        return error
    return sqlite3.DataError(str(error) if is_of_sqlite else "what stands in it makes no sense")


def make_damage(code: DoubtCode, about: str | None = None, **parameters: Parameter) -> Finding:
    """Damage of the library as a whole."""
    return Finding(kind=FindingKind.DAMAGE, doubt=Doubt.of(code, about, (), **parameters))


def _find_in_file(connection: sqlite3.Connection) -> Iterator[Finding]:
    for (message,) in connection.execute("PRAGMA integrity_check"):
        if message != "ok":
            yield make_damage(DoubtCode.LIBRARY_DAMAGED, detail=str(message))
    for table, *_ in connection.execute("PRAGMA foreign_key_check"):
        yield make_damage(DoubtCode.ROW_ORPHANED, table_name=str(table))


def _find_in_schema(connection: sqlite3.Connection) -> Iterator[Finding]:
    for kind, name in find_differences(connection):
        yield make_damage(DoubtCode.SCHEMA_DIFFERS, kind=kind, thing=name)
    if connection.execute("SELECT count(*) FROM lineage").fetchone()[0] != 1:
        yield make_damage(DoubtCode.SCHEMA_DIFFERS, kind="table", thing="lineage")


def _find_in_councils(connection: sqlite3.Connection) -> Iterator[Finding]:
    for name in find_damaged_councils(connection):
        yield Finding(kind=FindingKind.DAMAGE, doubt=Doubt.of(DoubtCode.COUNCIL_DAMAGED), council=name)


def _find_in_letters(connection: sqlite3.Connection) -> Iterator[Finding]:
    for ids in find_all_letters(connection, _BATCH):
        for stored in read_letters(connection, ids):
            yield from (_make_finding(stored, doubt) for doubt in _judge(stored))


def _judge(stored: StoredLetter) -> Iterator[Doubt]:
    """What of a letter is damaged, or can be nothing that was read in it."""
    damaged = [doubt for doubt in stored.letter.doubts if doubt.code is DoubtCode.LETTER_DAMAGED]
    yield from damaged
    for measure in () if damaged else stored.letter.measures:
        for number in _find_impossible(measure):
            yield Doubt.of(DoubtCode.FIGURE_IMPOSSIBLE, measure.name.value, measure.quotes, number=number)


def _find_impossible(measure: Measure) -> Iterable[int | float]:
    """The numbers of a measure that no letter prints, or that do not stand in the words they are said to stand in."""
    numbers = [one for one in (measure.rate, measure.average, measure.count, measure.base) if one is not None]
    most = 100 if measure.name.kind is MeasureKind.SHARE else float("inf")
    shares = [one for one in (measure.rate, measure.average) if one is not None]
    out_of_range = [one for one in numbers if one < 0] + [one for one in shares if one > most]
    return out_of_range or find_unprinted(measure)


def _make_finding(stored: StoredLetter, doubt: Doubt) -> Finding:
    return Finding(
        kind=FindingKind.DAMAGE,
        doubt=doubt,
        council=stored.letter.council.name,
        year=stored.letter.year,
        letter_id=stored.id,
        source=stored.source.name,
    )


def _find_in_originals(connection: sqlite3.Connection) -> Iterator[Finding]:
    for row in connection.execute(_FILES).fetchall():
        try:
            read_original(connection, row["sha256"])
        except (Damaged, FileGone):
            yield make_damage(DoubtCode.ORIGINAL_DAMAGED, file=str(row["name"]))


def _find_amiss(connection: sqlite3.Connection) -> Iterator[Finding]:
    for council_id, year in find_shown_amiss(connection):
        for row in connection.execute(_NAME, (council_id,)).fetchall():
            doubt = Doubt.of(DoubtCode.SHOWN_AMISS)
            yield Finding(kind=FindingKind.DAMAGE, doubt=doubt, council=str(row["name"]), year=year)
