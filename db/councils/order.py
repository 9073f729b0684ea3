"""The order of a list of councils with letters: by name, by what their latest letter says of upheld, by remarks."""

from collections.abc import Iterable
from enum import StrEnum
from fractions import Fraction

from db.figures.cases import FEW_CASES
from db.model import CouncilEntry, Measure, Number


class EntryOrder(StrEnum):
    """What a list is in order of. But for names, the highest comes first."""

    NAME = "name"
    RATE = "rate"
    GAP = "gap"
    CASES = "cases"
    REMARKS = "remarks"

    @property
    def puts_few_last(self) -> bool:
        """Whether a council with few cases comes after all others: its rate says little."""
        return self in (EntryOrder.RATE, EntryOrder.GAP)

    @property
    def following(self) -> "EntryOrder":
        """The next of them, after the last the first."""
        orders = list(EntryOrder)
        return orders[(orders.index(self) + 1) % len(orders)]


def sort_entries(entries: Iterable[CouncilEntry], order: EntryOrder) -> list[CouncilEntry]:
    """The councils in this order; those alike in it as they were given.

    As wherever rates are ranked, a rate of fewer than five cases comes after all others, and what is not known last.
    """
    if order is EntryOrder.NAME:
        return list(entries)

    def find_key(entry: CouncilEntry) -> tuple[int, Fraction]:
        """Whether it counts, is of few cases or not known; and how much it is."""
        value = Fraction(entry.remarks) if order is EntryOrder.REMARKS else _find_value(entry.upheld, order)
        if value is None:
            return 2, Fraction(0)
        return int(order.puts_few_last and _is_of_few(entry.upheld)), -value

    return sorted(entries, key=find_key)


def _find_value(upheld: Measure | None, order: EntryOrder) -> Fraction | None:
    """How much it is that a council is sorted by."""
    if upheld is None:
        return None
    if order is EntryOrder.CASES:
        return _to_fraction(upheld.denominator)
    rate, average = _to_fraction(upheld.rate), _to_fraction(upheld.average)
    if order is EntryOrder.RATE or rate is None:
        return rate
    return None if average is None else rate - average


def _is_of_few(upheld: Measure | None) -> bool:
    """Whether a rate is of few cases, or it is not known of how many."""
    return upheld is None or upheld.denominator is None or upheld.denominator < FEW_CASES


def _to_fraction(number: Number | None) -> Fraction | None:
    """The printed number itself."""
    return None if number is None else Fraction(str(number))
