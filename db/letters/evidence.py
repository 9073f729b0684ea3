"""Deciding between the places in which one thing is printed: one value, or none and a doubt that names both."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from db.letters.doubts import DoubtCollector
from db.model import DoubtCode, Quote

T = TypeVar("T")

MOST_PLACES = 50
"""A letter prints one thing in a handful of places, a pack of copies in a dozen: what is printed in more is no letter's
figure, and reading them all would take its time."""


@dataclass(frozen=True, slots=True)
class Reading(Generic[T]):
    """A value and the words it was read from."""

    value: T
    quote: Quote


def reconcile(readings: Sequence[Reading[T]], doubts: DoubtCollector, about: str, part: str) -> Reading[T] | None:
    """The first of the readings if all say the same, else none of them and a doubt that names two places.

    Nor any where there are more than `MOST_PLACES`; who gathers them may stop at one more. `part` says which part of
    what the doubt is about is read.
    """
    if not readings:
        return None
    first = readings[0]
    if len(readings) > MOST_PLACES:
        doubts.add(DoubtCode.PRINTED_TOO_OFTEN, about, first.quote, part=part, most=MOST_PLACES)
        return None
    other = next((reading for reading in readings if reading.value != first.value), None)
    if other is None:
        return first
    doubts.add(DoubtCode.PRINTED_TWO_WAYS, about, first.quote, other.quote, part=part)
    return None
