"""Whom to compare a council with: those of its county, its type and region, or its type."""

from collections.abc import Iterable
from enum import StrEnum

from db.model import Council, CouncilEntry, CouncilType


class PeerKind(StrEnum):
    """By what councils are chosen to stand beside another, the nearest first."""

    SAME_COUNTY = "same_county"
    SAME_TYPE_AND_REGION = "same_type_and_region"
    SAME_TYPE = "same_type"


def find_peers(council: CouncilEntry, entries: Iterable[CouncilEntry], kind: PeerKind) -> tuple[CouncilEntry, ...]:
    """The councils among `entries` that are the council's peers in that way, the likest first, without itself.

    Those of its own type come first, then those whose latest letters are about a like number of investigations, as a
    share of few cases says little beside one of many; then by name. None where the register does not know the council.
    """
    if not council.council.in_register:
        return ()
    peers = [each for each in entries if each.id != council.id and _is_peer(council.council, each.council, kind)]

    def rank(entry: CouncilEntry) -> tuple[bool, float, str]:
        """The lower, the likest."""
        is_unlike = entry.council.type is not council.council.type
        return is_unlike, _measure_distance(council, entry), entry.council.name.casefold()

    return tuple(sorted(peers, key=rank))


def choose_peers(
    council: CouncilEntry, entries: Iterable[CouncilEntry], kind: PeerKind, year: int | None, limit: int
) -> tuple[CouncilEntry, ...]:
    """At most `limit` of the council's peers, the likest of those with a letter of that year before any without."""
    peers = find_peers(council, entries, kind)
    return tuple(sorted(peers, key=lambda each: year is not None and year not in each.years)[:limit])


def _is_peer(council: Council, other: Council, kind: PeerKind) -> bool:
    """Whether the other council stands beside this one in that way."""
    if not other.in_register:
        return False
    if kind is PeerKind.SAME_COUNTY:
        county = name_county(council)
        return county is not None and county == name_county(other)
    if other.type is not council.type or council.type is CouncilType.OTHER:
        return False
    return kind is PeerKind.SAME_TYPE or (council.region is not None and council.region == other.region)


def name_county(council: Council) -> str | None:
    """The county council in whose area it is, or which it is."""
    return council.name if council.type is CouncilType.COUNTY else council.county


def _measure_distance(council: CouncilEntry, other: CouncilEntry) -> float:
    """How many times more investigations one of the two had; infinite where that is not known."""
    counts = [entry.upheld.denominator if entry.upheld else None for entry in (council, other)]
    if None in counts:
        return float("inf")
    low, high = sorted(1 + count for count in counts if count is not None)
    return high / low
