"""The three blocks of figures in sentences (2019-2025), and the measures they print."""

from collections.abc import Iterable
from dataclasses import dataclass
from random import Random

from db.model import Measure, MeasureName, State
from tests.letters_made.figures import Rates
from tests.letters_made.truth import Kind, Piece

NOT_AVAILABLE = "n/a"


@dataclass(frozen=True)
class Wording:
    """How one family words the blocks. `remedy_of_upheld`: the remedy block's base is the upheld decisions.

    The web page speaks of the Council, and begins the compliance sentence with its figure.
    """

    body: str = "authority"
    similar: str = "similar authorities"
    noun: str = "detailed investigations"
    remedy_heading: str = "Satisfactory remedies provided by the authority"
    remedy_of_upheld: bool = False
    remedy_noun: str = "detailed investigations"
    count_above: bool = True
    no_data_sentences: bool = True
    averages: bool = True


@dataclass(frozen=True)
class Block:
    """The pieces of one measure's block and the measure."""

    pieces: list[Piece]
    measure: Measure


def period_words(year: int) -> str:
    """As the statistics print it: 1 April 2019 to 31 March 2020."""
    return f"1 April {year - 1} to 31 March {year}"


def heading(words: str) -> Piece:
    """A heading of the figures page."""
    return Piece(Kind.HEADING, (words,))


def sentence(words: str) -> Piece:
    """A sentence of the figures page."""
    return Piece(Kind.STATISTIC, (words,))


def upheld_block(rates: Rates, year: int, wording: Wording, random: Random) -> Block:
    """How many of the investigated complaints were upheld; no rate where nothing was investigated."""
    name, average = MeasureName.UPHELD, rates.averages[0] if wording.averages else None
    if not rates.investigations and wording.no_data_sentences:
        said = sentence("The Ombudsman carried out no detailed investigations during this period")
        return Block([heading("Complaints upheld"), said], Measure(name=name))
    pieces = [
        heading("Complaints upheld"),
        sentence(f"{rates.upheld_rate}% of complaints we investigated were upheld."),
        _average(average, wording),
        _count(rates.upheld, "upheld decision", wording, random),
        _base(rates.investigations, wording.noun, year),
    ]
    base = rates.investigations
    state = State.GIVEN if base else State.NOT_GIVEN
    rate = rates.upheld_rate if base else None
    return Block(
        pieces,
        Measure(
            name=name,
            state=state,
            rate=rate,
            average=average,
            count=rates.upheld,
            base=base,
            base_of=wording.noun,
            denominator=base,
        ),
    )


def compliance_block(rates: Rates, year: int, wording: Wording, random: Random) -> Block:
    """How many recommendations were carried out; a rate over no outcomes is printed by web pages, and is none."""
    name, average = MeasureName.COMPLIANCE, rates.averages[1] if wording.averages else None
    head = heading("Compliance with Ombudsman recommendations")
    if rates.outcomes is None or (not rates.outcomes and wording.no_data_sentences):
        return Block(
            [head, sentence("No recommendations were due for compliance in this period")],
            Measure(name=name, state=State.NONE_DUE),
        )
    noun = "compliance outcome" if rates.outcomes == 1 and random.random() < 0.5 else "compliance outcomes"
    opening = "" if wording.body == "Council" else "In "
    pieces = [
        head,
        sentence(
            f"{opening}{rates.complied}% of cases we were satisfied the {wording.body} had successfully"
            " implemented our recommendations."
        ),
        _average(average, wording),
        _base(rates.outcomes, noun, year),
        Piece(Kind.PROSE, ("- Below 100% the cases that were missed deserve a second look.",)),
    ]
    state, rate = (State.GIVEN, rates.complied) if rates.outcomes else (State.NONE_DUE, None)
    return Block(
        pieces,
        Measure(
            name=name,
            state=state,
            rate=rate,
            average=average,
            count=None,
            base=rates.outcomes,
            base_of=noun,
            denominator=rates.outcomes,
        ),
    )


def remedy_block(rates: Rates, year: int, wording: Wording, random: Random) -> Block:
    """How many upheld complaints had been remedied before; the base printed in 2020-21 is not the denominator."""
    name, average = MeasureName.REMEDY, rates.averages[2] if wording.averages else None
    head = heading(wording.remedy_heading)
    if not rates.upheld and wording.no_data_sentences:
        return Block(
            [head, sentence("The Ombudsman did not uphold any detailed investigations during this period")],
            Measure(name=name, state=State.NONE_UPHELD),
        )
    base = rates.upheld if wording.remedy_of_upheld else rates.investigations
    pieces = [
        head,
        sentence(
            f"In {rates.remedy_rate}% of upheld cases we found the {wording.body} had provided a"
            " satisfactory remedy before the complaint reached the Ombudsman."
        ),
        _average(average, wording),
        _count(rates.remedied, "satisfactory remedy decision", wording, random),
        _base(base, wording.remedy_noun, year),
    ]
    state, rate = (State.GIVEN, rates.remedy_rate) if rates.upheld else (State.NONE_UPHELD, None)
    return Block(
        pieces,
        Measure(
            name=name,
            state=state,
            rate=rate,
            average=average,
            count=rates.remedied,
            base=base,
            base_of=wording.remedy_noun,
            denominator=rates.upheld,
            derived=frozenset() if "upheld" in wording.remedy_noun else frozenset(["denominator"]),
        ),
    )


def _average(average: int | None, wording: Wording) -> Piece:
    said = NOT_AVAILABLE if average is None else f"{average}%"
    return sentence(f"This compares to an average of {said} in {wording.similar}.")


def _count(count: int, label: str, wording: Wording, random: Random) -> Piece:
    """The number over its label, or before it; one of them in the singular, as often as not."""
    words = label if count == 1 and random.random() < 0.5 else f"{label}s"
    lines = (str(count), words) if wording.count_above else (f"{count} {words}",)
    return Piece(Kind.COUNT, lines)


def _base(base: int, noun: str, year: int) -> Piece:
    return sentence(f"Statistics are based on a total of {base} {noun} for the period between {period_words(year)}")


def three_blocks(rates: Rates, year: int, wording: Wording, random: Random) -> list[Block]:
    """The blocks in the order in which every year prints them."""
    return [
        upheld_block(rates, year, wording, random),
        compliance_block(rates, year, wording, random),
        remedy_block(rates, year, wording, random),
    ]


def pieces_of(blocks: Iterable[Block]) -> list[Piece]:
    """The pieces of all the blocks."""
    return [piece for block in blocks for piece in block.pieces]


def measures_of(blocks: Iterable[Block]) -> dict[MeasureName, Measure]:
    """The measures of all the blocks, by name."""
    return {block.measure.name: block.measure for block in blocks}


def adjusted_measure(rates: Rates, average: bool = True) -> Measure:
    """Upheld decisions per 100,000 residents; the page of 2024-25 prints no average beside them."""
    other = rates.adjusted_average if average else None
    return Measure(name=MeasureName.UPHELD_PER_100K, state=State.GIVEN, rate=rates.adjusted, average=other)
