"""The rates of the statistics page (letters of 2020-2024, web pages of 2019-2025): rate, average, count, base.

Each measure has a sentence of its own that no definition and no bullet shares; what belongs to it is looked for
between that sentence and the next measure's. A part printed in two ways there is left out, with a warning.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TypeVar

from db.letters.alone import stands_alone
from db.letters.found import Found, agreed
from db.letters.phrases import WHOLE, phrase, whole_line
from db.letters.view import View
from db.model import Doubt, Measure, MeasureName, Number, Quote, State

T = TypeVar("T")

_RATES = {
    # Not right after "upheld": in glued copies of 2025 "... and upheld 8." runs into "12% of complaints ...".
    MeasureName.UPHELD: phrase(r"(?<!and\supheld\s)({number}) ?% of complaints we investigated were upheld\.?"),
    MeasureName.COMPLIANCE: phrase(
        r"(?:In )?({number}) ?% of cases we were satisfied (?:the|your) (?:authority|organisation|council) had"
        r" successfully implemented our recommendations\.?"
    ),
    MeasureName.REMEDY: phrase(
        r"(?:In )?({number}) ?% of upheld cases we found (?:the|your) (?:authority|organisation|council) had"
        r" provided a satisfactory remedy before the complaint reached the Ombudsman\.?"
    ),
}
_NONE = {
    MeasureName.UPHELD: phrase(
        r"The Ombudsman (?:carried out no|did not carry out any) (?:detailed )?investigations"
        r" (?:during|in) this period"
    ),
    MeasureName.COMPLIANCE: phrase(r"No recommendations were due for compliance (?:in|during) this period"),
    MeasureName.REMEDY: phrase(
        r"The Ombudsman did not uphold any (?:detailed )?(?:investigations|complaints) (?:during|in) this period"
    ),
}
_NONE_STATE = {
    MeasureName.UPHELD: State.NOT_GIVEN,
    MeasureName.COMPLIANCE: State.NONE_DUE,
    MeasureName.REMEDY: State.NONE_UPHELD,
}
_HEADINGS = {
    MeasureName.UPHELD: whole_line("Complaints upheld"),
    MeasureName.COMPLIANCE: whole_line("Compliance with (?:Ombudsman )?recommendations"),
    MeasureName.REMEDY: whole_line("Satisfactory remed(?:y|ies) provided by the (?:authority|organisation|council)"),
}
_AVERAGE = phrase(
    r"This compares (?:to|with) an average of (?:({number}) ?%|n/a)"
    r" in similar (?:authorities|organisations|councils)\.?"
)
_COUNTS = {
    MeasureName.UPHELD: re.compile(
        rf"(?<!total of )(?P<count>{WHOLE})\s+(?:\d+%\s+)?upheld\s+decisions?(?!s?\s+(?:per|for)\b)",
        re.IGNORECASE,
    ),
    MeasureName.REMEDY: re.compile(
        rf"(?P<count>{WHOLE})\s+(?:\d+%\s+)?satisfactory\s+remedy\s+decisions?", re.IGNORECASE
    ),
}
_NOUNS = {
    MeasureName.UPHELD: r"(?:detailed )?investigations?",
    MeasureName.COMPLIANCE: r"compliance outcomes?",
    MeasureName.REMEDY: r"(?:(?:detailed )?investigations?|upheld decisions?)",
}
_NUMBER_LINE = re.compile(rf"(?:^|\n)[ \t]*({WHOLE})[ \t]*\n\s*$")
_UNREADABLE = {
    MeasureName.UPHELD: phrase(r"(?<!\S)\S{1,12}(?:\s?%)? of complaints we investigated were upheld"),
    MeasureName.COMPLIANCE: phrase(r"(?<!\S)\S{1,12}(?:\s?%)? of cases we were satisfied (?:the|your)"),
    MeasureName.REMEDY: phrase(r"(?<!\S)\S{1,12}(?:\s?%)? of upheld cases we found (?:the|your)"),
}
"""The rates' sentences with anything for a number, or inside another sentence."""
_BASE = phrase(r"based on a total of")
_INVESTIGATED = phrase(r"We investigated ({whole}) complaints? and upheld ({whole})\b(?!\s*\n\s*\d)\.?")
_PER_100K = phrase(r"(?:population,? )?this is ({number})(?:\s*%)?\s+upheld decisions? per 100,000(?: residents)?\.?")
_PER_100K_AVERAGE = phrase(
    r"The average for (?:authorities|organisations|councils) of this type is ({number})(?:\s*%)?\s+upheld decisions?"
    r" per 100,000(?: residents)?\.?"
)
_NEAR = 60
"""How far after the rate's sentence the average's may begin: chart labels stand between, other sentences do not."""
_BLOCK = 800
"""How long a block can be: what is further from its sentence is somebody else's words about the figures."""

