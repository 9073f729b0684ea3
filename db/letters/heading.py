"""The head of a letter: its date, who it is addressed to, which council, which year.

The report page of 2014-2018 ("Local Authority Report: ...") and the
statistics page of 2022 on ("Adjusted for ...'s population") name the council again.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from db.councils.register import Register
from db.letters.address import ROLE, address_lines, addressed_to, person
from db.letters.anatomy import SUBJECT, Anatomy
from db.letters.council import choose_council
from db.letters.dates import DAY, MONTH, closing_year, day
from db.letters.doubts import DoubtCollector
from db.letters.evidence import Reading
from db.letters.folded import FoldedText
from db.letters.kept_answers import keep_answers
from db.letters.page_head import PAGE_TITLE
from db.letters.part import Part
from db.letters.patterns import phrase
from db.letters.started import StartedPattern
from db.model import Council, Quote

_DATE_LINE = re.compile(
    rf"^[ \t]*(?:PO Box 4771[ ]+)?(?:Date:?[ ]*)?(?:(?:Mon|Tues|Wednes|Thurs|Fri)day,?[ ])?({DAY})(?![ ]*-|\d|\t)",
    re.IGNORECASE | re.MULTILINE,
)
_YEAR_ENDING = re.compile(r"(?:year (?:ended|ending)|\breceived(?: on)?:?)\s*$", re.IGNORECASE)
"""What stands over a date that closes a year, in titles set over several lines (2008-2010), or one stamped on it by
whoever got it: no letter's date."""
# Lines of a council's own papers, none of which is part of the address: its meetings, which make a date beside them
# theirs; what it appends to them; stamps and the heads of messages.
_MEETING = re.compile(
    r"\b(?:committee|sub-?committee|cabinet|scrutiny|panel|board|executive meeting|council meeting|full council)\b"
    r"|^(?:report (?:of|by|to)|agenda)\b",
    re.IGNORECASE,
)
_APPENDED = re.compile(r"^(?:appendix|annex|agenda item|item|report (?:of|by|to))\b", re.IGNORECASE)
_STAMP = re.compile(
    rf"^(?:received|meeting|draft|issued|dated?|from:|sent:|to:|subject:|cc:)|^\d{{1,2}}(?:st|nd|rd|th)?\s+(?:{MONTH})\b"
    rf"|(?:{DAY})\s*$",
    re.IGNORECASE,
)
_TITLE_LINES = 12
_NOBODY = re.compile(r"(?:Sir|Madam|Colleague|.{0,80}?Sir.{0,80}?Madam.{0,80})")
_YEAR_ENDED = StartedPattern.at_words(
    phrase(rf"(?:for|in) the year (?:ended|ending) ({DAY})"),
    r"for(?=\s+(?:\d|the))",
    r"in(?=\s+(?:\d|the))",
    words=("ended", "ending"),
)
_REPORT_PERIOD = StartedPattern.at_words(
    phrase(rf"for the period ending ?[:\-]? ?({DAY})"), r"for(?=\s+(?:\d|the))", words=("ending",)
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """What the head of a letter says.

    `years` are the titles that name its year; `stated_year` is the first sentence that does, which may speak of another
    letter's. `dated_at` is where the date stands. `is_torn` is whether two councils are named, one as well as the
    other; `is_titled` whether a text that is to nobody has the name in a report's title or over a statistics page's.
    """

    council: Council | None
    written: str | None
    dated: date | None
    dated_at: Quote | None
    addressee: str | None
    role: str | None
    years: tuple[Reading[int], ...]
    stated_year: Reading[int] | None
    is_torn: bool
    is_titled: bool


def read_heading(anatomy: Anatomy, register: Register, doubts: DoubtCollector) -> Heading:
    """Read the head of one letter (or of a statistics page, which has none of its own)."""
    folded, before = anatomy.folded, anatomy.head
    date_line = _find_date_line(before)
    dated = day(date_line[1]) if date_line else None
    block = [line for line in address_lines(before[date_line.end() if date_line else 0 :]) if not _is_paper(line)]
    addressed = addressed_to(block, register, dated)
    chosen = choose_council(anatomy, addressed, register, dated, doubts)
    addressee, role = person(block[: addressed[0].line], addressed[0].left) if addressed else person(block, "")
    return Heading(
        council=chosen.council,
        written=_put_on_a_line(chosen.written),
        dated=dated,
        dated_at=folded.quote(*date_line.span(1)) if date_line and dated else None,
        addressee=_put_on_a_line(addressee or _read_salutation(anatomy.salutation)),
        role=role,
        years=tuple(_read_titled_years(anatomy)),
        stated_year=next(_read_first_year(folded, _YEAR_ENDED), None),
        is_torn=chosen.is_torn,
        is_titled=chosen.is_titled,
    )


def _put_on_a_line(name: str | None) -> str | None:
    """A name with a space for whatever sets its words apart in the letter."""
    return name and " ".join(name.split())


def _read_salutation(salutation: Part | None) -> str | None:
    """Who is greeted, if by name."""
    name = salutation.words.strip() if salutation else ""
    return name if name and not _NOBODY.fullmatch(name) and not ROLE.fullmatch(name) else None


@keep_answers
def _is_paper(line: str) -> bool:
    """Whether a line is of the council's own papers: a meeting's name or day, the number of an appendix, a stamp."""
    is_meeting = _MEETING.search(line) and not ROLE.search(line)
    return bool(is_meeting or _STAMP.search(line) or SUBJECT.match(line) or _APPENDED.match(line))


def _find_date_line(before: str) -> re.Match[str] | None:
    """The last date over the salutation that is neither a year's end, nor a stamp's, nor a meeting's.

    An undated copy in a committee's papers has the date of the meeting over it.
    """
    dates = [line for line in _DATE_LINE.finditer(before) if not _YEAR_ENDING.search(before[: line.start()])]
    return next((line for line in reversed(dates) if not _is_meetings(before, line)), None)


def _is_meetings(before: str, dated: re.Match[str]) -> bool:
    """Whether the rest of a date's line, the line above or the line below names a meeting."""
    above = before[: dated.start()].rstrip().rpartition("\n")[2].strip()
    rest, _, following = before[dated.end() :].partition("\n")
    below = following.lstrip().partition("\n")[0].strip()
    is_named = any(_MEETING.search(line) and not ROLE.search(line) for line in (above, rest, below))
    return is_named or bool(_APPENDED.match(below))


def _read_titled_years(anatomy: Anatomy) -> Iterator[Reading[int]]:
    for subject in [anatomy.subject] if anatomy.subject else _find_subjects(anatomy):
        year = closing_year(subject.words) if subject.words else None
        if year:
            yield Reading(year, anatomy.folded.quote(subject.start, subject.end))
    for title in anatomy.booklet.years if anatomy.booklet else ():
        year = closing_year(title.words)
        if year:
            yield Reading(year, anatomy.folded.quote(title.start, title.end))
    yield from _read_first_year(anatomy.folded, _REPORT_PERIOD)


def _find_subjects(anatomy: Anatomy) -> Iterator[Part]:
    """The subject lines of a letter that has none right under its salutation; of a page, those among its first lines.

    Below its title a page lists other years' letters.
    """
    first = anatomy.text.split("\n", _TITLE_LINES)[:_TITLE_LINES]
    page = None if anatomy.salutation else PAGE_TITLE.search(anatomy.text)
    end = page.start() if page else len(anatomy.text) if anatomy.salutation else len("\n".join(first))
    return (subject for subject in anatomy.subjects if subject.end <= end)


def _read_first_year(folded: FoldedText, pattern: StartedPattern) -> Iterator[Reading[int]]:
    """The year of the first of such places: later ones may speak of earlier years."""
    match = pattern.search(folded.text)
    last = day(match[1]) if match else None
    if match and last:
        yield Reading(last.year, folded.quote(*match.span()))
