"""The years of a council's letters: which there can be, which are missing, and between which the series breaks."""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

FIRST_YEAR = 1974
"""The first year there can be a letter of: the councils and their Ombudsman were made in it."""

YEARS = range(FIRST_YEAR, 10_000)
"""The years that a library can hold. Whatever another holds is nothing that was read, and is not counted up to."""


class Break(NamedTuple):
    """A reason not to compare the letters of `year` and later with those before. A sentence for a person."""

    year: int
    reason: str


BREAKS = (
    Break(2021, "In 2020-21 the pandemic stopped work: fewer cases."),
    Break(2023, "From 2022-23 fewer borderline cases: higher rates."),
    Break(2025, "From 2024-25 cases are counted in a new form."),
)
"""What the Ombudsman says changed, by the year of the first letter concerned."""


def list_possible_years() -> range:
    """The years that a letter can be of, up to the next: a year's letter may come before its period ends."""
    return range(FIRST_YEAR, date.today().year + 2)


def find_breaks(older_year: int, newer_year: int) -> tuple[Break, ...]:
    """The breaks that lie between the letters of two years, earliest first."""
    return tuple(each for each in BREAKS if older_year < each.year <= newer_year)


def find_missing_years(years: Iterable[int]) -> tuple[int, ...]:
    """The years without a letter between the first and the last of those given that there can be, ascending."""
    here = {year for year in years if year in YEARS}
    return tuple(year for year in range(min(here), max(here)) if year not in here) if here else ()
