"""What a person should look at in letters: what was not wholly understood, and what does not agree.

The one source of it, for `upheld check` and for the lists of letters that need a look and of those dismissed.
"""

import json
import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from db.model import ReviewItem
from db.review.conflicts import with_conflicts
from db.store.read import read_letters, with_its_year


class FindingKind(StrEnum):
    """What kind of thing was found, worst first."""

    DAMAGE = "damage"
    NO_COUNCIL = "no_council"
    NO_YEAR = "no_year"
    DISAGREEMENT = "disagreement"
    WARNING = "warning"
    NO_FIGURES = "no_figures"
    SECOND_LETTER = "second_letter"
    GAP = "gap"
    UNCHECKED = "unchecked"
    DISMISSED = "dismissed"


ORDER = {kind: place for place, kind in enumerate(FindingKind)}
"""How bad each kind is: the lowest is the worst."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing for a person's eye: `message` is a sentence; the rest says where, if that is one place.

    `source` is the name of the letter's file.
    """

    kind: FindingKind
    message: str
    council: str | None = None
    year: int | None = None
    letter_id: int | None = None
    source: str | None = None


_LETTERS = """
    SELECT letter.id, council_id, council.name, letter.year, file.name, in_register, figures,
        by_hand.council IS NOT NULL, by_hand.year IS NOT NULL, coalesce(reasons, '[]')
    FROM letter
    JOIN council ON council.id = council_id
    JOIN file ON file.id = letter.file_id
    LEFT JOIN by_hand ON by_hand.file_id = letter.file_id AND by_hand.position = letter.position
    LEFT JOIN seen ON seen.file_id = letter.file_id AND seen.position = letter.position
    WHERE letter.id IN (SELECT value FROM json_each(?))
"""
_INCOMPLETE = """
    SELECT letter.id FROM letter JOIN council ON council.id = council_id
    WHERE in_register = 0 OR year IS NULL OR figures = 0
"""
_WARNINGS = "SELECT letter_id, message, about FROM warning ORDER BY letter_id, position"
_WARNINGS_OF = "SELECT letter_id, message, about FROM warning WHERE letter_id = ? ORDER BY position"
_TWICE = """
    SELECT id FROM letter
    WHERE (council_id, year) IN (SELECT council_id, year FROM letter WHERE shown = 0)
"""

_NO_COUNCIL = "This council is not in the register: see how the letter names it."
_NO_YEAR = "The year of this letter is not known, so it is compared with none."
_NO_FIGURES = "No figure was found in this letter: see whether it prints any."


_Warning = tuple[FindingKind, str, str | None]
"""Its kind, the sentence, what it is about."""


@dataclass(frozen=True, slots=True)
class _Look:
    """A letter with all that was found in it (kinds and sentences, worst first), and the sentences seen already."""

    letter_id: int
    council_id: int
    council: str
    year: int | None
    source: str
    found: tuple[tuple[FindingKind, str], ...]
    seen: tuple[str, ...]

    @property
    def unseen(self) -> tuple[tuple[FindingKind, str], ...]:
        """What was found and has not been seen yet."""
        return tuple((kind, message) for kind, message in self.found if message not in self.seen)

    @property
    def is_dismissed(self) -> bool:
        """Whether there is something to look at, and all of it has been seen."""
        return bool(self.found) and not self.unseen


def letter_findings(connection: sqlite3.Connection) -> Iterator[Finding]:
    """Everything in letters that needs a look, but for what a person has settled by hand or has seen.

    The last finding, of no letter, says how many were left out whole, as all that was found in them has been seen.
    """
    set_aside = 0
    for look in _looks_in_all(connection):
        set_aside += look.is_dismissed
        for kind, message in look.unseen:
            yield Finding(kind, message, look.council, look.year, look.letter_id, look.source)
    if set_aside:
        words = "1 letter was" if set_aside == 1 else f"{set_aside:,} letters were"
        yield Finding(FindingKind.DISMISSED, f"{words} looked at and set aside as fine.")


def needs_look(connection: sqlite3.Connection) -> tuple[ReviewItem, ...]:
    """The same by letter, those with the worst first."""
    return _listed((look, look.unseen) for look in _looks_in_all(connection))


