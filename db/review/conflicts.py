"""Letters of one council and year that do not print the same: said of the one shown, never settled."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from enum import StrEnum

from db.model import Cell, Doubt, DoubtCode, Letter, Measure, NamedParameter, Number, Quote, Source, StoredLetter, Table

FIGURES = ("rate", "average", "count", "base")
"""The printed figures of a measure."""

_SHORT_SHA256 = 8
"""So many digits tell two files of one name apart."""


def with_conflicts(letters: Sequence[StoredLetter]) -> tuple[StoredLetter, ...]:
    """The same letters, where a shown one also has a doubt for what another of its year prints otherwise.

    The others of its council and year must be among `letters`; those without a year are not compared.
    """
    years: dict[tuple[int, int], list[StoredLetter]] = defaultdict(list)
    for stored in letters:
        if stored.letter.year is not None and not stored.shown:
            years[stored.council_id, stored.letter.year].append(stored)
    if not years:
        return tuple(letters)
    return tuple(
        _add_conflicts(stored, years.get((stored.council_id, stored.letter.year), []))
        if stored.shown and stored.letter.year is not None
        else stored
        for stored in letters
    )


def _add_conflicts(shown: StoredLetter, others: Sequence[StoredLetter]) -> StoredLetter:
    ours = _name_file("our", shown.source)
    conflicts = [
        conflict
        for other in others
        for conflict in _find_conflicts(shown.letter, other.letter, (*ours, *_name_file("their", other.source)))
    ]
    if not conflicts:
        return shown
    return shown._replace(letter=replace(shown.letter, doubts=(*shown.letter.doubts, *conflicts)))


def _name_file(whose: str, source: Source) -> tuple[NamedParameter, NamedParameter]:
    """What tells a file from others, made once for all doubts that name it: there may be hundreds."""
    return (f"{whose}_file", source.name), (f"{whose}_sha256", source.sha256[:_SHORT_SHA256])


def _find_conflicts(shown: Letter, other: Letter, files: tuple[NamedParameter, ...]) -> Iterator[Doubt]:
    theirs = {measure.name: measure for measure in other.measures}
    for measure in shown.measures:
        figures = _compare_measures(measure, theirs[measure.name]) if measure.name in theirs else {}
        if figures:
            yield _make_conflict(measure.name, measure.quotes, (*files, *figures.items()))
    for table in shown.tables:
        match = other.table(table.name)
        for cell, their_value in _compare_tables(table, match) if match else ():
            quotes = () if cell.quote is None else (cell.quote,)
            values = ("heading", cell.heading), ("our_value", cell.value or 0), ("their_value", their_value)
            yield _make_conflict(table.name, quotes, (*files, *values))


def _make_conflict(about: StrEnum, quotes: tuple[Quote, ...], parameters: tuple[NamedParameter, ...]) -> Doubt:
    # Not by `Doubt.of`, which would make each pair anew.
    return Doubt(DoubtCode.LETTERS_CONFLICT, about.value, quotes, tuple(sorted(parameters)))


def _compare_measures(one: Measure, other: Measure) -> dict[str, Number]:
    """The figures that both print and that differ, ours and theirs."""
    differing: dict[str, Number] = {}
    for name in FIGURES:
        ours: Number | None = getattr(one, name)
        theirs: Number | None = getattr(other, name)
        if ours is not None and theirs is not None and ours != theirs:
            differing |= {f"our_{name}": ours, f"their_{name}": theirs}
    return differing


def _compare_tables(one: Table, other: Table) -> Iterator[tuple[Cell, int]]:
    """Our cells that both count and that differ; columns that a table has twice are no one's counterpart."""
    theirs = _list_single(other)
    for key, cell in _list_single(one).items():
        match = theirs.get(key)
        if match and cell.value is not None and match.value is not None and cell.value != match.value:
            yield cell, match.value


def _list_single(table: Table) -> dict[tuple[str, bool], Cell]:
    cells = [((cell.key, False), cell) for cell in table.cells]
    if table.total is not None:
        cells.append(((table.total.key, True), table.total))
    often = Counter(key for key, _ in cells)
    return {key: cell for key, cell in cells if often[key] == 1}
