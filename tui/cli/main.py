"""The command line: what `upheld` was asked, decided before anything of Textual is imported."""

import argparse
import os
import sys
import tempfile
from collections.abc import Sequence
from io import StringIO, TextIOWrapper
from pathlib import Path

from db.errors import Damaged, LibraryProtected, LibraryUnreadable, NewerLibrary, NotALibrary, UpheldError
from tui.cli.arguments import WrongUsage, build_parser

_ANOTHER_LIBRARY_HELPS = (Damaged, LibraryProtected, LibraryUnreadable, NewerLibrary, NotALibrary)


def default_library() -> Path:
    """The library used when nobody names one: $UPHELD_LIBRARY, else a file in the user's data folder."""
    named = os.environ.get("UPHELD_LIBRARY")
    if named:
        return Path(named).expanduser()
    from platformdirs import user_data_path

    return user_data_path("upheld", appauthor=False) / "library.db"


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; the exit code: 0 done, 1 nothing found or a file refused, 2 wrong usage."""
    if sys.stdout is None:  # closed by whoever called: the exit code is still an answer
        sys.stdout = StringIO()
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="replace")  # a terminal that cannot write a letter's é still shows the rest
    given = list(sys.argv[1:] if argv is None else argv)
    try:
        options = _understood(given)
    except WrongUsage as wrong:
        return _correct(wrong, as_json="--json" in given)
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
        _leave_stdout()
        return 0
    except OSError as error:
        _leave_stdout()
        _refuse(f"The answer could not be written: {error.strerror}.", "output", (), as_json=False)
        return 1
    except KeyboardInterrupt:
        return 130


def _understood(given: list[str]) -> argparse.Namespace:
    parser = build_parser()
    options = parser.parse_args(given)
    if options.command is None and getattr(options, "json", False):
        parser.error("argument --json: it goes with a command")
    if getattr(options, "sample", False) and getattr(options, "library", None):  # one before, one after the command
        parser.error("argument --library: not allowed with argument --sample")
    return options


def _correct(wrong: WrongUsage, *, as_json: bool) -> int:
    if not as_json:
        sys.stderr.write(wrong.usage)
    _refuse(wrong.message, "usage", (), as_json)
    return 2


def _answered(options: argparse.Namespace, library: Path) -> int:
    """Answer, and tell every error as a sentence."""
    as_json = getattr(options, "json", False)
    try:
        code = _answer(options, library, as_json)
        sys.stdout.flush()
        return code
    except UpheldError as error:
        hint = " Name another with: --library FILE" if isinstance(error, _ANOTHER_LIBRARY_HELPS) else ""
        _refuse(f"{error}{hint}", getattr(error, "kind", "library"), getattr(error, "choices", ()), as_json)
    except OSError:
        raise  # stdout did not take the answer; whatever else fails so is an UpheldError by now
    except Exception as error:  # the last net: a person gets a sentence, the log gets the rest
        from tui.crash_log import record

        _refuse(record(error), "unexpected", (), as_json)
    return 1


def _answer(options: argparse.Namespace, library: Path, as_json: bool) -> int:
    if options.command in (None, "browse"):
        from db.library import Library

        if not (sys.stdin.isatty() and sys.stdout.isatty()):
            raise UpheldError("The browser needs a terminal; for an answer in words see: upheld --help")
        with Library.open(library):  # what is wrong with it is told here, not on a screen without councils
            pass
        from tui.app import run  # Textual, which no other command may import

        return run(library, getattr(options, "council", None), sample=getattr(options, "sample", False))
    from tui.cli.context import Question

    question = Question(library, as_json)
    if options.command == "import":
        from tui.cli.import_ import import_files

        return import_files(question, options.paths)
    if options.command == "councils":
        from tui.cli.councils import councils

        return councils(question, options.query, options.all)
    if options.command == "search":
        from tui.cli.search import search

        # An argument of several words was quoted for the shell, and is meant as the phrase it is.
        asked = " ".join(f'"{word}"' if " " in word.strip() and '"' not in word else word for word in options.words)
        return search(question, asked, options.council, getattr(options, "year", None), options.limit)
    if options.command == "check" and options.read_again:
        from tui.cli.reread import reread

        return reread(question)
    if options.command == "check":
        from tui.cli.check import check

        return check(question)
    if options.command == "show":
        from tui.cli.show import show

        return show(question, options.council, getattr(options, "year", None))
    from tui.cli.read import read

    return read(question, options.council, getattr(options, "year", None))


def _refuse(message: str, kind: str, choices: Sequence[str], as_json: bool) -> None:
    from db.text.clean import one_line

    if as_json:
        from db.json_output import error
        from tui.cli.context import say_json

        say_json(error(kind, one_line(message), [one_line(choice) for choice in choices]))
        return
    sys.stderr.write(f"upheld: {one_line(message)}\n")
    for choice in choices:
        sys.stderr.write(f"  {one_line(choice)}\n")


def _leave_stdout() -> None:
    """Point stdout at nothing, so that Python can close it in peace."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _import_samples(library: Path) -> None:
    from importlib.resources import as_file, files

    from db.importer import import_paths

    with as_file(files("sample_letters")) as folder:
        import_paths(library, [folder])


if __name__ == "__main__":
    sys.exit(main())
