"""`upheld browse`, and `upheld` alone: the browser."""

import sys

from db.errors import UpheldError
from tui.cli.arguments import Commands, parse_words
from tui.cli.context import Context


def add_parser(commands: Commands) -> None:
    """Add the command and its arguments."""
    parser = commands.add(
        "browse",
        "open the browser, at a council if you name one",
        "upheld browse harborough",
        run=lambda context, arguments: browse(context, arguments.council),
        has_json=False,
    )
    parser.add_argument("council", nargs="?", type=parse_words, metavar="COUNCIL")


def browse(context: Context, council: str | None) -> int:
    """Open the browser, at a council if one is named; the exit code.

    Raises:
        UpheldError: there is no terminal, or the library cannot be opened.
    """
    # It reads keys from stdin and draws on stderr; a pipe behind stdout waits for words.
    if not all(stream.isatty() for stream in (sys.stdin, sys.stdout, sys.stderr)):
        raise UpheldError("The browser needs a terminal; for an answer in words see: upheld --help")
    from db.library import Library

    Library.open(context.library).close()  # what is wrong with it is told here, not on a screen without councils
    from tui.app import run  # Textual, which no other command may import

    return run(context.library, council, sample=context.is_sample)
