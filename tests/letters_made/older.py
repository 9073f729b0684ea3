"""Letters of 2006-2013 (families A, C, D): no rates; tables of three years or of kinds of enquiry, or one count."""

from datetime import date
from random import Random

from db.model import TableName
from tests.letters_made.heading import day_in_words, signature
from tests.letters_made.prose import paragraphs
from tests.letters_made.truth import Grid, Kind, Made, Piece, Truth


def _addressed(council: str, dated: date, *after_dear: Piece) -> list[Piece]:
    return [
        Piece(Kind.DATE, (day_in_words(dated),)),
        Piece(Kind.ADDRESS, ("Mr J Evans", "Chief Executive", council)),
        Piece(Kind.PROSE, ("Our ref: JRW/B3/BRH/jb", "Email: someone@lgo.org.uk")),
        Piece(Kind.DEAR, ("Dear Mr Evans",)),
        *after_dear,
    ]


SERVICES = {
    "adult_care": "Adult care services",
    "Benefits": "Benefits",
    "Children and family services": "Children and family services",
    "Education": "Education",
    "housing": "Housing",
    "other": "Other",
    "Planning & building control": "Planning & building control",
    "Public finance": "Public finance",
    "Transport and highways": "Transport and highways",
}
_SERVICES_2012 = {
    "adult_care": "Adult Care Services",
    "benefits_and_tax": "Benefits & Tax",
    "corporate_and_other": "Corporate & Other Services",
    "education_and_children": "Education & Childrens Services",
    "environment": "Environmental Services & Public Protection & Regulation",
    "highways_and_transport": "Highways & Transport",
    "housing": "Housing",
    "planning_and_development": "Planning & Development",
}
_OUTCOMES = ("MI reps", "LS", "M reps", "NM reps", "No mal", "Omb disc", "Outside jurisdiction")


def _three_years(headings: tuple[str, ...], year: int, *rows: tuple[int, ...]) -> Piece:
    """A table of three years, newest first and labelled with days, the others labelled with years."""
    labels = (
        f"01/04/{year - 2001:02} - 31/03/{year - 2000:02}",
        f"{year - 2}/{year - 2001:02}",
        f"{year - 3}/{year - 2002:02}",
    )
    newest, *older = ((label, *map(str, row)) for label, row in zip(labels, rows, strict=True))
    return Piece(Kind.TABLE, (), Grid(("", *headings), newest, (), tuple(older)))


def _received(random: Random, year: int) -> tuple[Piece, dict[str, int | None]]:
    rows = []
    for _ in range(3):
        cells = [random.randint(0, 60) for _ in SERVICES]
        rows.append((*cells, sum(cells)))
    piece = _three_years((*SERVICES.values(), "Total"), year, *rows)
    return piece, dict(zip((*SERVICES, "total"), rows[0], strict=True))


def decided_by_outcome(random: Random, year: int) -> tuple[Piece, dict[str, int | None]]:
    """Two totals stand in this table: without the premature complaints and with them."""
    rows = []
    for _ in range(3):
        cells = [random.randint(0, 30) for _ in _OUTCOMES]
        premature = random.randint(0, 30)
        rows.append((*cells, premature, sum(cells), sum(cells) + premature))
    headings = (*_OUTCOMES, "Premature complaints", "Total excl premature")
    piece = _three_years((*headings, "Total"), year, *rows)
    return piece, dict(zip((*headings, "total"), rows[0], strict=True))


_ENQUIRIES = (
    "Formal/informal prematures",
    "Advice given",
    "Forwarded to the investigative team (resubmitted prematures)",
    "Forwarded to the investigative team (new)",
)
_OUTCOMES_2012 = {
    "no_power": "No power to investigate",
    "exceptional_power": "No reason to use exceptional power to investigate",
    "not_justified": "Investigation not justified & Other",
    "not_enough_evidence": "Not enough evidence of fault",
    "minor_injustice": "No or minor injustice & Other",
    "remedied_during_enquiries": "Injustice remedied during enquiries",
    "report": "Report",
}


def enquiries(random: Random, services: dict[str, str]) -> tuple[Piece, dict[str, int | None]]:
    """The two-way table of 2009-2012: kinds of enquiry under one another by service, over their totals."""
    rows = [[random.randint(0, 9) for _ in services] for _ in _ENQUIRIES]
    totals = [sum(column) for column in zip(*rows, strict=True)]
    first, *others = [
        (label, *map(str, row), str(sum(row)))
        for label, row in zip((*_ENQUIRIES, "Total"), (*rows, totals), strict=True)
    ]
    grid = Grid(("", *services.values(), "Total"), first, (), tuple(others))
    return Piece(Kind.TABLE, (), grid), dict(zip((*services, "total"), (*totals, sum(totals)), strict=True))


def _decided_2012(random: Random) -> tuple[Piece, dict[str, int | None]]:
    """One row under the outcomes of 2011/12, whose names no other year has."""
    cells = [random.randint(0, 30) for _ in _OUTCOMES_2012]
    spanning = ("Not investigated", "", "", "Investigated", "", "", "", "")
    grid = Grid((*_OUTCOMES_2012.values(), "Total"), (*map(str, cells), str(sum(cells))), spanning)
    return Piece(Kind.TABLE, (), grid), dict(zip((*_OUTCOMES_2012, "total"), (*cells, sum(cells)), strict=True))


