"""What became of a council, and what a council was made from, as the register has it, which is loaded to tell it."""

from collections.abc import Iterator, Mapping, Sequence
from enum import StrEnum
from functools import cache
from typing import NamedTuple

from db.model import Council, CouncilEntry


class Kinship(StrEnum):
    """How another council stands to one: its successor, one that it was made from, or one that it took in."""

    BECAME = "became"
    MADE_FROM = "made_from"
    TOOK_IN = "took_in"


class Relative(NamedTuple):
    """A council that came before another or after it, in which year; `entry` where it has letters here.

    Each has its own letters and its own figures, which are nowhere added up.
    """

    kinship: Kinship
    council: Council
    year: int
    entry: CouncilEntry | None = None


class SuccessorMatch(NamedTuple):
    """A council with letters here that is found as it came after `via`, the council that was named."""

    entry: CouncilEntry
    via: Council


def list_successors(council: Council) -> tuple[Council, ...]:
    """The councils that came after it at once, as far as the register has them."""
    from db.councils.register import Register

    register = Register.load()
    return tuple(after for name in council.successors if (after := register.by_name(name)) is not None)


def trace_successors(council: Council) -> tuple[Council, ...]:
    """All that came after it, those that came after its successors too, nearest first, each once."""
    traced: dict[str, Council] = {}
    waiting = [council]
    while waiting:
        for after in list_successors(waiting.pop(0)):
            if after.name not in traced:
                traced[after.name] = after
                waiting.append(after)
    return tuple(traced.values())


def list_relatives(council: Council, entries: Mapping[str, CouncilEntry]) -> tuple[Relative, ...]:
    """What it became, then what it was made from; `entries` are the councils with letters here, by name."""
    return tuple(_list_relatives(council, entries))


def find_successors(councils: Sequence[Council], entries: Mapping[str, CouncilEntry]) -> tuple[SuccessorMatch, ...]:
    """Those with letters here that came after one of these councils, each once."""
    found: dict[str, SuccessorMatch] = {}
    for via in councils:
        for after in trace_successors(via):
            if after.name in entries and after not in councils:
                found.setdefault(after.name, SuccessorMatch(entry=entries[after.name], via=via))
    return tuple(found.values())


def _list_relatives(council: Council, entries: Mapping[str, CouncilEntry]) -> Iterator[Relative]:
    """What it became, then what it was made from or took in."""
    if council.abolished_on is not None:
        for after in list_successors(council):
            yield Relative(
                kinship=Kinship.BECAME,
                council=after,
                year=council.abolished_on.year,
                entry=entries.get(after.name),
            )
    for before in _load_predecessors().get(council.name, ()):
        if before.abolished_on is not None:
            is_new = council.established_on == before.abolished_on
            yield Relative(
                kinship=Kinship.MADE_FROM if is_new else Kinship.TOOK_IN,
                council=before,
                year=before.abolished_on.year,
                entry=entries.get(before.name),
            )


@cache
def _load_predecessors() -> Mapping[str, tuple[Council, ...]]:
    """A council's name -> those that it succeeded, by name."""
    from db.councils.register import Register

    before: dict[str, tuple[Council, ...]] = {}
    for council in sorted(Register.load().councils, key=lambda each: each.name):
        for name in council.successors:
            before[name] = (*before.get(name, ()), council)
    return before
