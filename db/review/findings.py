"""What a person should look at in letters: what was not wholly understood, and what does not agree.

The one source of it, for `upheld check` and for the lists of letters that need a look and of those dismissed.
"""

import json
import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby
from typing import NamedTuple

from db.model import Doubt, DoubtCode
from db.review.conflicts import with_conflicts
from db.review.differing import find_differing
from db.review.dismissals import Dismissal, read_dismissals
from db.review.once import Once
from db.store.doubt_rows import find_doubtful_letters, read_doubts
from db.store.read import find_letters_of_year, read_letters


class FindingKind(StrEnum):
    """What kind of thing was found, worst first."""

    DAMAGE = "damage"
    NO_COUNCIL = "no_council"
    NO_YEAR = "no_year"
    CONFLICT = "disagreement"
    WARNING = "warning"
    NO_FIGURES = "no_figures"
    SECOND_LETTER = "second_letter"
    GAP = "gap"
    UNCHECKED = "unchecked"
    DISMISSED = "dismissed"


ORDER = {kind: place for place, kind in enumerate(FindingKind)}
"""How bad each kind is: the lowest is the worst."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One thing for a person's eye: what it is, and where, if that is one place; `source` is the letter's file."""

    kind: FindingKind
    doubt: Doubt
    council: str | None = None
    year: int | None = None
    letter_id: int | None = None
    source: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewItem:
    """A letter that needs a person's eye, with the reasons, worst first; `source` is its file's name.

    Where there are very many, as between many copies of a letter, those are the worst, and `further` the number of the
    others, which are told with the letter.
    """

    letter_id: int
    council_id: int
    council: str
    year: int | None
    source: str
    reasons: tuple[Doubt, ...]
    further: int = 0


class ReviewItems(NamedTuple):
    """All letters that need a look, and those dismissed that would, each worst first.

    They are told together, as all letters have to be gone through for either.
    """

    items: tuple[ReviewItem, ...]
    dismissed: tuple[ReviewItem, ...]


_TELL_OF_FIGURES = frozenset(
    [DoubtCode.COUNCILS_CONTRADICT, DoubtCode.FOREIGN_PART, DoubtCode.FIGURES_MISSING, DoubtCode.LETTER_CUT]
)
_NO_FIGURES_OF = frozenset([None, "council", "year", "period"])
"""What doubts are about that are not about figures."""

_LETTERS = """
    SELECT letter.id, council_id, council.name AS council, letter.year, file.name AS file, in_register, figures,
        correction.council IS NOT NULL AS is_council_set, correction.year IS NOT NULL AS is_year_set
    FROM letter
    JOIN council ON council.id = council_id
    JOIN file ON file.id = letter.file_id
    LEFT JOIN correction ON correction.file_id = letter.file_id AND correction.position = letter.position
    WHERE letter.id IN (SELECT value FROM json_each(?))
"""
_INCOMPLETE = """
    SELECT letter.id FROM letter JOIN council ON council.id = council_id
    WHERE in_register = 0 OR year IS NULL OR figures = 0
"""
_SAME_YEAR = """
    SELECT id, council_id, year FROM letter WHERE EXISTS (
        SELECT 1 FROM letter AS hidden
        WHERE hidden.council_id = letter.council_id AND hidden.year = letter.year AND hidden.shown = 0
    )
    ORDER BY council_id, year
"""
_AT_ONCE = 100
"""Letters, about, that are read at once for what is to be doubted in them: all of them may be very many."""

_SAME_YEAR_AS = """
    SELECT other.id, other.council_id, other.year FROM letter
    JOIN letter AS other ON other.council_id = letter.council_id AND other.year = letter.year
    WHERE letter.id IN (SELECT value FROM json_each(?))
    GROUP BY other.id HAVING EXISTS (
        SELECT 1 FROM letter AS hidden
        WHERE hidden.council_id = other.council_id AND hidden.year = other.year AND hidden.shown = 0
    )
    ORDER BY other.council_id, other.year
"""

_Kinded = tuple[FindingKind, Doubt]

MOST_REASONS = 30
"""How many reasons of one letter are listed: more than two letters have that differ in every figure of their tables."""

