"""The number counted beside a rate: "3 upheld decisions", "0 satisfactory remedy decisions"."""

import re
from collections.abc import Iterator, Sequence

from db.figures.rounding import fits
from db.letters.dates import MONTH
from db.letters.evidence import Reading, reconcile
from db.letters.folded import FoldedText
from db.letters.labels import is_foreign_label
from db.letters.patterns import WHOLE
from db.letters.rates.blocks import Block
from db.letters.rates.context import BULLET, closes, is_labelled_foreign
from db.letters.rates.plausibility import follows_gap, joined_to, stands_apart
from db.letters.rates.wording import COUNTS, lower
from db.model import Doubt, MeasureName, Number, Quote

_NUMBER_LINE = re.compile(rf"(?:^|\n)[ \t]*({WHOLE})[ \t]*\n\s*$")
"""A number that fills the line above."""
_MONTH = re.compile(rf"(?:{MONTH})\s+\Z", re.IGNORECASE)
"""What stands before the year of a date."""
_NEAR = 60
"""How far above its label a count may stand."""


def read_count(
    folded: FoldedText, name: MeasureName, blocks: Sequence[Block], rate: Number, denominator: int | None
) -> tuple[Reading[int] | None, Doubt | None]:
    """The number printed before its label in the measure's blocks; of two there, the one that fits the rate.

    None, with a warning, where it may be another number than the count: see `misread`. Compliance has no count.
    """
    pattern = COUNTS.get(name)
    matches = [
        (block, match)
        for block in blocks
        for match in (pattern.finditer(folded.text, block.sentence_end, block.end) if pattern else ())
    ]
    what = f"The number counted in {lower(name)}"
    matches = [(block, match) for block, match in matches if _is_label(folded, block, match)]
    candidates: list[Reading[int]] = []
    for block, match in matches:
        joined = joined_to(folded, match.start(), block.sentence_end)
        if joined is not None:
            quote = folded.quote(joined, match.end())
            return None, _left_out(name, f"{what} is printed right after another number", quote)
        candidates += _counted(folded, block, match)
    if len({found.value for found in candidates}) > 1 and denominator is not None:
        fitting = [found for found in candidates if fits(rate, found.value, denominator)]
        candidates = fitting or candidates
    found, doubt = reconcile(candidates, what, name.value)
    if found is None or (denominator is not None and fits(rate, found.value, denominator)):
        return found, doubt
    if any(_may_be_page_number(folded, block, match, denominator) for block, match in matches):
        why = "which nothing confirms" if denominator is None else f"which does not fit {rate}% of {denominator}"
        reason = f"{what} is read as {found.value}, {why}, from where a page's number could stand"
        return None, _left_out(name, reason, found.quote)
    return found, None


def _is_label(folded: FoldedText, block: Block, match: re.Match[str]) -> bool:
    """Whether the count and its label stand by themselves: not "3 upheld decisions last year", nor a date's year."""
    line = max(folded.text.rfind("\n", 0, match.start()) + 1, block.sentence_end)
    before = folded.text[line : match.start()].strip(BULLET)
    if _MONTH.search(folded.text, max(match.start() - _NEAR, 0), match.start()):
        return False
    is_first = (
        not before
        or before[-1] in ".%)|\t"
        or before[-1].isdigit()
        or joined_to(folded, match.start(), line) is not None
    )
    is_first = is_first or (before[-1] == ":" and not is_foreign_label(before) and not re.search("[0-9]", before))
    return is_first and closes(folded, match.end()) and not is_labelled_foreign(folded, match.start())


def _left_out(name: MeasureName, reason: str, quote: Quote) -> Doubt:
    return Doubt(f"{reason}; it is left out.", name.value, (quote,))


def _counted(folded: FoldedText, block: Block, match: re.Match[str]) -> Iterator[Reading[int]]:
    """The number before the label, and that on a line of its own right above."""
    yield Reading(int(match["count"]), folded.quote(*match.span()))
    near = max(block.sentence_end, match.start() - _NEAR)
    above = _NUMBER_LINE.search(folded.text, near, match.start())
    if above:
        yield Reading(int(above[1]), folded.quote(above.start(1), match.end()))


def _may_be_page_number(folded: FoldedText, block: Block, match: re.Match[str], denominator: int | None) -> bool:
    """Whether the count stands on a line of its own as a page's number does."""
    line_end = folded.text.find("\n", match.end("count"), match.start("label")) + 1
    near = max(block.sentence_end, match.start() - _NEAR)
    line = _NUMBER_LINE.search(folded.text, near, line_end) if line_end else None
    if line is None or line.start(1) != match.start("count"):
        return False
    is_apart = stands_apart(folded, match.end("count"), match.start("label"))
    return is_apart or (denominator is not None and follows_gap(folded, line.start(1), block.sentence_end))
