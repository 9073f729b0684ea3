"""Style sheets in a page: the rules that may raise, strike out or hide, and what they come to for an element."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from db.errors import Refused
from db.text.css_selectors import TOO_MUCH_CSS, Element, Matcher, Selector, parse_selectors

FOLLOWED = frozenset(
    {
        "display", "visibility", "content-visibility", "opacity", "color", "font-size", "font-variant-position",
        "text-decoration-line", "vertical-align", "position", "top", "bottom", "left", "right", "text-indent", "clip",
        "clip-path", "overflow", "height", "max-height", "width", "max-width", "transform", "filter",
        "background-color",
    }
)  # fmt: skip
"""The properties that may raise text, strike it out, hide it or set it on a line of its own."""

_SHORT_FOR = {
    "text-decoration": "text-decoration-line",
    "overflow-x": "overflow",
    "overflow-y": "overflow",
    "background": "background-color",
}
"""Properties that are taken for the one that matters of those they set."""

MAX_RULES = 50_000
"""The most selectors with a followed property that a page may have."""

_MOST_NESTED = 200
_COMMENT = re.compile(r"/\*.*?(?:\*/|\Z)|<!--|-->", re.DOTALL)
_PIECE = re.compile(r""""(?:[^"\\\n]|\\.)*+"?|'(?:[^'\\\n]|\\.)*+'?|\\.|[{};]""", re.DOTALL)
_IMPORTANT = re.compile(r"!\s*important\s*$", re.IGNORECASE)
_WIDTH = re.compile(r"\(\s*(min|max)-(?:device-)?width\s*:\s*([\d.]+)(px|em|rem)\s*\)")
_WINDOW = 1280
"""How wide a window is taken to be, in pixels, where a style sheet asks."""

Declarations = dict[str, tuple[str, bool]]
"""Values by property, with whether each is marked as important."""


def parse_declarations(written: str) -> Declarations:
    """Give the followed properties of a list of declarations."""
    found: Declarations = {}
    for declaration in written.split(";"):
        name, _, value = declaration.partition(":")
        key = name.strip().lower().removeprefix("-webkit-").removeprefix("-moz-")
        key = _SHORT_FOR.get(key, key)
        if key not in FOLLOWED:
            continue
        plain = _IMPORTANT.sub("", value)
        is_important = plain != value
        if is_important or not found.get(key, ("", False))[1]:
            found[key] = (plain.strip().lower(), is_important)
    return found


@dataclass(slots=True)
class _Rule:
    """What a selector's elements are given; not sure where it may hold at another time or for others."""

    selector: Selector
    declarations: Declarations
    order: int
    is_sure: bool


@dataclass(slots=True)
class _Block:
    """A block of a style sheet that is open: its selectors, none where it only groups others."""

    selectors: list[Selector]
    is_sure: bool
    is_skipped: bool = False
    declarations: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Style:
    """What style sheets give an element: values by property, and those that it may have for all that is known."""

    values: dict[str, str]
    possible: Sequence[tuple[str, str]] = ()