_Listed = tuple[int, ReviewItem]
"""With its place in `ORDER`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Review:
    """A letter with all that was found in it, worst first, and what of that is dismissed."""

    letter_id: int
    council_id: int
    council: str
    year: int | None
    source: str
    found: tuple[_Kinded, ...]
    dismissals: Sequence[Dismissal]

    @property
    def open(self) -> tuple[_Kinded, ...]:
        """What was found and is not dismissed."""
        return tuple(one for one in self.found if not any(each.covers(one[1]) for each in self.dismissals))

    @property
    def is_dismissed(self) -> bool:
        """Whether there is something to look at, and all of it is dismissed."""
        return bool(self.found) and not self.open


def find_in_letters(connection: sqlite3.Connection) -> Iterator[Finding]:
    """Everything in letters that needs a look, but for what a person has corrected or dismissed.

    The last finding, of no letter, says how many were left out whole, as all that was found in them is dismissed.
    """
    set_aside = 0
    for review in _review_all(connection):
        set_aside += review.is_dismissed
        for kind, doubt in review.open:
            yield Finding(
                kind=kind,
                doubt=doubt,
                council=review.council,
                year=review.year,
                letter_id=review.letter_id,
                source=review.source,
            )
    if set_aside:
        yield Finding(kind=FindingKind.DISMISSED, doubt=Doubt.of(DoubtCode.SET_ASIDE, number=set_aside))


def list_review_items(connection: sqlite3.Connection) -> ReviewItems:
    """The same by letter, and the letters of which all that was found is dismissed; `MOST_REASONS` of each at most."""
    once = Once()
    listed: list[_Listed] = []
    dismissed: list[_Listed] = []
    for review in _review_all(connection):
        if review.open:
            listed.append(_make_item(review, review.open, once))
        elif review.found:
            dismissed.append(_make_item(review, review.found, once))
    return ReviewItems(_sort_items(listed), _sort_items(dismissed))


def count_review_items(connection: sqlite3.Connection) -> int:
    """How many there are, with none of them held."""
    return sum(bool(review.open) for review in _review_all(connection))


def find_first_reasons(connection: sqlite3.Connection, letter_ids: Sequence[int]) -> dict[int, Doubt]:
    """The worst reason by letter, for those of these letters that `list_review_items` would list."""
    same_years = _list_same_years(connection.execute(_SAME_YEAR_AS, (json.dumps(list(letter_ids)),)))
    doubts = _gather_doubts(connection, same_years, letter_ids)
    return {review.letter_id: review.open[0][1] for review in _review(connection, letter_ids, doubts) if review.open}


def find_reasons(connection: sqlite3.Connection, letter_id: int) -> list[Doubt]:
    """Everything for which a letter needs a look, dismissed or not. No letter but those of its year is asked for."""
    doubts = _gather_doubts(connection, [find_letters_of_year(connection, letter_id)], [letter_id])
    return [doubt for review in _review(connection, (letter_id,), doubts) for _, doubt in review.found]


def _make_item(review: _Review, found: Sequence[_Kinded], once: Once) -> _Listed:
    """A letter with this to be told of it, and how bad the worst of that is."""
    item = ReviewItem(
        letter_id=review.letter_id,
        council_id=once.keep_number(review.council_id),
        council=once.keep_text(review.council),
        year=None if review.year is None else once.keep_number(review.year),
        source=once.keep_text(review.source),
        reasons=once.keep_doubts(doubt for _, doubt in found[:MOST_REASONS]),
        further=max(0, len(found) - MOST_REASONS),
    )
    return ORDER[found[0][0]], item


def _sort_items(listed: list[_Listed]) -> tuple[ReviewItem, ...]:
    """The letters alone; those with the worst first."""
    listed.sort(key=lambda one: (one[0], one[1].council, one[1].year or 0, one[1].letter_id))
    return tuple(item for _, item in listed)


def _review_all(connection: sqlite3.Connection) -> Iterator[_Review]:
    """Every letter of which there may be something to say, some at a time: what is said of all may be very much."""
    left = {row["id"] for row in connection.execute(_INCOMPLETE)}.union(find_doubtful_letters(connection))
    for same_year in _list_same_years(connection.execute(_SAME_YEAR)):
        doubtful = sorted(left.intersection(same_year))
        doubts = _gather_doubts(connection, [same_year], doubtful)
        yield from _review(connection, doubts.keys() | set(doubtful), doubts)
        left.difference_update(doubtful)
    rest = sorted(left)
    for first in range(0, len(rest), _AT_ONCE):
        doubtful = rest[first : first + _AT_ONCE]
        yield from _review(connection, doubtful, _gather_doubts(connection, (), doubtful))


def _list_same_years(rows: Iterable[sqlite3.Row]) -> Iterator[list[int]]:
    """The letters of these rows, which are in order of council and year, some years at a time, each year whole."""
    batch: list[int] = []
    for _, of_year in groupby(rows, key=lambda row: (row["council_id"], row["year"])):
        batch += [row["id"] for row in of_year]
        if len(batch) >= _AT_ONCE:
            yield batch
            batch = []
    if batch:
        yield batch


def _review(
    connection: sqlite3.Connection, ids: Iterable[int], doubts: Mapping[int, Sequence[_Kinded]]
) -> Iterator[_Review]:
    """The letters with these ids, with all that was found in each."""
    wanted = json.dumps(list(ids))
    dismissals = read_dismissals(connection, wanted)
    for row in connection.execute(_LETTERS, (wanted,)):
        own = doubts.get(row["id"], ())
        found = (
            *_find_about_council(row, own),
            *_find_about_year(row, own),
            *(one for one in own if one[1].about not in ("council", "year")),
            *_find_no_figures(row, own),
        )
        yield _Review(
            letter_id=row["id"],
            council_id=row["council_id"],
            council=row["council"],
            year=row["year"],
            source=row["file"],
            found=tuple(sorted(found, key=lambda one: ORDER[one[0]])),
            dismissals=dismissals.get(row["id"], ()),
        )


def _find_about_council(row: sqlite3.Row, doubts: Sequence[_Kinded]) -> list[_Kinded]:
    """What there is to say of the council: the letter's own doubt, where it has one; nothing if it is corrected."""
    own = [] if row["is_council_set"] else [doubt for _, doubt in doubts if doubt.about == "council"]
    if row["in_register"]:
        return [(FindingKind.WARNING, doubt) for doubt in own]
    unknown = [Doubt.of(DoubtCode.NOT_IN_REGISTER, "council")]
    return [(FindingKind.NO_COUNCIL, doubt) for doubt in own or unknown]


