"""Letters whose figures are in tables: families E (2014-2018) and F (2019)."""

from datetime import date
from random import Random

from db.model import Measure, MeasureName, Number, State, TableName
from tests.letters_made.figures import Counts, draw_counts, one_decimal, share
from tests.letters_made.heading import CHAIR, Head, letter_head, signature
from tests.letters_made.prose import paragraphs
from tests.letters_made.truth import Grid, Kind, Made, Piece, Truth

_SERVICES = {
    "adult_care": ("Adult Care Services", "Adult Social Care"),
    "benefits_and_tax": ("Benefits and Tax", "Benefits & Tax"),
    "corporate_and_other": ("Corporate and Other Services", "Corporate & Other Services"),
    "education_and_children": ("Education and Children's Services", "Education & Children's Services"),
    "environment": ("Environment Services", "Environmental Services & Public Protection & Regulation"),
    "highways_and_transport": ("Highways and Transport", "Highways & Transport"),
    "housing": ("Housing",),
    "planning_and_development": ("Planning and Development", "Planning & Development"),
    "other": ("Other",),
}
_NOT_DETAILED = {
    "incomplete_or_invalid": ("Incomplete or Invalid", "Incomplete/Invalid"),
    "advice_given": ("Advice Given", "Advice given"),
    "referred_back": ("Referred back for Local Resolution", "Referred back for local resolution"),
    "closed_after_initial_enquiries": ("Closed After Initial Enquiries", "Closed after initial enquiries"),
}
_DATES = {
    2014: date(2014, 7, 7),
    2015: date(2015, 6, 18),
    2016: date(2016, 7, 21),
    2017: date(2017, 7, 20),
    2018: date(2018, 7, 18),
    2019: date(2019, 7, 24),
}
Cells = dict[str, tuple[str, int]]
"""Our word for a column -> its heading and its number, in the printed order."""


def _grid(cells: Cells, spanning: tuple[str, ...] = (), **extra: tuple[str, str]) -> Grid:
    """A grid of counted cells; `extra` puts an uncounted column before the one it names."""
    headings: list[str] = []
    values: list[str] = []
    for key, (heading, number) in cells.items():
        if key in extra:
            headings.append(extra[key][0])
            values.append(extra[key][1])
        headings.append(heading)
        values.append(str(number))
    return Grid(tuple(headings), tuple(values), spanning)


def _received(random: Random, counts: Counts) -> Cells:
    pairs = zip(_SERVICES.items(), counts.services, strict=True)
    cells = {key: (random.choice(words), number) for (key, words), number in pairs}
    return {**cells, "total": ("Total", sum(counts.services))}


def _decided(counts: Counts, upheld_first: bool, lower_case: bool) -> Cells:
    """2014 puts the detailed investigations first, upheld before not upheld; later letters the other way round."""
    pairs = zip(_NOT_DETAILED.items(), counts.not_detailed, strict=True)
    others: Cells = {key: (words[-1] if lower_case else words[0], number) for (key, words), number in pairs}
    upheld = {"upheld": ("Upheld", counts.upheld)}
    not_upheld = {"not_upheld": ("Not Upheld", counts.not_upheld)}
    total = {"total": ("Total", counts.decided)}
    if upheld_first:
        order = ("advice_given", "closed_after_initial_enquiries", "incomplete_or_invalid", "referred_back")
        return {**upheld, **not_upheld, **{key: others[key] for key in order}, **total}
    return {**others, **not_upheld, **upheld, **total}


def _numbers(cells: Cells) -> dict[str, int | None]:
    return {key: number for key, (_, number) in cells.items()}


def _upheld_measure(counts: Counts, rate: Number) -> Measure:
    base = counts.upheld + counts.not_upheld
    state = State.GIVEN if base else State.NOT_GIVEN
    noun = "detailed investigations"
    printed = rate if base else None
    return Measure(
        name=MeasureName.UPHELD,
        state=state,
        rate=printed,
        average=None,
        count=counts.upheld,
        base=base,
        base_of=noun,
        denominator=base,
        derived=frozenset(["base", "denominator"]),
    )


def _head(random: Random, council: str, year: int) -> Head:
    capital = "Letter" if year < 2017 else "letter"
    opening = f"This is our annual summary of statistics about your authority for the year ended 31 March {year}."
    return letter_head(random, council, _DATES[year], f"Annual Review {capital} {year}", opening, ",")


def _table(title: str, grid: Grid) -> list[Piece]:
    return [Piece(Kind.HEADING, (title,)), Piece(Kind.TABLE, (), grid)]


def letter_2014(random: Random, council: str) -> Made:
    """Family E, 2014: the council's name is the first cell of each row, and no rate is printed."""
    counts, head = draw_counts(random), _head(random, council, 2014)
    received, decided = _received(random, counts), _decided(counts, upheld_first=True, lower_case=True)
    pieces = [
        *head.pieces,
        *paragraphs(random),
        *signature("Dr Jane Martin", "Local Government Ombudsman"),
        Piece(Kind.HEADING, (f"Local authority report \u2013 {council}", "for the period ending \u2013 31/03/2014")),
        *_table("Complaints and enquiries received", _with_row_name(_grid(received), council)),
        *_table(
            "Decisions made",
            _with_row_name(_grid(decided, ("Detailed investigations carried out", *[""] * 6)), council),
        ),
    ]
    tables = {TableName.RECEIVED: _numbers(received), TableName.DECIDED: _numbers(decided)}
    truth = Truth("E-2014", council, 2014, dated=_DATES[2014], addressee=head.addressee, role=head.role, tables=tables)
    return Made(truth, tuple(pieces))


