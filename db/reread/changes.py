"""What a letter says otherwise than it did when it was read before, for the report of reading again."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import fields
from enum import StrEnum
from typing import NamedTuple

from db.model import Council, Letter, Measure, Period, Remark, Table, TableName
from db.reread.report import Change
from db.text.clean import one_line

_HEADING = ("council_as_written", "year", "kind", "dated", "period", "addressee", "role")
_FIGURES = ("state", "rate", "average", "count", "base", "base_of", "denominator")


class _Place(NamedTuple):
    """A table's cell: its heading, and which it is of several with that heading."""

    table: TableName
    heading: str
    number: int
    is_total: bool


def diff_letters(before: Letter, after: Letter) -> tuple[Change, ...]:
    """What `after` says otherwise than `before`, both as read; none only where nothing has changed at all."""
    changes = (
        *_diff_councils(before.council, after.council),
        *(change for name in _HEADING for change in _diff(name, getattr(before, name), getattr(after, name))),
        *_diff_measures(before, after),
        *_diff_tables(before.tables, after.tables),
        *_diff_remarks(before.remarks, after.remarks),
        *_diff_doubts(before, after),
        *_diff_texts(before.text, after.text),
    )
    if not changes and _without_council(before) != _without_council(after):
        return (Change(field="spans", before=None, after="changed"),)
    return changes


def _diff_councils(before: Council, after: Council) -> Iterator[Change]:
    if before.name != after.name:
        yield from _diff("council", before.name, after.name)
    elif after.in_register:  # else what is known of a council of that name stays
        for name in Council._fields:
            yield from _diff(f"council.{name}", getattr(before, name), getattr(after, name))


def _diff_measures(before: Letter, after: Letter) -> Iterator[Change]:
    old = {measure.name: measure for measure in before.measures}
    new = {measure.name: measure for measure in after.measures}
    for name in dict.fromkeys((*old, *new)):
        was, now = old.get(name, Measure(name=name)), new.get(name, Measure(name=name))
        for figure in _FIGURES:
            ours, theirs = _write(getattr(was, figure)), _write(getattr(now, figure))
            if ours != theirs:
                yield Change(field=figure, measure=name, before=ours, after=theirs)


def _diff_tables(before: Iterable[Table], after: Iterable[Table]) -> Iterator[Change]:
    old, new = _list_cells(before), _list_cells(after)
    for place in dict.fromkeys((*old, *new)):
        (old_key, was), (key, now) = old.get(place, (None, None)), new.get(place, (None, None))
        if was != now:
            yield _change_cell(place, "", _write(was), _write(now))
        if old_key and key and old_key != key:
            yield _change_cell(place, ".key", old_key, key)
        elif was is None and now is None and (old_key is None) != (key is None):  # a cell that could not be read
            yield _change_cell(place, "", old_key and "not read", key and "not read")


def _change_cell(place: _Place, part: str, before: str | None, after: str | None) -> Change:
    field = f"{'total' if place.is_total else 'value'}{part}"
    return Change(field=field, table=place.table, heading=one_line(place.heading), before=before, after=after)


def _list_cells(tables: Iterable[Table]) -> dict[_Place, tuple[str, int | None]]:
    """Each cell's place -> what it is counted as, and the number."""
    found: dict[_Place, tuple[str, int | None]] = {}
    often: Counter[tuple[str, str, bool]] = Counter()
    for table in tables:
        cells = [(cell, False) for cell in table.cells] + ([(table.total, True)] if table.total else [])
        for cell, is_total in cells:
            often[table.name, cell.heading, is_total] += 1
            number = often[table.name, cell.heading, is_total]
            found[_Place(table.name, cell.heading, number, is_total)] = (cell.key, cell.value)
    return found


def _diff_remarks(before: Iterable[Remark], after: Iterable[Remark]) -> Iterator[Change]:
    old, new = (Counter(map(_write_remark, remarks)) for remarks in (before, after))
    yield from (Change(field="remark", before=gone, after=None) for gone in (old - new).elements())
    yield from (Change(field="remark", before=None, after=gained) for gained in (new - old).elements())


def _write_remark(remark: Remark) -> str:
    return f"{remark.kind.replace('_', ' ')}: “{one_line(remark.quote.text)}”"


def _diff_doubts(before: Letter, after: Letter) -> Iterator[Change]:
    """The doubts that are gone and those that are new, wherever they stand."""
    old, new = ({(one.code, one.about, one.parameters): one for one in letter.doubts} for letter in (before, after))
    yield from (Change(field="doubt", before=one, after=None) for key, one in old.items() if key not in new)
    yield from (Change(field="doubt", before=None, after=one) for key, one in new.items() if key not in old)


def _diff_texts(before: str, after: str) -> Iterator[Change]:
    if before != after:
        yield Change(field="text", before=f"{len(before):,} characters", after=f"{len(after):,} characters")


def _diff(field: str, before: object, after: object) -> Iterator[Change]:
    was, now = _write(before), _write(after)
    if was != now:  # as written: a printed 60 and a printed 60.0 are equal, but not the same
        yield Change(field=field, before=was, after=now)


def _write(value: object) -> str | None:
    """A value as it is told; None for none."""
    if value is None or value == ():
        return None
    if isinstance(value, Period):
        return f"{value.start} to {value.end}"
    if isinstance(value, tuple):
        return one_line(", ".join(str(part) for part in value))
    if isinstance(value, bool):
        return "yes" if value else "no"
    return one_line(str(value).replace("_", " ") if isinstance(value, StrEnum) else str(value))


def _without_council(letter: Letter) -> tuple[object, ...]:
    return tuple(getattr(letter, field.name) for field in fields(Letter) if field.compare and field.name != "council")
