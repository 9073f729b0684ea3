"""The stretches of a statistics page that belong to one measure each, from its sentence to the next measure's."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain, islice, pairwise

from db.figures.rounding import number
from db.letters.evidence import MOST_PLACES
from db.letters.folded import FoldedText
from db.letters.patterns import phrase
from db.letters.rates.context import stands_alone
from db.letters.rates.sentence import FigureSentence
from db.letters.rates.wording import HEADINGS, LONGEST_HEADING, NONE, TITLES
from db.model import Doubt, MeasureName, Number

RATES = {
    # Not right after "upheld": in glued copies of 2025 "... and upheld 8." runs into "12% of complaints ...".
    MeasureName.UPHELD: FigureSentence.of(
        r"(?<!and\supheld\s)({number}) ?(?:%|per cent) ", r"of complaints we investigated were upheld\.?"
    ),
    MeasureName.COMPLIANCE: FigureSentence.of(
        r"(?:In )?({number}) ?(?:%|per cent) ",
        r"of cases,? we were satisfied (?:the|your) (?:authority|organisation|council) had"
        r" successfully implemented our recommendations\.?",
    ),
    MeasureName.REMEDY: FigureSentence.of(
        r"(?:In )?({number}) ?(?:%|per cent) ",
        r"of upheld cases,? we found (?:the|your) (?:authority|organisation|council) had"
        r" provided a satisfactory remedy before the complaint reached the Ombudsman\.?",
    ),
}
"""The sentence that prints each measure's rate."""
AVERAGE = phrase(
    r"This compares (?:to|with) an average of (?:({number}) ?(?:%|per cent)|n/a)"
    r" in similar (?:authorities|organisations|councils)\.?"
)
"""The average beside any of them."""
_NUMBER_OVER_WORDS = re.compile(r"(?:In\s+)?([\d.]+) ?(?:%|per cent)[ \t]*\n", re.IGNORECASE)
_PERCENTAGE_BEFORE = re.compile(r"([\d.]+) ?%[ \t]*\n?[ \t]*\Z")
_NEAR = 60
_LONGEST = 800
"""How long a block can be: what is further from its sentence is somebody else's words about the figures."""


@dataclass(frozen=True, slots=True)
class Block:
    """One measure's stretch of the view: from its rate or no-data sentence to the next measure's."""

    name: MeasureName
    start: int
    sentence_end: int
    end: int
    rate: Number | None


def read_blocks(folded: FoldedText, doubts: list[Doubt]) -> tuple[Block, ...] | None:
    """The blocks in the order of the text; None where one measure's sentence stands in too many places."""
    marks: list[tuple[int, int, MeasureName, Number | None, bool]] = []
    for name in RATES:
        rates = ((match, number(match[1])) for match in RATES[name].finditer(folded.text))
        nones = ((match, None) for match in NONE[name].finditer(folded.text))
        found = [*islice(chain(rates, nones), MOST_PLACES + 1)]
        if len(found) > MOST_PLACES:
            message = f"{TITLES[name]} is printed in more than {MOST_PLACES} places, as in no letter; no rate is read."
            doubts.append(Doubt(message, name.value, (folded.quote(*found[0][0].span()),)))
            return None
        marks += [(*match.span(), name, rate, _is_own(folded, match)) for match, rate in found]
    marks.sort(key=lambda mark: mark[:2])
    ends = [*(mark[0] for mark in marks[1:]), len(folded.text)]
    return tuple(
        Block(name, start, sentence_end, _block_end(folded.text, sentence_end, end), rate)
        for (start, sentence_end, name, rate, is_sentence), end in zip(marks, ends, strict=False)
        if is_sentence
    )


def _is_own(folded: FoldedText, match: re.Match[str]) -> bool:
    """Whether it is a sentence of its own, and its number not one of several that stand over their words."""
    if not stands_alone(folded, *match.span()):
        return False
    number_line = _NUMBER_OVER_WORDS.match(folded.text, match.start())
    above = (
        _PERCENTAGE_BEFORE.search(folded.text, max(match.start() - _NEAR, 0), match.start()) if number_line else None
    )
    return number_line is None or above is None or above[1] == number_line[1]


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


def _block_end(text: str, start: int, following: int) -> int:
    """Where the block ends whose sentence ends at `start`: before the next heading or sentence, or at its longest."""
    end = min(following, start + _LONGEST)
    headings = (heading.search(text, start, end + LONGEST_HEADING) for heading in HEADINGS)
    return min([end, *(heading.start() for heading in headings if heading)])
