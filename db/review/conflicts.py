"""Letters of one council and year that do not print the same: said of the one shown, never settled."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from db.model import Doubt, Letter, Measure, Number, Quote, StoredLetter, Table

_FIGURES = {"rate": "a rate of", "average": "an average of", "count": "a count of", "base": "a total of"}
"""The printed figures of a measure, with the words before them."""


def with_conflicts(letters: Sequence[StoredLetter]) -> tuple[StoredLetter, ...]:
    """The same letters, where a shown one also warns of what another of its year prints otherwise.

    The others of its council and year must be among `letters`; those without a year are not compared.
    """
    years: dict[tuple[int, int], list[StoredLetter]] = defaultdict(list)
    for stored in letters:
        if stored.letter.year is not None and not stored.shown:
            years[stored.council_id, stored.letter.year].append(stored)
    if not years:
        return tuple(letters)
    return tuple(
        _warned(stored, years.get((stored.council_id, stored.letter.year), []))
        if stored.shown and stored.letter.year is not None
        else stored
        for stored in letters
    )


def _warned(shown: StoredLetter, others: Sequence[StoredLetter]) -> StoredLetter:
    doubts = [doubt for other in others for doubt in _doubts(shown, other)]
    if not doubts:
        return shown
    return replace(shown, letter=replace(shown.letter, warnings=(*shown.letter.warnings, *doubts)))


def _doubts(shown: StoredLetter, other: StoredLetter) -> Iterator[Doubt]:
    ours, theirs = _names(shown, other)
    for about, what, mine, yours, quotes in _differences(shown.letter, other.letter):
        message = f"Two letters of this year disagree on {what}: {ours} prints {mine}, {theirs} prints {yours}."
        yield Doubt(message, about, quotes)


def _names(one: StoredLetter, other: StoredLetter) -> tuple[str, str]:
    """The names of two letters' files, told apart even where they are the same."""
    mine, yours = f"“{one.source.name}”", f"“{other.source.name}”"
    if one.source.sha256 == other.source.sha256:
        return mine, "another letter in the same file"
    if mine == yours:
        return f"{mine} ({one.source.sha256[:8]})", f"{yours} ({other.source.sha256[:8]})"
    return mine, yours


def _differences(one: Letter, other: Letter) -> Iterator[tuple[str, str, str, str, tuple[Quote, ...]]]:
    """What it is about, the same in words, what the one prints, what the other prints, where the one does."""
    theirs = {measure.name: measure for measure in other.measures}
    for measure in one.measures:
        if measure.name in theirs:
            mine, yours = _differing(measure, theirs[measure.name])
            if mine:
                what = measure.name.replace("_", " ")
                yield measure.name, what, " and ".join(mine), " and ".join(yours), measure.quotes
    for table in one.tables:
        match = other.table(table.name)
        if match is not None:
            for heading, value, their_value, quote in _differing_cells(table, match):
                quotes = () if quote is None else (quote,)
                yield (
                    table.name,
                    f"“{heading}” in the table “{table.name}”",
                    str(value),
                    str(their_value),
                    quotes,
                )


def _differing(one: Measure, other: Measure) -> tuple[list[str], list[str]]:
    """The figures that both print and that differ, in words."""
    mine, yours = [], []
    for name, words in _FIGURES.items():
        value: Number | None = getattr(one, name)
        their_value: Number | None = getattr(other, name)
        if value is not None and their_value is not None and value != their_value:
            mine.append(f"{words} {value}")
            yours.append(f"{words} {their_value}")
    return mine, yours


def _differing_cells(one: Table, other: Table) -> Iterator[tuple[str, int, int, Quote | None]]:
    """The cells that both count and that differ; columns that a table has twice are no one's counterpart."""
    theirs = _single(other)
    for key, (heading, value, quote) in _single(one).items():
        their_value = theirs[key][1] if key in theirs else None
        if value is not None and their_value is not None and value != their_value:
            yield heading, value, their_value, quote


def _single(table: Table) -> dict[tuple[str, bool], tuple[str, int | None, Quote | None]]:
    cells = [(cell, False) for cell in table.cells]
    if table.total is not None:
        cells.append((table.total, True))
    often = Counter((cell.key, is_total) for cell, is_total in cells)
    return {
        (cell.key, is_total): (cell.heading, cell.value, cell.quote)
        for cell, is_total in cells
        if often[cell.key, is_total] == 1
    }
