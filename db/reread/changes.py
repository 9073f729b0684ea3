"""What a letter says otherwise than it did when it was read before, in words for the report of reading again."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import fields
from enum import StrEnum

from db.model import Change, Council, Letter, Measure, Period, Table
from db.text.clean import one_line

_HEADING = (
    ("council_as_written", "council as written"),
    ("year", "year"),
    ("kind", "kind"),
    ("dated", "date"),
    ("period", "period"),
    ("addressee", "addressee"),
    ("role", "role"),
)
_FIGURES = ("state", "rate", "average", "count", "base", "base_of", "denominator")


def diff_letters(before: Letter, after: Letter) -> tuple[Change, ...]:
    """What `after` says otherwise than `before`, both as read; none only where nothing has changed at all."""
    found = (
        *_council(before.council, after.council),
        *(one for name, what in _HEADING for one in _differing(what, getattr(before, name), getattr(after, name))),
        *_measures(before, after),
        *_tables(before.tables, after.tables),
        *_lists("remark", _remarks(before), _remarks(after)),
        *_lists("warning", _warnings(before), _warnings(after)),
        *_texts(before.text, after.text),
    )
    if not found and _without_council(before) != _without_council(after):
        return (Change("places and order", None, "changed"),)
    return found


def _council(before: Council, after: Council) -> Iterator[Change]:
    if before.name != after.name:
        yield from _differing("council", before.name, after.name)
    elif after.in_register:  # else what is known of a council of that name stays
        for field in fields(Council):
            what = f"the council's {field.name.replace('_', ' ')}"
            yield from _differing(what, getattr(before, field.name), getattr(after, field.name))


def _measures(before: Letter, after: Letter) -> Iterator[Change]:
    old = {measure.name: measure for measure in before.measures}
    new = {measure.name: measure for measure in after.measures}
    for name in dict.fromkeys((*old, *new)):
        was, now = old.get(name, Measure(name)), new.get(name, Measure(name))
        for figure in _FIGURES:
            what = name if figure == "state" else f"{name} {figure}"
            yield from _differing(what.replace("_", " "), getattr(was, figure), getattr(now, figure))


def _tables(before: Iterable[Table], after: Iterable[Table]) -> Iterator[Change]:
    old, new = _cells(before), _cells(after)
    for place in dict.fromkeys((*old, *new)):
        table, heading, _, is_total = place
        what = f"{table}, {'total' if is_total else one_line(heading)}"
        (was_key, was), (key, now) = old.get(place, (None, None)), new.get(place, (None, None))
        yield from _differing(what, was, now)
        if was_key and key:
            yield from _differing(f"{what}, counted as", was_key, key)
        elif was is None and now is None:  # a cell that could not be read, either
            yield Change(what, was_key and "not read", key and "not read")


def _cells(tables: Iterable[Table]) -> dict[tuple[str, str, int, bool], tuple[str, int | None]]:
    """Table, heading, which of several that are alike, whether a total -> what it is counted as, and the number."""
    found: dict[tuple[str, str, int, bool], tuple[str, int | None]] = {}
    often: Counter[tuple[str, str, bool]] = Counter()
    for table in tables:
        cells = [(cell, False) for cell in table.cells] + ([(table.total, True)] if table.total else [])
        for cell, is_total in cells:
            often[table.name, cell.heading, is_total] += 1
            number = often[table.name, cell.heading, is_total]
            found[table.name, cell.heading, number, is_total] = (cell.key, cell.value)
    return found


def _lists(what: str, before: Counter[str], after: Counter[str]) -> Iterator[Change]:
    for gone in (before - after).elements():
        yield Change(what, gone, None)
    for new in (after - before).elements():
        yield Change(what, None, new)


def _remarks(letter: Letter) -> Counter[str]:
    return Counter(f"{remark.kind.replace('_', ' ')}: “{one_line(remark.quote.text)}”" for remark in letter.remarks)


def _warnings(letter: Letter) -> Counter[str]:
    return Counter(one_line(doubt.message) for doubt in letter.warnings)


def _texts(before: str, after: str) -> Iterator[Change]:
    if before != after:
        yield Change("text", f"{len(before):,} characters", f"{len(after):,} characters")


def _differing(what: str, before: object, after: object) -> Iterator[Change]:
    was, now = _said(before), _said(after)
    if was != now:  # in words: a printed 60 and a printed 60.0 are equal, but not the same
        yield Change(what, was, now)


def _said(value: object) -> str | None:
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
    return tuple(getattr(letter, field.name) for field in fields(Letter) if field.name != "council")
