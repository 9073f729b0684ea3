"""A library with all councils of a year and a type, made as values: no letter has to be read for it."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from db.councils.existence import existed_in
from db.councils.register import Register
from db.library import Library
from db.model import Council, CouncilType, Letter, Measure, MeasureName, Number, Quote, Remark, RemarkKind, State
from tests.db.builders import file_of, letter, quote

AVERAGE = 80
LEAST = "London Borough of Lambeth"
"""The London borough that complied least."""

FEW = "London Borough of Merton"
"""The one of which there are few cases."""

WITHOUT = "London Borough of Sutton"
"""The one without a letter."""

_TEXT = """\
{council}

{share}% of complaints we investigated were upheld.
In {complied}% of cases we were satisfied the authority had implemented our recommendations.
{words}
This is what was said to {council} of the year to 31 March {year}.
"""


def make_letter(council: Council, year: int, count: int, cases: int, complied: int = 100, words: str = "") -> Letter:
    """A letter with a share upheld of so many cases, a compliance rate, and perhaps a public report."""
    share = round(100 * count / cases)
    text = _TEXT.format(council=council.name, year=year, share=share, complied=complied, words=words)
    given = (
        _make_measure(MeasureName.UPHELD, share, AVERAGE, count, cases, quote(text, f"{share}% of complaints")),
        _make_measure(MeasureName.COMPLIANCE, complied, 99, None, count, quote(text, f"In {complied}% of cases")),
        _make_measure(MeasureName.REMEDY, round(100 * (count // 5) / count), 12, count // 5, count),
        Measure(name=MeasureName.UPHELD_PER_100K, state=State.GIVEN, rate=round(cases / 12, 1), average=5.4),
    )
    made = letter(text, council, year, *given, as_written=council.name)
    if not words:
        return made
    return replace(made, remarks=(Remark(kind=RemarkKind.PUBLIC_REPORT, quote=quote(text, words)),))


def _make_measure(
    name: MeasureName, rate: Number, average: Number, count: int | None, cases: int, place: Quote | None = None
) -> Measure:
    """A share as it is printed in the letters of these years."""
    return Measure(
        name=name,
        state=State.GIVEN,
        rate=rate,
        average=average,
        count=count,
        base=cases,
        base_of="detailed investigations",
        denominator=cases,
        quotes=(place,) if place else (),
    )


def make_year(councils: Iterable[Council], year: int) -> list[Letter]:
    """A letter to each, with figures that go up and down from one to the next."""
    letters = []
    for at, council in enumerate(councils):
        if council.name == FEW:
            letters.append(make_letter(council, year, 2, 3))
            continue
        cases = 12 + at * 37 % 110
        count = max(round(cases * (58 + at * 23 % 41) / 100), 1)
        complied = 81 if council.name == LEAST else 94 if at % 11 == 4 else 100
        words = "This year I published a public report about your council." if at % 9 == 2 else ""
        letters.append(make_letter(council, year, count, cases, complied, words))
    return letters


def list_councils(year: int, types: Sequence[CouncilType]) -> list[Council]:
    """The councils of these types that there were in a year, but the one without a letter."""
    every = Register.load().councils
    return [each for each in every if each.type in types and existed_in(each, year) and each.name != WITHOUT]


def make_library(path: Path, *years: int, types: Sequence[CouncilType] = (CouncilType.LONDON_BOROUGH,)) -> Path:
    """A library with these councils' letters of these years."""
    with Library.open(path) as library:
        for year in years:
            letters = make_year(list_councils(year, types), year)
            library.add_files([file_of(each, name=f"{year}-{at}.txt") for at, each in enumerate(letters)])
    return path
