"""The number counted beside a rate: "3 upheld decisions", "0 satisfactory remedy decisions"."""

import re
from collections.abc import Iterator, Sequence

from db.figures.rounding import is_share
from db.letters.dates import MONTH
from db.letters.doubts import DoubtCollector
from db.letters.evidence import Reading, reconcile
from db.letters.folded import FoldedText
from db.letters.labels import is_foreign_label
from db.letters.patterns import WHOLE
from db.letters.rates.blocks import Block
from db.letters.rates.context import BULLET, closes_sentence, is_labelled_foreign
from db.letters.rates.definitions import ShareDefinition
from db.letters.rates.plausibility import find_joined, follows_gap, stands_apart
from db.model import DoubtCode, Number

_NUMBER_LINE = re.compile(rf"(?:^|\n)[ \t]*({WHOLE})[ \t]*\n\s*$")
"""A number that fills the line above."""
_MONTH = re.compile(rf"(?:{MONTH})\s+\Z", re.IGNORECASE)
"""What stands before the year of a date."""
_NEAR = 60
"""How far above its label a count may stand."""


def read_count(
    folded: FoldedText,
    share: ShareDefinition,
    blocks: Sequence[Block],
    rate: Number,
    denominator: int | None,
    doubts: DoubtCollector,
) -> Reading[int] | None:
    """The number printed before its label in the measure's blocks; of two there, the one that fits the rate.

    None, with a doubt, where it may be another number than the count: see `plausibility`. Compliance has no count.
    """
    matches = list(_find_labels(folded, share, blocks))
    readings: list[Reading[int]] = []
    for block, match in matches:
        joined = find_joined(folded, match.start(), block.sentence_end)
        if joined is not None:
            doubts.add(DoubtCode.COUNT_BESIDE_NUMBER, share.name, folded.quote(joined, match.end()), part="count")
            return None
        readings += _read_counts(folded, block, match)
    if len({reading.value for reading in readings}) > 1 and denominator is not None:
        fitting = [reading for reading in readings if is_share(rate, reading.value, denominator)]
        readings = fitting or readings
    count = reconcile(readings, doubts, share.name, "count")
    if count is None or (denominator is not None and is_share(rate, count.value, denominator)):
        return count
    if not any(_may_be_page_number(folded, block, match, denominator) for block, match in matches):
        return count
    if denominator is None:
        doubts.add(DoubtCode.COUNT_UNCONFIRMED, share.name, count.quote, part="count", count=count.value)
    else:
        fit: dict[str, Number] = {"count": count.value, "rate": rate, "denominator": denominator}
        doubts.add(DoubtCode.COUNT_MAY_BE_PAGE_NUMBER, share.name, count.quote, part="count", **fit)
    return None


def _find_labels(
    folded: FoldedText, share: ShareDefinition, blocks: Sequence[Block]
) -> Iterator[tuple[Block, re.Match[str]]]:
    """Where a count and its label stand by themselves in the blocks."""
    if share.count is None:
        return
    for block in blocks:
        for match in share.count.finditer(folded.text, block.sentence_end, block.end):
            if _is_label(folded, block, match):
                yield block, match


def _is_label(folded: FoldedText, block: Block, match: re.Match[str]) -> bool:
    """Whether the count and its label stand by themselves: not "3 upheld decisions last year", nor a date's year."""
    line = max(folded.text.rfind("\n", 0, match.start()) + 1, block.sentence_end)
    before = folded.text[line : match.start()].strip(BULLET)
    if _MONTH.search(folded.text, max(match.start() - _NEAR, 0), match.start()):
        return False
    is_first = not before or before[-1] in ".%)|\t" or before[-1].isdigit()
    is_first = is_first or find_joined(folded, match.start(), line) is not None
    is_first = is_first or (before[-1] == ":" and not is_foreign_label(before) and not re.search("[0-9]", before))
    return is_first and closes_sentence(folded, match.end()) and not is_labelled_foreign(folded, match.start())


def _read_counts(folded: FoldedText, block: Block, match: re.Match[str]) -> Iterator[Reading[int]]:
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
