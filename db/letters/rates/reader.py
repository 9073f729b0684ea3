"""The rates of the statistics page (letters of 2020-2024, web pages of 2019-2025): rate, average, count, base.

Each measure has a sentence of its own that no definition and no bullet shares; what belongs to it is looked for
between that sentence and the next measure's. A part printed in two ways there is left out, with a warning.
"""

from collections.abc import Iterator
from dataclasses import replace
from itertools import islice
from typing import TypeVar

from db.figures.rounding import number
from db.letters.evidence import MOST_PLACES, Reading, reconcile
from db.letters.folded import FoldedText
from db.letters.patterns import phrase
from db.letters.rates.blocks import AVERAGE, RATES, Block, is_by_kind, read_blocks
from db.letters.rates.context import closes, is_labelled_foreign, stands_alone
from db.letters.rates.counts import read_count
from db.letters.rates.per_100k import read_per_100k
from db.letters.rates.plausibility import reasons
from db.letters.rates.wording import BASE, BASES, INVESTIGATED, NONE_STATE, TITLES, UNREADABLE, lower
from db.model import Doubt, Measure, MeasureName, Number, Quote, State

T = TypeVar("T")

_Base = tuple[int, str]
"""The number a rate is based on, and what is counted."""

_FOR_PERIOD = phrase(r"\W* ?for (?:the|this) period")
_BY_KIND = (
    "The rates stand together in this copy, parted from their averages, counts and totals: which belongs to which"
    " cannot be told, so these are left out."
)
_NEAR = 60
"""How far after the rate's sentence the average's may begin: chart labels stand between, other sentences do not."""


def read_rates(folded: FoldedText) -> tuple[tuple[Measure, ...], tuple[Doubt, ...]]:
    """All four measures as the statistics page prints them, `not_given` where it does not."""
    per_100k, doubts_per_100k = read_per_100k(folded)
    doubts: list[Doubt] = []
    blocks = read_blocks(folded, doubts)
    if blocks is None:
        return (*(Measure(name) for name in RATES), per_100k), (*doubts, *doubts_per_100k)
    if is_by_kind(folded, blocks):
        quote = folded.quote(blocks[0].start, blocks[-1].sentence_end)
        doubts.append(Doubt(_BY_KIND, blocks[0].name.value, (quote,)))
        blocks = tuple(replace(block, end=block.sentence_end) for block in blocks if block.rate != 0)
    upheld = _Reader(folded, MeasureName.UPHELD, blocks, doubts).read()
    measures = (
        upheld,
        _Reader(folded, MeasureName.COMPLIANCE, blocks, doubts).read(),
        _Reader(folded, MeasureName.REMEDY, blocks, doubts, upheld.count).read(),
    )
    doubts += doubts_per_100k
    settled = tuple(_without_base_zero(measure, doubts) for measure in measures)
    return (*settled, per_100k), tuple(doubts)


