"""The head of a letter: its date, who it is addressed to, which council, which year.

The block stands between the date and "Dear"; copies run its lines together, so the council is whatever the
register recognises at the end of a line. The report page of 2014-2018 ("Local Authority Report: ...") and the
statistics page of 2022 on ("Adjusted for ...'s population") name the council again.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from db.letters.dates import DAY, YEARS, closing_year, day
from db.letters.found import Found
from db.letters.phrases import phrase
from db.letters.view import View
from db.model import Council, Doubt, Quote
from db.register import Register, Resolution

SUBJECT = re.compile(
    rf"^[ \t]*Annual(?:[ ]Review)?[ ]Letter(?:[ ]+-?[ ]*({YEARS}))?(?:[ ]-[ ]Introduction)?[ \t]*$",
    re.IGNORECASE | re.MULTILINE,
)
"""The subject line of the letters of 2006 on; its year is missing in 2011-2013."""

DEAR = re.compile(r"^[ \t]*Dear[ ]([^\n]{2,80}?)[ ]*[,:]?[ \t]*$", re.IGNORECASE | re.MULTILINE)
BOOKLET = re.compile(
    r"^[ \t]*(?:The[ ])?Local Government Ombudsman's[ ]Annual[ ](?:Review|Letter)[ \t]*$", re.IGNORECASE | re.MULTILINE
)
"""The title of the documents of 2008-2010 that carry no letter's head; council and year are the lines below it."""
CLOSING = re.compile(r"^[ \t]*Yours (?:sincerely|faithfully)\b", re.IGNORECASE | re.MULTILINE)
_DATE_LINE = re.compile(
    rf"^[ \t]*(?:Date:?[ ]*)?(?:(?:Mon|Tues|Wednes|Thurs|Fri)day,?[ ])?({DAY})(?![ ]*-|\d|\t)",
    re.IGNORECASE | re.MULTILINE,
)
_BYLINE = re.compile(r"^(?:by (?:e-?mail|post)(?: only)?|by email and post)\b[ :]*", re.IGNORECASE)
_NOT_ADDRESS = re.compile(
    r"^(?:(?:our|your) ref|if telephoning|tel\b|telephone|phone|e-?mail:|\S+@\S+$|www\.|http|dx\b|sample letter"
    r"|figures published|local government (?:&|and) social care|local government ombudsman|ombudsman$)",
    re.IGNORECASE,
)
_BODY = re.compile(r"\b(?:Council|Borough|Authority|Corporation|Commissioner|Assembly)\b", re.IGNORECASE)
_ROLE = re.compile(
    r"(?:\b(?:(?:The|Joint|Interim|Acting|Deputy|Group|Corporate|Strategic|Executive|Managing|County|Town)[ ])*"
    r"(?:Chief[ ](?:Executive(?:[ ]Officer)?|Operating[ ]Officer|Officer|Fire[ ]Officer)|Directors?(?:[ ]of[ ][^,\n]+)?"
    r"|Head[ ]of[ ]Paid[ ]Service|Town[ ]Clerk|Clerk|Solicitor|Monitoring[ ]Officer|Commissioner|Leader|Secretary"
    r"|Managing[ ]Director)(?:[ ](?:and|&)[ ][^,\n]+)?)",
    re.IGNORECASE,
)
_REPORT = re.compile(
    r"^[ \t]*Local Authority Report[ ]?[:\-][ ]*([^\t\n]+?)[ ]*(?:\t|[ ]{2,}|For the period|$)",
    re.IGNORECASE | re.MULTILINE,
)
_POPULATION = phrase(r"Adjusted for (.{3,80}?)'s? population")
_UPHELD_BY = re.compile(r"Complaints upheld by ([^\n]{3,80}?)[ ]*$", re.IGNORECASE | re.MULTILINE)
_YEAR_ENDING = re.compile(r"year (?:ended|ending)\s*$", re.IGNORECASE)
"""What stands over a date that closes a year, in titles set over several lines (2008-2010): no letter's date."""
_TITLE_LINES = 12
_YEAR_ENDED = phrase(rf"(?:for|in) the year (?:ended|ending) ({DAY})")
_REPORT_PERIOD = phrase(rf"for the period ending ?[:\-]? ?({DAY})")


@dataclass(frozen=True, slots=True)
class Heading:
    """What the head of a letter says. `years` are all the places that name its year, for `parse` to weigh."""

    council: Council | None
    written: str | None
    dated: date | None
    addressee: str | None
    role: str | None
    years: tuple[Found[int], ...]
    warnings: tuple[Doubt, ...]


def read_heading(view: View, register: Register) -> Heading:
    """Read the head of one letter (or of a statistics page, which has none of its own)."""
    dear = DEAR.search(view.text)
    before = view.text[: dear.start()] if dear else ""  # booklets and pages have no date and no address
    dates = [line for line in _DATE_LINE.finditer(before) if not _YEAR_ENDING.search(before[: line.start()])]
    date_line = dates[-1] if dates else None
    dated = day(date_line[1]) if date_line else None
    block = list(_address_lines(before, date_line.end() if date_line else 0)) if dear else []
    named = _addressed_to(block, register, dated)
    candidates = [*([named] if named else []), *_named_again(view, register, dated)]
    council, written, warnings = _one_council(candidates, dated)
    addressee, role = _person(block[: named.line] if named else block, named.left if named else "")
    if addressee is None and dear and not re.fullmatch(r"(?:Sir|Madam|Colleague|.*Sir.*Madam.*)", dear[1].strip()):
        addressee = None if _ROLE.fullmatch(dear[1].strip()) else dear[1].strip()
    return Heading(council, written, dated, addressee, role, tuple(_years(view)), warnings)


