"""The documents of 2008-2010 that carry no letter's head: their title, and what names council and year without one.

The title stands on up to five lines. Councils publish the text without it, and without its tables: the first section's
title and the sentence below it name the council in every copy.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from db.letters.address import BODY
from db.letters.cued import CuedPattern
from db.letters.dates import YEARS
from db.letters.part import Part
from db.letters.patterns import phrase

_TITLE = CuedPattern(
    re.compile(
        r"^[ \t]*(?:The[ ])?Local\s+Government\s+Ombudsman's\s+Annual\s+(?:Review|Letter)[ \t]*:?[ \t]*$",
        re.IGNORECASE | re.MULTILINE,
    ),
    ("ombudsman's",),
)
_YEAR_ENDED = re.compile(r"\s*for the year ended\b", re.IGNORECASE)
_SECTION = CuedPattern(
    re.compile(
        rf"^[ \t]*Section\s+1\s*[:.-]?\s*Complaints\s+about\s+(?P<name>\S[\s\S]{{2,160}}?)\s+(?P<year>{YEARS})"
        r"[ \t.]*\d{0,2}[ \t]*:?[ \t]*$",
        re.IGNORECASE | re.MULTILINE,
    ),
    ("section",),
)
_SUMMARY = CuedPattern(
    phrase(
        r"This annual (?:review|letter) provides a summary of (?:the )?complaints (?:that )?we (?:have )?(?:dealt with"
        rf"|received) about (?P<name>\S[\s\S]{{2,160}}?)(?: (?:in|for) (?P<year>{YEARS}))?(?<!\bSt)\.(?=\s|\Z)"
    ),
    ("provides",),
)
_PLACEHOLDER = re.compile(r"(?:your|this|the) (?:council|authority)\b", re.IGNORECASE)
_LONGEST_NAME = 12  # words
_LONGEST_TITLE = 200  # characters


@dataclass(frozen=True, slots=True)
class Booklet:
    """The signs that a text is one: `names` are where it names its council, `years` where it names its year.

    `end` is where its title ends, below which the council's name stands; or the first of the others.
    """

    end: int
    names: tuple[Part, ...]
    years: tuple[Part, ...]


def find_booklet(text: str) -> Booklet | None:
    """The signs of a booklet in a folded text; None where there is none."""
    title = _TITLE.search(text)
    signs = [match for pattern in (_SECTION, _SUMMARY) if (match := pattern.search(text))]
    signs = [match for match in signs if _is_name(match["name"])]
    if not title and not signs:
        return None
    names = [Part(*match.span("name"), _as_name(match["name"])) for match in signs]
    years = [Part(*match.span(), match["year"]) for match in signs if match["year"]]
    end = title.end() if title else min(match.start() for match in signs)
    return Booklet(end, (*(_find_titled(text, end) if title else ()), *names), tuple(years))


def _find_titled(text: str, title_end: int) -> Iterator[Part]:
    """The name between the two halves of the title."""
    ended = _YEAR_ENDED.search(text, title_end, title_end + _LONGEST_TITLE)
    if ended and _is_name(text[title_end : ended.start()]):
        yield Part(title_end, ended.start(), _as_name(text[title_end : ended.start()]))


def _is_name(words: str) -> bool:
    """Whether the words may be the name of a council."""
    name = _as_name(words)
    is_short = len(name.split()) <= _LONGEST_NAME
    return is_short and bool(BODY.search(name) or name.istitle()) and not _PLACEHOLDER.match(name)


def _as_name(words: str) -> str:
    """A name on one line, without the article that a sentence puts before it."""
    return re.sub(r"^the\s", "", " ".join(words.split()))
