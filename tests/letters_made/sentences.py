"""Letters whose figures are in sentences, on a page after the signature: families G (2020-21), H (2022-24), I."""

from datetime import date
from random import Random

from db.model import LetterKind, TableName
from tests.letters_made.figures import draw_rates
from tests.letters_made.heading import CHAIR, letter_head, signature
from tests.letters_made.prose import definitions, paragraphs
from tests.letters_made.rates import (
    Wording,
    adjusted_measure,
    heading,
    measures_of,
    pieces_of,
    sentence,
    three_blocks,
)
from tests.letters_made.statistics_page import overview_pieces
from tests.letters_made.truth import Kind, Made, Piece, Truth

_DATES = {
    2020: date(2020, 7, 22),
    2021: date(2021, 7, 21),
    2022: date(2022, 7, 20),
    2023: date(2023, 7, 19),
    2024: date(2024, 7, 17),
    2025: date(2025, 5, 21),
}
_SUBJECTS = {2023: "2022-23", 2024: "2023-24", 2025: "2024-25"}
_SIGNED = ("Michael King", "Local Government and Social Care Ombudsman", CHAIR)


def _wording(family: str, year: int) -> Wording:
    if family == "G":
        many = "remedies" if year == 2020 else "remedy"
        return Wording(remedy_heading=f"Satisfactory {many} provided by the authority")
    return Wording(
        body="organisation",
        similar="similar organisations",
        noun="investigations",
        remedy_heading="Satisfactory remedy provided by the organisation",
        remedy_of_upheld=True,
        remedy_noun="upheld decisions",
    )


def letter_2020_2024(random: Random, council: str, family: str, year: int) -> Made:
    """Families G and H: prose, definitions, signature, and a page of figures after it."""
    rates, wording = draw_rates(random), _wording(family, year)
    dated = _DATES[year]
    opening = f"This is our annual summary of statistics about your {wording.body} for the year ending 31 March {year}."
    head = letter_head(random, council, dated, f"Annual Review letter {_SUBJECTS.get(year, year)}", opening)
    blocks = three_blocks(rates, year, wording, random)
    measures = measures_of(blocks)
    if year == 2024:
        adjusted = adjusted_measure(rates)
        measures[adjusted.name] = adjusted
        for said, number in (
            (f"Adjusted for {council}'s population, this is", adjusted.rate),
            ("The average for authorities of this type is", adjusted.average),
        ):
            blocks[0].pieces.append(sentence(f"{said} {number} upheld decisions per 100,000 residents."))
    own_head = [heading(council), sentence(f"For the period ending: 31/03/{year - 2000}")] if family == "H" else []
    pieces = [
        *head.pieces,
        Piece(Kind.HEADING, ("Complaint statistics",)),
        *definitions(wording.remedy_heading),
        *paragraphs(random),
        *signature(*_SIGNED),
        *own_head,
        *pieces_of(blocks),
    ]
    truth = Truth(f"{family}-{year}", council, year, LetterKind.ANNUAL, dated, head.addressee, head.role, measures)
    return Made(truth, tuple(pieces))


def letter_2025(random: Random, council: str, with_page: bool) -> Made:
    """Family I: no figures in the letter; some councils put the web page behind it."""
    opening = "Your statistics for the year ending 31 March 2025 were shared earlier and are on our website."
    head = letter_head(random, council, _DATES[2025], "Annual Review letter 2024-25", opening)
    pieces = [*head.pieces, *paragraphs(random), *signature("Amerdeep Somal", *_SIGNED[1:])]
    truth = Truth(
        "I-with-page" if with_page else "I", council, 2025, LetterKind.ANNUAL, _DATES[2025], head.addressee, head.role
    )
    if not with_page:
        return Made(truth, tuple(pieces))
    page, measures, counts = overview_pieces(random, council)
    truth.measures.update(measures)
    truth.tables[TableName.DECIDED] = {**counts}
    return Made(truth, (*pieces, heading(council), *page))
