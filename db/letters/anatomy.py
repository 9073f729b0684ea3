"""The parts of one letter: its head, salutation, subject line, body and closing. Found once, and handed on."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from db.letters.booklet import Booklet, find_booklet
from db.letters.dates import YEARS
from db.letters.folded import FoldedText
from db.letters.part import Part
from db.letters.started import StartedPattern

SUBJECT = StartedPattern.at_lines(
    re.compile(
        r"^[ \t]*Annual(?:(?:[ ]Review)?[ ]Letter|[ ]Review(?=[ -]+(?:19|20)\d\d))"
        rf"(?:[ ]+-?[ ]*({YEARS}))?(?:[ ]-[ ]Introduction)?[ \t]*$",
        re.IGNORECASE | re.MULTILINE,
    ),
    "annual",
)
"""The subject line of the letters of 2006 on; its year is missing in 2011-2013, and in 2009-10 the word "letter"."""

SALUTATION = StartedPattern.at_lines(
    re.compile(r"^[ \t]*Dear[ ]([^\n]{2,80}?)[ ]*[,:]?[ \t]*$", re.IGNORECASE | re.MULTILINE), "dear "
)
CLOSING = StartedPattern.at_lines(
    re.compile(r"^[ \t]*Yours (?:sincerely|faithfully)\b", re.IGNORECASE | re.MULTILINE), "yours "
)
_NEAR = 200
"""How far below a salutation its subject line ends, in characters."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Anatomy:
    """One letter's folded text and its parts; a statistics page has no salutation, a booklet a title instead.

    `subject` is the subject line right under the salutation, `subjects` are all lines like it. `closing` is the first
    under the salutation, or of all where there is none. `body` is from the salutation to the closing, or whatever there
    is of it.
    """

    folded: FoldedText
    body: Part
    salutation: Part | None
    subject: Part | None
    subjects: tuple[Part, ...]
    closing: Part | None
    booklet: Booklet | None

    @classmethod
    def find(cls, folded: FoldedText) -> "Anatomy":
        """The parts of this letter.

        A message may stand before a letter, so the salutation is the one over a subject line, or else the first.
        """
        text = folded.text
        subjects = tuple(_part(match) for match in SUBJECT.finditer(text))
        salutations = [_part(match) for match in SALUTATION.finditer(text)]
        over_subject = ((each, subject) for each in salutations if (subject := find_subject(text, each.end, subjects)))
        salutation, subject = next(over_subject, (salutations[0] if salutations else None, None))
        after = salutation.end if salutation else 0
        closing = next((match for match in CLOSING.finditer(text) if match.start() >= after), None)
        return cls(
            folded=folded,
            body=Part(after, closing.start() if closing else len(text)),
            salutation=salutation,
            subject=subject,
            subjects=subjects,
            closing=_part(closing) if closing else None,
            booklet=find_booklet(text),
        )

    @property
    def text(self) -> str:
        """The folded text."""
        return self.folded.text

    @property
    def head(self) -> str:
        """What stands before the salutation; booklets and pages have no head."""
        return self.text[: self.salutation.start] if self.salutation else ""

    @property
    def signed_at(self) -> int:
        """Where the letter itself ends and what is appended begins: the closing; 0 for what is no letter."""
        return self.body.end if self.salutation else 0


def find_subject(text: str, after: int, subjects: Sequence[Part]) -> Part | None:
    """The one of these subject lines, in their order, that stands right under the salutation that ends at `after`."""
    index = bisect_left(subjects, after, key=lambda each: each.start)
    following = subjects[index] if index < len(subjects) else None
    if following is None or following.end > after + _NEAR or text[after : following.start].strip():
        return None
    return following


def _part(match: re.Match[str]) -> Part:
    return Part(*match.span(), (match[1] or "") if match.re.groups else "")
