"""What the commands share on the command line: the arguments that several take, their types, and the help."""

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from functools import cache, partial
from pathlib import Path
from typing import Never

from tui.cli.context import Context
from tui.cli.library_options import LIBRARY, SAMPLE
from tui.cli.output import print_line, print_text

DESCRIPTION = "Browse the Ombudsman's annual letters to England's councils: offline, by keyboard."
EXAMPLES = """\
examples:
  upheld                              open the browser on your library
  upheld leeds                        open it there; into a pipe, as show
  upheld --sample                     try it on the sample letters, thrown away after
  upheld import letters/ oadby.pdf    bring letters in, singly or by the folder
  upheld show oadby                   the figures of one council, every year
  upheld show nwl --year 2018         any name, initials or old name will do
  upheld read north west leicester    no name needs quotes
  upheld search apology --year 2020   words in all letters
  upheld year 2024 --stand-out        all councils of a year
  upheld brief croydon -o paper.html  one page for tonight's meeting
  upheld export tables/               the whole library as a folder of CSV
  upheld compare leeds, bradford      councils side by side
  upheld councils north               which councils have letters here
  upheld remove oadby --year 2020     take letters out again
  upheld check                        what needs a person's eye
  upheld check --coverage             who has a letter of which year
  upheld check --read-again           read all letters again, as a newer
                                      upheld may read more

Every command but browse takes --json for programs. Exit codes: 0 done,
1 nothing found or a file refused, 2 wrong usage. UPHELD_LIBRARY names the
library as --library does.
"""

Run = Callable[[Context, argparse.Namespace], int]
"""What answers a command: takes from its arguments what it asks for, and gives the exit code."""

Check = Callable[["Parser", argparse.Namespace], None]
"""What refuses arguments of a command that do not go together, by its parser's `error`."""


class Arguments(argparse.Namespace):
    """What every command can be told, with what holds where it is not; each command has arguments of its own too."""

    command: str | None = None
    library: Path | None = None
    sample: bool = False
    json: bool = False
    run: Run
    check: Callable[[argparse.Namespace], None] | None = None


class WrongUsage(Exception):
    """The arguments are none that upheld takes: `message` says why, `usage` how they should be."""

    def __init__(self, usage: str, message: str) -> None:
        super().__init__(message)
        self.usage = usage
        self.message = message


class Parser(argparse.ArgumentParser):
    """argparse, but whoever gave it the arguments tells what is wrong with them, or with where the help should go."""

    def print_help(self, file: object = None) -> None:
        """Print the help as the answer that it is.

        Raises:
            OutputLost: stdout does not take it, which argparse would keep to itself.
        """
        print_text(self.format_help().removesuffix("\n"))

    def error(self, message: str) -> Never:
        """Raise what is wrong, with the usage, instead of ending the program."""
        raise WrongUsage(self.format_usage(), message)


class Commands:
    """The commands of a parser: each adds itself, with its help."""

    def __init__(self, parser: Parser) -> None:
        self._parsers = parser.add_subparsers(dest="command", metavar="COMMAND", parser_class=Parser)

    def add(
        self, name: str, summary: str, example: str, run: Run, *, check: Check | None = None, has_json: bool = True
    ) -> Parser:
        """The parser of a new command: `summary` says what it does, `run` does it; `check` says what goes together."""
        parser: Parser = self._parsers.add_parser(
            name,
            formatter_class=partial(argparse.HelpFormatter, width=_measure_help_width()),
            help=summary,
            description=summary[0].upper() + summary[1:] + ".",
            epilog=f"example: {example}",
            parents=[_make_library_parser(), *([_make_json_parser()] if has_json else [])],
        )
        parser.set_defaults(run=run, check=partial(check, parser) if check else None)
        return parser


def make_parser(run: Run) -> Parser:
    """The parser of everything that may stand before a command; `run` answers where there is none."""
    parser = Parser(
        prog="upheld",
        description=DESCRIPTION,
        epilog=EXAMPLES,
        formatter_class=partial(argparse.RawDescriptionHelpFormatter, width=_measure_help_width()),
        parents=[_make_library_parser(), _make_json_parser()],
    )
    parser.add_argument("--version", action=_Version, help="show program's version number and exit")
    parser.set_defaults(run=run)
    return parser


