"""The documents of 2008-2010 that are to nobody (families A and B): their title over up to five lines, or none."""

from random import Random

from db.model import TableName
from tests.letters_made.older import SERVICES, decided_by_outcome, enquiries
from tests.letters_made.prose import paragraphs
from tests.letters_made.truth import Kind, Made, Piece, Truth

Counts = dict[str, int | None]


def _title(random: Random, council: str, what: str, year: int) -> list[Piece]:
    """The title over three lines, four or five."""
    lines = random.choice(
        (
            (f"The Local Government Ombudsman's {what}", council, f"for the year ended 31 March {year}"),
            (f"The Local Government Ombudsman's {what}", council, "for the year ended", f"31 March {year}"),
            ("The Local Government Ombudsman's", what, council, "for the year ended", f"31 March {year}"),
        )
    )
    return [Piece(Kind.HEADING, lines)]


def document_2008(random: Random, council: str) -> Made:
    """Family A, 2008: the document that went with a cover letter."""
    pieces = [
        *_title(random, council, "Annual Letter", 2008),
        Piece(Kind.SUBJECT, ("Annual Letter 2007/08 - Introduction",)),
        *paragraphs(random),
    ]
    return Made(Truth("A-document", council, 2008), tuple(pieces))


def _section(council: str, year: int) -> Piece:
    return Piece(Kind.HEADING, (f"Section 1: Complaints about {council} {year - 1}/{year - 2000:02}",))


def _tables(random: Random, year: int) -> tuple[list[Piece], Counts, Counts]:
    (received_piece, received), (decided_piece, decided) = enquiries(random, SERVICES), decided_by_outcome(random, year)
    pieces = [
        Piece(Kind.HEADING, ("Table 1. LGO Advice Team: Enquiries and complaints received",)),
        received_piece,
        Piece(Kind.HEADING, ("Table 2. Investigative Team: Decisions",)),
        decided_piece,
    ]
    return pieces, received, decided


def booklet_2009_2010(random: Random, council: str, year: int) -> Made:
    """Family B: a booklet with its tables, its title page or only the first section's title."""
    tables, received, decided = _tables(random, year)
    pieces = [
        *random.choice(([], _title(random, council, "Annual Review", year))),
        _section(council, year),
        *paragraphs(random),
        Piece(Kind.PROSE, ("Four were about housing, 10 about planning. We received 27, compared with 39 before.",)),
        *tables,
    ]
    truth = Truth("B", council, year, tables={TableName.RECEIVED: received, TableName.DECIDED: decided})
    return Made(truth, tuple(pieces))


def booklet_without_tables(random: Random, council: str, year: int) -> Made:
    """The text of a booklet as councils put it on their sites: a box, no title, no table, one number in a sentence."""
    received, before = random.randint(2, 300), random.randint(2, 300)
    years, years_before = f"{year - 1}/{year - 2000:02}", f"{year - 2}/{year - 2001:02}"
    counted = random.choice(
        (
            f"In {years} we received {received} complaints and enquiries about your Council, compared with {before} in"
            f" {years_before}.",
            f"This year our Advice Team dealt with {received} enquiries and complaints about your Council.",
            f"During {years} our Advice Team received {received} enquiries and complaints about your Council.",
        )
    )
    summary = f"This annual review provides a summary of the complaints we have dealt with about {council}."
    pieces = [
        Piece(Kind.PROSE, ("Local Government Ombudsmen (LGOs) look into complaints free of charge.",)),
        _section(council, year),
        Piece(Kind.PROSE, (summary,)),
        *paragraphs(random),
        Piece(Kind.HEADING, ("Enquiries and complaints received",)),
        Piece(Kind.PROSE, (counted,)),
        *paragraphs(random),
    ]
    truth = Truth("B-web", council, year, tables={TableName.RECEIVED: {"total": received}})
    return Made(truth, tuple(pieces))
