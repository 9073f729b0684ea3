"""What became of the files of an import."""

from dataclasses import dataclass
from enum import StrEnum

from db.model import Letter


class Outcome(StrEnum):
    """What became of one file."""

    ADDED = "added"
    ALREADY_HERE = "already_here"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True, kw_only=True)
class FileOutcome:
    """What became of one file: `reason` is a sentence (always there when refused), `letters` those it holds."""

    path: str
    outcome: Outcome
    reason: str | None = None
    letters: tuple[Letter, ...] = ()
