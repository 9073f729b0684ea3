"""The arguments of the command line, with the help that teaches them. Imports nothing of Textual."""

import argparse
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Never

DESCRIPTION = "Browse the Ombudsman's annual letters to England's councils: offline, by keyboard."
EXAMPLES = """\
examples:
  upheld                              open the browser on your library
  upheld --sample                     try it on the sample letters, in a library thrown away after
  upheld import letters/ oadby.pdf    bring letters in, singly or by the folder
  upheld show oadby                   the figures of one council, every year
  upheld show nwl --year 2018         any name, initials or old name will do
  upheld read harborough              the newest letter's own words
  upheld search apology --year 2020   words in all letters
  upheld councils north               which councils have letters here
  upheld check                        what needs a person's eye
  upheld check --read-again           read all letters again, as a newer upheld may read more

Every command but browse takes --json for programs. Exit codes: 0 done, 1 nothing found or a file
refused, 2 wrong usage. UPHELD_LIBRARY names the library as --library does.
"""


class WrongUsage(Exception):
    """The arguments are none that upheld takes: `message` says why, `usage` how they should be."""

    def __init__(self, usage: str, message: str) -> None:
        super().__init__(message)
        self.usage = usage
        self.message = message


class _Parser(argparse.ArgumentParser):
    """argparse, but whoever gave it the arguments tells what is wrong with them."""

    def error(self, message: str) -> Never:
        """Raise what is wrong, with the usage, instead of ending the program."""
        raise WrongUsage(self.format_usage(), message)


def build_parser() -> argparse.ArgumentParser:
    """The whole command line, with its help. Parsing raises `WrongUsage`."""
    everywhere = _Parser(add_help=False, argument_default=argparse.SUPPRESS)
    library = everywhere.add_mutually_exclusive_group()
    library.add_argument("--library", type=Path, metavar="FILE", help="the library to use, instead of your own")
    library.add_argument("--sample", action="store_true", help="use the sample letters, in a throw-away library")
    answers = _Parser(add_help=False, argument_default=argparse.SUPPRESS)
    answers.add_argument("--json", action="store_true", help="answer in JSON")
    parser = _Parser(
        prog="upheld",
        description=DESCRIPTION,
        epilog=EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        parents=[everywhere, answers],
    )
    parser.add_argument("--version", action="version", version=f"upheld {_version()}")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", parser_class=_Parser)

    def command(name: str, told: str, example: str, json: bool = True) -> _Parser:
        """A command with its help: what it does, and an example."""
        return commands.add_parser(
            name,
            help=told,
            description=told[0].upper() + told[1:] + ".",
            epilog=f"example: {example}",
            parents=[everywhere, *([answers] if json else [])],
        )

    browse = command("browse", "open the browser, at a council if you name one", "upheld browse harborough", False)
    browse.add_argument("council", nargs="?", type=_words, metavar="COUNCIL")
    bring = command("import", "bring letter files and folders into the library", "upheld import ~/letters")
    bring.add_argument(
        "paths", nargs="+", type=_path, metavar="PATH", help="a letter file, or a folder with everything in it"
    )
    listing = command("councils", "list the councils with letters, best match first", "upheld councils leic")
    listing.add_argument("query", nargs="?", default="", metavar="QUERY")
    listing.add_argument("--all", action="store_true", help="those without letters here too")
    show = command("show", "print the figures of one council", "upheld show oadby --year 2020")
    read = command("read", "print the words of a council's letter", "upheld read oadby --year 2020")
    for asked in (show, read):
        asked.add_argument("council", type=_words, metavar="COUNCIL", help="a name, initials or an old name")
        _add_year(asked)
    search = command("search", "search the words of all letters", 'upheld search "public report" housing')
    search.add_argument(
        "words", nargs="+", type=_words, metavar="WORDS", help='words that must all be there; "a phrase" in quotes'
    )
    search.add_argument("--council", type=_words, metavar="C", help="only this council's letters")
    _add_year(search)
    search.add_argument("--limit", type=_at_least_one, default=20, metavar="N", help="how many to show (20)")
    check = command("check", "check the library and list what needs a person's eye", "upheld check")
    check.add_argument(
        "--read-again", action="store_true", help="read every letter again from its kept file, and tell what changed"
    )
    return parser


def _add_year(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--year", type=_year, metavar="Y", help="the year the letter's period ends in")


def _words(typed: str) -> str:
    if not typed.strip():
        raise argparse.ArgumentTypeError("it takes some words, not nothing")
    return typed


def _path(typed: str) -> Path:
    if not typed.strip():
        raise argparse.ArgumentTypeError("a path is needed, not nothing; for this folder write .")
    return Path(typed)


def _year(typed: str) -> int:
    if not (typed.isascii() and typed.isdigit() and len(typed) == 4):
        raise argparse.ArgumentTypeError(f"{typed!r} is no year; write it as 2023")
    return int(typed)


def _at_least_one(typed: str) -> int:
    number = int(typed) if typed.isascii() and typed.isdigit() else 0
    if number < 1:
        raise argparse.ArgumentTypeError("it takes a number from 1 up")
    return number


def _version() -> str:
    try:
        return version("upheld")
    except PackageNotFoundError:
        return "(not installed)"
