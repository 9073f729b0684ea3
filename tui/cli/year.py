"""`upheld year`: all councils of a year in one table, ranked within their types, with what stands out of each."""

from collections.abc import Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING

from tui.cli.arguments import Commands, parse_year
from tui.cli.context import Context, NoAnswer, open_library
from tui.cli.output import print_json, print_line

if TYPE_CHECKING:
    from threading import Event

    from db.figures.year_table import YearLetter, YearRow, YearTable
    from db.model import Council
    from tui.cli.progress import ProgressLine

_TYPES = ("county", "district", "metropolitan", "unitary", "london_borough", "other")
_COLUMNS = ("upheld", "gap", "cases", "complied", "remedied", "per_100k")
"""Named here too, so that the help needs no import of what answers; a test holds them against the values."""

_GAP = 2
_BETWEEN_LOOKS = 250
"""Letters judged between two looks at whether it is to stop."""


def add_parser(commands: Commands) -> None:
    """Add the command and its arguments."""
    parser = commands.add(
        "year",
        "print all councils of a year, ranked within their types",
        "upheld year 2024 --type london_borough --sort complied",
        run=lambda context, arguments: print_year(
            context,
            arguments.year,
            arguments.type,
            arguments.sort,
            is_reversed=arguments.reverse,
            only_stand_outs=arguments.stand_out,
        ),
    )
    parser.add_argument("year", type=parse_year, metavar="YEAR", help="the year the letters' period ends in")
    parser.add_argument("--type", choices=_TYPES, metavar="TYPE", help=f"only one type: {', '.join(_TYPES)}")
    parser.add_argument(
        "--sort", choices=_COLUMNS, default="upheld", metavar="COLUMN", help=f"highest first: {', '.join(_COLUMNS)}"
    )
    parser.add_argument("--reverse", action="store_true", help="the lowest first")
    parser.add_argument("--stand-out", action="store_true", help="only councils of which something stands out")


def print_year(
    context: Context, year: int, type_name: str | None, sort: str, *, is_reversed: bool, only_stand_outs: bool
) -> int:
    """Answer `upheld year YEAR [--type TYPE] [--sort COLUMN] [--reverse] [--stand-out]`; the exit code.

    Raises:
        NoAnswer: there is no letter of that year and type, nothing stands out of any, or Ctrl+C stopped it.
        LibraryError: the library cannot be read.
    """
    from db import json_output
    from db.councils.existence import list_without_letter
    from db.councils.register import Register
    from db.figures.year_table import YearColumn, rank_rows
    from db.model import CouncilType
    from tui.cli.progress import catch_ctrl_c, show_progress

    council_type = CouncilType(type_name) if type_name else None
    with open_library(context) as library, catch_ctrl_c() as stopped, show_progress() as line:
        years = sorted({each for entry in library.councils() for each in entry.years})
        letters = library.year(year, on_letter=partial(line.show, noun="letter"), cancelled=stopped.is_set)
        chosen = [letter for letter in letters if council_type in (None, letter.council.type)]
        judged = _judge(chosen, line, stopped)
        if stopped.is_set():
            raise NoAnswer("stopped", "Stopped before the end.")
    table = rank_rows(year, judged, council_type, YearColumn(sort), is_reversed=is_reversed)
    if not table.rows:
        raise NoAnswer("not_found", _explain_absence(year, council_type, years))
    count = len(table.rows)
    of_type = [each for each in Register.load().councils if council_type in (None, each.type)]
    without = list_without_letter(of_type, year, [row.letter.council.name for row in table.rows])
    if only_stand_outs:
        table = table._replace(rows=tuple(row for row in table.rows if row.stands_out))
        if not table.rows:
            raise NoAnswer("not_found", f"Nothing stands out of any letter of {year} here.")
    if context.as_json:
        print_json(json_output.build_year(table, without))
        return 0
    for sentence in _describe(table, count, without):
        print_line(sentence)
    return 0


def _judge(letters: Sequence["YearLetter"], line: "ProgressLine", stopped: "Event") -> list["YearRow"]:
    """Find what stands out of each letter, as far as it comes before it is stopped."""
    from db.figures.year_table import judge_letters

    judged = []
    for row in judge_letters(letters):
        judged.append(row)
        if not len(judged) % _BETWEEN_LOOKS:
            line.show(len(judged), len(letters), "letter")
            if stopped.is_set():
                break
    return judged


def _explain_absence(year: int, council_type: object, years: Sequence[int]) -> str:
    """Why there is no table, with the years that have letters."""
    here = ", ".join(map(str, years)) or "none yet"
    of_type = " of that type" if council_type else ""
    return f"There is no letter of {year} to a council{of_type} here; there are letters of: {here}."


def _describe(table: "YearTable", letters: int, without: Sequence["Council"]) -> Iterator[str]:
    """The table of so many letters in lines, what there is to know of it, and who has no letter here."""
    from tui.draw.labels import format_count
    from tui.draw.year_words import MEANING, describe_averages, describe_chance, describe_type

    have = "has" if letters == 1 else "have"
    total = letters + len(without)
    yield f"Year to 31 March {table.year}, {describe_type(table.type)}: {letters} of {total} {have} a letter here."
    if len(table.rows) < letters:
        yield f"Something stands out of {len(table.rows)} of them:"
    yield ""
    yield from _draw_rows(table.rows)
    yield ""
    if table.averages:
        yield describe_averages(table.averages, table.column.measure)
    yield "Ranks are within each type, and there is none under 5 cases. - is not printed, * is worked out."
    yield MEANING
    if chance := describe_chance(table):
        yield chance
    if table.type and without:
        yield f"No letter here to {format_count(len(without), 'council')}: {', '.join(each.name for each in without)}."


def _draw_rows(rows: Sequence["YearRow"]) -> Iterator[str]:
    """The table itself, a line a council, its columns as wide as what stands in them."""
    from textual.content import Content

    from tui.draw.labels import SHORT_COUNCIL_TYPES
    from tui.draw.short_names import shorten_council
    from tui.draw.year_words import HEADS, format_rank, list_cells, name_stand_out

    lines = [("Rank", "Council", "Type", *HEADS, "Stands out")]
    for row in rows:
        council = row.letter.council
        names = shorten_council(council.name), SHORT_COUNCIL_TYPES[council.type]
        reasons = ", ".join(map(name_stand_out, row.stands_out))
        lines.append((format_rank(row.rank), *names, *list_cells(row), reasons))
    widths = [max(Content(line[column]).cell_length for line in lines) for column in range(len(lines[0]) - 1)]
    is_left = (False, True, True, *(False for _ in HEADS))
    for line in lines:
        cells = []
        for width, left, words in zip(widths, is_left, line, strict=False):
            blank = " " * (width - Content(words).cell_length)
            cells.append(f"{words}{blank}" if left else f"{blank}{words}")
        yield (" " * _GAP).join([*cells, line[-1]]).rstrip()
