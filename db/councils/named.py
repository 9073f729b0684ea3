"""Which councils with letters here bear a name that the register knows: what most names typed come to."""

from collections.abc import Iterable
from typing import NamedTuple

from db.councils.register import Lookup, Register
from db.model import CouncilEntry


class Named(NamedTuple):
    """What the register says of typed words: all it knows by them, and those `here`, with letters in this library."""

    lookup: Lookup
    here: tuple[CouncilEntry, ...]

    @property
    def entry(self) -> CouncilEntry | None:
        """The one council here of that name, if there is exactly one."""
        return self.here[0] if len(self.here) == 1 else None

    @property
    def note(self) -> str | None:
        """What a person is told where the one council here was taken to be meant, and not others of that name."""
        if self.entry is None or not self.lookup.passed_over:
            return None
        from db.councils.sentences import describe_passed_over

        return describe_passed_over(self.entry.council, self.lookup.passed_over)


def find_named(typed: str, entries: Iterable[CouncilEntry]) -> Named:
    """What the register knows by these words, and which of that is among `entries`; no likeness counts."""
    return pick_named(look_up(typed), entries)


def look_up(typed: str) -> Lookup:
    """What the register knows by these words, whether it has letters here or not."""
    return Register.load().look_up(typed)


def pick_named(lookup: Lookup, entries: Iterable[CouncilEntry]) -> Named:
    """What the register knows, and which of that is among `entries`."""
    by_name = {entry.council.name: entry for entry in entries}
    return Named(lookup=lookup, here=tuple(by_name[one.name] for one in lookup.matches if one.name in by_name))
