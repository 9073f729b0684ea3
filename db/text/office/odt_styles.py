"""The styles of an OpenDocument text, as far as they hide text, strike it out, or raise or lower it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

_MOST_PARENTS = 32
_PROPERTIES = "style:text-properties"
_NAMED = {"super": 33.0, "sub": -33.0}
_STRUCK = ("style:text-line-through-style", "style:text-line-through-type")


@dataclass(slots=True)
class _Style:
    """What a style says itself; None where it leaves it to its parent."""

    parent: str
    is_left_out: bool | None = None
    position: str | None = None


class Styles:
    """The styles of a document, taken from its elements and their attributes by short names, by family and name."""

    def __init__(self) -> None:
        self._styles: dict[tuple[str, str], _Style] = {}
        self._last: _Style | None = None

    def take(self, element: str, attributes: Mapping[str, str]) -> None:
        """Take the start of an element; what is no style, or one of no family, changes nothing."""
        if element == "style:style":
            family = attributes.get("style:family", "")
            self._last = _Style(attributes.get("style:parent-style-name", ""))
            self._styles[family, attributes.get("style:name", "")] = self._last
        elif element == _PROPERTIES and self._last:
            struck = [attributes[key] != "none" for key in _STRUCK if key in attributes]
            if attributes.get("text:display") == "none" or any(struck):
                self._last.is_left_out = True
            elif struck or "text:display" in attributes:
                self._last.is_left_out = False
            self._last.position = attributes.get("style:text-position")

    def is_left_out(self, family: str, name: str) -> bool:
        """Whether text of the style is hidden or struck out."""
        stated = (style.is_left_out for style in self._walk_parents(family, name))
        return next((one for one in stated if one is not None), False)

    def find_position(self, family: str, name: str) -> float:
        """Give how far over the line text of the style stands, in percent of its height; below it if negative."""
        stated = (style.position for style in self._walk_parents(family, name))
        return _parse_percent(next((one for one in stated if one is not None), "0%").partition(" ")[0])

    def _walk_parents(self, family: str, name: str) -> Iterator[_Style]:
        """Give the style and its parents, nearest first."""
        for _ in range(_MOST_PARENTS):
            style = self._styles.get((family, name))
            if not style:
                return
            yield style
            name = style.parent


def _parse_percent(written: str) -> float:
    """Give the number of a position, written or named; 0 for what is neither."""
    try:
        return _NAMED[written] if written in _NAMED else float(written.removesuffix("%"))
    except ValueError:
        return 0.0