def parse_arguments(parser: Parser, given: Sequence[str]) -> Arguments:
    """What the arguments given mean.

    Raises:
        WrongUsage: upheld takes none such.
        SystemExit: the help or the version was asked for, and has been printed.
    """
    arguments = parser.parse_args(given, Arguments())
    if arguments.command is None and arguments.json:
        parser.error("argument --json: it goes with a command")
    if arguments.sample and arguments.library:  # one before, one after the command
        parser.error("argument --library: not allowed with argument --sample")
    if arguments.check:
        arguments.check(arguments)
    return arguments


def add_council(parser: Parser) -> None:
    """Have a command take the council that it is about, in as many words as its name has: see `join_words`."""
    parser.add_argument("council", nargs="+", type=parse_words, metavar="COUNCIL", help="any name, without quotes")


def add_year(parser: Parser) -> None:
    """Let a command be limited to one year."""
    parser.add_argument("--year", type=parse_year, metavar="Y", help="the year the letter's period ends in")


def join_words(words: Sequence[str]) -> str:
    """A name as it was typed, without the quotes a shell would have it in."""
    return " ".join(words)


def parse_words(typed: str) -> str:
    """Words as they are typed, at least one."""
    if not typed.strip():
        raise argparse.ArgumentTypeError("it takes some words, not nothing")
    return typed


def parse_path(typed: str) -> Path:
    """A path."""
    if not typed.strip():
        raise argparse.ArgumentTypeError("a path is needed, not nothing; for this folder write .")
    return Path(typed)


def parse_year(typed: str) -> int:
    """A year of four digits."""
    if not (typed.isascii() and typed.isdigit() and len(typed) == 4):
        raise argparse.ArgumentTypeError(f"{typed!r} is no year; write it as 2023")
    return int(typed)


def parse_count(typed: str) -> int:
    """A number from 1 up, of as many digits as Python reads."""
    try:
        number = int(typed) if typed.isascii() and typed.isdigit() else 0
    except ValueError:
        number = 0
    if number < 1:
        raise argparse.ArgumentTypeError("it takes a number from 1 up")
    return number


class _Version(argparse.Action):
    """Tells the version; it is looked for only then, as that takes longer than all the rest of the arguments."""

    def __init__(self, option_strings: Sequence[str], dest: str, help: str | None = None) -> None:  # noqa: A002
        super().__init__(option_strings, dest, nargs=0, default=argparse.SUPPRESS, help=help)

    def __call__(self, parser: argparse.ArgumentParser, *_: object) -> None:
        """Print it, and end."""
        from importlib.metadata import PackageNotFoundError, version

        try:
            number = version("upheld")
        except PackageNotFoundError:
            number = "(not installed)"
        print_line(f"upheld {number}")
        parser.exit()


def _measure_help_width() -> int:
    """The columns of the help, as argparse has them, but without the module for files that it measures them by."""
    told = os.environ.get("COLUMNS", "")
    columns = int(told) if told.isdecimal() else 0
    if not columns and sys.__stdout__ is not None:
        with suppress(OSError, ValueError):  # no terminal, or stdout was closed
            columns = os.get_terminal_size(sys.__stdout__.fileno()).columns
    return (columns or 80) - 2


def _make_shared_parser() -> Parser:
    """A parser whose arguments others take: what is not given leaves no trace."""
    formatter = partial(argparse.HelpFormatter, width=_measure_help_width())
    return Parser(add_help=False, argument_default=argparse.SUPPRESS, formatter_class=formatter)


@cache
def _make_library_parser() -> Parser:
    """What names the library, before a command or after it: what is not given leaves no trace there."""
    parser = _make_shared_parser()
    library = parser.add_mutually_exclusive_group()
    library.add_argument(LIBRARY, type=Path, metavar="FILE", help="the library to use, instead of your own")
    library.add_argument(SAMPLE, action="store_true", help="use the sample letters, in a throw-away library")
    return parser


@cache
def _make_json_parser() -> Parser:
    """What asks for JSON, before a command or after it."""
    parser = _make_shared_parser()
    parser.add_argument("--json", action="store_true", help="answer in JSON")
    return parser
