"""The rates that stand as columns in the tables of 2015-2019, where no sentence prints them."""

from collections.abc import Mapping, Sequence

from db.figures.rounding import parse_number
from db.letters.doubts import DoubtCollector
from db.letters.rates.definitions import NONE_STATES
from db.letters.tables.columns import Column, Tables
from db.letters.tables.headings import COMPLIANCE, RATE, PrintedTable
from db.model import DoubtCode, Measure, MeasureName, Number, Quote, State


def add_table_rates(measures: Sequence[Measure], tables: Tables, doubts: DoubtCollector) -> tuple[Measure, ...]:
    """The measures, those that no sentence gives taken from the tables where they print them.

    Where a sentence and a table print different rates, neither is taken: one of them is of another year or council.
    """
    tabled = _read_tabled(tables, doubts)
    return tuple(_choose(measure, tabled.get(measure.name), doubts) for measure in measures)


def _choose(stated: Measure, tabled: Measure | None, doubts: DoubtCollector) -> Measure:
    """The measure that a sentence states, or else the table; neither where they contradict each other."""
    if tabled is None or not stated.quotes:
        return stated if stated.quotes else tabled or stated
    if not _differ(tabled, stated):
        return stated
    doubts.add(DoubtCode.TABLE_AND_SENTENCE_DIFFER, stated.name, tabled.quotes[0], stated.quotes[0])
    return Measure(name=stated.name)


def _differ(tabled: Measure, stated: Measure) -> bool:
    """Whether the two print different rates, or counts where both print one."""
    is_counted = tabled.count is not None and stated.count is not None
    return tabled.rate != stated.rate or (is_counted and tabled.count != stated.count)


def _read_tabled(tables: Tables, doubts: DoubtCollector) -> dict[MeasureName, Measure]:
    """What the tables print; a share of more than all is none, there as in a sentence."""
    upheld = _read_upheld(_by_key(tables, PrintedTable.DECIDED))
    read = (upheld, _read_compliance(tables), _read_remedy(_by_key(tables, PrintedTable.SATISFACTORY), upheld))
    tabled = {}
    for measure in read:
        if measure and measure.rate is not None and measure.rate > 100:
            doubts.add(DoubtCode.RATE_ABOVE_100, measure.name, measure.quotes[0], rate=measure.rate)
        elif measure:
            tabled[measure.name] = measure
    return tabled


def _by_key(tables: Tables, name: PrintedTable) -> dict[str, Column]:
    return {column.key: column for column in tables.get(name, ())}


def _read_upheld(columns: Mapping[str, Column]) -> Measure | None:
    """The uphold rate of a decisions table (2015-2019): a share of the investigations, upheld and not upheld.

    The investigations are not printed as one number. Without an investigation there is no rate, though 0% or a dash may
    be printed.
    """
    rate, upheld, not_upheld = columns.get(RATE), columns.get("upheld"), columns.get("not_upheld")
    if rate is None or upheld is None or not_upheld is None:
        return None
    base = None if upheld.value is None or not_upheld.value is None else upheld.value + not_upheld.value
    measure = Measure(
        name=MeasureName.UPHELD,
        state=State.GIVEN,
        rate=_read_rate(rate),
        count=upheld.value,
        base=base,
        base_of="detailed investigations" if base is not None else None,
        denominator=base,
        derived=frozenset() if base is None else frozenset(["base", "denominator"]),
        quotes=_quotes(rate, upheld, not_upheld),
    )
    if base == 0:
        return measure._replace(state=NONE_STATES[MeasureName.UPHELD], rate=None)
    return measure if measure.rate is not None else None


def _read_compliance(tables: Tables) -> Measure | None:
    """The compliance rate: in 2016 a column beside the remedied complaints, in 2019 of a table of its own."""
    complied = _by_key(tables, PrintedTable.COMPLIED)
    rate, recorded = complied.get(COMPLIANCE), complied.get("recorded")
    if rate is None:
        rate = _by_key(tables, PrintedTable.REMEDIED).get(COMPLIANCE)
    base = recorded.value if recorded else None
    name = MeasureName.COMPLIANCE
    if base == 0:
        return Measure(name=name, state=NONE_STATES[name], quotes=_quotes(recorded))
    printed = _read_rate(rate) if rate else None
    if printed is None:
        return None
    return Measure(
        name=name,
        state=State.GIVEN,
        rate=printed,
        base=base,
        base_of="complaints" if base is not None else None,
        denominator=base,
        quotes=_quotes(rate, recorded),
    )


def _read_remedy(columns: Mapping[str, Column], upheld: Measure | None) -> Measure | None:
    """The share remedied beforehand (2019): of the upheld decisions, which the decisions table counts."""
    rate, satisfied = columns.get(RATE), columns.get("satisfied")
    if rate is None or satisfied is None:
        return None
    name = MeasureName.REMEDY
    denominator = upheld.count if upheld else None
    quotes = _quotes(rate, satisfied)
    if denominator == 0:
        return Measure(name=name, state=NONE_STATES[name], quotes=quotes) if quotes else None
    printed = _read_rate(rate)
    if printed is None:
        return None
    return Measure(
        name=name,
        state=State.GIVEN,
        rate=printed,
        count=satisfied.value,
        denominator=denominator,
        derived=frozenset() if denominator is None else frozenset(["denominator"]),
        quotes=quotes,
    )


def _read_rate(column: Column) -> Number | None:
    """The rate a cell prints, with or without its % sign; None for a dash or "N/A"."""
    digits = column.printed.rstrip("% ")
    return parse_number(digits) if digits[:1].isdigit() else None


def _quotes(*columns: Column | None) -> tuple[Quote, ...]:
    return tuple(column.quote for column in columns if column and column.quote)