def _find_about_year(row: sqlite3.Row, doubts: Sequence[_Kinded]) -> list[_Kinded]:
    """The same of the year."""
    own = [] if row["is_year_set"] else [doubt for _, doubt in doubts if doubt.about == "year"]
    if row["year"] is not None:
        return [(FindingKind.WARNING, doubt) for doubt in own]
    return [(FindingKind.NO_YEAR, doubt) for doubt in own or [Doubt.of(DoubtCode.YEAR_UNKNOWN, "year")]]


def _find_no_figures(row: sqlite3.Row, doubts: Sequence[_Kinded]) -> list[_Kinded]:
    """What there is to say of a letter without a figure; nothing where a doubt says which are left out, or missing."""
    is_told = any(doubt.code in _TELL_OF_FIGURES or doubt.about not in _NO_FIGURES_OF for _, doubt in doubts)
    return [] if row["figures"] or is_told else [(FindingKind.NO_FIGURES, Doubt.of(DoubtCode.NO_FIGURES))]


def _gather_doubts(
    connection: sqlite3.Connection, same_years: Iterable[Sequence[int]], doubtful: Sequence[int]
) -> dict[int, list[_Kinded]]:
    """By letter: what those of one year conflict in, then its own doubts."""
    gathered: dict[int, list[_Kinded]] = defaultdict(list)
    for same_year in same_years:
        letters = read_letters(connection, find_differing(connection, same_year))
        for before, after in zip(letters, with_conflicts(letters), strict=True):
            for doubt in after.letter.doubts[len(before.letter.doubts) :]:
                gathered[after.id].append((FindingKind.CONFLICT, doubt))
    for letter_id, doubts in read_doubts(connection, doubtful).items():
        gathered[letter_id] += [(_find_kind(doubt), doubt) for doubt in doubts]
    return gathered


def _find_kind(doubt: Doubt) -> FindingKind:
    return FindingKind.DAMAGE if doubt.code is DoubtCode.LETTER_DAMAGED else FindingKind.WARNING
