"""`upheld remove`: files with their letters out of the library again."""

import argparse
from collections.abc import Sequence
from typing import TYPE_CHECKING

from tui.cli.arguments import Commands, Parser, add_year, join_words, parse_words
from tui.cli.asking import ask, can_ask
from tui.cli.context import Context, NoAnswer, find_council, open_library, select_letters
from tui.cli.output import print_json, print_line

if TYPE_CHECKING:
    from db.library import Library
    from db.model import StoredLetter


def add_parser(commands: Commands) -> None:
    """Add the command and its arguments."""
    parser = commands.add(
        "remove",
        "take letters out of the library again; your own files are never touched",
        "upheld remove oadby --year 2020",
        run=lambda context, arguments: remove(
            context, join_words(arguments.council), arguments.year, is_sure=arguments.yes
        ),
        check=_check_usage,
    )
    parser.add_argument("council", nargs="*", type=parse_words, metavar="COUNCIL", help="any name, without quotes")
    add_year(parser)
    parser.add_argument("--samples", action="store_true", help="the sample letters, whoever they are to")
    parser.add_argument("--yes", action="store_true", help="do not ask first")


def _check_usage(parser: Parser, arguments: argparse.Namespace) -> None:
    """Have either a council or the samples named.

    Raises:
        WrongUsage: it is both, or neither.
    """
    if bool(arguments.council) is arguments.samples:
        parser.error("name a council, or the sample letters with --samples")
    if arguments.samples and arguments.year is not None:
        parser.error("argument --year: not allowed with argument --samples")


def remove(context: Context, council: str, year: int | None, *, is_sure: bool) -> int:
    """Answer `upheld remove COUNCIL [--year Y] [--yes]`, or of no council `upheld remove --samples`; the exit code.

    A file is taken out whole, with the letters to other councils in it: they are listed before.

    Raises:
        NoAnswer: there is nothing to take out, it is open whose, or nobody can be asked.
        LibraryError: the library cannot be read or written; nothing was taken out.
    """
    from db import json_output
    from tui.draw.removal_text import UNTOUCHED, describe_contents, name_files

    with open_library(context) as library:
        sha256s = _list_files(library, council, year) if council else _list_samples(library)
        letters = library.letters_of_files(sha256s)
        if not is_sure and not _is_wanted(context, letters):
            print_line("Nothing was taken out.")
            return 1
        library.remove_files(sha256s)
    if context.as_json:
        print_json(json_output.build_removal(letters))
    else:
        print_line(f"Taken out: {name_files(letters)}, with {describe_contents(letters)}. {UNTOUCHED}")
    return 0


def _list_files(library: "Library", council: str, year: int | None) -> list[str]:
    """The files with a letter to that council, shown or not; of that year if one is named.

    Raises:
        NoAnswer: there is none, or it is open whose.
    """
    entry = find_council(library, council)
    if year is not None:
        select_letters(library, entry, year)
    letters = library.letters_of(entry.id)
    return list(dict.fromkeys(each.source.sha256 for each in letters if year in (None, each.letter.year)))


def _list_samples(library: "Library") -> list[str]:
    """The files of sample letters.

    Raises:
        NoAnswer: there is none.
    """
    from tui.paths import SAMPLE_BEGINNING

    sources = library.sources(SAMPLE_BEGINNING)
    if not sources:
        raise NoAnswer("not_found", "There are no sample letters here.")
    return [source.sha256 for source in sources]


def _is_wanted(context: Context, letters: Sequence["StoredLetter"]) -> bool:
    """List what would go, and ask whether it should.

    Raises:
        NoAnswer: there is nobody to ask.
    """
    from tui.draw.removal_text import UNTOUCHED, describe_contents, name_files

    what = f"{name_files(letters)} with {describe_contents(letters)}"
    if not can_ask(context):
        raise NoAnswer("not_confirmed", f"This would take out {what}. Add --yes to do so.")
    for stored in letters:
        print_line(f"  {stored.source.name}: {stored.letter.council.name}, {stored.letter.year or 'year not known'}")
    return ask(f"Take out {what}? {UNTOUCHED}")
