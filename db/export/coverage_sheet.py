"""Which councils have a letter of which years as a tidy table: a row for each council, a column for each year."""

from collections.abc import Sequence

from db.councils.coverage import CoverageRow, CoverageState
from db.export.library_sheets import describe_council
from db.export.sheet import Column, Sheet, Value


def make_coverage_sheet(years: Sequence[int]) -> Sheet[CoverageRow]:
    """The sheet of a table with these years."""
    return Sheet(
        "coverage",
        "council",
        (
            *describe_council(lambda row: row.council),
            *(_describe_year(year, at) for at, year in enumerate(years)),
        ),
    )


def _describe_year(year: int, at: int) -> Column[CoverageRow]:
    """The column of one year."""
    return Column(
        str(year),
        "figures or no_figures for a letter with or without them, missing for none; empty where there was no council",
        lambda row: _name_state(row.states[at]),
    )


def _name_state(state: CoverageState) -> Value:
    """What stands in a cell."""
    return None if state is CoverageState.ABSENT else state.value
