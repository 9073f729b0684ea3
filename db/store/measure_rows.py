"""Measures as rows, and rows as measures."""

import json
import sqlite3
from functools import cache
from typing import Literal

from db.model import Measure, MeasureName, Quote, State
from db.store.enums import read_enum

MEASURE_COLUMNS = "measure.name AS measure, state, rate, average, count, base, base_of, denominator, derived"
"""What a question selects that wants a measure: `read_measure` takes its rows."""


def read_measure(row: sqlite3.Row, quotes: tuple[Quote, ...] = ()) -> Measure:
    """The measure of a row with the columns above."""
    return Measure(
        name=read_enum(MeasureName, row["measure"]),
        state=read_enum(State, row["state"]),
        rate=row["rate"],
        average=row["average"],
        count=row["count"],
        base=row["base"],
        base_of=row["base_of"],
        denominator=row["denominator"],
        derived=_read_derived(row["derived"]),
        quotes=quotes,
    )


@cache
def _read_derived(written: str) -> frozenset[Literal["base", "denominator"]]:
    """The names of the numbers that are ours: hundreds of measures have the same, mostly none."""
    return frozenset(json.loads(written))


@cache
def _write_derived(derived: frozenset[Literal["base", "denominator"]]) -> str:
    """These names as they are kept."""
    return json.dumps(sorted(derived))


def make_measure_row(letter_id: int, position: int, measure: Measure) -> tuple[object, ...]:
    """The values of a measure's row."""
    return (
        letter_id,
        position,
        measure.name.value,
        measure.state.value,
        measure.rate,
        measure.average,
        measure.count,
        measure.base,
        measure.base_of and str(measure.base_of),
        measure.denominator,
        _write_derived(measure.derived),
    )
