"""Whose row of a table it is: the tables of 2014 label each with the council's name, cut short and abbreviated."""

from collections.abc import Sequence

from db.names import fold

_TYPES = frozenset(["bc", "cc", "dc", "lb", "mbc", "city", "county", "district", "borough", "metropolitan", "royal"])
_COMMON = frozenset(["a", "and", "the", "of", "in", "c", "north", "south", "east", "west", "mid", "new", "london"])
_ANYBODYS = frozenset(["council", "councils", "authority", "your", "this", "year", "number", "total", "figures"])
_COUNTED = frozenset(["count", "complaints", "enquiries", "received", "decisions", "made", "remedied"])
_TELL_NOTHING = _TYPES | _COMMON | _ANYBODYS | _COUNTED
"""Words of labels that tell no council from another."""


def is_own_row(label: str, names: Sequence[str]) -> bool:
    """Whether a row with this label can be of the council that goes by these names, not another's or all England's."""
    telling = set(fold(label).split()) - _TELL_NOTHING
    own = {word for name in names for word in fold(name).split()}
    return not telling or not own.isdisjoint(telling)
