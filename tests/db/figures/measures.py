"""Measures made by hand for the tests of what may be said of them."""

from db.model import Measure, MeasureName, State


def upheld(count: int | None, denominator: int | None, rate: float | None, average: float | None) -> Measure:
    return Measure(
        name=MeasureName.UPHELD,
        state=State.GIVEN,
        rate=rate,
        average=average,
        count=count,
        base=denominator,
        base_of="detailed investigations",
        denominator=denominator,
    )


def compliance(rate: float | None, outcomes: int | None, average: float | None = 99) -> Measure:
    return Measure(
        name=MeasureName.COMPLIANCE,
        state=State.GIVEN,
        rate=rate,
        average=average,
        base=outcomes,
        base_of="compliance outcomes",
        denominator=outcomes,
    )
