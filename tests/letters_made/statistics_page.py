"""The Ombudsman's statistics page about one council (layouts 2-6), which councils paste as it is."""

from dataclasses import replace
from random import Random

from db.model import LetterKind, Measure, MeasureName, State, TableName
from tests.letters_made.figures import draw_rates
from tests.letters_made.page_edges import (
    choose_merged,
    definition_pieces,
    merged_title_pieces,
    tail_pieces,
    title_pieces,
)
from tests.letters_made.rates import (
    Wording,
    adjusted_measure,
    heading,
    measures_of,
    period_words,
    pieces_of,
    sentence,
    three_blocks,
)
from tests.letters_made.truth import Kind, Made, Piece, Truth


def _wording(year: int) -> Wording:
    early = year <= 2023
    return Wording(
        body="Council",
        noun="detailed investigations" if early else "investigations",
        remedy_heading="Satisfactory remedies provided by the Council",
        remedy_of_upheld=True,
        remedy_noun="detailed investigations" if early else "upheld decisions",
        count_above=False,
        no_data_sentences=False,
    )


def statistics_page(random: Random, layout: int, council: str) -> Made:
    """The web page of layouts 2 (2022-23), 3 (2023-24), 4 and 6 (2023-24, abolished councils; with definitions)."""
    year = 2023 if layout == 2 else 2024
    blocks, measures = _layout(random, layout, year, council)
    definitions = definition_pieces() if layout == 6 else []
    pieces = [*title_pieces(council), *definitions, *blocks, *tail_pieces(random, council)]
    return Made(Truth(f"web-{layout}", council, year, LetterKind.STATISTICS, measures=measures), tuple(pieces))


def merged_page(random: Random, year: int) -> Made:
    """The page of a council that replaced others, with labels (2023-24) or the overview (2024-25)."""
    council = choose_merged(random)
    if year == 2025:
        page, measures, counts = overview_pieces(random, council)
        tables: dict[TableName, dict[str, int | None]] = {TableName.DECIDED: {**counts}}
        title = merged_title_pieces(random, council, page[0].lines[0])
        pieces = [*title, *page[1:], *tail_pieces(random, council)]
    else:
        blocks, measures = _layout(random, 3, year, council)
        tables = {}
        title = merged_title_pieces(random, council, "Annual statistics")
        pieces = [*title, *blocks, *tail_pieces(random, council)]
    truth = Truth("web-merged", council, year, LetterKind.STATISTICS, measures=measures, tables=tables)
    return Made(truth, tuple(pieces))


def _layout(random: Random, layout: int, year: int, council: str) -> tuple[list[Piece], dict[MeasureName, Measure]]:
    """The three blocks as a layout sets them, and their measures."""
    rates, wording = draw_rates(random), _wording(year)
    if layout in (4, 6):
        wording = replace(wording, averages=layout == 6)
    blocks = three_blocks(rates, year, wording, random)
    upheld, compliance, remedy = blocks
    measures = measures_of(blocks)
    if layout in (2, 3):
        adjusted = adjusted_measure(rates)
        measures[adjusted.name] = adjusted
        upheld.pieces[4:4] = _adjusted_lines(council, adjusted, glued=layout == 3)
    if layout == 3:
        upheld.pieces.insert(1, sentence(f"{rates.upheld_rate}% Complaints upheld by {council}"))
        if rates.outcomes is not None:
            compliance.pieces.insert(
                1, sentence(f"{rates.complied}% of cases were successfully implemented by {council}")
            )
        remedy.pieces.insert(
            1, sentence(f"{rates.remedy_rate}% Complaints with satisfactory remedy provided by {council}")
        )
    if layout in (4, 6):
        last = upheld.pieces[-1]
        upheld.pieces[-1] = last.with_lines("View upheld decisions" + last.lines[0])
    return pieces_of(blocks), measures


def _adjusted_lines(council: str, adjusted: Measure, glued: bool) -> list[Piece]:
    first = f"Adjusted for {council}'s population, this is"
    rate = f"{adjusted.rate} upheld decisions per 100,000 residents"
    second = "The average for authorities of this type is"
    average = f"{adjusted.average} upheld decisions per 100,000 residents."
    if glued:
        return [Piece(Kind.STATISTIC, (first, f"{rate}.{second}", average))]
    return [Piece(Kind.STATISTIC, (first, rate, ".")), Piece(Kind.STATISTIC, (second, average))]


def overview_pieces(random: Random, council: str) -> tuple[list[Piece], dict[MeasureName, Measure], dict[str, int]]:
    """Layout 5, the page of 2024-25: an overview in prose, and early copies' % after the adjusted figure."""
    rates = draw_rates(random)
    while not rates.investigations:
        rates = draw_rates(random)
    counts = {
        "not_for_us": random.randint(2, 200),
        "assessed_and_closed": random.randint(2, 200),
        "investigated": rates.investigations,
    }
    counts["total"] = sum(counts.values())
    investigated = f"We investigated {rates.investigations} complaints"
    stray = random.choice(["", "", "%"])
    labels = ("Complaints dealt with", "Not for us", "Assessed and closed", "Investigated", "-")
    charted = [Piece(Kind.PROSE, labels)] if random.random() < 0.5 else []
    pieces = [
        heading("Complaint overview"),
        sentence(
            f"Between {period_words(2025)}, we dealt with {counts['total']} complaints. Of these,"
            f" {counts['not_for_us']} were not for us or not ready for us to investigate. We assessed and closed"
            f" {counts['assessed_and_closed']} complaints. {investigated}."
        ),
        *charted,
        heading("Complaints upheld"),
        sentence(f"{investigated} and upheld {rates.upheld}."),
        sentence(f"{rates.upheld_rate}% of complaints we investigated were upheld."),
        sentence(f"This compares to an average of {rates.averages[0]}% in similar authorities."),
        sentence(
            f"{'' if stray else 'View upheld decisions'}Adjusted for {council}'s population, this is"
            f" {rates.adjusted}{stray} upheld decisions per 100,000 residents."
        ),
    ]
    measures = {
        MeasureName.UPHELD: Measure(
            name=MeasureName.UPHELD,
            state=State.GIVEN,
            rate=rates.upheld_rate,
            average=rates.averages[0],
            count=rates.upheld,
            base=rates.investigations,
            base_of="complaints",
            denominator=rates.investigations,
        ),
        MeasureName.UPHELD_PER_100K: adjusted_measure(rates, average=False),
    }
    return pieces, measures, counts


def overview_page(random: Random, council: str) -> Made:
    """Layout 5 alone."""
    pieces, measures, counts = overview_pieces(random, council)
    truth = Truth(
        "web-5",
        council,
        2025,
        LetterKind.STATISTICS,
        measures=measures,
        tables={TableName.DECIDED: {**counts}},
    )
    return Made(truth, (heading(council), heading("Annual statistics"), *pieces, *tail_pieces(random, council)))
