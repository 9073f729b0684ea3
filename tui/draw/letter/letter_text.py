"""A letter drawn for reading: its figures' words underlined, its remarks and the place gone to marked in the margin."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from textual.content import Content, Span

from db.model import Letter, Quote
from tui.draw.layout import ATTENTION, MUTED

if TYPE_CHECKING:
    from tui.draw.letter.shown_text import ShownText
    from tui.draw.letter.sought import Sought

REMARK_SIGN, FIGURE_SIGN, HERE_SIGN = "▌", "│", "▶"
TRACK_MARK = "━"
"""Of a mark in the track of the letter's scrollbar."""

MARGIN_WIDTH = 2
"""The width of the margin in cells: a sign and a space."""

_FOUND_STYLE = "bold $foreground on $warning-muted"
"""Of a place that has what is sought."""

MAX_LINE_WIDTH = 92
"""The most cells a line of prose has, however wide the terminal is: longer ones are hard to follow."""


def list_figure_quotes(letter: Letter) -> tuple[Quote, ...]:
    """The words that print the figures, in the order of the letter, each once."""
    quotes = {quote for measure in letter.measures for quote in measure.quotes}
    for table in letter.tables:
        cells = [*table.cells, *([table.total] if table.total else [])]
        quotes.update(cell.quote for cell in cells if cell.quote)
    return _sort(quotes)


def list_marks(letter: Letter) -> tuple[Quote, ...]:
    """Where a reader stops who goes from mark to mark: the figures' sentences, each table, each remark."""
    quotes = {quote for measure in letter.measures for quote in measure.quotes}
    quotes.update(remark.quote for remark in letter.remarks)
    for table in letter.tables:
        quotes.update([cell.quote for cell in table.cells if cell.quote][:1])
    return _sort(quotes)


def draw_letter(
    shown: "ShownText",
    letter: Letter,
    current: Quote | None = None,
    sought: "Sought | None" = None,
    muted: Iterable[tuple[int, int]] = (),
) -> Content:
    """The text with what is emphasised in it, the figures' words underlined and the place gone to in reverse.

    The places of what is sought are marked too, and these stretches of the stored text are `muted`.
    """
    styled = [(start, end, MUTED) for start, end in muted]
    styled += [(each.start, each.end, each.style) for each in shown.emphases]
    styled += [(quote.start, quote.end, "underline") for quote in list_figure_quotes(letter)]
    places = sought.places if sought else ()
    styled += [(*place, _FOUND_STYLE) for place in places if current is None or place != (current.start, current.end)]
    if current is not None:
        styled.append((current.start, current.end, "reverse"))
    spans = [Span(*stretch, style) for start, end, style in styled for stretch in shown.find_stretches(start, end)]
    spans += [Span(start, end, f"{MUTED} italic") for start, end in shown.notes]
    return Content(shown.text, spans, strip_control_codes=False)


def find_line_starts(text: str, width: int) -> tuple[int, ...]:
    """Where each line begins that the terminal shows of a text wrapped to `width` cells."""
    starts: list[int] = []
    line_start = 0
    for line in text.split("\n"):
        at = 0
        for wrapped in Content(line, strip_control_codes=False).wrap(width):
            # Spaces at a break are left out, but those after a word that was broken may begin the next line.
            at = max(line.find(wrapped.plain, at), at)
            starts.append(line_start + at)
            at += len(wrapped.plain)
        line_start += len(line) + 1
    return tuple(starts)


def draw_margin(shown: "ShownText", starts: Sequence[int], letter: Letter, current: Quote | None = None) -> Content:
    """The column beside the text: a sign on each line that holds a figure, a remark or the place gone to."""
    signs = [" "] * len(starts)
    marks: list[tuple[Quote, str]] = [(quote, FIGURE_SIGN) for quote in list_figure_quotes(letter)]
    marks += [(remark.quote, REMARK_SIGN) for remark in letter.remarks]
    if current is not None:
        marks.append((current, HERE_SIGN))
    for quote, sign in marks:
        for begins, ends in shown.find_stretches(quote.start, quote.end):
            for line in range(find_line(starts, begins), find_line(starts, ends - 1) + 1):
                signs[line] = sign
    return Content("\n".join(signs)).highlight_regex(REMARK_SIGN, style=ATTENTION)


def find_line(starts: Sequence[int], offset: int) -> int:
    """The number of the line on which an offset of the shown text stands, from 0."""
    return max(bisect_right(starts, offset) - 1, 0)


def _sort(quotes: Iterable[Quote]) -> tuple[Quote, ...]:
    """In the order of the letter."""
    return tuple(sorted(quotes, key=lambda quote: (quote.start, quote.end)))
