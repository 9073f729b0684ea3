"""`upheld compare`: two to eight councils side by side, of one year."""

import argparse
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from tui.cli.arguments import Commands, Parser, add_year, parse_words
from tui.cli.context import Context, NoAnswer, find_council, open_library
from tui.cli.output import print_json, print_lines, print_note

if TYPE_CHECKING:
    from db.figures.comparison import ComparedCouncil, ComparedMeasure, Comparison
    from db.library import Library

_FEWEST, _MOST = 2, 8
"""Named here too, so that the help needs no import of what answers; a test holds them against the values."""

_GAP = "  "


def add_parser(commands: Commands) -> None:
    """Add the command and its arguments."""
    parser = commands.add(
        "compare",
        "print two to eight councils side by side",
        "upheld compare leeds, bradford, north west leicestershire --year 2024",
        run=lambda context, arguments: compare(
            context,
            part_names(arguments.council),
            arguments.year,
            set_name=" ".join(arguments.set),
            has_intervals=arguments.intervals,
        ),
        check=_check_number,
    )
    parser.add_argument(
        "council",
        nargs="*",
        type=parse_words,
        metavar="COUNCIL",
        help="each is one council; or commas part them, and no name needs quotes",
    )
    parser.add_argument(
        "--set",
        nargs="+",
        default=(),
        type=parse_words,
        metavar="NAME",
        help="the councils of a set that was kept in the browser, instead of naming them",
    )
    add_year(parser)
    parser.add_argument(
        "--intervals", action="store_true", help="with the 95%% interval of each share (Wilson); not in JSON"
    )


def part_names(words: Sequence[str]) -> list[str]:
    """The councils named: parted by commas if there is any, else each argument one; without what is between two.

    A comma within the name of one council (Bournemouth, Christchurch and Poole) parts nothing.
    """
    if not any("," in word for word in words):
        return [word.strip() for word in words]
    from db.councils.register import Register

    register, names = Register.load(), list[str]()
    for part in " ".join(words).split(","):
        name = " ".join(part.split())
        joint = f"{names[-1]}, {name}" if names and name else ""
        if joint and register.look_up(joint).council:
            names[-1] = joint
        elif name:
            names.append(name)
    return names


def compare(
    context: Context, names: Sequence[str], year: int | None, *, set_name: str = "", has_intervals: bool
) -> int:
    """Answer `upheld compare COUNCIL... [--set NAME] [--year Y] [--intervals]`; the exit code.

    Raises:
        NoAnswer: it is open whom a name means, all mean one council, no set is called so, or none of them has a letter
            of that year.
        LibraryError: the library cannot be read.
    """
    from db import json_output
    from db.figures.comparison import compare_councils
    from tui.draw.doubt_text import write_doubt

    with open_library(context) as library:
        councils = _find_councils(library, _list_members(library, set_name) if set_name else names)
    comparison = compare_councils(_choose_year(councils, year), councils)
    if context.as_json:
        print_json(json_output.build_compare(comparison, write_doubt))
        return 0
    print_lines(_describe(comparison, has_intervals=has_intervals))
    return 0


def _check_number(parser: Parser, arguments: argparse.Namespace) -> None:
    """Refuse one council, which has none to stand beside, and more than can be taken in."""
    if arguments.set:
        if arguments.council:
            parser.error("it takes councils or a set, not both")
        return
    count = len(part_names(arguments.council))
    if not _FEWEST <= count <= _MOST:
        parser.error(f"it takes {_FEWEST} to {_MOST} councils, not {count}; commas part them: leeds, bradford")


def _list_members(library: "Library", set_name: str) -> list[str]:
    """The names of a set's councils that have letters here; of the others it is said that they have none.

    Raises:
        NoAnswer: no set is called so, or fewer than two of its councils have letters here.
    """
    sets = library.council_sets.read()
    wanted = " ".join(set_name.split()).casefold()
    chosen = next((each for each in sets if each.name.casefold() == wanted), None)
    if chosen is None:
        there_are = "" if sets else " None is kept here yet; the browser keeps them, where councils are compared."
        raise NoAnswer("not_found", f"No set is called {set_name}.{there_are}", [each.name for each in sets])
    with_letters = {entry.council.name for entry in library.councils()}
    for name in chosen.councils:
        if name not in with_letters:
            print_note(f"{name} has no letter here.")
    members = [name for name in chosen.councils if name in with_letters]
    if len(members) < _FEWEST:
        raise NoAnswer("not_found", f"Of the set {chosen.name} fewer than {_FEWEST} councils have letters here.")
    return members


