"""What a letter's figures must satisfy between themselves. A disagreement is a warning; nothing is corrected."""

from collections.abc import Iterator, Sequence

from db.figures.rounding import counts_rounding_to, fits, share
from db.model import Doubt, Measure, Quote, State, Table, TableName


def check_figures(measures: Sequence[Measure], tables: Sequence[Table]) -> Iterator[Doubt]:
    """Warnings about a letter's rates and tables, in the order of the letter's measures and tables."""
    for measure in measures:
        yield from _share(measure)
    for table in tables:
        yield from _sum(table)


def _share(measure: Measure) -> Iterator[Doubt]:
    """The printed rate against its denominator and the printed count or, without one, every count there can be."""
    count, denominator, rate = measure.count, measure.denominator, measure.rate
    if measure.state is not State.GIVEN or denominator is None or rate is None:
        return
    if count is None:
        if denominator == 0 or counts_rounding_to(rate, denominator):
            return
        message = f"The letter prints {rate}%, which no number of {denominator} is."
    elif count > denominator:
        message = f"{count} of {denominator} cannot be: one of the two is misprinted or misread."
    elif denominator and not fits(rate, count, denominator):
        message = f"The letter prints {rate}%, but {count} of {denominator} is {share(count, denominator, rate)}%."
    else:
        return
    yield Doubt(message, measure.name.value, measure.quotes)


def _sum(table: Table) -> Iterator[Doubt]:
    """The printed total against the sum of its columns (2014-2018; the overview of 2025)."""
    if table.total is None or table.total.value is None or table.name is TableName.REMEDIED:
        return
    values = [cell.value for cell in table.cells]
    if not values or any(value is None for value in values) or any(cell.key == cell.heading for cell in table.cells):
        return  # a column we do not know may be a sum itself, as "Total excl premature" is
    summed = sum(value for value in values if value is not None)
    if summed != table.total.value:
        message = f"The columns add up to {summed}, but the printed total is {table.total.value}."
        yield Doubt(message, table.name.value, _quotes(table))


def _quotes(table: Table) -> tuple[Quote, ...]:
    return (table.total.quote,) if table.total and table.total.quote else ()
