"""What of a letter's text is its own: what stands under another council's name, or another year's, is not read."""

import re
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from db.councils.names import fold
from db.councils.register import Register
from db.letters.address import BODY
from db.letters.anatomy import Anatomy
from db.letters.cued import lower
from db.letters.dates import DAY, MONTH
from db.letters.doubts import DoubtCollector
from db.letters.heading import Heading
from db.letters.kept_answers import keep_answers
from db.letters.labels import is_foreign_title, is_label, is_of_year
from db.letters.page_head import PageHead, find_page_heads, is_replaced_by
from db.model import Council, DoubtCode

_LONGEST_TITLE = 12  # words
_LONGEST_SHORT_NAME = 5  # words
_APPENDED = re.compile(r"[ -]*\b(?:(?:annual )?statistics|figures)$", re.IGNORECASE)
_YEARS_BEHIND = re.compile(r"[ ,-]*\(?(?:in |for )?(?:19|20)\d\d(?: ?[-/] ?\d{2,4})?\)?$")
_BEGINS = (
    r"(?:(?:in )?\d{1,3}(?:\.\d)? ?%|complaints? (?:and enquiries |overview|upheld|received)|compliance with\b"
    r"|satisfactory remed|adjusted for|annual statistics|decisions made|for the period|between \d)"
)
_LINE_OF_FIGURES = re.compile(rf"\n[^\w\n]*{_BEGINS}")
"""How the line begins that stands under the title of a page of figures; in small letters, and with the line end above,
by which it is found fastest."""
_PAGE = re.compile(r"\W*(?:complaints? |compliance with\b|satisfactory remed|annual statistics|for the period)", re.I)
"""The same where it is a heading, not a sentence: a label over a sentence alone is that sentence's."""
_DAY = re.compile(DAY, re.IGNORECASE)
_MONTH = re.compile(rf"\b(?:{MONTH})\b", re.IGNORECASE)
_LONGEST_LINE = 200  # characters
_MOST_LINES = 4096
"""Of how many lines it is kept whom they name, some 1.5 MB: those of the pages of one year's letters are much the
same."""
_WORD = re.compile(r"[^\s,:;()/]+")
_LONGEST_NAME = 8  # words
_POSSESSIVE = re.compile(r"'s?$")
_PAGE_NUMBER = re.compile(r"\n[ \t]*\d{1,3}[ \t]*\n")
_LONGEST_LABEL = 100  # characters


class _Line(NamedTuple):
    """One line with words: where it begins and ends in the folded text, and the next such line.

    `is_over_figures` is whether figures, or a heading of theirs, come right below.
    """

    start: int
    end: int
    words: str
    below: str
    is_over_figures: bool


@dataclass(frozen=True, slots=True)
class _Foreign:
    """A stretch of the letter that is another's, and the line that says so."""

    start: int
    end: int
    title: _Line


def without_foreign_parts(anatomy: Anatomy, heading: Heading, register: Register, doubts: DoubtCollector) -> Anatomy:
    """The letter without what stands under another's name or year, and a doubt for each such stretch.

    A committee pack may follow one council's letter with another's statistics page, which has no head of its own; a
    report may go on from a council's figures to its neighbour's. Behind a letter's signature, or a page's own title,
    any title counts; in the letter itself only one right over figures, and only to its end.
    """
    foreign = list(_find_foreign(anatomy, heading, register)) if heading.written else []
    for stretch in foreign:
        quote = anatomy.folded.quote(stretch.title.start, stretch.title.end)
        doubts.add(DoubtCode.FOREIGN_PART, "council", quote, title=stretch.title.words)
    if not foreign:
        return anatomy
    return Anatomy.find(anatomy.folded.blank_out((stretch.start, stretch.end) for stretch in foreign))


