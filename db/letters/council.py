"""Which council a letter or page is about: every place that names it, and whether they agree."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from db.councils.register import Lookup, Register
from db.letters.address import Addressed, cut_contact, is_full_name
from db.letters.anatomy import Anatomy
from db.letters.cued import CuedPattern
from db.letters.doubts import DoubtCollector
from db.letters.folded import FoldedText
from db.letters.name_lines import NamedLine, NameReader
from db.letters.page_head import PAGE_TITLE, PageHead, find_page_heads, find_period_end, is_replaced_by
from db.letters.patterns import phrase
from db.letters.started import StartedPattern
from db.model import Council, DoubtCode, Quote

REPORT = StartedPattern.at_lines(
    re.compile(
        r"^[ \t]*Local Authority Report[ ]?[:\-][ ]*([^\t\n]+?)[ ]*(?:\t|[ ]{2,}|For the period|$)",
        re.IGNORECASE | re.MULTILINE,
    ),
    "local authority report",
)
_POPULATION = CuedPattern(phrase(r"Adjusted for ([^\n]{3,80}?(?:\n[^\n]{3,60}?)?)'s? population"), ("adjusted",))
_UPHELD_BY = CuedPattern(
    re.compile(r"Complaints upheld by ([^\n]{3,80}?)[ ]*$", re.IGNORECASE | re.MULTILINE), ("complaints upheld by",)
)
_TITLE_LINES = 12
_NEAR = 200  # characters
_MOST_CHOICES = 4


@dataclass(frozen=True, slots=True)
class _Named:
    """A council's name as written, what the register makes of it, and where it stands."""

    written: str
    resolution: Lookup
    quote: Quote | None


@dataclass(frozen=True, slots=True)
class Chosen:
    """The council all places name, and how it is written.

    `is_torn` is whether two places name different ones, one as well as the other; `is_titled` whether a text that is to
    nobody has the name in the title of a report, or right over that of a statistics page.
    """

    council: Council | None
    written: str | None
    is_torn: bool
    is_titled: bool


def choose_council(
    anatomy: Anatomy, addressed: Sequence[Addressed], register: Register, on: date | None, doubts: DoubtCollector
) -> Chosen:
    """The council of the address and of all the places below that name one; none, with a doubt, where they differ."""
    folded = anatomy.folded
    heads = find_page_heads(folded.text, register)
    names = [_Named(each.written, each.resolution, _find_quote(folded, each.written)) for each in addressed]
    names += _find_named_again(anatomy, heads, register, on)
    council, written = _choose(names, doubts)
    is_headed = bool(heads) or bool(REPORT.search(folded.text))
    return Chosen(council, written, bool(names) and not written, anatomy.salutation is None and is_headed)


def _find_quote(folded: FoldedText, written: str) -> Quote | None:
    """Where a name of the address stands, if its lines are as the letter has them."""
    start = folded.text.find(written)
    return folded.quote(start, start + len(written)) if start >= 0 else None


def _find_named_again(
    anatomy: Anatomy, heads: Sequence[PageHead], register: Register, on: date | None
) -> Iterator[_Named]:
    folded = anatomy.folded
    for pattern in (REPORT, _POPULATION, _UPHELD_BY):
        for match in pattern.finditer(folded.text):
            written = cut_contact(" ".join(match[1].split()))
            if not written:
                continue
            resolution = register.look_up(written, on)
            if pattern is REPORT or is_full_name(written, resolution):  # the others may be cut off at a line's end
                yield _Named(written, resolution, folded.quote(*match.span(1)))
    if anatomy.salutation:
        merged = (head.merged for head in heads if head.merged)
        yield from (_quote_name(folded, name) for name in merged if name.resolution.matches)
    yield from _find_titles(anatomy, heads, register)


def _quote_name(folded: FoldedText, name: NamedLine) -> _Named:
    return _Named(name.written, name.resolution, folded.quote(name.start, name.end))


def _find_titles(anatomy: Anatomy, heads: Sequence[PageHead], register: Register) -> list[_Named]:
    """The names of a booklet's or page's own head."""
    folded, booklet = anatomy.folded, anatomy.booklet
    if booklet and booklet.names:
        return [
            _Named(name.words, register.look_up(name.words), folded.quote(name.start, name.end))
            for name in booklet.names
        ]
    if anatomy.salutation:
        return []
    names: Sequence[NamedLine]
    if heads and not booklet:
        newer = _find_newer(anatomy, heads[0], register)
        names = [*reversed(heads[0].names), *newer] if newer or heads[0].names else heads[0].listed
    else:
        names = _find_title_lines(anatomy, register)
    return [_quote_name(folded, name) for name in names]


def _find_newer(anatomy: Anatomy, head: PageHead, register: Register) -> list[NamedLine]:
    """The name among a text's first lines of a council that replaced the one in the page's head, or those listed there.

    The page is then of either: its sentence on the merger may be lost, or it stands on the newer council's site. It is
    not of one that is younger than the page's figures.
    """
    below = head.listed or ((head.council,) if head.council else ())
    if head.merged or not all(name.resolution.matches for name in below):
        return []
    period_end = find_period_end(anatomy.text)
    reader = NameReader(anatomy.text, register)
    lines = reader.list_lines(0, head.start, _TITLE_LINES)
    firsts = (reader.read_first(lines[index:])[0] for index in range(len(lines)))
    for name in firsts:
        council = name.resolution.matches[0] if name else None
        if name is None or council is None or _is_younger(council, period_end):
            continue
        if all(is_replaced_by(each.resolution.matches[0], council, register) for each in below):
            return [name]
    return []


def _is_younger(council: Council, period_end: date | None) -> bool:
    """Whether a council did not exist yet in the period of a page's figures."""
    return bool(council.established_on and period_end and council.established_on > period_end)


def _find_title_lines(anatomy: Anatomy, register: Register) -> list[NamedLine]:
    """The first name that fills lines of a text that is to nobody: below a booklet's title, or above a page's.

    Where a council has put a page on its own site the whole menu stands before that.
    """
    reader = NameReader(anatomy.text, register)
    page = PAGE_TITLE.search(anatomy.text)
    above = reader.list_lines(max(page.start() - _NEAR, 0), page.start())[-2:][::-1] if page else []
    begin = anatomy.booklet.end if anatomy.booklet else 0
    first = reader.list_lines(begin, len(anatomy.text), _TITLE_LINES)
    found = [reader.read_first([line])[0] for line in above]
    found += [reader.read_first(first[index:])[0] for index in range(len(first))]
    return [name for name in found if name][:1]


def _choose(names: list[_Named], doubts: DoubtCollector) -> tuple[Council | None, str | None]:
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
