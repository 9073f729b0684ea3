"""The programs that are measured, as words of a command line."""

import shutil
import sys
from pathlib import Path

Words = list[str | Path]


def upheld(*words: str | Path) -> Words:
    """The command line of this checkout, as the installed script begins it."""
    return [sys.executable, "-c", "import sys; from tui.cli.main import main; sys.exit(main())", *words]


def program(name: str, *words: str | Path) -> Words:
    """A program of the bench's own."""
    return [sys.executable, "-m", f"tests.bench.programs.{name}", *words]


def find_missing(name: str) -> str | None:
    """That a program is not installed, or None."""
    return None if shutil.which(name) else f"{name} is not installed"
