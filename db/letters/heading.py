"""The head of a letter: its date, who it is addressed to, which council, which year.

The report page of 2014-2018 ("Local Authority Report: ...") and the
statistics page of 2022 on ("Adjusted for ...'s population") name the council again.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from db.councils.register import Lookup, Register
from db.letters.address import BODY, ROLE, address_lines, addressed_to, is_full_name, person
from db.letters.anatomy import SUBJECT, Anatomy, Part
from db.letters.dates import DAY, MONTH, closing_year, day
from db.letters.doubts import DoubtCollector
from db.letters.evidence import Reading
from db.letters.folded import FoldedText
from db.letters.patterns import phrase
from db.model import Council, DoubtCode, Quote

_DATE_LINE = re.compile(
    rf"^[ \t]*(?:Date:?[ ]*)?(?:(?:Mon|Tues|Wednes|Thurs|Fri)day,?[ ])?({DAY})(?![ ]*-|\d|\t)",
    re.IGNORECASE | re.MULTILINE,
)
_REPORT = re.compile(
    r"^[ \t]*Local Authority Report[ ]?[:\-][ ]*([^\t\n]+?)[ ]*(?:\t|[ ]{2,}|For the period|$)",
    re.IGNORECASE | re.MULTILINE,
)
_POPULATION = phrase(r"Adjusted for (.{3,80}?)'s? population")
MERGER = phrase(r"\bis a merger of several councils\b")
"""What the statistics page of a new council says before it lists those that it replaced (2019 on)."""
_MERGED = re.compile(r"^[ \t]*([^\n]{3,80}?) is a merger of several councils\b", re.IGNORECASE | re.MULTILINE)
_UPHELD_BY = re.compile(r"Complaints upheld by ([^\n]{3,80}?)[ ]*$", re.IGNORECASE | re.MULTILINE)
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
_PAGE_TITLE = re.compile(r"^[ \t]*Annual statistics\b", re.IGNORECASE | re.MULTILINE)
_TITLE_LINES = 12
_LONGEST_TITLE = 200
_MOST_CHOICES = 4
_NOBODY = re.compile(r"(?:Sir|Madam|Colleague|.*Sir.*Madam.*)")
_YEAR_ENDED = phrase(rf"(?:for|in) the year (?:ended|ending) ({DAY})")
_REPORT_PERIOD = phrase(rf"for the period ending ?[:\-]? ?({DAY})")


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """What the head of a letter says.

    `years` are the titles that name its year; `stated_year` is the first sentence that does, which may speak of another
    letter's. `dated_at` is where the date stands. `is_torn` is whether two councils are named, one as well as the
    other.
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


def read_heading(anatomy: Anatomy, register: Register, doubts: DoubtCollector) -> Heading:
    """Read the head of one letter (or of a statistics page, which has none of its own)."""
    folded, before = anatomy.folded, anatomy.head
    date_line = _find_date_line(before)
    dated = day(date_line[1]) if date_line else None
    block = [line for line in address_lines(before[date_line.end() if date_line else 0 :]) if not _is_paper(line)]
    addressed = addressed_to(block, register, dated)
    candidates = [
        *(_Named(named.written, named.resolution, _find_quote(folded, named.written)) for named in addressed),
        *_find_named_again(anatomy, register, dated),
    ]
    council, written = _choose_council(candidates, doubts)
    addressee, role = person(block[: addressed[0].line], addressed[0].left) if addressed else person(block, "")
    return Heading(
        council=council,
        written=written,
        dated=dated,
        dated_at=folded.quote(*date_line.span(1)) if date_line and dated else None,
        addressee=addressee or _read_salutation(anatomy.salutation),
        role=role,
        years=tuple(_read_titled_years(anatomy)),
        stated_year=next(_read_first_year(folded, _YEAR_ENDED), None),
        is_torn=bool(candidates) and not written,
    )


def _read_salutation(salutation: Part | None) -> str | None:
    """Who is greeted, if by name."""
    name = salutation.words.strip() if salutation else ""
    return name if name and not _NOBODY.fullmatch(name) and not ROLE.fullmatch(name) else None


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


@dataclass(frozen=True, slots=True)
class _Named:
    """A council's name as written, what the register makes of it, and where it stands."""

    written: str
    resolution: Lookup
    quote: Quote | None


