"""The funnel of a year: each council of one type by its investigations and its share upheld, and what chance allows."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from db.figures.funnel import INNER, OUTER, Limits, compute_limits
from db.figures.year_table import YearRow
from db.model import MeasureName, Number

_MOST_LIMITS = 160
"""For so many numbers of cases at most limits are worked out: no plot has more columns of its own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FunnelPoint:
    """One council: `count` of `cases` investigated complaints were upheld; `rate` is the share as printed."""

    letter_id: int
    name: str
    count: int
    cases: int
    rate: Number


class FunnelLimits(NamedTuple):
    """The limits for one number of cases, within which 95 % and 99.8 % of councils stand by chance."""

    inner: Limits
    outer: Limits


class Funnel(NamedTuple):
    """The councils of one type and year. Without an average that all their letters print there are no limits."""

    points: tuple[FunnelPoint, ...]
    average: Number | None
    limits: tuple[FunnelLimits, ...]


def build_funnel(rows: Iterable[YearRow]) -> Funnel:
    """Work out the funnel of councils of one type.

    Of a letter that does not print its share, or not of how many investigations, there is no point.
    """
    rows = tuple(rows)
    points = tuple(_list_points(rows))
    averages = {row.measures[MeasureName.UPHELD].measure.average for row in rows} - {None}
    average = averages.pop() if len(averages) == 1 else None
    limits: tuple[FunnelLimits, ...] = ()
    if points and average is not None and 0 < average < 100:
        limits = tuple(_list_limits(max(point.cases for point in points), float(average)))
    return Funnel(points=points, average=average, limits=limits)


def _list_points(rows: Iterable[YearRow]) -> Iterator[FunnelPoint]:
    """A point for each council that has one."""
    for row in rows:
        judged = row.measures[MeasureName.UPHELD]
        if judged.cases is not None and judged.missing is None and judged.measure.rate is not None:
            yield FunnelPoint(
                letter_id=row.letter.letter_id,
                name=row.letter.council.name,
                count=judged.cases.count,
                cases=judged.cases.denominator,
                rate=judged.measure.rate,
            )


def _list_limits(most: int, average: float) -> Iterator[FunnelLimits]:
    """The limits from 1 case to the most there are, evenly spread."""
    step = max(1, -(-most // _MOST_LIMITS))
    for cases in sorted({*range(1, most + 1, step), most}):
        yield FunnelLimits(inner=compute_limits(cases, average, INNER), outer=compute_limits(cases, average, OUTER))
