"""The rates of the statistics page (letters of 2020-2024, web pages of 2019-2025): rate, average, count, base.

Each measure has a sentence of its own that no definition and no bullet shares; what belongs to it is looked for
between that sentence and the next measure's. A part printed in two ways there is left out, with a doubt.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import islice
from typing import NamedTuple

from db.figures.rounding import parse_number
from db.letters.doubts import DoubtCollector
from db.letters.evidence import MOST_PLACES, Reading, reconcile
from db.letters.folded import FoldedText
from db.letters.patterns import phrase
from db.letters.rates.blocks import Block, find_blocks, is_by_kind
from db.letters.rates.context import closes_sentence, is_labelled_foreign, stands_alone
from db.letters.rates.counts import read_count
from db.letters.rates.definitions import (
    AVERAGE,
    BASE,
    DEFINITIONS,
    NONE_STATES,
    NOT_GIVEN,
    NUMBERS,
    SHARES,
    ShareDefinition,
)
from db.letters.rates.numbers import read_number
from db.letters.rates.plausibility import judge_count_and_base
from db.model import DerivedFigure, DoubtCode, Measure, MeasureName, Number, State

_FOR_PERIOD = phrase(r"\W* ?for (?:the|this) period")
_RUNS_ON = phrase(r"[^\n]{0,40}? for the period (?:between )?[^\n]{6,60}? (?:to|and) \d{1,2} [a-z]+ \d{4}")
_AVERAGE_WORDS = phrase(r"This compares (?:to|with)\b(?! an average of n/a)")
_TOTALS = phrase(r"\bbased on a total of\b|(?-i:\bStatistics)\s+are\b")
_OF_COUNT = frozenset({DoubtCode.COUNT_BESIDE_NUMBER, DoubtCode.COUNT_UNCONFIRMED, DoubtCode.COUNT_MAY_BE_PAGE_NUMBER})
_NEAR = 60
"""How far after the rate's sentence the average's may begin: chart labels stand between, other sentences do not."""


class Base(NamedTuple):
    """The total a rate is based on, and what is counted."""

    number: int
    noun: str


def read_rates(folded: FoldedText, doubts: DoubtCollector) -> tuple[Measure, ...]:
    """Every measure as the statistics page prints it, `not_given` where it does not."""
    measures = {share.name: NOT_GIVEN[share.name] for share in SHARES}
    blocks = find_blocks(folded, doubts)
    if blocks is not None:
        if is_by_kind(folded, blocks):
            quote = folded.quote(blocks[0].start, blocks[-1].sentence_end)
            doubts.add(DoubtCode.RATES_PARTED, blocks[0].name, quote)
            blocks = tuple(replace(block, end=block.sentence_end) for block in blocks if block.rate != 0)
        for share in SHARES:
            measures[share.name] = _ShareReader(folded, share, blocks, doubts, measures).read()
    for number in NUMBERS:
        measures[number.name] = read_number(folded, number, doubts)
    return tuple(_without_rate_of_nothing(measures[each.name], doubts) for each in DEFINITIONS)


class _ShareReader:
    """Reads the parts of one measure from its blocks.

    `known` are the measures read before, of one of which it may be a share.
    """

    def __init__(
        self,
        folded: FoldedText,
        share: ShareDefinition,
        blocks: tuple[Block, ...],
        doubts: DoubtCollector,
        known: Mapping[MeasureName, Measure],
    ) -> None:
        self.folded = folded
        self.share = share
        self.name = share.name
        self.blocks = tuple(block for block in blocks if block.name is share.name)
        self.doubts = doubts
        self.known = known

    def read(self) -> Measure:
        """The measure, or `not_given` where its sentence is missing or contradicts itself."""
        readings = [Reading(b.rate, self.folded.quote(b.start, b.sentence_end)) for b in self.blocks]
        rate = reconcile(readings, self.doubts, self.name, "rate")
        if rate is None:
            return self._leave_out(is_printed=bool(readings))
        if rate.value is None:
            return Measure(name=self.name, state=self.share.none_state, quotes=(rate.quote,))
        average = reconcile(list(self._read_averages()), self.doubts, self.name, "average")
        base = reconcile(list(self._read_bases()), self.doubts, self.name, "base")
        if rate.value == 0 and self._denominator(base)[0] is None and self._prints_a_base():
            self.doubts.add(DoubtCode.ZERO_RATE_WITHOUT_BASE, self.name, rate.quote)
            return NOT_GIVEN[self.name]
        if rate.value > 100:
            self.doubts.add(DoubtCode.RATE_ABOVE_100, self.name, rate.quote, rate=rate.value)
            return NOT_GIVEN[self.name]
        denominator, _ = self._denominator(base)
        count = read_count(self.folded, self.share, self.blocks, rate.value, denominator, self.doubts)
        count, base = self._read_count_and_base(count, base)
        count, base = self._without_implausible(rate.value, count, base)
        self._doubt_unread({"average": average, "count": count, "base": base})
        denominator, derived = self._denominator(base)
        quotes = dict.fromkeys(reading.quote for reading in (rate, average, base, count) if reading)
        return Measure(
            name=self.name,
            state=State.GIVEN,
            rate=rate.value,
            average=average.value if average else None,
            count=count.value if count else None,
            base=base.value.number if base else None,
            base_of=base.value.noun if base else None,
            denominator=denominator,
            derived=derived,
            quotes=tuple(quotes),
        )

    def _leave_out(self, *, is_printed: bool) -> Measure:
        """No rate; with a doubt where its sentence stands there without a number that could be read."""
        unreadable = None if is_printed else self.share.unreadable.search(self.folded.text)
        if unreadable is not None:
            self.doubts.add(DoubtCode.RATE_UNREADABLE, self.name, self.folded.quote(*unreadable.span()))
        return NOT_GIVEN[self.name]

    def _read_averages(self) -> Iterator[Reading[Number | None]]:
        folded = self.folded
        for block in self.blocks:
            match = AVERAGE.search(folded.text, block.sentence_end, block.end)
            if match is None or match.start() - block.sentence_end > _NEAR or not closes_sentence(folded, match.end()):
                continue
            if match[1] and parse_number(match[1]) <= 100 and not is_labelled_foreign(folded, match.start()):
                yield Reading(parse_number(match[1]), folded.quote(*match.span()))

    def _read_bases(self) -> Iterator[Reading[Base]]:
        text = self.folded.text
        for block in self.blocks:
            for match in self.share.base.finditer(text, block.sentence_end, block.end):
                end = _find_sentence_end(text, match.end())
                is_whole = _FOR_PERIOD.match(text, match.end()) or closes_sentence(self.folded, end)
                if text[match.start()] != "S" or not is_whole:
                    continue  # "Last year's statistics ...", "... 5 investigations last year"
                noun = " ".join(word for word in match[2].split() if not word.isdigit())  # a page's number
                yield Reading(Base(int(match[1]), noun), self.folded.quote(match.start(), end))
                break

    def _prints_a_base(self) -> bool:
        """Whether the page prints totals, readable or not: where columns are mixed up this one's may stand anywhere."""
        return bool(_TOTALS.search(self.folded.text))

    def _doubt_unread(self, parts: Mapping[str, object]) -> None:
        """Doubts about parts whose words stand in the blocks, mixed up with others', where nothing else is doubted.

        What is doubted of the count alone says nothing of the base.
        """
        doubted = [doubt for doubt in self.doubts.doubts if doubt.about == self.name]
        if any(doubt.code not in _OF_COUNT for doubt in doubted):
            return
        words = {"average": _AVERAGE_WORDS, "count": self.share.count_words, "base": BASE}
        for part, pattern in words.items():
            if parts[part] is not None or pattern is None or (doubted and part == "count"):
                continue
            found = (pattern.search(self.folded.text, block.sentence_end, block.end) for block in self.blocks)
            match = next((match for match in found if match), None)
            if match:
                self.doubts.add(DoubtCode.RATE_UNREADABLE, self.name, self.folded.quote(*match.span()), part=part)

    def _denominator(self, base: Reading[Base] | None) -> tuple[int | None, frozenset[DerivedFigure]]:
        """What the rate is a share of, and whether that is derived: not the base, but another measure's count."""
        if self.share.share_of is None or (base and self.share.own_noun in base.value.noun):
            return (base.value.number if base else None), frozenset()
        count = self.known[self.share.share_of].count
        return count, frozenset() if count is None else frozenset(["denominator"])

    def _read_count_and_base(
        self, count: Reading[int] | None, base: Reading[Base] | None
    ) -> tuple[Reading[int] | None, Reading[Base] | None]:
        """Both from the one sentence of the 2025 page for both: We investigated 69 complaints and upheld 65.

        Where another place prints another number, neither of the two is taken.
        """
        if self.share.count_and_base is None:
            return count, base
        matches = [*islice(self.share.count_and_base.finditer(self.folded.text), MOST_PLACES + 1)]
        if len(matches) <= MOST_PLACES:
            matches = [match for match in matches if stands_alone(self.folded, *match.span())]
        readings = [Reading((int(m[1]), int(m[2])), self.folded.quote(*m.span())) for m in matches]
        stated = reconcile(readings, self.doubts, self.name, "count_and_base")
        if stated is None:
            return count, base
        investigated, upheld = stated.value
        noun = base.value.noun if base else "complaints"
        bases = [Reading(Base(investigated, noun), stated.quote), *([base] if base else [])]
        both = reconcile(bases, self.doubts, self.name, "base")
        if count and count.value != upheld:
            parameters = {"stated": upheld, "counted": count.value}
            self.doubts.add(DoubtCode.COUNTS_CONTRADICT, self.name, stated.quote, count.quote, **parameters)
            return None, both
        return Reading(upheld, stated.quote), both

    def _without_implausible(
        self, rate: Number, count: Reading[int] | None, base: Reading[Base] | None
    ) -> tuple[Reading[int] | None, Reading[Base] | None]:
        """Both but for what cannot be, or has a digit that may be a footnote's mark: see `plausibility`."""
        counted, total = count.value if count else None, base.value.number if base else None
        of_count, of_base = judge_count_and_base(rate, counted, total, self._denominator(base)[0])
        if count and of_count:
            self.doubts.add(of_count.code, self.name, count.quote, part="count", **of_count.parameters)
            count = None
        if base and of_base:
            self.doubts.add(of_base.code, self.name, base.quote, part="base", **of_base.parameters)
            base = None
        return count, base


def _find_sentence_end(text: str, position: int) -> int:
    """Where a sentence that has reached `position` ends: at its line's end, or its next line's where it runs on."""
    period = _RUNS_ON.match(text, position)
    return period.end() if period else position


def _without_rate_of_nothing(measure: Measure, doubts: DoubtCollector) -> Measure:
    """A rate of nothing is no rate: pages print "0%" of a total of 0 outcomes where there was none to comply with."""
    if measure.name not in NONE_STATES or measure.denominator != 0 or measure.rate is None:
        return measure
    doubts.add(DoubtCode.RATE_OF_NOTHING, measure.name, *measure.quotes, rate=measure.rate)
    return measure._replace(state=NONE_STATES[measure.name], rate=None)