def _find_councils(library: "Library", names: Sequence[str]) -> list["ComparedCouncil"]:
    """The councils meant, in their order, each once, with their letters.

    Raises:
        NoAnswer: it is open whom a name means, or all mean the same council.
    """
    from db.figures.comparison import ComparedCouncil

    entries = {}
    for name in names:
        entry = find_council(library, name)
        if entry.id in entries:
            print_note(f"{entry.council.name} is named twice; it stands here once.")
        entries[entry.id] = entry
    if len(entries) < _FEWEST:
        (entry,) = entries.values()
        raise NoAnswer("ambiguous", f"Each name means {entry.council.name}; name another to compare it with.")
    return [ComparedCouncil.of(entry, library.letters_of(entry.id)) for entry in entries.values()]


def _choose_year(councils: Sequence["ComparedCouncil"], year: int | None) -> int:
    """The year asked for, else the latest that most of the councils have.

    Raises:
        NoAnswer: none of the councils has a letter of it.
    """
    from db.figures.comparison import choose_year, list_years

    years = list_years(councils)
    chosen = choose_year(councils) if year is None else year
    if chosen is None or chosen not in years:
        here = ", ".join(map(str, years)) or "none with a year"
        of = f" of {year}" if year is not None else ""
        raise NoAnswer("not_found", f"There is no letter{of} to any of these councils here; there are: {here}.")
    return chosen


def _describe(comparison: "Comparison", *, has_intervals: bool) -> Iterator[str]:
    """The comparison in lines: a block a measure, what was received by service, and what must be known of it."""
    from db.model import TableName
    from tui.draw.compare_words import build_received, list_notes
    from tui.draw.labels import TABLES

    yield f"Year to 31 March {comparison.year}, {len(comparison.councils)} councils"
    for measure in comparison.measures:
        yield ""
        yield from _describe_measure(comparison, measure, has_intervals=has_intervals)
    received = build_received(comparison)
    if received:
        yield ""
        yield TABLES[TableName.RECEIVED]
        yield from _draw_table(received)
    notes = list(list_notes(comparison, has_intervals=has_intervals))
    if notes:
        yield ""
        yield from notes


def _describe_measure(comparison: "Comparison", measure: "ComparedMeasure", *, has_intervals: bool) -> Iterator[str]:
    """One measure: its head with the averages, then a line a council."""
    from tui.draw.compare_words import describe_averages, describe_head, describe_missing, list_cells, name_councils

    yield "; ".join(part for part in (describe_head(measure), describe_averages(measure)) if part)
    names = name_councils(comparison)
    cells = [
        (name, *list_cells(each.judged, has_intervals=has_intervals)) if each.judged else (name,)
        for name, each in zip(names, measure.figures, strict=True)
    ]
    missing = [describe_missing(each, comparison.year) for each in measure.figures]
    given = [row for row, why in zip(cells, missing, strict=True) if why is None]
    lines = iter(_draw_table(given, name_width=max(map(len, names))))
    for name, why in zip(names, missing, strict=True):
        yield next(lines) if why is None else f"{_GAP}{name.ljust(max(map(len, names)))}{_GAP}{why}"


def _draw_table(rows: Sequence[Sequence[str]], name_width: int = 0) -> Iterator[str]:
    """Rows of equally many cells as lines: the first column and words at the left, numbers at the right."""
    from textual.content import Content

    if not rows:
        return
    widths = [max(Content(row[column]).cell_length for row in rows) for column in range(len(rows[0]))]
    widths[0] = max(widths[0], name_width)
    for row in rows:
        cells = []
        for column, words in enumerate(row):
            blank = " " * (widths[column] - Content(words).cell_length)
            is_left = column == 0 or not words[:1].isdigit()
            cells.append(f"{words}{blank}" if is_left else f"{blank}{words}")
        yield (_GAP + _GAP.join(cells)).rstrip()
