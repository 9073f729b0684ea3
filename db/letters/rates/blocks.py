"""The stretches of a statistics page that belong to one measure each, from its sentence to the next measure's."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain, islice, pairwise

from db.figures.rounding import parse_number
from db.letters.doubts import DoubtCollector
from db.letters.evidence import MOST_PLACES
from db.letters.folded import FoldedText
from db.letters.rates.context import stands_alone
from db.letters.rates.definitions import AVERAGE, LONGEST_HEADING, SHARES
from db.model import DoubtCode, MeasureName, Number

_NUMBER_OVER_WORDS = re.compile(r"(?:In\s+)?([\d.]{1,12}) ?(?:%|per cent)[ \t]*\n", re.IGNORECASE)
_PERCENTAGE_BEFORE = re.compile(r"([\d.]{1,12}) ?%[ \t]*\n?[ \t]*\Z")
_NEAR = 60
_LONGEST = 800
"""How long a block can be: what is further from its sentence is somebody else's words about the figures."""


@dataclass(frozen=True, slots=True)
class Block:
    """One measure's stretch of the folded text: from its rate or no-data sentence to the next measure's."""

    name: MeasureName
    start: int
    sentence_end: int
    end: int
    rate: Number | None


def find_blocks(folded: FoldedText, doubts: DoubtCollector) -> tuple[Block, ...] | None:
    """The blocks in the order of the text; None where one measure's sentence stands in too many places."""
    marks: list[tuple[int, int, MeasureName, Number | None, bool]] = []
    for share in SHARES:
        rates = ((match, parse_number(match[1])) for match in share.rate.finditer(folded.text))
        nones = ((match, None) for match in share.none.finditer(folded.text))
        found = [*islice(chain(rates, nones), MOST_PLACES + 1)]
        if len(found) > MOST_PLACES:
            quote = folded.quote(*found[0][0].span())
            doubts.add(DoubtCode.RATE_PRINTED_TOO_OFTEN, share.name, quote, most=MOST_PLACES)
            return None
        marks += [(*match.span(), share.name, rate, _is_own(folded, match)) for match, rate in found]
    marks.sort(key=lambda mark: mark[:2])
    ends = [*(mark[0] for mark in marks[1:]), len(folded.text)]
    return tuple(
        Block(name, start, sentence_end, _find_block_end(folded.text, sentence_end, end), rate)
        for (start, sentence_end, name, rate, is_sentence), end in zip(marks, ends, strict=False)
        if is_sentence
    )


def _is_own(folded: FoldedText, match: re.Match[str]) -> bool:
    """Whether it is a sentence of its own, and its number not one of several that stand over their words."""
    if not stands_alone(folded, *match.span()):
        return False
    number_line = _NUMBER_OVER_WORDS.match(folded.text, match.start())
    if number_line is None:
        return True
    above = _PERCENTAGE_BEFORE.search(folded.text, max(match.start() - _NEAR, 0), match.start())
    return above is None or above[1] == number_line[1]


def is_by_kind(folded: FoldedText, blocks: Sequence[Block]) -> bool:
    """Whether the page is copied across its boxes: all rates, then all averages, all totals.

    Which of those belongs to which rate cannot be told then. A block goes over into the next without a word, or an
    average stands before all rates.
    """
    if not blocks:
        return False
    for block, following in pairwise(blocks):
        between = folded.text[block.sentence_end : following.start]
        if block.name is not following.name and not re.search(r"[^\W\d_]", between):
            return True
    first = blocks[0].start
    before = list(AVERAGE.finditer(folded.text, max(first - _LONGEST, 0), first))
    return bool(before) and not re.search(r"[^\W\d_]", folded.text[before[-1].end() : first])


def _find_block_end(text: str, start: int, following: int) -> int:
    """Where the block ends whose sentence ends at `start`: before the next heading or sentence, or at its longest."""
    end = min(following, start + _LONGEST)
    headings = (share.heading.search(text, start, end + LONGEST_HEADING) for share in SHARES)
    return min([end, *(heading.start() for heading in headings if heading)])