_TITLES = {
    MeasureName.UPHELD: "The share of complaints upheld",
    MeasureName.COMPLIANCE: "The compliance rate",
    MeasureName.REMEDY: "The share remedied beforehand",
    MeasureName.UPHELD_PER_100K: "The number upheld per 100,000 residents",
}


def read_rates(view: View) -> tuple[tuple[Measure, ...], tuple[Doubt, ...]]:
    """All four measures as the statistics page prints them, `not_given` where it does not."""
    doubts: list[Doubt] = []
    blocks = tuple(_blocks(view))
    upheld = _Reader(view, MeasureName.UPHELD, blocks, doubts).read()
    measures = {
        MeasureName.UPHELD: upheld,
        MeasureName.COMPLIANCE: _Reader(view, MeasureName.COMPLIANCE, blocks, doubts).read(),
        MeasureName.REMEDY: _Reader(view, MeasureName.REMEDY, blocks, doubts, upheld.count).read(),
    }
    per_100k = _per_100k(view, doubts)
    settled = tuple(_without_base_zero(measure, doubts) for measure in measures.values())
    return (*settled, per_100k), tuple(doubts)


@dataclass(frozen=True, slots=True)
class _Block:
    """One measure's stretch of the view: from its rate or no-data sentence to the next measure's."""

    name: MeasureName
    start: int
    sentence_end: int
    end: int
    rate: Number | None


def _blocks(view: View) -> Iterator[_Block]:
    marks: list[tuple[int, int, MeasureName, Number | None, bool]] = []
    for name in _RATES:
        rates = _RATES[name].finditer(view.text)
        marks += [(*m.span(), name, number(m[1]), stands_alone(view, *m.span())) for m in rates]
        marks += [(*m.span(), name, None, True) for m in _NONE[name].finditer(view.text)]
        marks += [(*m.span(), name, None, False) for m in _HEADINGS[name].finditer(view.text)]
    marks.sort(key=lambda mark: mark[:2])
    for index, (start, sentence_end, name, rate, is_sentence) in enumerate(marks):
        if is_sentence:
            end = marks[index + 1][0] if index + 1 < len(marks) else len(view.text)
            yield _Block(name, start, sentence_end, min(end, sentence_end + _BLOCK), rate)


