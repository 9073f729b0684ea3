"""What became of the files of an import."""

from enum import StrEnum
from typing import NamedTuple

from db.model import Letter


class Outcome(StrEnum):
    """What became of one file."""

    ADDED = "added"
    ALREADY_HERE = "already_here"
    REFUSED = "refused"


class FileOutcome(NamedTuple):
    """What became of one file: `reason` is a sentence (always there when refused), `letters` those it holds."""

    path: str
    outcome: Outcome
    reason: str | None = None
    letters: tuple[Letter, ...] = ()
