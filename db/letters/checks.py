"""What a letter's figures must satisfy between themselves. A disagreement is a doubt; nothing is corrected."""

from collections.abc import Sequence

from db.figures.rounding import compute_share, find_possible_counts, is_share
from db.letters.doubts import DoubtCollector
from db.model import DoubtCode, Measure, State, Table, TableName


def check_figures(measures: Sequence[Measure], tables: Sequence[Table], doubts: DoubtCollector) -> None:
    """Doubts about a letter's rates and tables, in the order of the letter's measures and tables."""
    for measure in measures:
        _check_share(measure, doubts)
    for table in tables:
        _check_sum(table, doubts)


def _check_share(measure: Measure, doubts: DoubtCollector) -> None:
    """The printed rate against its denominator and the printed count or, without one, every count there can be."""
    count, denominator, rate = measure.count, measure.denominator, measure.rate
    if measure.state is not State.GIVEN or denominator is None or rate is None:
        return
    about, quotes = measure.name.value, measure.quotes
    if count is None:
        if denominator and not find_possible_counts(rate, denominator):
            doubts.add(DoubtCode.RATE_IMPOSSIBLE, about, *quotes, rate=rate, denominator=denominator)
    elif count > denominator:
        doubts.add(DoubtCode.COUNT_IMPOSSIBLE, about, *quotes, count=count, denominator=denominator)
    elif denominator and not is_share(rate, count, denominator):
        share = compute_share(count, denominator, rate)
        doubts.add(DoubtCode.RATE_MISFITS, about, *quotes, rate=rate, count=count, denominator=denominator, share=share)


def _check_sum(table: Table, doubts: DoubtCollector) -> None:
    """The printed total against the sum of its columns (2014-2018; the overview of 2025)."""
    if table.total is None or table.total.value is None or table.name is TableName.REMEDIED:
        return
    values = [cell.value for cell in table.cells]
    if not values or any(value is None for value in values) or any(cell.key == cell.heading for cell in table.cells):
        return  # a column we do not know may be a sum itself, as "Total excl premature" is
    summed = sum(value for value in values if value is not None)
    if summed != table.total.value:
        total = table.total.value
        doubts.add(DoubtCode.SUM_MISFITS, table.name.value, table.total.quote, summed=summed, total=total)