class _Reader:
    """Reads the parts of one measure from its blocks, keeping the quotes and the doubts.

    `upheld` is the number of upheld decisions, of which the remedy rate is a share.
    """

    def __init__(
        self,
        view: View,
        name: MeasureName,
        blocks: tuple[_Block, ...],
        doubts: list[Doubt],
        upheld: int | None = None,
    ) -> None:
        self.view = view
        self.name = name
        self.blocks = tuple(block for block in blocks if block.name is name)
        self.doubts = doubts
        self.upheld = upheld
        self.quotes: list[Quote] = []

    def read(self) -> Measure:
        """The measure, or `not_given` where its sentence is missing or contradicts itself."""
        said = [Found(b.rate, self.view.quote(b.start, b.sentence_end)) for b in self.blocks]
        rate = self._take(said, _TITLES[self.name])
        if rate is None:
            return self._unread(said)
        if rate.value is None:
            return Measure(self.name, _NONE_STATE[self.name], quotes=(rate.quote,))
        average = self._take(list(self._averages()), f"The average beside {_lower(self.name)}")
        base = self._take(list(self._bases()), f"The total behind {_lower(self.name)}")
        base_number, base_of = base.value if base else (None, None)
        denominator = self._denominator(base_number, base_of)
        if rate.value == 0 and denominator is None and self._prints_a_base():
            doubt = f"{_TITLES[self.name]} is 0%, but of how many cannot be read: it may be a rate of nothing."
            self.doubts.append(Doubt(doubt, self.name.value, (rate.quote,)))
            return Measure(self.name)
        if rate.value > 100:
            return self._left_out(
                f"{_TITLES[self.name]} is printed as {rate.value}%, which no share can be", rate.quote
            )
        count = self._count(rate.value, denominator)
        if self.name is MeasureName.UPHELD:
            count, base_number, base_of = self._investigated(count, base, base_of)
            denominator = base_number
        return Measure(
            self.name,
            State.GIVEN,
            rate.value,
            average.value if average else None,
            count,
            base_number,
            base_of,
            denominator,
            tuple(self.quotes),
        )

    def _unread(self, said: list[Found[Number | None]]) -> Measure:
        """No rate; with a warning where its sentence stands there without a number that could be read."""
        unreadable = None if said else _UNREADABLE[self.name].search(self.view.text)
        if unreadable is None:
            return Measure(self.name)
        quote = self.view.quote(*unreadable.span())
        return self._left_out(f"{_TITLES[self.name]} cannot be read for certain", quote)

    def _left_out(self, reason: str, quote: Quote) -> Measure:
        self.doubts.append(Doubt(f"{reason}; it is left out.", self.name.value, (quote,)))
        return Measure(self.name)

    def _take(self, candidates: list[Found[T]], what: str) -> Found[T] | None:
        found, doubt = agreed(candidates, what, self.name.value)
        if doubt:
            self.doubts.append(doubt)
        if found:
            self.quotes.append(found.quote)
        return found

    def _averages(self) -> Iterator[Found[Number | None]]:
        for block in self.blocks:
            match = _AVERAGE.search(self.view.text, block.sentence_end, block.end)
            if match and match.start() - block.sentence_end <= _NEAR and match[1] and number(match[1]) <= 100:
                yield Found(number(match[1]), self.view.quote(*match.span()))

    def _bases(self) -> Iterator[Found[tuple[int, str]]]:
        pattern = phrase(rf"based on a total of ({{whole}}) ({_NOUNS[self.name]})")
        for block in self.blocks:
            match = pattern.search(self.view.text, block.sentence_end, block.end)
            if match:
                start = self.view.text.rfind("Statistics", block.sentence_end, match.start())
                end = _sentence_end(self.view.text, match.end())
                quote = self.view.quote(start if start >= 0 else match.start(), end)
                noun = " ".join(word for word in match[2].split() if not word.isdigit())  # a page's number
                yield Found((int(match[1]), noun), quote)

    def _prints_a_base(self) -> bool:
        """Whether a total stands there, readable or not."""
        return any(_BASE.search(self.view.text, block.sentence_end, block.end) for block in self.blocks)

    def _denominator(self, base: int | None, base_of: str | None) -> int | None:
        """What the rate is a share of; for the remedy rate the upheld decisions.

        Letters of 2020-21 (and the web page to 2023) print the investigations beside the remedy rate, those of 2022
        on the upheld decisions themselves.
        """
        if self.name is not MeasureName.REMEDY or (base_of and "upheld" in base_of):
            return base
        return self.upheld

    def _count(self, rate: Number, denominator: int | None) -> int | None:
        """The number printed before its label; where another number stands right above, the one that fits."""
        pattern = _COUNTS.get(self.name)
        if pattern is None:
            return None
        candidates: list[Found[int]] = []
        for block in self.blocks:
            for match in pattern.finditer(self.view.text, block.sentence_end, block.end):
                candidates.append(Found(int(match["count"]), self.view.quote(*match.span())))
                near = max(block.sentence_end, match.start() - _NEAR)
                above = _NUMBER_LINE.search(self.view.text, near, match.start())
                if above:
                    quote = self.view.quote(above.start(1), match.end())
                    candidates.append(Found(int(above[1]), quote))
        if len({found.value for found in candidates}) > 1 and denominator is not None:
            fitting = [found for found in candidates if fits(rate, found.value, denominator)]
            candidates = fitting or candidates
        found = self._take(candidates, f"The number counted in {_lower(self.name)}")
        if found and denominator is not None and found.value > denominator:
            words = f"The number counted in {_lower(self.name)} is read as {found.value} of {denominator}"
            self.doubts.append(Doubt(f"{words}, which cannot be; it is left out.", self.name.value, (found.quote,)))
            return None
        return found.value if found else None

    def _investigated(
        self, count: int | None, base: Found[tuple[int, str]] | None, base_of: str | None
    ) -> tuple[int | None, int | None, str | None]:
        """The 2025 page's one sentence for both: We investigated 69 complaints and upheld 65.

        Where another place prints another number, neither of the two is taken.
        """
        total = Found(base.value[0], base.quote) if base else None
        matches = [m for m in _INVESTIGATED.finditer(self.view.text) if stands_alone(self.view, *m.span())]
        said = self._take(
            [Found((int(m[1]), int(m[2])), self.view.quote(*m.span())) for m in matches],
            "The number of complaints investigated and upheld",
        )
        if said is None:
            return count, total.value if total else None, base_of
        investigated, upheld = said.value
        places = [Found(investigated, said.quote), *([total] if total else [])]
        both, doubt = agreed(places, f"The total behind {_lower(self.name)}", self.name.value)
        if doubt:
            self.doubts.append(doubt)
        if count not in (None, upheld):
            message = f"{upheld} are said to be upheld, but {count} are counted; neither is taken."
            self.doubts.append(Doubt(message, self.name.value, tuple(self.quotes)))
            return None, both.value if both else None, base_of
        return upheld, both.value if both else None, (base_of or "complaints") if both else None


