"""Which councils have a letter of which years: what is here, what is missing, and who there was not."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from db.councils.existence import existed_in
from db.model import Council


class CoverageState(StrEnum):
    """What there is of a council and a year.

    `ABSENT`: the council did not exist in that year, or, as the register does not know it, nobody can say so.
    """

    FIGURES = "figures"
    NO_FIGURES = "no_figures"
    MISSING = "missing"
    ABSENT = "did_not_exist"


@dataclass(frozen=True, slots=True, kw_only=True)
class CoverageLetter:
    """The letter that is shown of a council and a year, as far as coverage asks."""

    letter_id: int
    council_id: int
    council: Council
    year: int
    has_figures: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class CoverageRow:
    """One council: of each year of the table what there is, and the letter's id where there is one.

    `council_id` is None for a council without any letter here.
    """

    council: Council
    council_id: int | None
    states: tuple[CoverageState, ...]
    letter_ids: tuple[int | None, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CoverageTable:
    """Councils by name, and the years from the first of which there is a letter to the last, with no gap."""

    years: tuple[int, ...]
    rows: tuple[CoverageRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CoverageSum:
    """How many councils have a letter of a year with figures, how many one without, and how many have none."""

    year: int
    figures: int
    no_figures: int
    missing: int


def build_coverage(councils: Iterable[Council], letters: Iterable[CoverageLetter]) -> CoverageTable:
    """Put councils and years side by side: `councils` are those of the register, `letters` one a council and year.

    Of the register those are left out that did not exist in any of the years and have no letter; councils that have
    letters and are not in it are added.
    """
    by_council: dict[str, dict[int, CoverageLetter]] = defaultdict(dict)
    for letter in letters:
        by_council[letter.council.name][letter.year] = letter
    seen = {year for of_council in by_council.values() for year in of_council}
    years = tuple(range(min(seen), max(seen) + 1)) if seen else ()
    known = {council.name: council for council in councils}
    others = {name: next(iter(each.values())).council for name, each in by_council.items() if name not in known}
    rows = (_build_row(council, years, by_council.get(name, {})) for name, council in (known | others).items())
    kept = [row for row in rows if any(state is not CoverageState.ABSENT for state in row.states)]
    return CoverageTable(
        years=years, rows=tuple(sorted(kept, key=lambda row: (row.council.name.casefold(), row.council.name)))
    )


def sum_years(years: Sequence[int], rows: Sequence[CoverageRow]) -> Iterator[CoverageSum]:
    """Of each year of a table, how many of these rows have what."""
    for at, year in enumerate(years):
        states = [row.states[at] for row in rows]
        yield CoverageSum(
            year=year,
            figures=states.count(CoverageState.FIGURES),
            no_figures=states.count(CoverageState.NO_FIGURES),
            missing=states.count(CoverageState.MISSING),
        )


def _build_row(council: Council, years: Iterable[int], letters: dict[int, CoverageLetter]) -> CoverageRow:
    """The row of a council with these letters."""
    years = tuple(years)
    ids = tuple(letters[year].letter_id if year in letters else None for year in years)
    first = next(iter(letters.values()), None)
    return CoverageRow(
        council=council,
        council_id=first.council_id if first else None,
        states=tuple(_find_state(council, year, letters.get(year)) for year in years),
        letter_ids=ids,
    )


def _find_state(council: Council, year: int, letter: CoverageLetter | None) -> CoverageState:
    """What there is of a council and a year."""
    if letter is not None:
        return CoverageState.FIGURES if letter.has_figures else CoverageState.NO_FIGURES
    is_expected = council.in_register and existed_in(council, year)
    return CoverageState.MISSING if is_expected else CoverageState.ABSENT