def count_sentence(random: Random, year: int, received: int) -> str:
    """How many complaints were received, as the letters of 2006-2008 word it.

    "Last year" is the letter's own year, unless another sentence has this year's number.
    """
    other = random.randint(1, 300)
    years = f"{year - 1}/{year - 2000:02}"
    return random.choice(
        (
            f"This year we received a total of {received} complaints about your Council. Last year we had {other}.",
            f"This year my office received {received} complaints against the Council. Last year we received {other}"
            " complaints against the Council.",
            f"Last year we received {received} complaints about your Council, and {other} in the year before.",
            f"Last year {received} complaints were received about your Council.",
            f"In {years} we received {received} complaints against your Council, compared with {other} before.",
        )
    )


def letter_2006_2008(random: Random, council: str, year: int) -> Made:
    """Family A: the letter itself, with its tables."""
    dated = date(year, 6, random.randint(10, 28))
    subject = f"Annual Letter {year - 1}/{year - 2000:02}"
    (received_piece, received), (decided_piece, decided) = _received(random, year), decided_by_outcome(random, year)
    pieces = [
        *_addressed(council, dated, Piece(Kind.SUBJECT, (subject,))),
        *paragraphs(random),
        Piece(Kind.PROSE, (count_sentence(random, year, received["total"] or 0),)),
        Piece(Kind.HEADING, ("Complaints received by subject area",)),
        received_piece,
        Piece(Kind.HEADING, ("Decisions",)),
        decided_piece,
        *signature("J R White", "Local Government Ombudsman"),
    ]
    tables = {TableName.RECEIVED: received, TableName.DECIDED: decided}
    truth = Truth("A", council, year, dated=dated, addressee="Mr J Evans", role="Chief Executive", tables=tables)
    return Made(truth, tuple(pieces))


def letter_in_prose(random: Random, council: str, year: int) -> Made:
    """Family A without tables, which are a document of their own: one number, in a sentence."""
    dated, received = date(year, 6, random.randint(10, 28)), random.randint(2, 300)
    subject = Piece(Kind.SUBJECT, (f"Annual Letter {year - 1}/{year - 2000:02}",))
    pieces = [
        *_addressed(council, dated, subject),
        *paragraphs(random),
        Piece(Kind.PROSE, (count_sentence(random, year, received),)),
        *signature("J R White", "Local Government Ombudsman"),
    ]
    tables: dict[TableName, dict[str, int | None]] = {TableName.RECEIVED: {"total": received}}
    truth = Truth("A-prose", council, year, dated=dated, addressee="Mr J Evans", role="Chief Executive", tables=tables)
    return Made(truth, tuple(pieces))


def letter_2011_2012(random: Random, council: str, year: int) -> Made:
    """Family C: a subject line without a year, the tables behind the signature."""
    dated = date(year, 7, random.randint(10, 28))
    opening = f"This is our annual summary of statistics about your authority for the year ended 31 March {year}."
    received_piece, received = enquiries(random, SERVICES if year == 2011 else _SERVICES_2012)
    decided_piece, decided = decided_by_outcome(random, year) if year == 2011 else _decided_2012(random)
    pieces = [
        *_addressed(council, dated, Piece(Kind.SUBJECT, ("Annual Review Letter",)), Piece(Kind.PROSE, (opening,))),
        *paragraphs(random),
        *signature("Dr Jane Martin", "Local Government Ombudsman"),
        Piece(Kind.HEADING, ("LGO Advice Team", "Enquiries and complaints received")),
        received_piece,
        Piece(Kind.HEADING, ("LGO Investigative Team", "Decisions")),
        decided_piece,
    ]
    tables = {TableName.RECEIVED: received, TableName.DECIDED: decided}
    truth = Truth("C", council, year, dated=dated, addressee="Mr J Evans", role="Chief Executive", tables=tables)
    return Made(truth, tuple(pieces))


def letter_2013(random: Random, council: str) -> Made:
    """Family D: one number received in a sentence, and five averages for all types, which are counts."""
    year = 2013
    dated = date(year, 7, random.randint(10, 28))
    received = random.randint(3, 200)
    said = (
        f"In {year - 1}/{year - 2000:02} we received {received} complaints about your local authority. This compares to"
        " the following average number: District/Borough Councils- 10 complaints; Unitary Authorities- 36 complaints;"
        " Metropolitan Councils- 49 complaints; County Councils- 54 complaints; London Boroughs- 79 complaints."
    )
    opening = f"This is our annual summary of statistics about your authority for the year ended 31 March {year}."
    pieces = [
        *_addressed(council, dated, Piece(Kind.SUBJECT, ("Annual Review Letter",)), Piece(Kind.PROSE, (opening,))),
        Piece(Kind.PROSE, (said,)),
        *paragraphs(random),
        *signature("Dr Jane Martin", "Local Government Ombudsman"),
    ]
    truth = Truth(
        "D",
        council,
        year,
        dated=dated,
        addressee="Mr J Evans",
        role="Chief Executive",
        tables={TableName.RECEIVED: {"total": received}},
    )
    return Made(truth, tuple(pieces))