def number(words: str) -> Number:
    """A printed number as a value: whole where it is printed without decimals."""
    return float(words) if "." in words else int(words)


def fits(rate: Number, count: int, base: int) -> bool:
    """Whether this share rounds, half up, to the printed rate, to as many decimals as the rate has (0 or 1)."""
    if base <= 0 or count > base:
        return base == count == rate == 0
    scale = 10 if isinstance(rate, float) else 1
    return (2 * 100 * scale * count + base) // (2 * base) == round(rate * scale)


def _lower(name: MeasureName) -> str:
    title = _TITLES[name]
    return title[0].lower() + title[1:]


def _sentence_end(text: str, position: int) -> int:
    """Where a sentence that has reached `position` ends: at its line's end, or its next line's where it runs on."""
    period = phrase(r"[^\n]{0,40}? for the period (?:between )?[^\n]{6,60}? (?:to|and) \d{1,2} [a-z]+ \d{4}").match(
        text, position
    )
    return period.end() if period else position


def _per_100k(view: View, doubts: list[Doubt]) -> Measure:
    """Printed since 2022-23. Early copies of the 2025 page print a % sign after it that belongs to nothing."""
    name = MeasureName.UPHELD_PER_100K
    parts: list[Found[Number] | None] = []
    for pattern, what in (
        (_PER_100K, _TITLES[name]),
        (_PER_100K_AVERAGE, f"The average beside {_lower(name)}"),
    ):
        candidates = [Found(number(m[1]), view.quote(*m.span())) for m in pattern.finditer(view.text)]
        found, doubt = agreed(candidates, what, name.value)
        parts.append(found)
        if doubt:
            doubts.append(doubt)
    rate, average = parts
    if rate is None:
        return Measure(name)
    quotes = (rate.quote, average.quote) if average else (rate.quote,)
    return Measure(name, State.GIVEN, rate.value, average.value if average else None, quotes=quotes)


_EMPTY_STATE = {
    MeasureName.UPHELD: (State.NOT_GIVEN, "no investigation was carried out"),
    MeasureName.COMPLIANCE: (State.NONE_DUE, "no recommendation was due"),
    MeasureName.REMEDY: (State.NONE_UPHELD, "nothing was upheld"),
}


def _without_base_zero(measure: Measure, doubts: list[Doubt]) -> Measure:
    """A rate of nothing is no rate: pages print "0%" of a total of 0 outcomes where there was none to comply with."""
    if measure.state is not State.GIVEN or measure.denominator != 0 or measure.rate is None:
        return measure
    state, reason = _EMPTY_STATE[measure.name]
    doubts.append(
        Doubt(
            f"{_TITLES[measure.name]} is printed as {measure.rate}% of a total of 0: {reason}, so it is no rate.",
            measure.name.value,
            measure.quotes,
        )
    )
    return replace(measure, state=state, rate=None)
