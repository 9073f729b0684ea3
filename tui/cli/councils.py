"""`upheld councils`: which councils have letters here, or all that the register knows."""

from typing import TYPE_CHECKING

from tui.cli.arguments import Commands
from tui.cli.context import Context, NoAnswer, is_missing, open_library
from tui.cli.output import print_json, print_line, print_note

if TYPE_CHECKING:
    from db.model import CouncilEntry


def add_parser(commands: Commands) -> None:
    """Add the command and its arguments."""
    parser = commands.add(
        "councils",
        "list the councils with letters, best match first",
        "upheld councils leic",
        run=lambda context, arguments: list_councils(context, arguments.query, everyone=arguments.all),
    )
    parser.add_argument("query", nargs="?", default="", metavar="QUERY")
    parser.add_argument("--all", action="store_true", help="those without letters here too")


def list_councils(context: Context, query: str, *, everyone: bool) -> int:
    """Answer `upheld councils [QUERY] [--all]`, best match first; the exit code.

    Raises:
        NoAnswer: none matches.
        LibraryError: the library cannot be read.
    """
    from db import json_output
    from db.councils.resolve import Resolver
    from tui.draw.figures.measure_text import describe_latest
    from tui.draw.labels import COUNCIL_TYPES

    matches = [match.entry for match in Resolver(_read_entries(context, everyone=everyone)).find(query)]
    if not matches and query:
        more = "" if everyone else " Add --all to look among councils without letters too."
        raise NoAnswer("not_found", f"No council matches.{more}")
    if context.as_json:
        print_json(json_output.build_councils(matches))
        return 0
    if not matches:
        print_note("The library has no letters yet. Import some with: upheld import FILE")
    for entry in matches:
        years = ", ".join(str(year) for year in entry.years) or "no letters here"
        latest = describe_latest(entry.upheld, entry.upheld_year)
        listed = f"{years}; {latest}" if latest else years
        print_line(f"{entry.council.name} ({COUNCIL_TYPES[entry.council.type]}): {listed}")
    return 0


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
