"""Letters made by hand for the tests of the library: as values, as files to add, and as text to import."""

import hashlib
from collections.abc import Sequence
from pathlib import Path

from db.library import Library
from db.model import (
    Cell,
    Council,
    CouncilType,
    Doubt,
    DoubtCode,
    Letter,
    LetterKind,
    Measure,
    MeasureName,
    Quote,
    Source,
    State,
    Table,
    TableName,
)
from db.outcome import Outcome
from db.store.new_file import NewFile

OADBY = Council(
    name="Oadby & Wigston Borough Council", type=CouncilType.DISTRICT, region="East Midlands", gss_code="E07000135"
)
LEEDS = Council(
    name="Leeds City Council", type=CouncilType.METROPOLITAN, region="Yorkshire and The Humber", gss_code="E08000035"
)
NOWHERE = Council(name="Nowhere Town Council", in_register=False)


def quote(text: str, words: str) -> Quote:
    """The first place in the text where these words stand."""
    start = text.index(words)
    return Quote(start=start, end=start + len(words), text=words)


def doubt(message: str, about: str | None = None, quotes: Sequence[Quote] = ()) -> Doubt:
    """A doubt of a code that has its whole sentence as a parameter."""
    return Doubt.of(DoubtCode.AS_WORDED, about, quotes, message=message)


def upheld(
    rate: float | None = 60, count: int | None = 3, base: int | None = 5, quotes: Sequence[Quote] = ()
) -> Measure:
    """A rate of complaints upheld, against an average of 45."""
    noun = "detailed investigations"
    return Measure(
        name=MeasureName.UPHELD,
        state=State.GIVEN,
        rate=rate,
        average=45,
        count=count,
        base=base,
        base_of=noun,
        denominator=base,
        quotes=tuple(quotes),
    )


def measures(*given: Measure) -> tuple[Measure, ...]:
    """All four measures: these, and the others not given."""
    by_name = {measure.name: measure for measure in given}
    return tuple(by_name.get(name, Measure(name=name)) for name in MeasureName)


def received(total: int | None = 6, **services: int | None) -> Table:
    """A table of complaints received; the names of the services are their headings in lower case."""
    cells = tuple(Cell(key=key, heading=key.capitalize(), value=value) for key, value in services.items())
    return Table(
        name=TableName.RECEIVED,
        cells=cells,
        total=None if total is None else Cell(key="total", heading="Total", value=total),
    )


def letter(
    text: str = "A letter without figures.",
    council: Council = OADBY,
    year: int | None = 2020,
    *given: Measure,
    tables: tuple[Table, ...] = (),
    as_written: str | None = "Oadby & Wigston",
) -> Letter:
    """A letter to a council about a year, with the measures given and the others not."""
    return Letter(
        text=text,
        kind=LetterKind.ANNUAL,
        council=council,
        council_as_written=as_written,
        year=year,
        dated=None,
        period=None,
        addressee=None,
        role=None,
        measures=measures(*given),
        tables=tables,
    )


def file_of(*letters: Letter, name: str = "letter.txt", data: bytes | None = None) -> NewFile:
    """A file with these letters; without bytes of its own it has those of its name and texts."""
    data = "\n".join([name, *(one.text for one in letters)]).encode() if data is None else data
    return NewFile.of(
        Source(name=name, sha256=hashlib.sha256(data).hexdigest(), media_type="text/plain"), data, letters
    )


def add(library: Library, *letters: Letter) -> list[int]:
    """Adds each letter as a file of its own (1.txt, 2.txt, ...); their ids."""
    before = library.counts().files
    files = [file_of(one, name=f"{before + n}.txt") for n, one in enumerate(letters, start=1)]
    assert {saved.outcome for saved in library.add_files(files)} <= {Outcome.ADDED}
    found = {stored.source.sha256: stored.id for entry in library.councils() for stored in library.letters_of(entry.id)}
    return [found[file.source.sha256] for file in files]


LETTER_2020 = """\
22 July {year}

By email

Mrs Court
Chief Executive
{council}

Dear Mrs Court

Annual Review letter {year}

These are the statistics of the Local Government and Social Care Ombudsman about your authority for the year
ending 31 March {year}.

Complaints upheld

60% of complaints we investigated were upheld.
This compares to an average of 45% in similar authorities.
3 upheld decisions
Statistics are based on a total of 5 detailed investigations for the period between 1 April {before} to 31 March {year}

{words}

Yours sincerely,

Michael King
Local Government and Social Care Ombudsman
"""
"""A letter of the family of 2020, short."""


def letter_text(council: str = OADBY.name, year: int = 2020, words: str = "Thank you.") -> str:
    """The text of a letter that can be imported."""
    return LETTER_2020.format(council=council, year=year, before=year - 1, words=words)


def folder_of_letters(folder: Path, how_many: int) -> Path:
    """A folder with so many different letters, four councils' by turns."""
    councils = ("Leeds City Council", "Kent County Council", "Blaby District Council", "Cornwall Council")
    folder.mkdir(parents=True)
    for n in range(how_many):
        text = letter_text(councils[n % len(councils)], 2020 + n // len(councils) % 2, f"This is number {n}.")
        (folder / f"{n:03}.txt").write_text(text, encoding="utf-8")
    return folder
