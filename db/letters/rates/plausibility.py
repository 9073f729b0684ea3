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
from dataclasses import dataclass

from db.figures.rounding import find_possible_counts, is_share
from db.letters.folded import FoldedText
from db.model import DoubtCode, Number

_JOINED = re.compile(
    r"[0-9](?:[ \t]+|[ \t]*(?:/|-|to\b|(?:out[ \t]+)?of\b(?:[ \t]+the(?:se)?\b)?)\s*)\Z", re.IGNORECASE
)
_NEAR = 30


def find_joined(folded: FoldedText, start: int, first: int) -> int | None:
    """Where the number begins that this one at `start` comes right after, if that is not before `first`."""
    match = _JOINED.search(folded.text, max(start - _NEAR, first), start)
    if match is None:
        return None
    begin = match.start()
    while begin > first and not folded.text[begin - 1].isspace():
        begin -= 1
    return begin


def stands_apart(folded: FoldedText, start: int, end: int) -> bool:
    """Whether a blank line or a running line is somewhere between two words of the folded text."""
    return any(lines > 1 for lines in _count_lines(folded, start, end))


def follows_gap(folded: FoldedText, start: int, first: int) -> bool:
    """Whether more blank or running lines are above the line that begins at `start` than above others since `first`."""
    *others, above = _count_lines(folded, min(first, start - 1), start)
    return above > max(others, default=2)


def _count_lines(folded: FoldedText, start: int, end: int) -> list[int]:
    """How many lines of the stored text, running lines among them, end at each line end between the two."""
    stored, origin = folded.stored, folded.origin
    return [stored.count("\n", origin(at), origin(at + 1)) for at in range(start, end) if folded.text[at] == "\n"]


@dataclass(frozen=True, slots=True)
class Implausible:
    """Why a count, or a base, may not be what the letter prints, with what its sentence needs."""

    code: DoubtCode
    parameters: dict[str, Number]


def judge_count_and_base(
    rate: Number, count: int | None, base: int | None, denominator: int | None
) -> tuple[Implausible | None, Implausible | None]:
    """What speaks against the count, and against the base; None where nothing does.

    The base is judged only where the rate is a share of it.
    """
    if denominator is None or (count is not None and is_share(rate, count, denominator)):
        return None, None
    of_count = of_base = None
    if count is not None and count >= 10 and is_share(rate, count // 10, denominator):
        of_count = Implausible(DoubtCode.MAY_HOLD_FOOTNOTE_MARK, {"number": count, "rate": rate})
    if base == denominator and base >= 10 and _would_fit(rate, count, base):
        of_base = Implausible(DoubtCode.MAY_HOLD_FOOTNOTE_MARK, {"number": base, "rate": rate})
    if count is not None and count > denominator and not of_count and not of_base:
        of_count = Implausible(DoubtCode.COUNT_ABOVE_BASE, {"count": count, "denominator": denominator})
        of_base = (
            Implausible(DoubtCode.BASE_BELOW_COUNT, {"count": count, "base": base}) if base == denominator else None
        )
    return of_count, of_base


def _would_fit(rate: Number, count: int | None, base: int) -> bool:
    """Whether the rate is a share of this base without its last digit; with no count, of it alone and not as it is."""
    if count is not None:
        return is_share(rate, count, base // 10)
    return not find_possible_counts(rate, base) and bool(find_possible_counts(rate, base // 10))
