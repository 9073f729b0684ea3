"""The letters of 2006-2013 that count the complaints received in a sentence, with or without a table.

"Last year" is a trap: beside a sentence on this year it is the year before, and without one the year that the letter is
about. The averages that follow in 2013 are counts too, one for each type of council, and are not read.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from db.councils.names import fold
from db.letters.dates import DAY, YEARS, closing_year, day
from db.letters.doubts import DoubtCollector
from db.letters.evidence import MOST_PLACES, Reading, reconcile
from db.letters.folded import FoldedText
from db.letters.patterns import phrase
from db.letters.started import StartedPattern
from db.letters.tables.headings import TOTAL
from db.model import Cell, DoubtCode, Table, TableName

_WHEN = (
    rf"(?P<when>(?:In|During) (?P<years>{YEARS})|(?:In|During|For) the year (?:ended|ending|to) (?P<day>{DAY})"
    r"|This year|(?:In|During) (?:the|this) year|(?:In the )?last year)"
)
_WHEN_BEGINS = tuple(rf"{word}(?=\s+(?:\d|the|this|year))" for word in ("in", "during", "for", "this", "last"))
_RECEIVED = r"(?:we|I|my office|(?:my|our|the) (?:LGO )?Advice Team) (?:have )?(?:received|dealt with)"
_CUES = (
    r"received(?=\s+(?:\d{1,5}\s|a\s|about|against|concerning|regarding|from))",
    r"dealt(?=\s+(?:\d{1,3}\s+)?with\s+(?:\d{1,5}|a)\s)",
)
_COUNT = r"(?: a total of)? ({whole}) (?:complaints?|enquir(?:y|ies))(?: (?:and|or) (?:complaints?|enquiries))?"
_OURS = r"(?:your|the|this) (?:local )?(?:authority|council)(?:'s area)?"
_WHOM = (
    r"(?:about|against|concerning|regarding|from residents (?:in|of))"
    rf" (?:{_OURS}|(?:the )?(?P<name>(?-i:[A-Z])[^.,;:()\d\n]{{2,60}}?(?:\n[^.,;:()\d\n]{{1,60}}?)?))"
)
_END = r"(?=[.,;:)]|\s*\Z|\s*\n(?-i:[^a-z])|\s+(?:compared|which|an? (?:increase|decrease))\b)"
_SENTENCES = (
    StartedPattern.at_words(phrase(rf"\b{_WHEN},? {_RECEIVED}{_COUNT} {_WHOM}{_END}"), *_WHEN_BEGINS, cues=_CUES),
    StartedPattern.at_words(
        phrase(rf"\b{_WHEN},?{_COUNT} (?:were|was) received {_WHOM}{_END}"), *_WHEN_BEGINS, cues=_CUES[:1]
    ),
    StartedPattern.at_words(
        phrase(rf"\b{_RECEIVED}{_COUNT} {_WHOM} {_WHEN}{_END}"),
        *(rf"{whose}(?=\s+(?:\d|office|lgo|advice))" for whose in ("my", "our", "the")),
        *(rf"{who}(?=\s+(?:\d|have|received|dealt))" for who in ("we", "i")),
        cues=_CUES,
    ),
)
_THIS_YEAR = phrase(rf"\b(?:This year|(?:In|During) (?:(?:the|this) year|(?P<years>{YEARS})))\b(?P<rest>[^.]{{0,160}})")
_COUNTS = re.compile(
    r"\d(?=.{0,160}?(?:complain|enquir))|(?:complain|enquir|received|dealt).{0,160}?\d", re.IGNORECASE | re.DOTALL
)


@dataclass(frozen=True, slots=True)
class _Stated:
    """A number received as a sentence states it; of which year: this letter's, "last year", or neither."""

    reading: Reading[int]
    is_own: bool
    is_last: bool


def read_received_count(
    folded: FoldedText, year: int | None, names: Sequence[str], is_tabled: bool, doubts: DoubtCollector
) -> Table | None:
    """The number received in the letter's own year, as a table that is all total; None where none is told so.

    `names` are those the council goes by. Where the letter has the table too, "last year" is not needed.
    """
    stated = list(islice(_find_stated(folded, year, names), MOST_PLACES + 1))
    readings = [each.reading for each in stated if each.is_own]
    last = [each.reading for each in stated if each.is_last]
    if last and not readings and not is_tabled:
        if _counts_this_year(folded.text, year):
            doubts.add(DoubtCode.RECEIVED_LAST_YEAR, TableName.RECEIVED, last[0].quote, count=last[0].value)
            return None
        readings = last
    count = reconcile(readings, doubts, TableName.RECEIVED, TOTAL)
    if count is None:
        return None
    total = Cell(key=TOTAL, heading="Complaints received", value=count.value, quote=count.quote)
    return Table(name=TableName.RECEIVED, cells=(), total=total)


def _counts_this_year(text: str, year: int | None) -> bool:
    """Whether any sentence counts complaints of the letter's own year, however it is worded."""
    named = (match for match in _THIS_YEAR.finditer(text) if not match["years"] or closing_year(match["years"]) == year)
    return any(_COUNTS.search(match["rest"]) for match in named)


def _find_stated(folded: FoldedText, year: int | None, names: Sequence[str]) -> Iterator[_Stated]:
    for sentence in _SENTENCES:
        for match in sentence.finditer(folded.text):
            if match["name"] and fold(match["name"]) not in map(fold, names):
                continue
            named = _read_year(match)
            is_last = named is None and "last" in match["when"].lower()
            is_own = not is_last and (named is None or named == year)
            yield _Stated(Reading(int(match[_index_of_count(match)]), folded.quote(*match.span())), is_own, is_last)


def _read_year(match: re.Match[str]) -> int | None:
    """The year that a sentence names by its number."""
    if match["years"]:
        return closing_year(match["years"])
    last = day(match["day"]) if match["day"] else None
    return last.year if last else None


def _index_of_count(match: re.Match[str]) -> int:
    """Which group of the sentence's pattern has the count: the one without a name."""
    return min(set(range(1, match.re.groups + 1)) - set(match.re.groupindex.values()))