def _find_foreign(anatomy: Anatomy, heading: Heading, register: Register) -> Iterator[_Foreign]:
    text, signed = anatomy.text, anatomy.signed_at
    begin = anatomy.salutation.end if anatomy.salutation else _find_own_title(text, heading, register)
    heads = deque(find_page_heads(text, register, begin))
    if not heads and signed and not any(begin < line <= signed for line in _find_lines_of_figures(text)):
        begin = signed  # in most letters nothing can begin or end before
    opened: _Line | None = None
    for line in _read_lines(text, begin):
        if opened and opened.start < signed <= line.start:
            yield _Foreign(opened.start, signed, opened)
            opened = None
        while heads and heads[0].end <= line.start:
            heads.popleft()
        if heads and heads[0].start < line.start:
            continue  # a head's other lines name the councils that this page's replaced
        if heads and heads[0].start == line.start:
            is_own = _is_own_head(heads[0], heading, register)
            is_others = not is_own and (line.start >= signed or not heads[0].names)
        else:
            is_title = line.start >= signed or line.is_over_figures
            named = _find_named(line, register) if is_title else ()
            if heading.council and not named and not line.is_over_figures:
                continue  # nobody's title, as most lines
            is_own = _is_own(line.words, named, heading, register)
            is_others = not is_own and (bool(named) or _is_labelled(line, heading, register))
            if is_others and _ends_own_name(text, line, heading, register):
                is_own, is_others = True, False
        if is_own and opened:
            yield _Foreign(opened.start, line.start, opened)
            opened = None
        elif is_others:
            opened = opened or line
    if opened:
        yield _Foreign(opened.start, len(text), opened)


def _find_own_title(text: str, heading: Heading, register: Register) -> int:
    """Where the head of a page that is to nobody ends; 0 where it has none."""
    lines = _read_lines(text, 0)
    own = (line for line in lines if _is_own(line.words, _find_named(line, register), heading, register))
    title = next(own, None)
    heads = (head.end for head in find_page_heads(text, register) if _is_own_head(head, heading, register))
    return max(title.end if title else 0, next(heads, 0))


def _read_lines(text: str, begin: int) -> Iterator[_Line]:
    """The lines with words from `begin` on."""
    figures = _find_lines_of_figures(text)
    at = begin
    found: list[tuple[int, int, str]] = []
    for raw in text[begin:].split("\n"):
        words = raw.strip()
        if words:
            found.append((at, at if words is raw else at + raw.index(words), words))
        at += len(raw) + 1
    for (_, start, words), (following, _, below) in pairwise((*found, (at, at, ""))):
        yield _Line(start, start + len(words), words, below, following in figures)


@lru_cache(maxsize=2)
def _find_lines_of_figures(text: str) -> frozenset[int]:
    """Where the lines begin that begin figures; one letter's are asked for twice."""
    return frozenset(match.start() + 1 for match in _LINE_OF_FIGURES.finditer(lower(text)))


def _find_named(line: _Line, register: Register) -> tuple[Council, ...]:
    """The councils that a line could name which is a title: a full name, perhaps with what the page is behind it.

    Right over figures a short name is a title too, and so is a line that ends in a full name.
    """
    is_long = len(line.words) > _LONGEST_LINE
    return () if is_long else _find_named_in(line.words, register, line.is_over_figures)


@lru_cache(maxsize=_MOST_LINES)
def _find_named_in(words: str, register: Register, is_over_figures: bool, /) -> tuple[Council, ...]:
    """The same of a line that is no longer than any title."""
    title = _read_title(words) if is_over_figures or BODY.search(words) else ""
    if not title or len(title.split()) > _LONGEST_TITLE:
        return ()
    is_short = is_over_figures and is_label(words) and len(title.split()) <= _LONGEST_SHORT_NAME
    if BODY.search(title) or is_short:
        matches = register.look_up(title).matches
        if matches:
            return matches
    at_end = register.look_up_at_end(title) if is_over_figures and is_label(words) else None
    return at_end[1].matches if at_end else ()


def _is_labelled(line: _Line, heading: Heading, register: Register) -> bool:
    """Whether a line right over figures speaks of another council, another year, or of many councils."""
    if not line.is_over_figures or not is_label(line.words):
        return False
    years = [*heading.years, *([heading.stated_year] if heading.stated_year else [])]
    if years and not _may_be_of_year(line.words, years[0].value):
        return True
    is_page = bool(_PAGE.match(line.below))
    return (is_page and is_foreign_title(line.words)) or _mentions_another(line.words, heading, register)


