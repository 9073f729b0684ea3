"""What of a web page is not shown, or struck out: from a hidden element's start to where a browser takes it to end."""

import html
import re
from collections import Counter

BLOCKS_APART = frozenset(
    {"p", "h1", "h2", "h3", "h4", "h5", "h6", "table", "ul", "ol", "dl", "blockquote", "pre", "hr"}
)
"""The blocks that stand apart from what is around them."""

BLOCKS = frozenset(
    {
        "address", "article", "aside", "body", "caption", "center", "dd", "details", "dialog", "div", "dt", "fieldset",
        "figcaption", "figure", "footer", "form", "header", "html", "legend", "li", "main", "nav", "option",
        "section", "summary",
    }
)  # fmt: skip
"""The other elements that begin on a line of their own."""

TABLE_PARTS = frozenset({"tr", "td", "th", "thead", "tbody", "tfoot"})

_UNSHOWN = frozenset(
    {
        "head", "template", "noscript", "svg", "math", "object", "audio", "video", "canvas", "select", "datalist",
        "progress", "meter", "rp",
    }
)  # fmt: skip
_STRUCK = frozenset({"del", "s", "strike"})
VOID = frozenset(
    {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr"}
)

_PARTS = frozenset({"thead", "tbody", "tfoot"})
_ENDED_BY_START = {
    "head": BLOCKS | BLOCKS_APART,
    "p": BLOCKS | BLOCKS_APART | TABLE_PARTS,
    "li": frozenset({"li"}),
    "dt": frozenset({"dt", "dd"}),
    "dd": frozenset({"dt", "dd"}),
    "td": TABLE_PARTS,
    "th": TABLE_PARTS,
    "tr": _PARTS | {"tr"},
    "thead": _PARTS,
    "tbody": _PARTS,
    "tfoot": _PARTS,
}
"""Elements whose end may be left out, by the elements whose start ends them."""

_ENDED_BY_END = BLOCKS | BLOCKS_APART | TABLE_PARTS
_ENDED_BY_THEIR_OWN_END = (_ENDED_BY_END | _UNSHOWN | {"s", "strike"}) - _ENDED_BY_START.keys()

_ATTRIBUTE = re.compile(r"""([^\s/>=]++) (?: \s*+ = \s*+ (?: "([^"]*+)" | '([^']*+)' | ([^\s>]*+) ) )?+""", re.VERBOSE)


class Hidden:
    """Is told of a page's tags in order, and says which of them, and so the text between, are not shown."""

    def __init__(self) -> None:
        self._open: list[str] = []
        self._counts: Counter[str] = Counter()

    def __len__(self) -> int:
        """How many elements are open that are not shown: 0 where text is shown, 1 right in the hidden element."""
        return len(self._open)

    def start(self, name: str, attributes: str) -> bool:
        """Take a start tag; whether it stands in what is not shown."""
        while self._open and name in _ENDED_BY_START.get(self._open[-1], ()):
            self._end_last()
        if not self._open:
            return False
        self.open(name, attributes)
        return True

    def open(self, name: str, attributes: str) -> None:
        """Take the start tag of an element that is not shown."""
        is_whole = name in VOID or (self._open[:1] in (["svg"], ["math"]) and attributes.endswith("/"))
        if not is_whole:
            self._open.append(name)
            self._counts[name] += 1

    def end(self, name: str) -> bool:
        """Take an end tag; whether it belongs to what is not shown."""
        if not self._open:
            return False
        if self._counts[name]:
            while self._end_last() != name:
                pass
            return True
        if name not in _ENDED_BY_END or self._open[0] in _ENDED_BY_THEIR_OWN_END:
            return True
        # The end of a block around all this ends it too: a cell, a paragraph, a hidden word in one.
        self._open.clear()
        self._counts.clear()
        return False

    def _end_last(self) -> str:
        """End the innermost element that is not shown, and give its name."""
        name = self._open.pop()
        self._counts[name] -= 1
        return name


def is_unshown(name: str) -> bool:
    """Whether elements of a name are never shown, or always struck out."""
    return name in _UNSHOWN or name in _STRUCK


def is_ended_by_start(name: str, started: str) -> bool:
    """Whether an open element ends where another starts, as its own end may be left out."""
    return started in _ENDED_BY_START.get(name, ())


def parse_attributes(attributes: str) -> dict[str, str]:
    """Give the attributes of a tag by their names, the first of a name, references decoded."""
    found: dict[str, str] = {}
    for key, quoted, single, bare in _ATTRIBUTE.findall(attributes):
        found.setdefault(key.lower(), html.unescape(quoted or single or bare))
    return found
