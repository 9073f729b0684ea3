"""The limit of a start: a Textual app with a box to type in and a list of the names in a file, and nothing else."""

import sys
from pathlib import Path

from textual.app import App, ComposeResult
from textual.widgets import Input, OptionList


class BareList(App[None]):
    """A box and a list."""

    def compose(self) -> ComposeResult:
        """The two."""
        names = Path(sys.argv[1]).read_text(encoding="utf-8").splitlines()
        yield Input()
        yield OptionList(*names, markup=False)


if __name__ == "__main__":
    BareList().run()
