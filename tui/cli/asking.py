"""A question put to the person at the terminal, before something is done that they might not want."""

import sys

from db.text.harmless import mask_line
from tui.cli.context import Context
from tui.cli.output import write_beside


def can_ask(context: Context) -> bool:
    """Whether there is a person who reads the question and can answer."""
    return not context.as_json and sys.stdin.isatty() and sys.stderr.isatty()


def ask(question: str) -> bool:
    """Whether the answer is yes; anything else, also none, is no."""
    write_beside(f"{mask_line(question)} [y/N] ")
    return sys.stdin.readline().strip().lower() in ("y", "yes")
