"""What reading the kept bytes of a library again has changed, as values."""

from dataclasses import dataclass
from enum import StrEnum

from db.model import Doubt, MeasureName, Source, TableName


class ChangeKind(StrEnum):
    """What became of a letter as its file was read again."""

    CHANGED = "changed"
    GAINED = "gained"
    LOST = "lost"


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One thing that a letter says otherwise than before; None where it says nothing of it.

    `field` is what of the letter: a field of its heading ("dated"), of its council ("council.region"), of the measure
    named ("rate"), of the table named ("value" or "key" of the column with this `heading`, "total" for its total),
    "remark", "doubt", "text", or "spans" where only places and order are others.
    """

    field: str
    before: str | Doubt | None
    after: str | Doubt | None
    measure: MeasureName | None = None
    table: TableName | None = None
    heading: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterChange:
    """A letter that reads otherwise than before, or that its file was not known to hold, or no longer does.

    `council` and `year` are those it has in the library now (when lost: had). `changes` are those of a changed
    letter. `letter_id` stays the same through a change.
    """

    kind: ChangeKind
    letter_id: int
    council: str
    year: int | None
    source: Source
    changes: tuple[Change, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptFile:
    """A file whose letters were left as they were, with the reason in a sentence."""

    source: Source
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RereadReport:
    """What reading every file of a library again has changed. When cancelled, nothing was."""

    files: int
    changes: tuple[LetterChange, ...] = ()
    kept: tuple[KeptFile, ...] = ()
    cancelled: bool = False
