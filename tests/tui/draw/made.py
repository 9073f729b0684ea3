"""Letters made for the tests of what is drawn: real shapes, invented words, and text that means harm."""

from dataclasses import replace
from datetime import date

from textual.content import Content

from db.model import (
    Cell,
    Council,
    CouncilType,
    Letter,
    LetterKind,
    Measure,
    MeasureName,
    Period,
    Quote,
    Remark,
    RemarkKind,
    Source,
    State,
    StoredLetter,
    Table,
    TableName,
)
from tests.db.builders import doubt

HOSTILE = (
    "[/foo]",
    "see [/",
    "Redacted: [Mr X] end",
    "[@click=app.bell]x[/]",
    "[b]bold[/b] $primary [red]",
    "[paragraph 12](#) **[/]** <u>[/u]</u>",
    "W" * 300,
    "\u5e02\u8b70\u4f1a" * 60,
    "\u0301" * 5 + "e\u0301\u200d\U0001f468\u200d\U0001f469",
    "\x1b]52;c;aGk=\x1b\\ \x1b[31m \x00 \x9b31m \u202e",
    "",
)
"""What letters, file names and messages may hold."""

TEXT = (
    "Harnham District Council\n\nComplaints upheld\n\n60% of complaints we investigated were upheld.\n\n"
    "This compares to an average of **45%** in similar authorities.\n\n"
    "In 100% of cases we were satisfied.\n\nIn 0% of upheld cases there was a remedy.\n\n"
    "This year I issued a public report about the council's bins.\n\n0\t1\t2\n3\t4\t9\n"
)


def quote(words: str, text: str = TEXT) -> Quote:
    """The first place of some words in a text."""
    start = text.index(words)
    return Quote(start=start, end=start + len(words), text=words)


def upheld(
    count: int | None = 3, denominator: int | None = 5, rate: float | None = 60, average: float | None = 45
) -> Measure:
    """An uphold rate as the letters of 2020 print it."""
    return Measure(
        name=MeasureName.UPHELD,
        state=State.GIVEN,
        rate=rate,
        average=average,
        count=count,
        base=denominator,
        base_of="detailed investigations",
        denominator=denominator,
        quotes=(quote("60% of complaints we investigated were upheld."),),
    )


def complied(outcomes: int | None = 3, rate: float | None = 100, average: float | None = 99) -> Measure:
    """A compliance rate, for which no count is printed."""
    quotes = (quote("In 100% of cases we were satisfied."),)
    return Measure(
        name=MeasureName.COMPLIANCE,
        state=State.GIVEN,
        rate=rate,
        average=average,
        count=None,
        base=outcomes,
        base_of="compliance outcomes",
        denominator=outcomes,
        quotes=quotes,
    )


def remedied(
    count: int | None = 0, base: int | None = 5, denominator: int | None = 3, rate: float | None = 0
) -> Measure:
    """A remedy rate, whose printed base is not what it is a share of."""
    quotes = (quote("In 0% of upheld cases there was a remedy."),)
    return Measure(
        name=MeasureName.REMEDY,
        state=State.GIVEN,
        rate=rate,
        average=20,
        count=count,
        base=base,
        base_of="detailed investigations",
        denominator=denominator,
        derived=frozenset(["denominator"]),
        quotes=quotes,
    )


def per_100k(rate: float | None = 3.4, average: float | None = 4.8) -> Measure:
    """Upheld decisions per 100,000 residents."""
    return Measure(name=MeasureName.UPHELD_PER_100K, state=State.GIVEN, rate=rate, average=average)


def table(text: str = TEXT) -> Table:
    """A table of what was received, with one column nobody knows and one cell without a number."""
    row = quote("0\t1\t2", text)
    cells = (
        Cell(
            key="adult_care",
            heading="Adult Care Services",
            value=0,
            quote=Quote(start=row.start, end=row.start + 1, text="0"),
        ),
        Cell(key="housing", heading="Housing", value=1, quote=Quote(start=row.start + 2, end=row.start + 3, text="1")),
        Cell(key="Drains", heading="Drains", value=None),
    )
    return Table(name=TableName.RECEIVED, cells=cells, total=Cell(key="total", heading="Total", value=1234))


COUNCIL = Council(name="Harnham District Council", type=CouncilType.DISTRICT, region="South West")

LETTER = Letter(
    text=TEXT,
    kind=LetterKind.ANNUAL,
    council=COUNCIL,
    council_as_written="Harnham District Council",
    year=2020,
    dated=date(2020, 7, 22),
    period=Period(start=date(2019, 4, 1), end=date(2020, 3, 31)),
    addressee="Mrs Weir",
    role="Chief Executive",
    measures=(upheld(), complied(), remedied(), Measure(name=MeasureName.UPHELD_PER_100K)),
    tables=(table(),),
    remarks=(
        Remark(
            kind=RemarkKind.PUBLIC_REPORT, quote=quote("This year I issued a public report about the council's bins.")
        ),
    ),
    doubts=(
        doubt(message="The remedy figures do not fit each other.", about="remedy"),
        doubt(message="The letter is dated on a Sunday."),
    ),
)


def of_year(year: int | None, *measures: Measure) -> Letter:
    """A letter of that year with these measures, the others not being in it."""
    given = {measure.name: measure for measure in measures}
    return replace(
        LETTER,
        year=year,
        period=None,
        measures=tuple(given.get(name, Measure(name=name)) for name in MeasureName),
        tables=(),
        remarks=(),
        doubts=(),
    )


def stored(letter: Letter = LETTER, letter_id: int = 1, name: str = "harnham.txt", shown: bool = True) -> StoredLetter:
    """The letter as the library gives it."""
    return StoredLetter(
        id=letter_id,
        council_id=7,
        letter=letter,
        source=Source(name=name, sha256="0" * 64, media_type="text/plain"),
        shown=shown,
    )


def hostile_letter(words: str) -> Letter:
    """A letter in which every text is `words`, and every quote is of them."""
    everywhere = Quote(start=0, end=len(words), text=words)
    measures = tuple(
        measure._replace(base_of=words, quotes=(everywhere,)) for measure in (upheld(), complied(), remedied(7, 9))
    )
    cell = Cell(key=words, heading=words, value=1, quote=everywhere)
    return replace(
        LETTER,
        text=words,
        council=Council(name=words, region=words, abolished_on=date(2021, 4, 1), successors=(words,)),
        council_as_written=words,
        addressee=words,
        role=words,
        measures=(*measures, per_100k()),
        tables=(Table(name=TableName.DECIDED, cells=(cell,), total=cell),),
        remarks=(Remark(kind=RemarkKind.REFUSAL, quote=everywhere),),
        doubts=(
            doubt(message=words, about="upheld", quotes=(everywhere,)),
            doubt(message=words),
            doubt(message=words, about="decided"),
        ),
    )


def lines(content: Content) -> list[str]:
    """The lines of what is drawn."""
    return content.plain.split("\n")


def widest(content: Content) -> int:
    """The width in cells of the widest line drawn."""
    return max(line.cell_length for line in content.split("\n", allow_blank=True))
