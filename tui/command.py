"""The command line: what `upheld` was asked, decided before anything of Textual is imported."""

import argparse
import os
import sys
import tempfile
from collections.abc import Sequence
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Never

DESCRIPTION = "Browse the Ombudsman's annual letters to England's councils: offline, by keyboard."
EXAMPLES = """\
examples:
  upheld                              open the browser on your library
  upheld --sample                     try it on the sample letters; nothing is kept
  upheld import letters/ oadby.pdf    bring letters in, singly or by the folder
  upheld show oadby                   the figures of one council, every year
  upheld show "K&C" --year 2023       any name, initials or old name will do
  upheld read harborough              the newest letter's own words
  upheld search apology --year 2020   words in all letters
  upheld councils north               which councils have letters here
  upheld check                        what needs a person's eye
  upheld check --read-again           read all letters again, as a newer upheld may read more

Every command but browse takes --json for programs. Exit codes: 0 done, 1 nothing found or a file
refused, 2 wrong usage. UPHELD_LIBRARY names the library as --library does.
"""


class _Parser(argparse.ArgumentParser):
    """argparse, but with --json its complaints are JSON too."""

    def error(self, message: str) -> Never:
        from db.text.clean import one_line

        if "--json" in sys.argv[1:]:
            from db import as_json
            from tui.answers.asking import say_json

            say_json(as_json.error("usage", one_line(message)))
            raise SystemExit(2)
        sys.stderr.write(f"{self.format_usage()}upheld: {one_line(message)}\n")
        raise SystemExit(2)


def default_library() -> Path:
    """The library used when nobody names one: $UPHELD_LIBRARY, else a file in the user's data folder."""
    named = os.environ.get("UPHELD_LIBRARY")
    if named:
        return Path(named).expanduser()
    from platformdirs import user_data_path

    return user_data_path("upheld", appauthor=False) / "library.db"


def build_parser() -> argparse.ArgumentParser:
    """The whole command line, with its help."""
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
        return commands.add_parser(
            name,
            help=told,
            description=told[0].upper() + told[1:] + ".",
            epilog=f"example: {example}",
            parents=[everywhere, *([answers] if json else [])],
        )

    browse = command("browse", "open the browser, at a council if you name one", "upheld browse harborough", False)
    browse.add_argument("council", nargs="?", metavar="COUNCIL")
    bring = command("import", "bring letter files and folders into the library", "upheld import ~/letters")
    bring.add_argument("paths", nargs="+", metavar="PATH", help="a letter file, or a folder with everything in it")
    listing = command("councils", "list the councils with letters, best match first", "upheld councils leic")
    listing.add_argument("query", nargs="?", default="", metavar="QUERY")
    listing.add_argument("--all", action="store_true", help="those without letters here too")
    show = command("show", "print the figures of one council", "upheld show oadby --year 2020")
    read = command("read", "print the words of a council's letter", "upheld read oadby --year 2020")
    for asked in (show, read):
        asked.add_argument("council", metavar="COUNCIL", help="a name, initials or an old name")
        _add_year(asked)
    search = command("search", "search the words of all letters", 'upheld search "public report" housing')
    search.add_argument("words", nargs="+", metavar="WORDS", help='words that must all be there; "a phrase"')
    search.add_argument("--council", metavar="C", help="only this council's letters")
    _add_year(search)
    search.add_argument("--limit", type=_at_least_one, default=20, metavar="N", help="how many to show (20)")
    check = command("check", "check the library and list what needs a person's eye", "upheld check")
    check.add_argument(
        "--read-again", action="store_true", help="read every letter again from its kept file, and tell what changed"
    )
    return parser


def _add_year(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--year", type=int, metavar="Y", help="the year the letter's period ends in")


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; the exit code: 0 done, 1 nothing found or a file refused, 2 wrong usage."""
    parser = build_parser()
    options = parser.parse_args(argv)
    if getattr(options, "sample", False) and getattr(options, "library", None):  # one before, one after the command
        parser.error("argument --library: not allowed with argument --sample")
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")  # a terminal that cannot write a letter's é still shows the rest
    try:
        if getattr(options, "sample", False):
            with tempfile.TemporaryDirectory(prefix="upheld-sample-") as folder:
                library = Path(folder) / "sample.db"
                _import_samples(library)
                return _answered(options, library)
        named: Path | None = getattr(options, "library", None)
        return _answered(options, named.expanduser() if named else default_library())
    except BrokenPipeError:
        # Whoever was reading has enough; without this Python complains once more as it closes stdout.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except KeyboardInterrupt:
        return 130


def _answered(options: argparse.Namespace, library: Path) -> int:
    """Answer, and tell every error as a sentence."""
    from db.errors import UpheldError

    as_json = getattr(options, "json", False)
    try:
        return _answer(options, library, as_json)
    except UpheldError as error:
        _refuse(str(error), getattr(error, "kind", "library"), getattr(error, "choices", ()), as_json)
    except Exception as error:  # the last net: a person gets a sentence, the log gets the rest
        from tui.crash import record

        _refuse(record(error), "unexpected", (), as_json)
    return 1


def _answer(options: argparse.Namespace, library: Path, as_json: bool) -> int:
    if options.command in (None, "browse"):
        from tui.app import run  # Textual, which no other command may import

        return run(library, getattr(options, "council", None), sample=getattr(options, "sample", False))
    from tui.answers.asking import Question

    question = Question(library, as_json)
    if options.command == "import":
        from tui.answers.intake import import_files

        return import_files(question, [Path(path) for path in options.paths])
    if options.command == "councils":
        from tui.answers.list import councils

        return councils(question, options.query, options.all)
    if options.command == "search":
        from tui.answers.search import search

        asked = " ".join(options.words)
        return search(question, asked, options.council, getattr(options, "year", None), options.limit)
    if options.command == "check" and options.read_again:
        from tui.answers.read_again import read_again

        return read_again(question)
    if options.command == "check":
        from tui.answers.check import check

        return check(question)
    if options.command == "show":
        from tui.answers.figures import show

        return show(question, options.council, getattr(options, "year", None))
    from tui.answers.letter import read

    return read(question, options.council, getattr(options, "year", None))


def _refuse(message: str, kind: str, choices: Sequence[str], as_json: bool) -> None:
    from db.text.clean import one_line

    if as_json:
        from db.as_json import error
        from tui.answers.asking import say_json

        say_json(error(kind, one_line(message), [one_line(choice) for choice in choices]))
        return
    sys.stderr.write(f"upheld: {one_line(message)}\n")
    for choice in choices:
        sys.stderr.write(f"  {one_line(choice)}\n")


def _import_samples(library: Path) -> None:
    from importlib.resources import as_file, files

    from db.intake import import_paths

    with as_file(files("sample_letters")) as folder:
        import_paths(library, [folder])


def _at_least_one(typed: str) -> int:
    number = int(typed)
    if number < 1:
        raise argparse.ArgumentTypeError("it takes a number from 1 up")
    return number


def _version() -> str:
    try:
        return version("upheld")
    except PackageNotFoundError:
        return "(not installed)"


if __name__ == "__main__":
    sys.exit(main())
