"""Letters that a search found, drawn: whose they are, the year, and the line of words around the match."""

from collections.abc import Sequence

from textual.content import Content, Span

from db.text.clean import one_line
from db.words.hits import Hit, SearchPage
from db.words.query import HitOrder
from tui.draw.labels import format_count
from tui.draw.layout import MUTED, draw_rule, wrap_hanging

READY_SEARCHES = (
    '"public report"',
    "disappointed",
    "delay",
    '"failed to comply"',
    '"late response"',
    "apology",
    '"judicial review"',
    "commend",
)
"""Searches to begin with."""

LANGUAGE = (
    'Words that must all be there, "a phrase", begin*, -without, this OR that; and of which letters: year:2018-2021 '
    "type:district council:oadby remark:refusal"
)
"""What can be typed, in a few words."""

NOTHING_FOUND = "No letter here has that."
SEARCHING = "Searching."

_FOUND_STYLE = "bold $foreground on $warning-muted"
_INDENT = 6


def draw_council_head(council: str, width: int) -> Content:
    """The line over the letters to one council."""
    return draw_rule(one_line(council), width)


def draw_hit(hit: Hit, file: str, width: int) -> Content:
    """The year, then the words around the match, which is marked; `file` where another letter of that year is near."""
    context = Content(hit.context, [Span(start, end, _FOUND_STYLE) for start, end in hit.matches])
    if file:
        context = Content.assemble((f"from {one_line(file)}: ", MUTED), context)
    lead = Content.styled(str(hit.year), "bold") if hit.year else Content.styled("-", MUTED)
    return wrap_hanging(context, width, _INDENT, lead)


def draw_ready_head(width: int) -> Content:
    """What stands over the searches to begin with."""
    return Content("\n").join([wrap_hanging(Content.styled(LANGUAGE, MUTED), width), draw_rule("To begin with", width)])


def draw_ready(query: str, width: int) -> Content:
    """A search to begin with."""
    return wrap_hanging(Content(query), width, _INDENT)


def list_files(hits: Sequence[Hit]) -> list[str]:
    """The file of each, where another of them is to the same council and of the same year; else nothing."""
    keys = [(hit.council_id, hit.year) for hit in hits]
    return [hit.file if keys.count(key) > 1 else "" for hit, key in zip(hits, keys, strict=True)]


def count_found(letters: int, councils: int) -> str:
    """The words "12 letters of 9 councils"."""
    return f"{format_count(letters, 'letter')} of {format_count(councils, 'council')}"


def describe_found(page: SearchPage, wanted: HitOrder) -> str:
    """How many letters are found, and in which order they are listed where that is not by council."""
    found = count_found(page.total, page.councils)
    if page.order is HitOrder.BEST:
        return f"{found}, best match first"
    if wanted is HitOrder.BEST:
        return f"{found}, by council: none of them can be told to match best"
    return found


def draw_fault(typed: str, reason: str, start: int, end: int) -> Content:
    """What is wrong with a search, after the stretch of it that is."""
    return Content.assemble((f"{start + 1}: {one_line(typed[start:end])}", "bold"), f"  {one_line(reason, 400)}")
