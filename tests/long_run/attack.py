"""What every kind of attack is: made ready once, then tried with one seed after the other."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from pathlib import Path
from random import Random


@dataclass(slots=True)
class Attempt:
    """What came of one try.

    `failures` are what must not happen, `silent` what is other than it was without a word where it is shown, though
    something tells of it elsewhere; `noted` is what is worth a look; each a line that says where. `ends` names how it
    ended, to be counted.
    """

    failures: list[str] = field(default_factory=list)
    silent: list[str] = field(default_factory=list)
    noted: list[str] = field(default_factory=list)
    ends: list[str] = field(default_factory=list)


Try = Callable[[Random], Attempt]
"""One try, of which chance alone says what is done."""


def have_all() -> str | None:
    """Nothing is missing."""
    return None


@dataclass(frozen=True, slots=True)
class Attack:
    """A kind of attack: `start` makes everything ready in an empty folder; `explain_missing` says why it cannot."""

    name: str
    start: Callable[[Path], AbstractContextManager[Try]]
    explain_missing: Callable[[], str | None] = have_all
