"""The styles of an OpenDocument text, as far as they hide text, strike it out, or raise or lower it."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import TypeVar

_MOST_PARENTS = 32
_PROPERTIES = "style:text-properties"
_NAMED = {"super": 33.0, "sub": -33.0}
_STRUCK = ("style:text-line-through-style", "style:text-line-through-type")


_Stated = TypeVar("_Stated")


@dataclass(slots=True)
class _Style:
    """What a style says itself; None where it leaves it to its parent."""

    parent: str
    is_struck: bool | None = None
    is_hidden: bool | None = None
    position: str | None = None
    font: str | None = None
    colour: str | None = None


class Styles:
    """The styles of a document, taken from its elements and their attributes by short names, by family and name."""

    def __init__(self) -> None:
        self._styles: dict[tuple[str, str], _Style] = {}
        self._defaults: dict[str, _Style] = {}
        self._last: _Style | None = None

    def take(self, element: str, attributes: Mapping[str, str]) -> None:
        """Take the start of an element; what is no style, or one of no family, changes nothing."""
        family = attributes.get("style:family", "")
        if element == "style:style":
            self._last = _Style(attributes.get("style:parent-style-name", ""))
            self._styles[family, attributes.get("style:name", "")] = self._last
        elif element == "style:default-style":
            self._last = self._defaults[family] = _Style("")
        elif element == _PROPERTIES and self._last:
            struck = [attributes[key] != "none" for key in _STRUCK if key in attributes]
            self._last.is_struck = any(struck) if struck else None
            if "text:display" in attributes:
                self._last.is_hidden = attributes["text:display"] == "none"
            self._last.position = attributes.get("style:text-position")
            self._last.colour = attributes.get("fo:color")
            self._last.font = attributes.get("style:font-name") or attributes.get("fo:font-family")

    def close(self, element: str) -> None:
        """Take the end of an element: properties after a style's end are not its own but, say, those of a list."""
        if element in ("style:style", "style:default-style"):
            self._last = None

    def is_struck(self, family: str, name: str) -> bool | None:
        """Whether text of the style is struck out; None where that is left to what is around it."""
        return self._find(family, name, lambda style: style.is_struck)

    def is_hidden(self, family: str, name: str) -> bool | None:
        """Whether text of the style is hidden; None where that is left to what is around it."""
        return self._find(family, name, lambda style: style.is_hidden)

    def find_position(self, family: str, name: str) -> float | None:
        """Give how far over the line text of the style stands, in percent of its height; below it if negative.

        None where that is left to what is around it.
        """
        position = self._find(family, name, lambda style: style.position)
        return None if position is None else _parse_percent(position.strip().partition(" ")[0])

    def find_font(self, family: str, name: str) -> str | None:
        """Give the font of the style; None where that is left to what is around it."""
        font = self._find(family, name, lambda style: style.font)
        return font and font.strip("'\"")

    def find_colour(self, family: str, name: str) -> str | None:
        """Give the colour of the style's text; None where that is left to what is around it."""
        colour = self._find(family, name, lambda style: style.colour)
        return colour and colour.lower()

    def _find(self, family: str, name: str, get: Callable[[_Style], _Stated | None]) -> _Stated | None:
        """Give the first that is stated, by the style itself, its parents, or the default of its family."""
        stated = (get(style) for style in self._walk_parents(family, name))
        return next((one for one in stated if one is not None), None)

    def _walk_parents(self, family: str, name: str) -> Iterator[_Style]:
        """Give the style and its parents, nearest first, and last the default for all of the family."""
        for _ in range(_MOST_PARENTS):
            style = self._styles.get((family, name))
            if not style:
                break
            yield style
            name = style.parent
        if family in self._defaults:
            yield self._defaults[family]


def _parse_percent(written: str) -> float:
    """Give the number of a position, written or named; 0 for what is neither."""
    try:
        return _NAMED[written] if written in _NAMED else float(written.removesuffix("%"))
    except ValueError:
        return 0.0
