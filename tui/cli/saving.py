"""Writing what was asked for to a file: never over another without asking, or being told to."""

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from tui.cli.arguments import Parser
from tui.cli.asking import ask, can_ask
from tui.cli.context import Context, NoAnswer

if TYPE_CHECKING:
    from tui.saved_file import CannotSave

Written = TypeVar("Written")


def add_force(parser: Parser) -> None:
    """Let a command be told to replace files without asking."""
    parser.add_argument("--force", action="store_true", help="replace files that are there already, without asking")


def write_or_ask(context: Context, write: Callable[[bool], Written], *, may_replace: bool) -> Written:
    """Write, and where there is something already ask whether to replace it; `write` is told whether it may.

    Raises:
        NoAnswer: it cannot be written, or is not to be, or nobody can be asked.
    """
    from tui.saved_file import AlreadyThere, CannotSave

    try:
        return write(may_replace)
    except AlreadyThere as there:
        if not _is_wanted(context, there):
            raise NoAnswer("exists", "Nothing was written.") from there
    except CannotSave as error:
        raise NoAnswer("not_written", str(error)) from error
    try:
        return write(True)
    except CannotSave as error:
        raise NoAnswer("not_written", str(error)) from error


def _is_wanted(context: Context, there: "CannotSave") -> bool:
    """Ask whether it should be replaced.

    Raises:
        NoAnswer: there is nobody to ask.
    """
    if not can_ask(context):
        raise NoAnswer("exists", f"{there} Add --force to replace it.")
    return ask(f"{there} Replace it?")