def _may_be_of_year(words: str, year: int) -> bool:
    """Whether a label names this year, none, or a month, as a period has that runs over the line's end."""
    return _MONTH.search(words) is not None or is_of_year(_without_days(words), year)


@keep_answers
def _without_days(words: str) -> str:
    """A label without days: a copy's header has the one it was printed on."""
    return _DAY.sub(" ", words)


def _mentions_another(words: str, heading: Heading, register: Register) -> bool:
    """Whether a line has another council's name, long or short, in it: "For comparison, Surrey"."""
    return any(
        heading.council not in matches and f" {name} " not in f" {fold(heading.written or '')} "
        for name, matches in _list_mentioned(words, register)
    )


@lru_cache(maxsize=_MOST_LINES)
def _list_mentioned(words: str, register: Register) -> tuple[tuple[str, tuple[Council, ...]], ...]:
    """The names in a label, folded, each the longest that begins there, with the councils it can mean."""
    parts = [word.removesuffix("'s").removesuffix("'") for word in _WORD.findall(words)]
    mentioned = []
    at = 0
    while at < len(parts):
        for end in range(min(len(parts), at + _LONGEST_NAME), at, -1):
            name = " ".join(parts[at:end])
            if not name[:1].isupper() or name.isupper():
                continue
            matches = register.look_up(name).matches
            if matches:
                mentioned.append((fold(name), matches))
                at = end - 1
                break
        at += 1
    return tuple(mentioned)


def _read_title(words: str) -> str:
    """A line without what stands before a dash, a year and what the page is: its bare name, if it is a title.

    Empty where it is too long for one, which must not be searched for its end from every place.
    """
    if len(words) > _LONGEST_LINE:
        return ""
    title = words.strip(" \t-:*#")
    title = title.rpartition(" - ")[2] if " - " in title else title
    if title[-1:].isdigit() or title.endswith(")"):  # as few do, which is told by their last sign
        title = _YEARS_BEHIND.sub("", title)
    if title.endswith(("s", "S", "\u017f")):
        title = _APPENDED.sub("", title)
    return title.rstrip(" :,")


def _is_own(words: str, named: tuple[Council, ...], heading: Heading, register: Register) -> bool:
    """Whether a title means the letter's own council, by any of its names."""
    if heading.council in named:
        return True
    if not named and heading.council:
        return False
    return fold(_read_title(words)) in _list_own_names(heading, register)


def _is_own_head(head: PageHead, heading: Heading, register: Register) -> bool:
    """Whether a page's head means the letter's own council, by name or by those that this one replaced."""
    council = heading.council
    if not head.names and council:
        return all(is_replaced_by(each.resolution.matches[0], council, register) for each in head.listed)
    return any(_is_own(name.written, name.resolution.matches, heading, register) for name in head.names)


def _ends_own_name(text: str, line: _Line, heading: Heading, register: Register) -> bool:
    """Whether a line is the end of the own council's name, which begins on a line above: a chart's label, wrapped."""
    above = fold(_PAGE_NUMBER.sub(" ", text[max(line.start - _LONGEST_LABEL, 0) : line.start]))
    words = fold(_POSSESSIVE.sub("", line.words))
    return any(
        name.endswith(f" {words}") and f" {above}".endswith(f" {name.removesuffix(words).strip()}")
        for name in _list_own_names(heading, register)
    )


def _list_own_names(heading: Heading, register: Register) -> frozenset[str]:
    """Every name of the letter's council, folded."""
    return _fold_names(heading.written or "", heading.council, register)


@lru_cache(maxsize=8)
def _fold_names(written: str, council: Council | None, register: Register) -> frozenset[str]:
    """The same, asked for by line after line of one letter."""
    return frozenset(map(fold, (written, *((council.name, *register.aliases_of(council)) if council else ()))))
