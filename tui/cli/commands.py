"""The commands, and the parser of the whole command line made of theirs."""

from collections.abc import Sequence
from importlib import import_module

from tui.cli.arguments import Commands, Parser, make_parser
from tui.cli.context import Context
from tui.cli.open_browser import open_browser

COMMANDS = (
    "browse",
    "import",
    "councils",
    "show",
    "read",
    "search",
    "year",
    "compare",
    "brief",
    "export",
    "remove",
    "check",
)
"""In the order of the help; each command stands in the file of its name."""

_MODULES = {"import": "import_"}
"""Commands whose file cannot be named so."""


def build_parser(names: Sequence[str] = COMMANDS) -> Parser:
    """The command line of these commands, with its help; without a command it is the browser that is asked for.

    Where it is known which command is meant, that one is enough: all of them take longer than many an answer.
    """
    parser = make_parser(run=_open_browser)
    commands = Commands(parser)
    for name in names:
        import_module(f"tui.cli.{_MODULES.get(name, name)}").add_parser(commands)
    return parser


def _open_browser(context: Context, _arguments: object) -> int:
    """Open the browser, at no council."""
    return open_browser(context, None)
