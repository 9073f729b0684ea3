"""Whether a number that should be a count or a total may be something else that stands in its place in this copy.

The Ombudsman misprints too: a page of 2023-24 has 91% with 9 of 10. So numbers that do not fit their rate but are
printed clearly are kept as printed, with a warning. One is left out, with a warning, where the copy itself offers
another explanation, and nothing is ever put in its place:

- a count right after another number ("1 3 upheld decisions", "3 of 5"): either may be part of the other, fit or no fit;
- a count on a line of its own that does not fit, or that nothing can confirm, and that a blank line or a page's
  running line parts from its label: a page's number stands like that;
- the same where more blank lines are above it than above the block's other lines, if it does not fit;
- a count or a total that does not fit, but would without its last digit: a footnote's mark that lost its raising.
"""

import re

from db.figures.rounding import counts_rounding_to, fits
from db.letters.folded import FoldedText
from db.model import Number

_JOINED = re.compile(
    r"[0-9](?:[ \t]+|[ \t]*(?:/|-|to\b|(?:out[ \t]+)?of\b(?:[ \t]+the(?:se)?\b)?)\s*)\Z", re.IGNORECASE
)
_NEAR = 30


def joined_to(folded: FoldedText, start: int, first: int) -> int | None:
    """Where the number begins that this one at `start` comes right after, if that is not before `first`."""
    match = _JOINED.search(folded.text, max(start - _NEAR, first), start)
    if match is None:
        return None
    begin = match.start()
    while begin > first and not folded.text[begin - 1].isspace():
        begin -= 1
    return begin


def stands_apart(folded: FoldedText, start: int, end: int) -> bool:
    """Whether a blank line or a running line is somewhere between two words of the view's text."""
    return any(lines > 1 for lines in _lines(folded, start, end))


def follows_gap(folded: FoldedText, start: int, first: int) -> bool:
    """Whether more blank or running lines are above the line that begins at `start` than above others since `first`."""
    *others, above = _lines(folded, min(first, start - 1), start)
    return above > max(others, default=2)


def _lines(folded: FoldedText, start: int, end: int) -> list[int]:
    """How many lines of the stored text end at each line end of the view between the two, running lines among them."""
    stored, origin = folded.stored, folded.origin
    return [stored.count("\n", origin(at), origin(at + 1)) for at in range(start, end) if folded.text[at] == "\n"]


def reasons(
    rate: Number, count: int | None, base: int | None, denominator: int | None
) -> tuple[str | None, str | None]:
    """Why the count, and why the base, may not be what the letter prints, as ends of sentences; None where they may.

    The base is judged only where the rate is a share of it.
    """
    if denominator is None or (count is not None and fits(rate, count, denominator)):
        return None, None
    of_count = of_base = None
    marked = f"which does not fit {rate}% but would without its last digit, perhaps a footnote's mark"
    if count is not None and count >= 10 and fits(rate, count // 10, denominator):
        of_count = f"is read as {count}, {marked}"
    if base == denominator and base >= 10 and _would_fit(rate, count, base):
        of_base = f"is read as {base}, {marked}"
    if count is not None and count > denominator and not of_count and not of_base:
        of_count = f"is read as {count} of {denominator}, which cannot be"
        of_base = f"is read as {base}, of which {count} cannot be" if base == denominator else None
    return of_count, of_base


def _would_fit(rate: Number, count: int | None, base: int) -> bool:
    """Whether the rate is a share of this base without its last digit; with no count, of it alone and not as it is."""
    if count is not None:
        return fits(rate, count, base // 10)
    return not counts_rounding_to(rate, base) and bool(counts_rounding_to(rate, base // 10))
