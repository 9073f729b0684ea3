"""The browser opened: from the command line to the first thing that is drawn."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from db.errors import UpheldError
from tui.cli.context import Context
from tui.cli.typed_names import is_browser_possible
from tui.cli.wrapping import is_dumb_terminal

if TYPE_CHECKING:
    from tui.screens.first_question import FirstQuestion

_IN_WORDS = "These answer in words: upheld councils, upheld show COUNCIL, upheld read COUNCIL, upheld search WORDS."


def open_browser(context: Context, council: str | None) -> int:
    """Open the browser, at a council if one is named; the exit code.

    Raises:
        UpheldError: there is no terminal for it, or the library cannot be opened.
    """
    if not is_browser_possible():
        lacking = (
            "This terminal (TERM=dumb) cannot show the browser."
            if is_dumb_terminal()
            else "The browser needs a terminal, for what it reads and what it writes."
        )
        raise UpheldError(f"{lacking} {_IN_WORDS} All commands: upheld --help")
    from tui.collecting import put_off_searching

    put_off_searching()  # a search through all that is imported takes as long as drawing the screen
    from tui.screens.first_question import ask_beforehand

    asked = ask_beforehand(context.library, council)
    try:
        return _run(context, council, asked)
    finally:
        if asked is not None:
            asked.end()


def _run(context: Context, council: str | None, asked: "FirstQuestion | None") -> int:
    """Draw the browser; `asked` has been asked for its first picture.

    Raises:
        UpheldError: the library cannot be opened.
    """
    from tui.allocator import share_one_pool

    share_one_pool()
    with _without_tls():
        from tui.app import run  # Textual, which no other command may import

    if asked is None or not asked.is_ready():
        from db.library import Library

        Library.ask(context.library).close()  # what is wrong with it is told here, not on a screen without councils
        asked = None
    return run(context.library, council, sample=context.is_sample, asked=asked)


@contextmanager
def _without_tls() -> Iterator[None]:
    """Have asyncio, on which Textual runs, found without TLS, which takes a fortieth of the start to load.

    It does without where Python has none, and upheld connects to nothing.
    """
    if "ssl" in sys.modules:
        yield
        return
    sys.modules["ssl"] = None  # type: ignore[assignment]  # what an import of it then raises is that there is none
    try:
        yield
    finally:
        del sys.modules["ssl"]
