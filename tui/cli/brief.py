"""`upheld brief`: one page on a council's year, for a meeting or a report."""

from pathlib import Path
from typing import TYPE_CHECKING

from tui.cli.arguments import Commands, add_council, add_year, join_words, parse_path
from tui.cli.context import Context, find_council, open_library, select_letters
from tui.cli.output import print_document, print_json, print_line, print_text
from tui.cli.saving import add_force, write_or_ask

if TYPE_CHECKING:
    from db.export.briefing import Briefing

_FORMATS = ("text", "md", "html")
"""Named here too, so that the help needs no import of what answers; a test holds them against the values."""


def add_parser(commands: Commands) -> None:
    """Add the command and its arguments."""
    parser = commands.add(
        "brief",
        "write one page on a council's year: figures, years, what to ask, sources",
        "upheld brief oadby --output oadby.html",
        run=lambda context, arguments: brief(
            context,
            join_words(arguments.council),
            arguments.year,
            kind=arguments.format,
            output=arguments.output,
            may_replace=arguments.force,
        ),
    )
    add_council(parser)
    add_year(parser)
    parser.add_argument("--format", choices=_FORMATS, help="text unless the file's name says otherwise")
    parser.add_argument("-o", "--output", type=parse_path, metavar="FILE", help="write it there")
    add_force(parser)


def brief(
    context: Context, council: str, year: int | None, *, kind: str | None, output: Path | None, may_replace: bool
) -> int:
    """Answer `upheld brief COUNCIL [--year Y] [--format F] [--output FILE] [--force]`; the exit code.

    Without a year it is about the latest letter that has one.

    Raises:
        NoAnswer: no letter is meant, or it is open whose, or the file is not written.
        LibraryError: the library cannot be read.
    """
    from datetime import date

    from db import json_output
    from db.text.clean import one_line
    from tui.draw.brief.page import build_page
    from tui.draw.page_formats import PageFormat, choose_format, write_page
    from tui.saved_file import save_text

    briefing = _ask(context, council, year)
    chosen = PageFormat(kind) if kind else choose_format(output.name if output else "")
    text = write_page(build_page(briefing, date.today()), chosen)
    if output is not None:
        write_or_ask(context, lambda may: save_text(output, text, may_replace=may), may_replace=may_replace)
    if context.as_json:
        print_json(json_output.build_brief(briefing.stored, chosen.value, None if output else text, output))
    elif output is not None:
        print_line(f"Written: {one_line(str(output), 1000)}")
    elif chosen is PageFormat.TEXT:
        print_text(text.removesuffix("\n"))
    else:
        print_document(text.removesuffix("\n"))
    return 0


def _ask(context: Context, council: str, year: int | None) -> "Briefing":
    """All that the page rests on.

    Raises:
        NoAnswer: no letter is meant, or it is open whose.
    """
    from db.export.briefing import build_briefing

    with open_library(context) as library:
        entry = find_council(library, council)
        stored = select_letters(library, entry, year)[0]
        of_year = library.year(stored.letter.year) if stored.letter.year is not None else ()
        return build_briefing(library.letters_of(entry.id), stored, of_year)
