"""What a person has seen and found fine: doubts, known by their code and place however they are worded.

They carry no digest: one that is damaged fits no doubt any more, so that its letter needs a look again, or is told.
"""

import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass

from db.model import Doubt, DoubtCode
from db.store.enums import read_enum
from db.store.timestamp import stamp_time

_ADD = """
    INSERT INTO dismissal (file_id, position, code, about, start, "end", other, dismissed_at)
    VALUES (:file_id, :position, :code, :about, :start, :end, :other, :dismissed_at)
"""
_OF_LETTERS = """
    SELECT letter.id AS letter_id, code, about, start, "end", other FROM dismissal
    JOIN letter ON letter.file_id = dismissal.file_id AND letter.position = dismissal.position
    WHERE letter.id IN (SELECT value FROM json_each(?))
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Dismissal:
    """What is found fine; None stands for anything, as in dismissals of libraries that kept sentences."""

    code: DoubtCode | None
    about: str | None
    span: tuple[int, int] | None
    other: str | None

    @classmethod
    def of(cls, doubt: Doubt) -> "Dismissal":
        """The dismissal of just this doubt; for a conflict, with just this other letter."""
        other = dict(doubt.parameters).get("their_sha256")
        # A doubt that an older library kept as a sentence gets its code only when its file is read again.
        code = None if doubt.code is DoubtCode.AS_WORDED and doubt.about is not None else doubt.code
        return cls(code=code, about=doubt.about, span=doubt.span, other=None if other is None else str(other))

    def covers(self, doubt: Doubt) -> bool:
        """Whether this doubt is among what was found fine."""
        known = Dismissal.of(doubt)
        pairs = (
            (self.code, known.code),
            (self.about, known.about),
            (self.span, known.span),
            (self.other, known.other),
        )
        return all(mine is None or mine == theirs for mine, theirs in pairs)


def read_dismissals(connection: sqlite3.Connection, letter_ids: str) -> dict[int, list[Dismissal]]:
    """The dismissals of letters by their id; the ids as a JSON list."""
    found: dict[int, list[Dismissal]] = {}
    for row in connection.execute(_OF_LETTERS, (letter_ids,)):
        span = None if row["start"] is None else (row["start"], row["end"])
        code = None if row["code"] is None else read_enum(DoubtCode, row["code"])
        dismissal = Dismissal(code=code, about=row["about"], span=span, other=row["other"])
        found.setdefault(row["letter_id"], []).append(dismissal)
    return found


def save_dismissals(connection: sqlite3.Connection, file_id: int, position: int, doubts: Iterable[Doubt]) -> None:
    """Notes that these doubts about a letter are fine, in place of what was noted before."""
    clear_dismissals(connection, file_id, position)
    connection.executemany(_ADD, [_values(file_id, position, Dismissal.of(doubt)) for doubt in doubts])


def clear_dismissals(connection: sqlite3.Connection, file_id: int, position: int) -> None:
    """Takes back that anything about a letter is fine."""
    connection.execute("DELETE FROM dismissal WHERE file_id = ? AND position = ?", (file_id, position))


def _values(file_id: int, position: int, dismissal: Dismissal) -> dict[str, object]:
    start, end = dismissal.span or (None, None)
    return {
        "file_id": file_id,
        "position": position,
        "code": dismissal.code,
        "about": dismissal.about,
        "start": start,
        "end": end,
        "other": dismissal.other,
        "dismissed_at": stamp_time(),
    }
