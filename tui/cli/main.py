"""The command line: what `upheld` was asked, answered by the command it names; every error told as a sentence."""

import gc
import signal
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from types import FrameType
from typing import TYPE_CHECKING

from db.errors import Damaged, LibraryProtected, LibraryUnreadable, NewerLibrary, NotALibrary, UpheldError
from tui.cli.context import Context, NoAnswer
from tui.cli.library_options import LibraryOptions, read_library_options
from tui.cli.library_path import lend_library
from tui.cli.output import (
    OutputLost,
    drop_output,
    flush_output,
    prepare_streams,
    print_error,
    write_beside,
)
from tui.cli.typed_names import CommandMissing, find_command, join_name, name_command

if TYPE_CHECKING:
    from tui.cli.arguments import Arguments

_SOON_OVER = frozenset({"show", "read"})
"""Commands that end before there is garbage worth looking for."""

_ANOTHER_LIBRARY_HELPS = (Damaged, LibraryProtected, LibraryUnreadable, NewerLibrary, NotALibrary)

_MENDING = "To repair it: upheld check --repair; to rescue what can be read: upheld check --rescue NEW"


class _Ended(BaseException):
    """The system, or the person at it, has ended the program by the signal of that number."""

    def __init__(self, number: int) -> None:
        super().__init__(number)
        self.number = number


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; the exit code: 0 done, 1 nothing found or a file refused, 2 wrong usage."""
    prepare_streams()
    _heed_signals()
    try:
        code = _run(list(sys.argv[1:] if argv is None else argv))
        flush_output()
    except OutputLost as lost:
        drop_output()
        if lost.is_unwanted:
            return 0
        print_error(f"The answer could not be written: {lost}.", "output", as_json=False)
        return 1
    except KeyboardInterrupt:
        return 130
    except _Ended as ended:
        return 128 + ended.number
    return code


def _heed_signals() -> None:
    """Have what would end the program at once end it in order, so that whatever it lent is given back."""

    def end(number: int, _frame: FrameType | None) -> None:
        """Leave every block that is open."""
        raise _Ended(number)

    for name in ("SIGTERM", "SIGHUP"):  # there is no SIGHUP on Windows
        number = getattr(signal, name, None)
        if number is not None and signal.getsignal(number) is signal.SIG_DFL:
            signal.signal(number, end)


@contextmanager
def _leaving_garbage(*, is_soon_over: bool) -> Iterator[None]:
    """Look for no garbage while an answer that is soon over is given, nor in all that is loaded as the program ends."""
    if not is_soon_over:
        yield
        return
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        gc.enable()


def _run(given: Sequence[str]) -> int:
    """Find out what the arguments ask for, and answer that."""
    options = read_library_options(given)
    if options is not None:
        from tui.cli.open_browser import open_browser

        return _answer(options, as_json=False, run=lambda context: open_browser(context, None))
    from tui.cli.arguments import WrongUsage

    try:
        command, arguments = _understand(given)
    except CommandMissing as missing:
        print_error(str(missing), "usage", as_json="--json" in given)
        return 2
    except WrongUsage as wrong:
        as_json = "--json" in given
        if not as_json:
            write_beside(wrong.usage)
        print_error(wrong.message, "usage", as_json=as_json)
        return 2
    except SystemExit:
        return 0  # the help, or the version
    options = LibraryOptions(arguments.library, arguments.sample)
    with _leaving_garbage(is_soon_over=command in _SOON_OVER):
        return _answer(options, as_json=arguments.json, run=lambda context: arguments.run(context, arguments))


def _understand(given: Sequence[str]) -> tuple[str | None, "Arguments"]:
    """The command that is asked for, if it has a name, and all its arguments.

    Raises:
        CommandMissing: the first word is no command, and no council's name either.
        WrongUsage: upheld takes no such arguments.
        SystemExit: the help or the version was asked for, and has been printed.
    """
    from tui.cli.arguments import parse_arguments
    from tui.cli.commands import COMMANDS, build_parser

    named = name_command(join_name(given, "--council"), COMMANDS)
    command = find_command(named)
    if command == "search":
        from tui.cli.search import shield_without

        named = shield_without(named)
    return command, parse_arguments(build_parser(COMMANDS if command is None else [command]), named)


def _answer(options: LibraryOptions, *, as_json: bool, run: Callable[[Context], int]) -> int:
    """Answer, or say why not."""
    try:
        with lend_library(options.library, is_sample=options.is_sample) as library:
            return run(Context(library=library, is_sample=options.is_sample, as_json=as_json))
    except OutputLost:
        raise  # nobody is left to be told here
    except NoAnswer as error:
        print_error(str(error), error.kind, error.choices, as_json=as_json)
    except UpheldError as error:
        print_error(_explain(error), "library", as_json=as_json)
    except Exception as error:  # the last net: a person gets a sentence, the log gets the rest
        from tui.crash_log import record

        print_error(record(error), "unexpected", as_json=as_json)
    return 1


def _explain(error: UpheldError) -> str:
    """The error's own sentence, and the option that helps where another library would."""
    if type(error) is Damaged:
        return f"{error} {_MENDING}; to name one: --library FILE"
    return f"{error} To name one: --library FILE" if isinstance(error, _ANOTHER_LIBRARY_HELPS) else str(error)


if __name__ == "__main__":
    sys.exit(main())
