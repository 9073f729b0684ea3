"""`upheld councils`: which councils have letters here, or all that the register knows."""

from typing import TYPE_CHECKING

from tui.cli.arguments import Commands, join_words
from tui.cli.context import Context, NoAnswer, is_missing, open_library
from tui.cli.output import print_json, print_line, print_lines, print_note

if TYPE_CHECKING:
    from db.model import Council, CouncilEntry


def add_parser(commands: Commands) -> None:
    """Add the command and its arguments."""
    parser = commands.add(
        "councils",
        "list the councils with letters, best match first",
        "upheld councils leic",
        run=lambda context, arguments: list_councils(context, join_words(arguments.query), everyone=arguments.all),
    )
    parser.add_argument("query", nargs="*", metavar="QUERY", help="part of a name; no quotes needed")
    parser.add_argument("--all", action="store_true", help="those without letters here too")


def list_councils(context: Context, query: str, *, everyone: bool) -> int:
    """Answer `upheld councils [QUERY] [--all]`, best match first; the exit code.

    Raises:
        NoAnswer: none matches.
        LibraryError: the library cannot be read.
    """
    from db import json_output
    from db.councils.resolve import Resolver

    resolved = Resolver(_read_entries(context, everyone=everyone)).resolve(query)
    matches = [match.entry for match in resolved.matches]
    successors = [each for each in resolved.successors if each.entry.years]
    if not matches and not successors and query:
        more = "" if everyone else " Add --all to look among councils without letters too."
        raise NoAnswer("not_found", f"No council matches.{more}")
    if context.as_json:
        print_json(json_output.build_councils(matches, successors))
        return 0
    if not matches and not successors:
        print_note("The library has no letters yet. Import some with: upheld import FILE")
    print_lines(map(_describe_entry, matches))
    for found in successors:
        print_line(f"{_describe_entry(found.entry)}; found by way of {found.via.name}{_describe_end(found.via)}")
    return 0


def _describe_entry(entry: "CouncilEntry") -> str:
    """A council, its type and its years."""
    from tui.draw.figures.measure_text import DAMAGED, describe_latest
    from tui.draw.labels import COUNCIL_TYPES

    years = ", ".join(str(year) for year in entry.years) or "no letters here"
    latest = describe_latest(entry.upheld, entry.upheld_year)
    if entry.is_damaged:
        latest = f"what its latest letter says is {DAMAGED} in the library"
    listed = f"{years}; {latest}" if latest else years
    return f"{entry.council.name} ({COUNCIL_TYPES[entry.council.type]}): {listed}"


def _describe_end(council: "Council") -> str:
    """When a council ended, for one that did."""
    return f", which ended in {council.abolished_on.year}" if council.abolished_on else ""


def _read_entries(context: Context, *, everyone: bool) -> list["CouncilEntry"]:
    """The councils with letters, and where all are asked for those without: for these there need be no library."""
    from db.councils.register import Register
    from db.model import CouncilEntry

    entries: list[CouncilEntry] = []
    if not everyone or not is_missing(context.library):
        with open_library(context) as library:
            entries += library.councils()
    if everyone:
        names = {entry.council.name for entry in entries}
        entries += [
            CouncilEntry(id=0, council=one, years=()) for one in Register.load().councils if one.name not in names
        ]
    return entries