def _with_row_name(grid: Grid, council: str) -> Grid:
    spanning = ("", *grid.spanning) if grid.spanning else ()
    return Grid(("Local Authority", *grid.headings), (council, *grid.values), spanning)


def letter_2015_2018(random: Random, council: str, year: int) -> Made:
    """Family E, 2015-2018: the rate stands before the total; remedies from 2016, with compliance in 2016 only."""
    counts, head = draw_counts(random), _head(random, council, year)
    base = counts.upheld + counts.not_upheld
    decimal = year == 2015 and random.random() < 0.5
    rate = one_decimal(counts.upheld, base) if decimal else share(counts.upheld, base)
    received = _received(random, counts)
    decided = _decided(counts, upheld_first=random.random() < 0.3, lower_case=False)
    spanning = ("Decisions made", "", "", "", "Detailed Investigations", "", "", "")
    pieces = [
        *head.pieces,
        *paragraphs(random),
        *signature("Michael King", "Local Government and Social Care Ombudsman", CHAIR),
        Piece(
            Kind.HEADING,
            (f"Local Authority Report: {council}", f"For the Period Ending: 31/03/{year}"),
        ),
        *_table("Complaints and enquiries received", _grid(received)),
        *_table("Decisions made", _grid(decided, spanning, total=("Uphold Rate", f"{rate}%"))),
        Piece(Kind.PROSE, ("Notes", "Our uphold rate is a share of the detailed investigations, not of the total.")),
    ]
    measures = {MeasureName.UPHELD: _upheld_measure(counts, rate)}
    tables = {TableName.RECEIVED: _numbers(received), TableName.DECIDED: _numbers(decided)}
    if year >= 2016:
        remedied: Cells = {
            "by_ombudsman": ("by LGO", counts.by_ombudsman),
            "by_authority": ("Satisfactorily by Authority before LGO Involvement", counts.by_authority),
        }
        grid = _grid(remedied)
        if year == 2016:
            grid = Grid((*grid.headings, "Compliance Rate"), (*grid.values, "100%"))
            measures[MeasureName.COMPLIANCE] = Measure(name=MeasureName.COMPLIANCE, state=State.GIVEN, rate=100)
        pieces += _table("Complaints Remedied", grid)
        tables[TableName.REMEDIED] = _numbers(remedied)
    truth = Truth(
        f"E-{year}",
        council,
        year,
        dated=_DATES[year],
        addressee=head.addressee,
        role=head.role,
        measures=measures,
        tables=tables,
    )
    return Made(truth, tuple(pieces))


def _remedy_measure(remedied: int, upheld: int) -> Measure:
    if not upheld:
        return Measure(name=MeasureName.REMEDY, state=State.NONE_UPHELD)
    rate = share(remedied, upheld)
    return Measure(
        name=MeasureName.REMEDY,
        state=State.GIVEN,
        rate=rate,
        average=None,
        count=remedied,
        denominator=upheld,
        derived=frozenset(["denominator"]),
    )


def _compliance_measure(recorded: int) -> Measure:
    if not recorded:
        return Measure(name=MeasureName.COMPLIANCE, state=State.NONE_DUE)
    return Measure(
        name=MeasureName.COMPLIANCE,
        state=State.GIVEN,
        rate=100,
        average=None,
        count=None,
        base=recorded,
        base_of="complaints",
        denominator=recorded,
    )


def letter_2019(random: Random, council: str) -> Made:
    """Family F: the rate without its % sign, and remedies and compliance as tables of their own."""
    counts, head = draw_counts(random), _head(random, council, 2019)
    base = counts.upheld + counts.not_upheld
    rate = share(counts.upheld, base)
    received, decided = _received(random, counts), _decided(counts, upheld_first=False, lower_case=False)
    remedied, recorded = random.randint(0, counts.upheld), random.choice((0, 1, random.randint(2, 60)))
    late = random.randint(0, recorded)
    pieces = [
        *head.pieces,
        *paragraphs(random),
        *signature("Michael King", "Local Government and Social Care Ombudsman", CHAIR),
        Piece(Kind.HEADING, (f"Local Authority Report: {council}", "For the Period Ending: 31/03/2019")),
        *_table("Complaints and enquiries received", _grid(received)),
        *_table("Decisions made", _grid(decided, total=("Uphold rate (%)", str(rate)))),
        *_table(
            "Satisfactory remedy provided by authority",
            Grid(
                (
                    "Upheld cases where the authority had provided a satisfactory remedy before the complaint"
                    " reached the Ombudsman",
                    "% of upheld cases",
                ),
                (str(remedied), str(share(remedied, counts.upheld)) if counts.upheld else "-"),
            ),
        ),
        *_table(
            "Compliance with Ombudsman recommendations",
            Grid(
                (
                    "Complaints where compliance with the recommended remedy was recorded during the year*",
                    "Complaints where the authority complied with our recommendations on-time",
                    "Complaints where the authority complied with our recommendations late",
                    "Complaints where the authority has not complied with our recommendations",
                    "Compliance rate**",
                ),
                (str(recorded), str(recorded - late), str(late), "0", "100%" if recorded else "N/A"),
            ),
        ),
    ]
    truth = Truth(
        "F-2019",
        council,
        2019,
        dated=_DATES[2019],
        addressee=head.addressee,
        role=head.role,
        measures={
            MeasureName.UPHELD: _upheld_measure(counts, rate),
            MeasureName.REMEDY: _remedy_measure(remedied, counts.upheld),
            MeasureName.COMPLIANCE: _compliance_measure(recorded),
        },
        tables={TableName.RECEIVED: _numbers(received), TableName.DECIDED: _numbers(decided)},
    )
    return Made(truth, tuple(pieces))
