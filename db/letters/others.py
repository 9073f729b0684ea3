"""Where a letter's own part ends: what is bound in behind it under another council's name is not its own."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from db.letters.address import BODY
from db.letters.heading import CLOSING, DEAR, Heading
from db.letters.phrases import phrase
from db.letters.view import View
from db.model import Council, Doubt
from db.names import fold
from db.register import Register

_LONGEST_TITLE = 12  # words
_LONGEST_SHORT_NAME = 5  # words
_APPENDED = re.compile(r"[ -]*\b(?:(?:annual )?statistics|figures)$", re.IGNORECASE)
_YEARS_BEHIND = re.compile(r"[ ,-]*\(?(?:in |for )?(?:19|20)\d\d(?: ?[-/] ?\d{2,4})?\)?$")
_FIGURES = re.compile(
    r"\W*(?:(?:In )?\d{1,3}(?:\.\d)? ?%|complaints? (?:and enquiries |overview|upheld|received)|compliance with\b"
    r"|satisfactory remed|annual statistics|decisions made|for the period|between \d)",
    re.IGNORECASE,
)
"""How the line begins that stands under the title of a page of figures."""
_MERGER = phrase(r"\bis a merger of several councils\b")
"""What the statistics page of a new council says before it lists those that it replaced (2019 on)."""
_NEAR_MERGER = 3  # lines: how far below that sentence its list begins


@dataclass(frozen=True, slots=True)
class _Line:
    """One line with words: where it begins and ends in a view's text, and the next such line."""

    start: int
    end: int
    words: str
    below: str


def own_part(view: View, heading: Heading, register: Register) -> tuple[View, tuple[Doubt, ...]]:
    """What stands before the first title that names another council, and a warning if there is one.

    A committee pack may follow one council's letter with another's statistics page, which has no head of its own; a
    report may go on from a council's figures to its neighbour's. In a letter such titles count behind its signature,
    in a page below its own title.
    """
    begin = _body_end(view, heading, register)
    if begin is None or not heading.written:
        return view, ()
    mergers = [match.end() for match in _MERGER.finditer(view.text)] if "merger" in view.text else []
    to_list = 0
    for line in _lines(view.text, begin):
        if any(line.start < end <= line.end for end in mergers):
            to_list = _NEAR_MERGER
            continue
        named = _named(line, register)
        if not named or _is_own(line, named, heading, register):
            to_list = max(to_list - 1, 0)
        elif to_list:
            to_list = 1  # a list goes on until a line that names no council
        else:
            message = f"What follows under the name {line.words} is not this council's; it is not read."
            doubt = Doubt(message, "council", (view.quote(line.start, line.end),))
            return View.of(view.stored[: view.origin(line.start)]), (doubt,)
    return view, ()


def _body_end(view: View, heading: Heading, register: Register) -> int | None:
    """Where titles of others may begin; None where a letter has no end to be seen."""
    dear = DEAR.search(view.text)
    if dear:
        closing = CLOSING.search(view.text, dear.end())
        return closing.end() if closing else None
    own = (line for line in _lines(view.text, 0) if _is_own(line, _named(line, register), heading, register))
    title = next(own, None)
    return title.end if title else 0


def _lines(text: str, begin: int) -> Iterator[_Line]:
    """The lines with words from `begin` on."""
    at = begin
    found: list[tuple[int, str]] = []
    for words in text[begin:].split("\n"):
        if words.strip():
            found.append((at + len(words) - len(words.lstrip()), words.strip()))
        at += len(words) + 1
    for index, (start, words) in enumerate(found):
        below = found[index + 1][1] if index + 1 < len(found) else ""
        yield _Line(start, start + len(words), words, below)


def _named(line: _Line, register: Register) -> tuple[Council, ...]:
    """The councils that a line could name which is a title: a full name, perhaps with what the page is behind it.

    Right over figures a short name is a title too, and so is a line that ends in a full name.
    """
    is_over_figures = bool(_FIGURES.match(line.below))
    title = _title(line.words) if is_over_figures or BODY.search(line.words) else ""
    if not title or len(title.split()) > _LONGEST_TITLE:
        return ()
    if BODY.search(title) or (is_over_figures and len(title.split()) <= _LONGEST_SHORT_NAME):
        matches = register.resolve(title).matches
        if matches:
            return matches
    at_end = register.council_at_end(title) if is_over_figures else None
    return at_end[1].matches if at_end else ()


def _title(words: str) -> str:
    """A line without what stands before a dash, a year and what the page is: its bare name, if it is a title."""
    title = words.strip(" \t-:*#")
    title = title.rpartition(" - ")[2] if " - " in title else title
    return _APPENDED.sub("", _YEARS_BEHIND.sub("", title)).rstrip(" :,")


def _is_own(line: _Line, named: tuple[Council, ...], heading: Heading, register: Register) -> bool:
    """Whether a title means the letter's own council, by any of its names."""
    if heading.council in named:
        return True
    if not named and heading.council:
        return False
    names = (heading.written or "", *(register.aliases_of(heading.council) if heading.council else ()))
    return fold(_title(line.words)) in {fold(name) for name in names}
