"""Where figures stand among others: places from the highest down, with ties. Only like are ever ranked with like."""

from collections.abc import Hashable, Mapping
from typing import NamedTuple, TypeVar

from db.model import Number

Key = TypeVar("Key", bound=Hashable)


class Rank(NamedTuple):
    """A place from 1, the highest first; `tied` where another has the same."""

    place: int
    tied: bool


def rank_values(values: Mapping[Key, Number]) -> dict[Key, Rank]:
    """The place of each value: one more than there are higher ones, so that after two at 1 comes 3."""
    places: dict[Number, int] = {}
    counts: dict[Number, int] = {}
    for place, value in enumerate(sorted(values.values(), reverse=True), start=1):
        places.setdefault(value, place)
        counts[value] = counts.get(value, 0) + 1
    return {key: Rank(places[value], counts[value] > 1) for key, value in values.items()}
