"""What was read against what was printed: each difference is wrong, invented or missing, and said in a line."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from db.model import Cell, Letter, Measure, MeasureName, Number, Quote, State, Table, TableName
from tests.letters_made.truth import Truth


@dataclass(frozen=True)
class Difference:
    """`what` is a name such as `remedy.count` or `decided.upheld`; `missing` where nothing was read."""

    what: str
    expected: object
    got: object
    missing: bool = False

    def __str__(self) -> str:
        return f"{self.what}: printed {self.expected!r}, read {self.got!r}"


def differences(truth: Truth, letter: Letter) -> Iterator[Difference]:
    """Everything in which the letter as read is not the letter as printed."""
    council = letter.council.name if letter.council.in_register else None
    yield from _compared("council", truth.council, council)
    yield from _compared("kind", truth.kind, letter.kind)
    yield from _compared("year", truth.year, letter.year)
    yield from _compared("period", truth.period, letter.period)
    yield from _compared("dated", truth.dated, letter.dated)
    yield from _compared("addressee", truth.addressee, letter.addressee)
    yield from _compared("role", truth.role, letter.role)
    for name in MeasureName:
        yield from _measure(truth.measure(name), letter.measure(name))
    for table in TableName:
        yield from _table(table, truth.tables.get(table), letter.table(table))
    yield from _quotes(letter)


def _compared(what: str, expected: object, got: object) -> Iterator[Difference]:
    if expected != got:
        yield Difference(what, expected, got, missing=got is None)


def _measure(expected: Measure, got: Measure) -> Iterator[Difference]:
    name = expected.name.value
    if expected.state is not got.state:
        yield Difference(f"{name}.state", expected.state, got.state, got.state is State.NOT_GIVEN)
    for part in ("rate", "average", "count", "base", "base_of", "denominator"):
        yield from _compared(f"{name}.{part}", getattr(expected, part), getattr(got, part))
    derived = frozenset(part for part in expected.derived if getattr(got, part) is not None)
    if got.base == expected.base:  # without its own base a rate may be a share of another measure's count
        yield from _compared(f"{name}.derived", derived, got.derived)


def _table(name: TableName, expected: dict[str, int | None] | None, got: Table | None) -> Iterator[Difference]:
    if expected is None or got is None:
        if got is not None or expected is not None:
            yield Difference(name.value, expected, got, missing=got is None)
        return
    read = {cell.key: cell.value for cell in _cells(got)}
    for key in {**expected, **read}:
        yield from _compared(f"{name.value}.{key}", expected.get(key), read.get(key))


def _cells(table: Table) -> tuple[Cell, ...]:
    return (*table.cells, table.total) if table.total else table.cells


def _quotes(letter: Letter) -> Iterator[Difference]:
    """Quotes are exact slices of the letter's text, and every number read stands in one of its own."""
    for measure in letter.measures:
        base = None if "base" in measure.derived else measure.base
        numbers = [n for n in (measure.rate, measure.average, measure.count, base) if n is not None]
        yield from _slices(letter, measure.name.value, measure.quotes)
        for number in numbers:
            if not any(number in _printed(quote) for quote in measure.quotes):
                yield Difference(f"{measure.name.value}.quotes", number, [quote.text for quote in measure.quotes])
    for table in letter.tables:
        for cell in _cells(table):
            quotes = (cell.quote,) if cell.quote else ()
            yield from _slices(letter, f"{table.name.value}.{cell.key}", quotes)
            if cell.value is not None and not any(cell.value in _printed(quote) for quote in quotes):
                yield Difference(f"{table.name.value}.{cell.key}.quote", cell.value, quotes)


def _slices(letter: Letter, what: str, quotes: tuple[Quote, ...]) -> Iterator[Difference]:
    for quote in quotes:
        if letter.text[quote.start : quote.end] != quote.text or not quote.text.strip():
            yield Difference(f"{what}.quote", letter.text[quote.start : quote.end], quote.text)


def _printed(quote: Quote) -> set[Number]:
    words = re.findall(r"\d+(?:\.\d+)?", quote.text)
    return {float(word) if "." in word else int(word) for word in words}
