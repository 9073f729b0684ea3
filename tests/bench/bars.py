"""The bars: what is measured, beside what, and how far from it upheld may be."""

from typing import NamedTuple

FRAME_MS = 1000 / 60
"""How long a screen shows one picture."""


class Bar(NamedTuple):
    """What is asked of a figure: `ratio` is the most it may be of the other's, `most` and `least` hold for itself.

    Nothing is asked of one that is only looked at.
    """

    what: str
    unit: str
    beside: str
    ratio: float | None = None
    most: float | None = None
    least: float | None = None

    def is_met(self, figure: float, other: float | None) -> bool | None:
        """Whether the figure stands this bar; None where it takes the other's figure and there is none."""
        if self.most is not None or self.least is not None:
            return (self.most is None or figure <= self.most) and (self.least is None or figure >= self.least)
        return None if self.ratio is None or other is None else figure <= self.ratio * other

    @property
    def asked(self) -> str:
        """The bar in signs."""
        if self.most is not None:
            return f"<= {self.most:.3g} {self.unit}".rstrip()
        if self.least is not None:
            return f">= {self.least:.3g} {self.unit}".rstrip()
        return "-" if self.ratio is None else f"<= {self.ratio:.3g}x"


BARS: dict[str, Bar] = {
    "start": Bar("start to councils and figures, 6,600 letters", "ms", "bare Textual list of 330", ratio=1.25),
    "start-rival": Bar("the same", "ms", "VisiData on a CSV of the same rows", ratio=1),
    "start-large": Bar("the same at 66,000 letters", "ms", "at 6,600", ratio=1.1),
    "key": Bar("key to filtered list, 330 councils", "ms", "key's own echo in the bare list", ratio=1.5),
    "key-many": Bar("key to filtered list, 33,300 names", "ms", "fzf", most=2 * FRAME_MS),
    "find": Bar("one council found", "ms", "rapidfuzz WRatio, same names", ratio=0.5),
    "find-first": Bar("the council meant comes first", "%", "rapidfuzz WRatio, same queries", least=99),
    "import": Bar("import of 6,600 texts", "s", "read, hash, insert, one bulk index", ratio=10),
    "parse": Bar("one letter parsed, CPU", "ms", "another checkout (--before)", ratio=0.25),
    "read": Bar("one letter's bytes to its text", "ms", "decoded and hashed"),
    "read-two": Bar("import of texts: times quicker on two cores", "x", "one core", least=1.7),
    "import-pdfs": Bar("import of 500 PDFs", "s", "pdftotext -layout, each file", ratio=1),
    "stall": Bar("longest hold of the screen while importing", "ms", "the same browser at rest", most=50),
    "search": Bar("first page of words, 6,600 letters", "ms", "bare FTS5, first page marked", ratio=1.3),
    "search-rival": Bar("the same", "ms", "ripgrep over the files", ratio=1),
    "search-large": Bar("first page of words, 66,000 letters", "ms", "bare FTS5, first page marked", ratio=1.3),
    "own-words": Bar("a letter's own words told, 66,000 letters", "ms", ""),
    "show": Bar("upheld show from the shell", "ms", "python -c pass", ratio=8),
    "memory": Bar(
        "browser, every council visited, 6,600 letters", "MB", "bare Textual list, walked through", ratio=1.6
    ),
    "memory-large": Bar("the same at 66,000 letters", "MB", "at 6,600", ratio=1.1),
    "library-size": Bar("library file of 6,600 letters", "MB", "bytes of the letters' text", ratio=2),
}
"""Each bar by its name; the sizes named are those of a run without `--small`."""
