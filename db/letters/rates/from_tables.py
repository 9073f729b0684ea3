"""The rates that stand as columns in the tables of 2015-2019, where no sentence prints them."""

from dataclasses import replace

from db.figures.rounding import number
from db.letters.tables.headings import COMPLIANCE, RATE, PrintedTable
from db.letters.tables.printed import Column, Tables
from db.model import Doubt, Measure, MeasureName, Number, Quote, State


def with_table_rates(measures: tuple[Measure, ...], tables: Tables) -> tuple[tuple[Measure, ...], tuple[Doubt, ...]]:
    """The measures, those that no sentence gives taken from the tables where they print them.

    Where a sentence and a table print different rates, neither is taken: one of them is of another year or council.
    """
    upheld = _upheld(tables.get(PrintedTable.DECIDED, ()))
    found = {
        MeasureName.UPHELD: upheld,
        MeasureName.COMPLIANCE: _compliance(tables),
        MeasureName.REMEDY: _remedy(tables.get(PrintedTable.SATISFACTORY, ()), upheld),
    }
    taken: list[Measure] = []
    doubts: list[Doubt] = []
    for measure in measures:
        tabled = found.get(measure.name)
        if tabled and measure.quotes and _differ(tabled, measure):
            message = "A table and a sentence of this letter print different figures; both are left out."
            doubts.append(Doubt(message, measure.name.value, (tabled.quotes[0], measure.quotes[0])))
            taken.append(Measure(measure.name))
        else:
            taken.append(measure if measure.quotes else tabled or measure)
    return tuple(taken), tuple(doubts)


def _differ(tabled: Measure, said: Measure) -> bool:
    """Whether the two print different rates, or counts where both print one."""
    is_counted = tabled.count is not None and said.count is not None
    return tabled.rate != said.rate or (is_counted and tabled.count != said.count)


def _upheld(columns: tuple[Column, ...]) -> Measure | None:
    """The uphold rate of a decisions table (2015-2019): a share of the investigations, upheld and not upheld.

    Without an investigation there is no rate, though 0% or a dash may be printed.
    """
    by_key = {column.key: column for column in columns}
    rate, upheld, not_upheld = by_key.get(RATE), by_key.get("upheld"), by_key.get("not_upheld")
    if rate is None or upheld is None or not_upheld is None:
        return None
    base = None if upheld.value is None or not_upheld.value is None else upheld.value + not_upheld.value
    measure = Measure(
        MeasureName.UPHELD,
        State.GIVEN,
        _number(rate),
        count=upheld.value,
        base=base,
        base_of="detailed investigations" if base is not None else None,
        denominator=base,
        quotes=_quotes(rate, upheld, not_upheld),
    )
    if base == 0:
        return replace(measure, state=State.NOT_GIVEN, rate=None)
    return measure if measure.rate is not None else None


def _compliance(tables: Tables) -> Measure | None:
    """The compliance rate: in 2016 a column beside the remedied complaints, in 2019 of a table of its own."""
    by_key = {column.key: column for column in tables.get(PrintedTable.COMPLIED, ())}
    rate, recorded = by_key.get(COMPLIANCE), by_key.get("recorded")
    if rate is None:
        beside = {column.key: column for column in tables.get(PrintedTable.REMEDIED, ())}
        rate = beside.get(COMPLIANCE)
    base = recorded.value if recorded else None
    if base == 0:
        return Measure(MeasureName.COMPLIANCE, State.NONE_DUE, quotes=_quotes(recorded))
    printed = _number(rate) if rate else None
    if printed is None:
        return None
    noun = "complaints" if base is not None else None
    quotes = _quotes(rate, recorded)
    return Measure(
        MeasureName.COMPLIANCE, State.GIVEN, printed, base=base, base_of=noun, denominator=base, quotes=quotes
    )


def _remedy(columns: tuple[Column, ...], upheld: Measure | None) -> Measure | None:
    """The share remedied beforehand (2019): of the upheld decisions, which the decisions table counts."""
    by_key = {column.key: column for column in columns}
    rate, satisfied = by_key.get(RATE), by_key.get("satisfied")
    if rate is None or satisfied is None:
        return None
    denominator = upheld.count if upheld else None
    quotes = _quotes(rate, satisfied)
    if denominator == 0:
        return Measure(MeasureName.REMEDY, State.NONE_UPHELD, quotes=quotes) if quotes else None
    printed = _number(rate)
    if printed is None:
        return None
    return Measure(
        MeasureName.REMEDY, State.GIVEN, printed, count=satisfied.value, denominator=denominator, quotes=quotes
    )


def _number(column: Column) -> Number | None:
    """The rate a cell prints, with or without its % sign; None for a dash or "N/A"."""
    digits = column.printed.rstrip("% ")
    return number(digits) if digits[:1].isdigit() else None


def _quotes(*columns: Column | None) -> tuple[Quote, ...]:
    return tuple(column.quote for column in columns if column and column.quote)
