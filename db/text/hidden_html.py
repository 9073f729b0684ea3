"""What of a web page is not shown, or struck out: from a hidden element's start to where a browser takes it to end."""

import re
from collections import Counter

BLOCKS_APART = frozenset(
    {"p", "h1", "h2", "h3", "h4", "h5", "h6", "table", "ul", "ol", "dl", "blockquote", "pre", "hr"}
)
"""The blocks that stand apart from what is around them."""

BLOCKS = frozenset(
    {
        "address", "article", "aside", "body", "caption", "center", "dd", "details", "div", "dt", "fieldset",
        "figcaption", "figure", "footer", "form", "header", "html", "legend", "li", "main", "nav", "option",
        "section", "summary",
    }
)  # fmt: skip
"""The other elements that begin on a line of their own."""

TABLE_PARTS = frozenset({"tr", "td", "th", "thead", "tbody", "tfoot"})

_UNSHOWN = frozenset({"head", "template", "svg", "math", "object", "audio", "video", "select", "datalist"})
_STRUCK = frozenset({"del", "s", "strike"})
_VOID = frozenset(
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
_HIDING = {
    "display": ("none",),
    "visibility": ("hidden", "collapse"),
    "text-decoration": ("line-through",),
    "text-decoration-line": ("line-through",),
}
"""What an element's own style may say that hides it or strikes it out. Style sheets are not read."""


class Hidden:
    """Is told of a page's tags in order, and says which of them, and so the text between, are not shown."""

    def __init__(self) -> None:
        self._open: list[str] = []
        self._counts: Counter[str] = Counter()

    def __len__(self) -> int:
        """How many elements are open that are not shown: 0 where text is shown, 1 right in the hidden element."""
        return len(self._open)

    def start(self, name: str, attributes: str) -> bool:
        """Take a start tag; whether it belongs to what is not shown."""
        while self._open and name in _ENDED_BY_START.get(self._open[-1], ()):
            self._end_last()
        if not self._open and not _begins_hidden(name, attributes):
            return False
        is_whole = name in _VOID or (self._open[:1] in (["svg"], ["math"]) and attributes.endswith("/"))
        if not is_whole:
            self._open.append(name)
            self._counts[name] += 1
        return True

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


def _begins_hidden(name: str, attributes: str) -> bool:
    """Whether an element is not shown or struck out, by its name or by what its tag says."""
    if name in _UNSHOWN or name in _STRUCK:
        return True
    if not attributes:
        return False
    found = {key.lower(): quoted or single or bare for key, quoted, single, bare in _ATTRIBUTE.findall(attributes)}
    return "hidden" in found or any(map(_hides, found.get("style", "").lower().split(";")))


def _hides(declaration: str) -> bool:
    """Whether a declaration of an element's own style hides it or strikes it out."""
    name, _, value = declaration.partition(":")
    return any(word in value for word in _HIDING.get(name.strip(), ()))
