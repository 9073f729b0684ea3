"""The command line: what `upheld` was asked, answered by the command it names; every error told as a sentence."""

import gc
import signal
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from importlib import import_module
from types import FrameType

from db.errors import Damaged, LibraryProtected, LibraryUnreadable, NewerLibrary, NotALibrary, UpheldError
from tui.cli.arguments import Arguments, Commands, Parser, WrongUsage, make_parser, parse_arguments
from tui.cli.context import Context, NoAnswer
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

_COMMANDS = (
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


def build_parser(names: Sequence[str] = _COMMANDS) -> Parser:
    """The command line of these commands, with its help; without a command it is the browser that is asked for.

    Where it is known which command is meant, that one is enough: all of them take longer than many an answer.
    """
    parser = make_parser(run=_browse)
    commands = Commands(parser)
    for name in names:
        import_module(f"tui.cli.{_MODULES.get(name, name)}").add_parser(commands)
    return parser


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


def _choose_commands(command: str | None, named: Sequence[str]) -> Sequence[str]:
    """Which commands the parser has to know: none to open the browser on a library, all of them to tell of them."""
    if command is not None:
        return [command]
    tells_of_none = all(word in ("--library", "--sample") or not word.startswith("-") for word in named)
    return () if tells_of_none else _COMMANDS


def _browse(context: Context, _arguments: object) -> int:
    """Open the browser, at no council."""
    from tui.cli.browse import browse

    return browse(context, None)


def _run(given: Sequence[str]) -> int:
    """Find out what the arguments ask for, and answer that."""
    try:
        named = name_command(join_name(given, "--council"), _COMMANDS)
        command = find_command(named)
        if command == "search":
            from tui.cli.search import shield_without

            named = shield_without(named)
        arguments = parse_arguments(build_parser(_choose_commands(command, named)), named)
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
    with _leaving_garbage(is_soon_over=command in _SOON_OVER):
        return _answer(arguments)


def _answer(arguments: Arguments) -> int:
    """Answer, or say why not."""
    try:
        with lend_library(arguments.library, is_sample=arguments.sample) as library:
            context = Context(library=library, is_sample=arguments.sample, as_json=arguments.json)
            return arguments.run(context, arguments)
    except OutputLost:
        raise  # nobody is left to be told here
    except NoAnswer as error:
        print_error(str(error), error.kind, error.choices, as_json=arguments.json)
    except UpheldError as error:
        print_error(_explain(error), "library", as_json=arguments.json)
    except Exception as error:  # the last net: a person gets a sentence, the log gets the rest
        from tui.crash_log import record

        print_error(record(error), "unexpected", as_json=arguments.json)
    return 1


def _explain(error: UpheldError) -> str:
    """The error's own sentence, and the option that helps where another library would."""
    if type(error) is Damaged:
        return f"{error} {_MENDING}; to name one: --library FILE"
    return f"{error} To name one: --library FILE" if isinstance(error, _ANOTHER_LIBRARY_HELPS) else str(error)


if __name__ == "__main__":
    sys.exit(main())
