"""Whose row of a table it is: the tables of 2014 label each with the council's name, cut short and abbreviated."""

from collections.abc import Sequence

from db.councils.names import COMPASS_POINTS, KINDS, LEADING_SHORT_TYPES, SHORT_TYPES, fold

_COMMON = frozenset(["a", "and", "the", "of", "in"])
_GROUPS = frozenset(
    ["councils", "boroughs", "authorities", "districts", "counties", "metropolitan", "unitary", "england"]
)
"""Words of labels of many councils at once."""
_ANYBODYS = frozenset(["council", "authority", "your", "this", "year", "number", "total", "figures"])
_COUNTED = frozenset(["count", "complaints", "enquiries", "received", "decisions", "made", "remedied"])
_TELL_NOTHING = KINDS | SHORT_TYPES.keys() | LEADING_SHORT_TYPES.keys() | _COMMON | _ANYBODYS | _COUNTED
"""Words of labels that tell no council from another."""


def is_own_row(label: str, names: Sequence[str]) -> bool:
    """Whether a row with this label can be of the council that goes by these names, not another's or all England's.

    Every word that tells one council from another must be in a name, or begin a word of it; and a name's points of
    the compass must be in the label.
    """
    words = " ".join(COMPASS_POINTS.get(word, word) for word in fold(label).split()).split()
    telling = [word for word in words if word not in _TELL_NOTHING]
    if not telling:
        return _GROUPS.isdisjoint(words)
    return any(_is_name(telling, fold(name).split()) for name in names)


def _is_name(telling: Sequence[str], name: Sequence[str]) -> bool:
    points = set(" ".join(COMPASS_POINTS.values()).split()) & set(name)
    known = all(any(own.startswith(word) for own in name) for word in telling)
    return known and points <= set(telling) and not _GROUPS & set(telling) - set(name)
