"""Letters of one council and year that do not print the same: said of the one shown, never settled."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from db.model import Cell, Doubt, DoubtCode, Measure, Number, Parameter, StoredLetter, Table

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
    conflicts = [conflict for other in others for conflict in _find_conflicts(shown, other)]
    if not conflicts:
        return shown
    return shown._replace(letter=replace(shown.letter, doubts=(*shown.letter.doubts, *conflicts)))


def _find_conflicts(shown: StoredLetter, other: StoredLetter) -> Iterator[Doubt]:
    files: dict[str, Parameter] = {
        "our_file": shown.source.name,
        "our_sha256": shown.source.sha256[:_SHORT_SHA256],
        "their_file": other.source.name,
        "their_sha256": other.source.sha256[:_SHORT_SHA256],
    }
    theirs = {measure.name: measure for measure in other.letter.measures}
    for measure in shown.letter.measures:
        figures = _compare_measures(measure, theirs[measure.name]) if measure.name in theirs else {}
        if figures:
            yield Doubt.of(DoubtCode.LETTERS_CONFLICT, measure.name.value, measure.quotes, **files, **figures)
    for table in shown.letter.tables:
        match = other.letter.table(table.name)
        for cell, their_value in _compare_tables(table, match) if match else ():
            quotes = () if cell.quote is None else (cell.quote,)
            values: dict[str, Parameter] = {"heading": cell.heading, "their_value": their_value}
            our_value = cell.value or 0
            yield Doubt.of(DoubtCode.LETTERS_CONFLICT, table.name.value, quotes, **files, **values, our_value=our_value)


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
