"""A letter as plain values, and the letter of such values: made so, it goes from process to process far faster.

Of each part they are what it is made of, in the order of its fields, and of a kind its word.
"""

from datetime import date
from enum import StrEnum
from typing import Any, TypeVar

from db.model import (
    Cell,
    Council,
    CouncilType,
    Doubt,
    DoubtCode,
    Letter,
    LetterKind,
    Measure,
    MeasureName,
    Period,
    Quote,
    Remark,
    RemarkKind,
    State,
    Table,
    TableName,
)

Plain = tuple[Any, ...]
"""The plain values of a part."""
E = TypeVar("E", bound=StrEnum)


def _list_words(kinds: type[E]) -> dict[str, E]:
    """The members of these kinds by their words: an enumeration takes several times as long to find one."""
    return {each.value: each for each in kinds}


_COUNCIL_TYPES, _LETTER_KINDS, _TABLES = _list_words(CouncilType), _list_words(LetterKind), _list_words(TableName)
_MEASURES, _STATES = _list_words(MeasureName), _list_words(State)
_REMARKS, _DOUBTS = _list_words(RemarkKind), _list_words(DoubtCode)

_make_quote = Quote._make


def make_plain(letter: Letter) -> Plain:
    """The plain values of a letter, in the order in which `make_letter` takes them."""
    name, council_type, *rest = letter.council
    return (
        letter.text,
        letter.kind.value,
        (name, council_type.value, *rest),
        letter.council_as_written,
        letter.year,
        letter.dated,
        None if letter.period is None else tuple(letter.period),
        letter.addressee,
        letter.role,
        [_make_plain_measure(each) for each in letter.measures],
        [_make_plain_table(each) for each in letter.tables],
        [(kind.value, tuple(quote)) for kind, quote in letter.remarks],
        [(code.value, about, [*map(tuple, quotes)], parameters) for code, about, quotes, parameters in letter.doubts],
        letter.fingerprints,
    )


def make_letter(
    text: str,
    kind: str,
    council: Plain,
    council_as_written: str | None,
    year: int | None,
    dated: date | None,
    period: Plain | None,
    addressee: str | None,
    role: str | None,
    measures: list[Plain],
    tables: list[Plain],
    remarks: list[Plain],
    doubts: list[Plain],
    fingerprints: tuple[int, ...] | None,
) -> Letter:
    """The letter of such values.

    Raises:
        TypeError: there are more values of a part than it is made of, or fewer.
        KeyError: there is no such kind.
    """
    name, council_type, *rest = council
    return Letter(
        text=text,
        kind=_LETTER_KINDS[kind],
        council=Council(name, _COUNCIL_TYPES[council_type], *rest),
        council_as_written=council_as_written,
        year=year,
        dated=dated,
        period=None if period is None else Period._make(period),
        addressee=addressee,
        role=role,
        measures=tuple([_make_measure(*each) for each in measures]),
        tables=tuple([_make_table(*each) for each in tables]),
        remarks=tuple([Remark(_REMARKS[kind], _make_quote(quote)) for kind, quote in remarks]),
        doubts=tuple([_make_doubt(*each) for each in doubts]),
        fingerprints=fingerprints,
    )


def _make_plain_measure(measure: Measure) -> Plain:
    return (
        measure.name.value,
        measure.state.value,
        measure.rate,
        measure.average,
        measure.count,
        measure.base,
        measure.base_of,
        measure.denominator,
        measure.derived,
        [*map(tuple, measure.quotes)],
    )


def _make_measure(name: str, state: str, *rest: Any) -> Measure:  # noqa: ANN401 - the other fields of a measure
    rate, average, count, base, base_of, denominator, derived, quotes = rest
    return Measure(
        name=_MEASURES[name],
        state=_STATES[state],
        rate=rate,
        average=average,
        count=count,
        base=base,
        base_of=base_of,
        denominator=denominator,
        derived=derived,
        quotes=tuple(map(_make_quote, quotes)),
    )


def _make_plain_table(table: Table) -> Plain:
    cells = [_make_plain_cell(cell) for cell in table.cells]
    return table.name.value, cells, None if table.total is None else _make_plain_cell(table.total)


def _make_table(name: str, cells: list[Plain], total: Plain | None) -> Table:
    made = tuple([_make_cell(*cell) for cell in cells])
    return Table(_TABLES[name], made, None if total is None else _make_cell(*total))


def _make_plain_cell(cell: Cell) -> Plain:
    key, heading, value, quote = cell
    return key, heading, value, None if quote is None else tuple(quote)


def _make_cell(key: str, heading: str, value: int | None, quote: Plain | None) -> Cell:
    return Cell(key, heading, value, None if quote is None else _make_quote(quote))


def _make_doubt(code: str, about: str | None, quotes: list[Plain], parameters: Plain) -> Doubt:
    return Doubt(_DOUBTS[code], about, tuple(map(_make_quote, quotes)), parameters)