def dismissed(connection: sqlite3.Connection) -> tuple[ReviewItem, ...]:
    """The letters of which all that was found has been seen, with all of it; those with the worst first."""
    return _listed((look, look.found) for look in _looks_in_all(connection) if look.is_dismissed)


def reasons_of(connection: sqlite3.Connection, letter_id: int) -> list[str]:
    """Every sentence for which a letter needs a look, seen or not. No letter but those of its year is asked for."""
    own = connection.execute(_WARNINGS_OF, (letter_id,))
    warnings = _warnings(connection, with_its_year(connection, letter_id), own)
    return [message for look in _looks(connection, (letter_id,), warnings) for _, message in look.found]


def _listed(looks: Iterable[tuple[_Look, tuple[tuple[FindingKind, str], ...]]]) -> tuple[ReviewItem, ...]:
    """The letters with what is told of each, if that is anything; those with the worst first."""
    listed = [
        (ORDER[told[0][0]], look.council, look.year or 0, look.letter_id, look, told) for look, told in looks if told
    ]
    return tuple(
        ReviewItem(
            look.letter_id,
            look.council_id,
            look.council,
            look.year,
            look.source,
            tuple(message for _, message in told),
        )
        for *_, look, told in sorted(listed, key=lambda one: one[:4])
    )


def _looks_in_all(connection: sqlite3.Connection) -> Iterator[_Look]:
    twice = [row[0] for row in connection.execute(_TWICE)]
    warnings = _warnings(connection, twice, connection.execute(_WARNINGS))
    incomplete = {row[0] for row in connection.execute(_INCOMPLETE)}
    return _looks(connection, incomplete.union(warnings), warnings)


def _looks(
    connection: sqlite3.Connection, ids: Iterable[int], warnings: Mapping[int, Sequence[_Warning]]
) -> Iterator[_Look]:
    """The letters with these ids, with all that was found in each."""
    for row in connection.execute(_LETTERS, (json.dumps(list(ids)),)):
        letter_id, council_id, council, year, source, in_register, figures, council_set, year_set, seen = row
        told = warnings.get(letter_id, ())
        found = (
            *_of_council(in_register, council_set, told),
            *_of_year(year, year_set, told),
            *((kind, message) for kind, message, about in told if about not in ("council", "year")),
            *([] if figures else [(FindingKind.NO_FIGURES, _NO_FIGURES)]),
        )
        in_order = tuple(sorted(found, key=lambda one: ORDER[one[0]]))
        yield _Look(letter_id, council_id, council, year, source, in_order, tuple(json.loads(seen)))


def _of_council(in_register: int, is_set: int, warnings: Sequence[_Warning]) -> list[tuple[FindingKind, str]]:
    """What there is to say of the council: the letter's own warning, where it has one; nothing if it is set by hand."""
    told = [] if is_set else [message for _, message, about in warnings if about == "council"]
    if in_register:
        return [(FindingKind.WARNING, message) for message in told]
    return [(FindingKind.NO_COUNCIL, message) for message in told or [_NO_COUNCIL]]


def _of_year(year: int | None, is_set: int, warnings: Sequence[_Warning]) -> list[tuple[FindingKind, str]]:
    """The same of the year."""
    told = [] if is_set else [message for _, message, about in warnings if about == "year"]
    if year is not None:
        return [(FindingKind.WARNING, message) for message in told]
    return [(FindingKind.NO_YEAR, message) for message in told or [_NO_YEAR]]


def _warnings(
    connection: sqlite3.Connection, beside_each_other: Sequence[int], own: Iterable[tuple[int, str, str | None]]
) -> dict[int, list[_Warning]]:
    """By letter: what those of the ids given disagree on, then its own warnings (letter, message, what it is about)."""
    warnings: dict[int, list[_Warning]] = defaultdict(list)
    letters = read_letters(connection, beside_each_other)
    for before, after in zip(letters, with_conflicts(letters), strict=True):
        for doubt in after.letter.warnings[len(before.letter.warnings) :]:
            warnings[after.id].append((FindingKind.DISAGREEMENT, doubt.message, doubt.about))
    for letter_id, message, about in own:
        warnings[letter_id].append((FindingKind.WARNING, message, about))
    return warnings