@dataclass(frozen=True, slots=True)
class _Named:
    """A council's name as written, what the register makes of it, and in the address block: the number of its
    line and what stands before it on that line.
    """

    written: str
    resolution: Resolution
    quote: Quote | None = None
    line: int = 0
    left: str = ""


def _address_lines(before: str, start: int) -> Iterator[str]:
    for raw in before[start:].split("\n"):
        line = _BYLINE.sub("", raw.strip(" \t,")).strip()
        if line and not _NOT_ADDRESS.match(line):
            yield line


def _without_street(line: str) -> Iterator[str]:
    """The line, then the line without what follows its last comma, and so on: a street may follow the council."""
    while line:
        yield line
        line = line.rpartition(",")[0].strip()


def _addressed_to(block: list[str], register: Register, on: date | None) -> _Named | None:
    """The council of the address block: the last line, or end of a line, or pair of lines, that names one."""
    for index in reversed(range(len(block))):
        pair = [f"{block[index]} {block[index + 1]}"] if index + 1 < len(block) else []
        for line in [*_without_street(block[index]), *pair]:
            whole = register.resolve(line, on)
            if whole.matches and (_BODY.search(line) or len(line.split()) > 1 or len(block) > 1):
                return _Named(line, whole, line=index)
            at_end = register.council_at_end(line, on)
            if at_end:
                left = line[: line.rfind(at_end[0])].strip(" ,\t-")
                return _Named(at_end[0], at_end[1], line=index, left=left)
    for index in reversed(range(len(block))):
        line = block[index]
        if _BODY.search(line) and len(line.split()) <= 12 and not line.endswith("."):
            role = _ROLE.search(line)
            written = line[role.end() :].strip(" ,\t-") if role else line
            if _BODY.search(written):
                return _Named(written, Resolution((), None), line=index, left=line[: -len(written)].strip(" ,\t-"))
    return None


def _named_again(view: View, register: Register, on: date | None) -> Iterator[_Named]:
    for pattern in (_REPORT, _POPULATION, _UPHELD_BY):
        for match in pattern.finditer(view.text):
            written = " ".join(match[1].split())
            yield _Named(written, register.resolve(written, on), view.quote(*match.span(1)))
    if not DEAR.search(view.text):  # a statistics page: its title is the council's name
        for line in view.text.split("\n", _TITLE_LINES)[:_TITLE_LINES]:
            title = line.strip(" \t-")
            if _BODY.search(title) and register.resolve(title, on).matches:
                yield _Named(title, register.resolve(title, on))


def _one_council(names: list[_Named], on: date | None) -> tuple[Council | None, str | None, tuple[Doubt, ...]]:
    """The council all the places agree on; none, with a warning, where they do not."""
    if not names:
        return None, None, (Doubt("The letter does not say which council it is to.", "council"),)
    first = names[0]
    sure = [name for name in names if name.resolution.council]
    if not sure:
        if first.resolution.matches:
            choices = ", ".join(council.name for council in first.resolution.matches[:4])
            message = f"{first.written} could be one of several councils ({choices}); it is kept as written."
        else:
            message = f"{first.written} is not in the register of English councils; it is kept as written."
        return None, first.written, (Doubt(message, "council"),)
    council = sure[0].resolution.council
    other = next((name for name in sure if name.resolution.council != council), None)
    if other and council not in other.resolution.matches:
        message = f"The letter names two councils, {sure[0].written} and {other.written}."
        quotes = tuple(name.quote for name in (sure[0], other) if name.quote)
        return None, None, (Doubt(message, "council", quotes),)
    written = first.written if first.resolution.council else sure[0].written
    return council, written, ()


def _person(block: list[str], left: str) -> tuple[str | None, str | None]:
    """Addressee and role from the lines before the council's and the words before it on its own line."""
    lines = [*block, *([left] if left else [])]
    people: list[str] = []
    for line in lines:
        role = _ROLE.search(line)
        if role and not line[role.end() :].strip(" ,"):
            people.append(line[: role.start()].strip(" ,-\t"))
            name = " ".join(part for part in people if part) or None
            return name, re.sub(r"^The[ ]", "", role.group().strip())
        people.append(line)
    return (people[0] if people else None), None


def _years(view: View) -> Iterator[Found[int]]:
    for subject in SUBJECT.finditer(view.text):
        year = closing_year(subject[1]) if subject[1] else None
        if year:
            yield Found(year, view.quote(*subject.span()))
    for pattern in (_YEAR_ENDED, _REPORT_PERIOD):
        match = pattern.search(view.text)  # the first: later ones may speak of earlier years
        last = day(match[1]) if match else None
        if match and last:
            yield Found(last.year, view.quote(*match.span()))