class _Reader:
    """Reads the parts of one measure from its blocks, keeping the quotes and the doubts.

    `upheld` is the number of upheld decisions, of which the remedy rate is a share.
    """

    def __init__(
        self,
        folded: FoldedText,
        name: MeasureName,
        blocks: tuple[Block, ...],
        doubts: list[Doubt],
        upheld: int | None = None,
    ) -> None:
        self.folded = folded
        self.name = name
        self.blocks = tuple(block for block in blocks if block.name is name)
        self.doubts = doubts
        self.upheld = upheld

    def read(self) -> Measure:
        """The measure, or `not_given` where its sentence is missing or contradicts itself."""
        said = [Reading(b.rate, self.folded.quote(b.start, b.sentence_end)) for b in self.blocks]
        rate = self._take(said, TITLES[self.name])
        if rate is None:
            return self._unread(said)
        if rate.value is None:
            return Measure(self.name, NONE_STATE[self.name], quotes=(rate.quote,))
        average = self._take(list(self._averages()), f"The average beside {lower(self.name)}")
        base = self._take(list(self._bases()), f"The total behind {lower(self.name)}")
        if rate.value == 0 and self._share_of(base) is None and self._prints_a_base():
            message = f"{TITLES[self.name]} is 0%, but of how many cannot be read: it may be a rate of nothing."
            self.doubts.append(Doubt(message, self.name.value, (rate.quote,)))
            return Measure(self.name)
        if rate.value > 100:
            return self._left_out(f"{TITLES[self.name]} is printed as {rate.value}%, which no share can be", rate.quote)
        count, doubt = read_count(self.folded, self.name, self.blocks, rate.value, self._share_of(base))
        self.doubts += [doubt] if doubt else []
        if self.name is MeasureName.UPHELD:
            count, base = self._investigated(count, base)
        count, base = self._possible(rate.value, count, base)
        base_number, base_of = base.value if base else (None, None)
        quotes = dict.fromkeys(found.quote for found in (rate, average, base, count) if found)
        return Measure(
            self.name,
            State.GIVEN,
            rate.value,
            average.value if average else None,
            count.value if count else None,
            base_number,
            base_of,
            self._denominator(base_number, base_of),
            tuple(quotes),
        )

    def _unread(self, said: list[Reading[Number | None]]) -> Measure:
        """No rate; with a warning where its sentence stands there without a number that could be read."""
        unreadable = None if said else UNREADABLE[self.name].search(self.folded.text)
        if unreadable is None:
            return Measure(self.name)
        quote = self.folded.quote(*unreadable.span())
        return self._left_out(f"{TITLES[self.name]} cannot be read for certain", quote)

    def _left_out(self, reason: str, quote: Quote) -> Measure:
        self._omit(reason, quote)
        return Measure(self.name)

    def _take(self, candidates: list[Reading[T]], what: str) -> Reading[T] | None:
        found, doubt = reconcile(candidates, what, self.name.value)
        if doubt:
            self.doubts.append(doubt)
        return found

    def _omit(self, reason: str, quote: Quote) -> None:
        """A warning that the measure, or a part of it, is left out."""
        self.doubts.append(Doubt(f"{reason}; it is left out.", self.name.value, (quote,)))

    def _averages(self) -> Iterator[Reading[Number | None]]:
        for block in self.blocks:
            match = AVERAGE.search(self.folded.text, block.sentence_end, block.end)
            if match is None or match.start() - block.sentence_end > _NEAR or not closes(self.folded, match.end()):
                continue
            if match[1] and number(match[1]) <= 100 and not is_labelled_foreign(self.folded, match.start()):
                yield Reading(number(match[1]), self.folded.quote(*match.span()))

    def _bases(self) -> Iterator[Reading[_Base]]:
        for block in self.blocks:
            for match in BASES[self.name].finditer(self.folded.text, block.sentence_end, block.end):
                end = _sentence_end(self.folded.text, match.end())
                is_whole = _FOR_PERIOD.match(self.folded.text, match.end()) or closes(self.folded, end)
                if self.folded.text[match.start()] != "S" or not is_whole:
                    continue  # "Last year's statistics ...", "... 5 investigations last year"
                quote = self.folded.quote(match.start(), end)
                noun = " ".join(word for word in match[2].split() if not word.isdigit())  # a page's number
                yield Reading((int(match[1]), noun), quote)
                break

    def _prints_a_base(self) -> bool:
        """Whether a total stands there, readable or not."""
        return any(BASE.search(self.folded.text, block.sentence_end, block.end) for block in self.blocks)

    def _denominator(self, base: int | None, base_of: str | None) -> int | None:
        """What the rate is a share of; for the remedy rate the upheld decisions.

        Letters of 2020-21 (and the web page to 2023) print the investigations beside the remedy rate, those of 2022
        on the upheld decisions themselves.
        """
        if self.name is not MeasureName.REMEDY or (base_of and "upheld" in base_of):
            return base
        return self.upheld

    def _share_of(self, base: Reading[_Base] | None) -> int | None:
        """The same for the base as it was found."""
        return self._denominator(*(base.value if base else (None, None)))

    def _investigated(
        self, count: Reading[int] | None, base: Reading[_Base] | None
    ) -> tuple[Reading[int] | None, Reading[_Base] | None]:
        """The 2025 page's one sentence for both: We investigated 69 complaints and upheld 65.

        Where another place prints another number, neither of the two is taken.
        """
        matches = [*islice(INVESTIGATED.finditer(self.folded.text), MOST_PLACES + 1)]
        if len(matches) <= MOST_PLACES:
            matches = [match for match in matches if stands_alone(self.folded, *match.span())]
        said = self._take(
            [Reading((int(m[1]), int(m[2])), self.folded.quote(*m.span())) for m in matches],
            "The number of complaints investigated and upheld",
        )
        if said is None:
            return count, base
        investigated, upheld = said.value
        noun = base.value[1] if base else "complaints"
        places = [Reading((investigated, noun), said.quote), *([base] if base else [])]
        both = self._take(places, f"The total behind {lower(self.name)}")
        if count and count.value != upheld:
            message = f"{upheld} are said to be upheld, but {count.value} are counted; neither is taken."
            self.doubts.append(Doubt(message, self.name.value, (said.quote, count.quote)))
            return None, both
        return Reading(upheld, said.quote), both

    def _possible(
        self, rate: Number, count: Reading[int] | None, base: Reading[_Base] | None
    ) -> tuple[Reading[int] | None, Reading[_Base] | None]:
        """Both but for what cannot be, or has a digit that may be a footnote's mark: see `misread`."""
        counted, total = count.value if count else None, base.value[0] if base else None
        of_count, of_base = reasons(rate, counted, total, self._share_of(base))
        if count and of_count:
            self._omit(f"The number counted in {lower(self.name)} {of_count}", count.quote)
            count = None
        if base and of_base:
            self._omit(f"The total behind {lower(self.name)} {of_base}", base.quote)
            base = None
        return count, base


def _sentence_end(text: str, position: int) -> int:
    """Where a sentence that has reached `position` ends: at its line's end, or its next line's where it runs on."""
    period = phrase(r"[^\n]{0,40}? for the period (?:between )?[^\n]{6,60}? (?:to|and) \d{1,2} [a-z]+ \d{4}").match(
        text, position
    )
    return period.end() if period else position


_NOTHING = {
    MeasureName.UPHELD: "no investigation was carried out",
    MeasureName.COMPLIANCE: "no recommendation was due",
    MeasureName.REMEDY: "nothing was upheld",
}


def _without_base_zero(measure: Measure, doubts: list[Doubt]) -> Measure:
    """A rate of nothing is no rate: pages print "0%" of a total of 0 outcomes where there was none to comply with."""
    if measure.state is not State.GIVEN or measure.denominator != 0 or measure.rate is None:
        return measure
    printed = f"{TITLES[measure.name]} is printed as {measure.rate}% of a total of 0"
    message = f"{printed}: {_NOTHING[measure.name]}, so it is no rate."
    doubts.append(Doubt(message, measure.name.value, measure.quotes))
    return replace(measure, state=NONE_STATE[measure.name], rate=None)
