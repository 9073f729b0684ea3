"""How far something is, in a line that changes several times a second."""

from rich.cells import cell_len
from textual.content import Content

from tui.panes.fitted_text import FittedText


class StatusLine(FittedText):
    """A sentence. The screen is laid out anew only for one that may need other room than the one before."""

    _lengths: tuple[int, ...] | None = None
    """The cells of each word: where they are the same, so are the lines, unless a word is broken."""

    def show(self, sentence: str) -> None:
        """Say this instead."""
        lengths = tuple(cell_len(word) for word in sentence.split(" "))
        self.update(Content(sentence), layout=lengths != self._lengths or max(lengths) > self.size.width)
        self._lengths = lengths