class Sheets:
    """The style sheets of a page, in order.

    A page without a doctype `is_quirky`: there, classes and ids mean the same in capitals and small letters.
    """

    def __init__(self, *, is_quirky: bool = False) -> None:
        self.is_quirky = is_quirky
        self._rules: defaultdict[str, list[_Rule]] = defaultdict(list)
        self._count = 0
        self._matcher = Matcher()

    def add(self, css: str, media: str = "") -> None:
        """Take one more sheet, for the media its element names.

        Raises:
            Refused: If there are more rules than in any letter's page, or deeper ones.
        """
        applies = _applies(media)
        blocks = [_Block([], applies is not None, applies is False)]
        css = _COMMENT.sub(" ", css.lower() if self.is_quirky else css)
        start = 0
        for piece in _PIECE.finditer(css):
            if piece[0] not in "{};":
                continue
            written = css[start : piece.start()]
            start = piece.end()
            if len(blocks) > _MOST_NESTED:
                raise Refused(TOO_MUCH_CSS)
            if piece[0] == "{":
                blocks.append(_open_block(written.strip(), blocks[-1]))
                continue
            blocks[-1].declarations.append(written)
            if piece[0] == "}" and len(blocks) > 1:
                self._take(blocks.pop())
        blocks[-1].declarations.append(css[start:])
        for block in reversed(blocks):
            self._take(block)

    def find_style(self, element: Element, around: Sequence[Element]) -> Style:
        """Give the style of an element that stands in those `around` it, its own `style` the strongest."""
        ranked: dict[str, tuple[tuple[bool, bool, tuple[int, int, int], int], str]] = {}
        possible: list[tuple[str, str]] = []
        for rule in self._find_rules(element):
            if not self._matcher.fits(rule.selector, element, around):
                continue
            if not rule.is_sure:
                possible += ((name, value) for name, (value, _) in rule.declarations.items())
                continue
            for name, (value, is_important) in rule.declarations.items():
                rank = (is_important, False, rule.selector.specificity, rule.order)
                if name not in ranked or ranked[name][0] <= rank:
                    ranked[name] = (rank, value)
        for name, (value, is_important) in parse_declarations(element.attributes.get("style", "")).items():
            rank = (is_important, True, (0, 0, 0), 0)
            if name not in ranked or ranked[name][0] <= rank:
                ranked[name] = (rank, value)
        return Style({name: value for name, (_, value) in ranked.items()}, possible)

    def _find_rules(self, element: Element) -> Iterator[_Rule]:
        """Give the rules that may fit an element, by what their selectors' last part asks for."""
        if not self._rules:
            return
        keys = ["*", element.name, *("." + one for one in element.classes), "#" + element.attributes.get("id", "")]
        for key in keys:
            yield from self._rules.get(key, ())

    def _take(self, block: _Block) -> None:
        """Keep the rules of a block that has ended."""
        if block.is_skipped or not block.selectors:
            return
        declarations = parse_declarations(";".join(block.declarations))
        if not declarations:
            return
        for selector in block.selectors:
            self._count += 1
            if self._count > MAX_RULES:
                raise Refused(
                    "This page's style sheets are far longer than a letter's; save the letter as PDF or text."
                )
            rule = _Rule(selector, declarations, self._count, block.is_sure and selector.is_sure)
            self._rules[_find_key(selector)].append(rule)


def _find_key(selector: Selector) -> str:
    """Give what an element must have to fit a selector's last part: its id, a class, its name, or nothing."""
    last = selector.compounds[-1]
    if last.ids:
        return "#" + last.ids[0]
    return "." + last.classes[0] if last.classes else last.tag or "*"


def _open_block(prelude: str, outer: _Block) -> _Block:
    """Give the block that such words begin in another."""
    if outer.is_skipped:
        return _Block([], False, is_skipped=True)
    if not prelude.startswith("@"):
        is_nested = bool(outer.selectors)
        return _Block(parse_selectors(prelude.replace("&", " ").lstrip(" >+~")), outer.is_sure and not is_nested)
    name, _, condition = prelude[1:].replace("(", " (", 1).partition(" ")
    applies: bool | None = False
    if name.lower() == "media":
        applies = _applies(condition)
    elif name.lower() == "layer":
        applies = True
    elif name.lower() == "supports":
        applies = None if re.search(r"\bnot\b", condition) else True
    elif name.lower() in ("container", "scope", "document", "-moz-document"):
        applies = None
    return _Block(outer.selectors, outer.is_sure and applies is True, applies is False)


def _applies(query: str) -> bool | None:
    """Whether a media query holds on an ordinary screen; None where that is not known."""
    answers = [_applies_alone(one.strip().lower()) for one in query.split(",")]
    if True in answers:
        return True
    return None if None in answers else False


def _applies_alone(query: str) -> bool | None:
    """Whether one query of a list holds; None where that is not known."""
    query = query.removeprefix("only ").strip()
    first = re.match(r"(not\s+)?([a-z]*)", query)
    medium = first[2] if first else ""
    if first and first[1]:
        return True if medium not in ("screen", "all", "") and "(" not in query else None
    if medium not in ("screen", "all", ""):
        return False
    for bound, number, unit in _WIDTH.findall(query):
        pixels = _to_number(number) * (1 if unit == "px" else 16)
        if pixels > _WINDOW if bound == "min" else pixels < _WINDOW:
            return False
    return None if "(" in _WIDTH.sub("", query) else True


def _to_number(written: str) -> float:
    """Give a number of a style sheet; 0 for what is none."""
    try:
        return float(written)
    except ValueError:
        return 0.0
