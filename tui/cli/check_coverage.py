"""`upheld check --coverage`: which councils have a letter of which years, with figures or without, and who has none."""

import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING

from tui.cli.context import Context, NoAnswer, open_library
from tui.cli.output import print_json, print_lines
from tui.cli.wrapping import measure_width

if TYPE_CHECKING:
    from db.councils.coverage import CoverageTable

_ENDLESS = 10_000
"""Columns of a pipe: more than any table has."""


def print_coverage(context: Context) -> int:
    """Answer `upheld check --coverage`; the exit code.

    Raises:
        NoAnswer: there is no library, or no letter in it whose council and year are known.
        LibraryError: it cannot be read.
    """
    from db import json_output
    from db.councils.coverage import build_coverage, sum_years
    from db.councils.register import Register
    from tui.draw.coverage import sort_by_shown_name

    with open_library(context) as library:
        letters = library.coverage()
    table = build_coverage(Register.load().councils, letters)
    if context.as_json:
        print_json(json_output.build_coverage(table, sum_years(table.years, table.rows)))
        return 0
    if not table.rows:
        raise NoAnswer("not_found", "There is no letter here yet whose council and year are known.")
    print_lines(_draw(sort_by_shown_name(table), measure_width(sys.stdout) or _ENDLESS))
    return 0


def _draw(table: "CoverageTable", width: int) -> Iterator[str]:
    """The table in lines of at most `width` cells: the oldest years are left out where there is no room for them."""
    from textual.content import Content

    from db.councils.coverage import sum_years
    from tui.draw.coverage import CoverageColumns, draw_coverage_head, draw_coverage_row, draw_coverage_sums
    from tui.draw.labels import SHORT_COUNCIL_TYPES, format_count
    from tui.draw.short_names import shorten_council

    newest = len(table.years) - 1
    columns = CoverageColumns.fit(
        table.years,
        max(Content(shorten_council(row.council.name)).cell_length for row in table.rows),
        width,
        newest,
        has_types=True,
        most=len(table.rows),
        first=newest,
    )
    yield draw_coverage_head(columns, newest).plain.rstrip()
    for row in table.rows:
        yield draw_coverage_row(row, columns, None).plain.rstrip()
    yield ""
    yield from draw_coverage_sums(tuple(sum_years(table.years, table.rows)), columns).plain.split("\n")
    yield ""
    yield "Nothing stands where there was no such council, or where the register does not know one."
    yield f"Types: {', '.join(f'{name[:1].upper()} {name}' for name in SHORT_COUNCIL_TYPES.values())}."
    if columns.first:
        years = format_count(columns.first, "older year")
        yield f"There is no room here for {years}: a wider terminal has it, and so has a file."
