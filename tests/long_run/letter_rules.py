"""What holds of every letter, whatever file it was read from."""

import math
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from datetime import date
from enum import Enum

from db.model import Letter, MeasureKind, Quote
from db.review.printed_numbers import find_unprinted
from db.text.harmless import mask_line, mask_text

_FIRST_YEAR = 1974
_TOLD = 60


def find_faults(letter: Letter) -> Iterator[str]:
    """Each quote off its place, figure out of its range or in none of its quotes, and character that may act."""
    for value in _walk(letter):
        if isinstance(value, Quote):
            if not 0 <= value.start < value.end or letter.text[value.start : value.end] != value.text:
                yield f"a quote stands elsewhere: {value!r:.{_TOLD}}"
        elif isinstance(value, str) and mask_text(value) != value:
            yield f"a character that may act is left: {value!r:.{_TOLD}}"
    for name in (letter.council.name, letter.council_as_written, letter.addressee, letter.role):
        if name and mask_line(name) != name:
            yield f"a name of more than one line: {name!r:.{_TOLD}}"
    if letter.year is not None and not _FIRST_YEAR <= letter.year <= date.today().year + 1:
        yield f"of the year {letter.year}"
    yield from _find_impossible(letter)


def _find_impossible(letter: Letter) -> Iterator[str]:
    for measure in letter.measures:
        shares = (measure.rate, measure.average)
        counts = (measure.count, measure.base, measure.denominator)
        most = 100 if measure.name.kind is MeasureKind.SHARE else math.inf
        if any(one is not None and not (math.isfinite(one) and 0 <= one <= most) for one in shares):
            yield f"{measure.name}: rate {measure.rate}, average {measure.average}"
        if any(one is not None and one < 0 for one in counts):
            yield f"{measure.name}: {counts}"
        if not measure.quotes and any(one is not None for one in (*shares, *counts)):
            yield f"{measure.name}: figures without a quote"
        for number in find_unprinted(measure):
            yield f"{measure.name}: {number} stands in none of its quotes"
    for table in letter.tables:
        for cell in (*table.cells, *filter(None, [table.total])):
            if cell.value is not None and cell.value < 0:
                yield f"{table.name}: {cell.key} is {cell.value}"


def _walk(value: object) -> Iterator[object]:
    """Every value in a letter, as deep as it goes."""
    if isinstance(value, Enum):
        return
    if is_dataclass(value) and not isinstance(value, type):
        yield value
        for each in fields(value):
            yield from _walk(getattr(value, each.name))
    elif isinstance(value, tuple | frozenset | list):
        for one in value:
            yield from _walk(one)
    else:
        yield value
