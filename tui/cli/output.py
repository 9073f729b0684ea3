"""What a command writes: the answer on stdout, everything else on stderr."""

import os
import sys
from collections.abc import Iterable, Sequence
from io import TextIOWrapper
from typing import TYPE_CHECKING

from db.text.harmless import escape_json, mask_line, mask_text
from tui.cli.wrapping import HANG, Span, is_dumb_terminal, measure_width, wrap_line

if TYPE_CHECKING:
    from db.json_output import Json

_LONGEST_MESSAGE = 1000
"""Characters: several sentences, each with a name or a path in it."""


class OutputLost(Exception):
    """Stdout does not take the answer; the message is the system's reason.

    `is_unwanted`: whoever was reading has enough of it, which is no error.
    """

    def __init__(self, error: OSError) -> None:
        super().__init__(error.strerror or str(error))
        self.is_unwanted = isinstance(error, BrokenPipeError)


def prepare_streams() -> None:
    """Give every standard stream something behind it, and let a terminal that lacks an é show the rest.

    A stream that whoever called has closed is one that nobody reads or writes, not a reason to fail. Its number must
    not be left to the next file that is opened either: what native code complains of would end in the library.
    """
    while (number := os.open(os.devnull, os.O_RDWR)) <= 2:
        pass
    os.close(number)
    sys.stdin = sys.stdin or os.fdopen(0, "r", encoding="utf-8", closefd=False)
    sys.stdout = sys.stdout or os.fdopen(1, "w", encoding="utf-8", closefd=False)
    sys.stderr = sys.stderr or os.fdopen(2, "w", encoding="utf-8", closefd=False)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="replace")


def print_line(line: str = "", *, hang: int = HANG, marked: Sequence[Span] = ()) -> None:
    """Print a line of the answer: on a terminal broken at words, what goes on set in by `hang` columns more.

    `marked` are stretches of it to be marked, which a terminal that can do so does.

    Raises:
        OutputLost: stdout does not take it.
    """
    is_marking = sys.stdout.isatty() and not is_dumb_terminal()
    _write(wrap_line(mask_line(line), measure_width(sys.stdout), hang, marked if is_marking else ()))


def print_lines(lines: Iterable[str]) -> None:
    """Print lines of the answer, each as `print_line` does; the terminal is asked only once how wide it is.

    Raises:
        OutputLost: stdout does not take them.
    """
    width = measure_width(sys.stdout)
    for line in lines:
        _write(wrap_line(mask_line(line), width))


def print_text(text: str) -> None:
    """Print a text of many lines: on a terminal broken at words, and each line set in as it is in the text.

    Raises:
        OutputLost: stdout does not take it.
    """
    width, text = measure_width(sys.stdout), mask_text(text)
    _write(text if width is None else "\n".join(wrap_line(line, width, hang=0) for line in text.split("\n")))


def print_document(text: str) -> None:
    """Print lines that a program is to read, as they are however wide the terminal is.

    Raises:
        OutputLost: stdout does not take it.
    """
    _write(mask_text(text))


def print_json(answer: "Json") -> None:
    """Print the whole answer as JSON, readable by people too, in UTF-8 whatever the terminal's own characters are.

    Raises:
        OutputLost: stdout does not take it.
    """
    import json

    if isinstance(sys.stdout, TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8", errors="replace")
    _write(escape_json(json.dumps(answer, ensure_ascii=False, indent=2)))


def flush_output() -> None:
    """Hand over what has been printed.

    Raises:
        OutputLost: stdout does not take it.
    """
    try:
        sys.stdout.flush()
    except OSError as error:
        raise OutputLost(error) from error


def drop_output() -> None:
    """Point stdout at nothing, so that Python can close it in peace."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def print_note(line: str) -> None:
    """Tell the person something beside the answer, on stderr."""
    write_beside(wrap_line(mask_line(line), measure_width(sys.stderr)) + "\n")


def write_beside(text: str) -> None:
    """Write on stderr at once; where it takes nothing there is nobody to tell, and the answer counts."""
    try:
        sys.stderr.write(text)
        sys.stderr.flush()
    except OSError:
        pass


def print_error(message: str, kind: str, choices: Sequence[str] = (), *, as_json: bool) -> None:
    """Say why there is no answer: to a person on stderr, to a program as the answer.

    Raises:
        OutputLost: stdout does not take it.
    """
    from db.text.clean import one_line

    message, *choices = (one_line(text, _LONGEST_MESSAGE) for text in (message, *choices))
    if as_json:
        from db.json_output import build_error

        print_json(build_error(kind, message, choices))
        return
    print_note(f"upheld: {message}")
    for choice in choices:
        print_note(f"  {choice}")


def _write(text: str) -> None:
    """Write lines of the answer.

    Raises:
        OutputLost: stdout does not take them.
    """
    try:
        sys.stdout.write(text + "\n")
    except OSError as error:
        raise OutputLost(error) from error
