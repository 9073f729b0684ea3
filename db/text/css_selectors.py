"""The selectors of style sheets, as far as an element and those around it can be told apart by them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from db.errors import Refused

_IDENTIFIER = r"(?:[-\w]|[^\x00-\x7f]|\\[0-9a-fA-F]{1,6}\s?|\\[^\n0-9a-fA-F])++"
_ESCAPE = re.compile(r"\\(?:([0-9a-fA-F]{1,6})\s?|(.))", re.DOTALL)
_PART = re.compile(
    rf"""
    (?P<combinator>\s*+[>+~|]++\s*+|\s++)
    | (?P<tag>\*|{_IDENTIFIER})
    | \.(?P<class>{_IDENTIFIER})
    | \#(?P<id>{_IDENTIFIER})
    | \[\s*+(?P<attribute>{_IDENTIFIER})\s*+(?:(?P<operator>[~|^$*]?=)\s*+
        (?:"(?P<quoted>[^"]*+)"|'(?P<single>[^']*+)'|(?P<bare>[^\s\]]*+))\s*+[iIsS]?\s*+)?\]
    | (?P<pseudo>::?[-\w]++)(?:\((?P<argument>[^()]*+(?:\([^()]*+\)[^()]*+)*+)\))?
    """,
    re.VERBOSE,
)
_AT_NO_TIME = frozenset(
    {"hover", "focus", "focus-within", "focus-visible", "active", "target", "checked", "before", "after"}
)
"""Pseudo-classes and elements that a page just opened, or the words of its source, never have."""

_MOST_TESTS = 1_000_000
_MOST_COMPOUNDS = 30
TOO_MUCH_CSS = "This page's style sheets are far longer than a letter's; save the letter as PDF or text."


@dataclass(slots=True)
class Element:
    """An element as selectors see it; `index` counts it among its parent's elements, from 1."""

    name: str
    attributes: dict[str, str]
    index: int = 1
    classes: frozenset[str] = frozenset()

    def __post_init__(self) -> None:
        self.classes = frozenset(self.attributes.get("class", "").split())


@dataclass(slots=True)
class Compound:
    """What a selector asks of one element; `combinator` binds it to the compound on its left."""

    combinator: str = ""
    tag: str = ""
    ids: list[str] = field(default_factory=list)
    classes: list[str] = field(default_factory=list)
    attributes: list[tuple[str, str, str]] = field(default_factory=list)
    excluded: list["Selector"] = field(default_factory=list)
    is_first: bool = False
    is_sure: bool = True

    def is_empty(self) -> bool:
        """Whether it asks nothing that tells elements apart."""
        return not (self.tag or self.ids or self.classes or self.attributes)

    def fits(self, element: Element) -> bool:
        """Whether an element is as asked."""
        return (
            (not self.tag or self.tag == element.name)
            and element.classes.issuperset(self.classes)
            and all(one == element.attributes.get("id") for one in self.ids)
            and (not self.is_first or element.index == 1)
            and all(_has_attribute(element, *one) for one in self.attributes)
            and not any(one.compounds[-1].fits(element) for one in self.excluded)
        )


@dataclass(slots=True)
class Selector:
    """Compounds from left to right. One that is not sure fits more elements than a browser would take."""

    compounds: list[Compound]
    specificity: tuple[int, int, int]
    is_sure: bool


class Matcher:
    """Tries selectors on elements, and gives up on a page that asks for too many tries."""

    def __init__(self) -> None:
        self._tests = 0

    def fits(self, selector: Selector, element: Element, around: Sequence[Element]) -> bool:
        """Whether a selector fits an element that stands in those `around` it, outermost first.

        Raises:
            Refused: If so much was asked that no letter's page needs it.
        """
        self._tests += 1
        if self._tests > _MOST_TESTS:
            raise Refused(TOO_MUCH_CSS)
        return selector.compounds[-1].fits(element) and self._fits_around(selector.compounds, around)

    def _fits_around(self, compounds: Sequence[Compound], around: Sequence[Element]) -> bool:
        """Whether the compounds left of the last fit the elements around, each as the combinator to its right says."""
        if len(compounds) == 1:
            return True
        depths = range(len(around) - 1, -1, -1)
        for depth in depths[:1] if compounds[-1].combinator == ">" else depths:
            self._tests += 1
            if self._tests > _MOST_TESTS:
                raise Refused(TOO_MUCH_CSS)
            if compounds[-2].fits(around[depth]) and self._fits_around(compounds[:-1], around[:depth]):
                return True
        return False


def parse_selectors(written: str) -> list[Selector]:
    """Give the selectors of a list, without those that fit nothing, or that cannot be told to fit less than all."""
    found = (_parse_selector(one.strip()) for one in _split_list(written))
    return [one for one in found if one]


def _split_list(written: str) -> list[str]:
    """Split a list of selectors at the commas outside brackets."""
    parts, depth, start = [], 0, 0
    for mark in re.finditer(r"[()\[\],]", written):
        if mark[0] in "([":
            depth += 1
        elif mark[0] in ")]":
            depth -= 1
        elif depth <= 0:
            parts.append(written[start : mark.start()])
            start = mark.end()
    return [*parts, written[start:]]


def _parse_selector(written: str) -> Selector | None:
    """Give a selector; None where it fits nothing, or where nothing certain is left of it."""
    compounds = [Compound()]
    offset, weights = 0, [0, 0, 0]
    while offset < len(written):
        part = _PART.match(written, offset)
        if not part:
            return None
        offset = part.end()
        if part["combinator"]:
            mark = part["combinator"].strip()
            if mark in ("", ">"):
                compounds.append(Compound(mark or " "))
            else:  # what stands beside an element is not kept, so it is taken to be as asked
                compounds = [Compound(is_sure=False)]
        elif not _add_part(compounds[-1], part, weights):
            return None
    is_sure = all(one.is_sure for one in compounds) and len(compounds) <= _MOST_COMPOUNDS
    compounds = compounds[-_MOST_COMPOUNDS:]
    if not is_sure and compounds[-1].is_empty():
        return None
    return Selector(compounds, (weights[0], weights[1], weights[2]), is_sure)


def _add_part(compound: Compound, part: re.Match[str], weights: list[int]) -> bool:
    """Add a simple selector to a compound, and its weight; whether that can fit anything."""
    if part["tag"]:
        compound.tag = "" if part["tag"] == "*" else _unescape(part["tag"]).lower()
        weights[2] += bool(compound.tag)
    elif part["id"]:
        compound.ids.append(_unescape(part["id"]))
        weights[0] += 1
    elif part["pseudo"]:
        return _add_pseudo(compound, part["pseudo"].lower(), part["argument"] or "", weights)
    elif part["class"]:
        compound.classes.append(_unescape(part["class"]))
        weights[1] += 1
    else:
        value = part["quoted"] or part["single"] or part["bare"] or ""
        compound.attributes.append((_unescape(part["attribute"]).lower(), part["operator"] or "", value))
        weights[1] += 1
    return True


def _add_pseudo(compound: Compound, written: str, argument: str, weights: list[int]) -> bool:
    """Add a pseudo-class, unsure where it is not followed; whether that can fit anything."""
    name = written.lstrip(":")
    if written.startswith("::") or name in _AT_NO_TIME:
        return False
    weights[1] += name != "where"
    if name == "root":
        compound.tag = compound.tag or "html"
    elif name == "first-child":
        compound.is_first = True
    elif name == "not":
        excluded = parse_selectors(argument)
        # What it leaves out is known where each selector is of one element and followed.
        if excluded and all(one.is_sure and len(one.compounds) == 1 for one in excluded):
            compound.excluded += excluded
        else:
            compound.is_sure = False
    else:
        compound.is_sure = False
    return True


def _has_attribute(element: Element, name: str, operator: str, value: str) -> bool:
    """Whether an element has an attribute that is as a selector asks."""
    held = element.attributes.get(name)
    if held is None or not operator:
        return held is not None
    if operator == "=":
        return held == value
    if operator == "|=":
        return held == value or held.startswith(value + "-")
    if not value:
        return False
    return {
        "~=": value in held.split(),
        "^=": held.startswith(value),
        "$=": held.endswith(value),
        "*=": value in held,
    }[operator]


def _unescape(identifier: str) -> str:
    """Give an identifier with its escapes made the characters they stand for."""
    return _ESCAPE.sub(lambda found: _decode(found[1]) if found[1] else found[2], identifier)


def _decode(digits: str) -> str:
    """Give the character of a code point in hexadecimal digits."""
    code = int(digits, 16)
    return chr(code) if 0 < code < 0xD800 or 0xDFFF < code <= 0x10FFFF else "\ufffd"