def _find_quote(folded: FoldedText, written: str) -> Quote | None:
    """Where a name of the address stands, if its lines are as the letter has them."""
    start = folded.text.find(written)
    return folded.quote(start, start + len(written)) if start >= 0 else None


def _find_named_again(anatomy: Anatomy, register: Register, on: date | None) -> Iterator[_Named]:
    folded = anatomy.folded
    for pattern in (_REPORT, _POPULATION, _UPHELD_BY, _MERGED):
        for match in pattern.finditer(folded.text):
            written = " ".join(match[1].split())
            resolution = register.look_up(written, on)
            if pattern is _REPORT or is_full_name(written, resolution):  # the others may be cut off at a line's end
                yield _Named(written, resolution, folded.quote(*match.span(1)))
    if not anatomy.salutation:  # a statistics page: its title is the council's name, predecessors' may follow
        for line in _find_title_lines(anatomy):
            title = line.strip(" \t-")
            if BODY.search(title) and len(title) <= _LONGEST_TITLE and register.look_up(title, on).matches:
                yield _Named(title, register.look_up(title, on), _find_quote(folded, title))
                return


def _find_title_lines(anatomy: Anatomy) -> list[str]:
    """The lines that may name the council of a text that is to nobody, the likelier ones first.

    In a booklet they are below its title, on a statistics page above "Annual statistics"; where a council has put it
    on its own site the whole menu stands before that.
    """
    text = anatomy.text
    page = _PAGE_TITLE.search(text)
    above = text[: page.start()].rstrip("\n").rsplit("\n", 2)[-2:][::-1] if page else []
    first = text[anatomy.booklet.end if anatomy.booklet else 0 :].split("\n", _TITLE_LINES)[:_TITLE_LINES]
    return [*above, *first]


def _choose_council(names: list[_Named], doubts: DoubtCollector) -> tuple[Council | None, str | None]:
    """The council all the places agree on, and how it is written; no council, with a doubt, where they do not."""
    if not names:
        doubts.add(DoubtCode.COUNCIL_NOT_NAMED, "council")
        return None, None
    first = names[0]
    sure = [name for name in names if name.resolution.council]
    if not sure:
        choices = ", ".join(council.name for council in first.resolution.matches[:_MOST_CHOICES])
        if choices:
            doubts.add(DoubtCode.COUNCIL_AMBIGUOUS, "council", first.quote, written=first.written, choices=choices)
        else:
            doubts.add(DoubtCode.COUNCIL_UNKNOWN, "council", first.quote, written=first.written)
        return None, first.written
    council = sure[0].resolution.council
    other = next((name for name in sure if name.resolution.council != council), None)
    if other and council not in other.resolution.matches:
        written = {"first": sure[0].written, "second": other.written}
        doubts.add(DoubtCode.COUNCILS_CONTRADICT, "council", sure[0].quote, other.quote, **written)
        return None, None
    return council, first.written if first.resolution.council else sure[0].written


def _read_titled_years(anatomy: Anatomy) -> Iterator[Reading[int]]:
    for subject in [anatomy.subject] if anatomy.subject else _find_subjects(anatomy):
        year = closing_year(subject.words) if subject.words else None
        if year:
            yield Reading(year, anatomy.folded.quote(subject.start, subject.end))
    yield from _read_first_year(anatomy.folded, _REPORT_PERIOD)


def _find_subjects(anatomy: Anatomy) -> Iterator[Part]:
    """The subject lines of a letter that has none right under its salutation; of a page, those among its first lines.

    Below, a page lists other years' letters.
    """
    first = anatomy.text.split("\n", _TITLE_LINES)[:_TITLE_LINES]
    end = len(anatomy.text) if anatomy.salutation else len("\n".join(first))
    return (subject for subject in anatomy.subjects if subject.end <= end)


def _read_first_year(folded: FoldedText, pattern: re.Pattern[str]) -> Iterator[Reading[int]]:
    """The year of the first of such places: later ones may speak of earlier years."""
    match = pattern.search(folded.text)
    last = day(match[1]) if match else None
    if match and last:
        yield Reading(last.year, folded.quote(*match.span()))
