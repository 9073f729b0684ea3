"""How a page's open elements look, as far as that raises their text, strikes it out, hides it or sets it apart."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from db.text.css import Sheets, Style
from db.text.css_selectors import Element
from db.text.hidden_html import BLOCKS, BLOCKS_APART, TABLE_PARTS, VOID, is_ended_by_start

_MOST_OPEN = 200
_FAR = 500.0
_RAISED_TAGS = {"sup": 1, "sub": -1}
_OWN_LINE = frozenset({"block", "flex", "grid", "list-item", "table", "table-row", "flow-root"})
_SIDE_BY_SIDE = frozenset({"flex", "inline-flex", "grid", "inline-grid"})
_BOXES_IN_LINE = frozenset({"inline-block", "inline-flex", "inline-grid", "inline-table"})
_PIXELS = {
    "px": 1.0, "pt": 1.33, "em": 16.0, "rem": 16.0, "ex": 8.0, "ch": 8.0, "in": 96.0, "cm": 37.8, "mm": 3.78,
    "pc": 16.0, "vw": 12.8, "vh": 8.0, "%": 0.16,
}  # fmt: skip
"""How many pixels a unit is, about; a percent is taken as one of a line's height."""

_UNNOTICED = 1.5
"""By how many pixels words may be moved up or down without looking raised."""

_LENGTH = re.compile(r"([-+]?(?:\d{1,200}+(?:\.\d{0,200}+)?|\.\d{1,200}+))(px|pt|em|rem|ex|ch|%|in|cm|mm|pc|vw|vh)?$")
_CLIPPED = re.compile(r"rect\(\s*(?:[01](?:px)?[\s,]*){4}\)|inset\(\s*(?:50|[6-9]\d|100)%|circle\(\s*0")
_FILTERED = re.compile(r"opacity\(\s*+0?\.?0*+%?\s*+\)")
_NOT_SEEN = {
    "visibility": re.compile("hidden|collapse"),
    "font-size": re.compile(r"[+-]?0{1,200}+(?:\.0{1,200}+)?(?:[a-z]+|%)?$"),
    "color": re.compile(
        r"transparent$|(?:rgb|hsl)a?\((?:(?:[^,/()]+,){3}|[^,/()]+/)\s*0?\.?0+%?\s*\)$|#[0-9a-f]{3}0$|#[0-9a-f]{6}00$"
    ),
}
"""Values of inherited properties that hide text, until an element in the element says otherwise."""

_WHITE = re.compile(r"white$|#f{3}(?:f{3})?$|rgba?\(\s*(?:255[,\s]+){2}255\s*\)$|" + _NOT_SEEN["color"].pattern)
"""The colours that are not seen on a page that is white everywhere."""


@dataclass(slots=True)
class Look(Element):
    """An open element, and how its text looks: raised or lowered (1, -1), unseen, or only perhaps there.

    One that `is_apart` is a box in its line; one that `lays_side_by_side` makes such boxes of those in it.
    """

    rise: int = 0
    unseen: frozenset[str] = frozenset()
    is_doubtful: bool = False
    is_hidden: bool = False
    is_on_own_line: bool = False
    is_apart: bool = False
    lays_side_by_side: bool = False
    is_closed: bool = False
    children: int = 0


class OpenElements:
    """Is told of the tags that are shown, in order, and says how the text between them looks.

    Where the page `is_white` everywhere, white text is not seen.
    """

    def __init__(self, sheets: Sheets, *, is_white: bool = False) -> None:
        self._sheets = sheets
        self._not_seen = {**_NOT_SEEN, "color": _WHITE} if is_white else _NOT_SEEN
        self._open: list[Look] = []

    @property
    def innermost(self) -> Look | None:
        """The element that text now stands in."""
        return self._open[-1] if self._open else None

    def start(self, name: str, attributes: dict[str, str]) -> Look:
        """Take a start tag, and give its element's look; one that is hidden stays out."""
        while self._open and is_ended_by_start(self._open[-1].name, name):
            self._open.pop()
        outer = self.innermost
        if self._sheets.is_quirky:
            attributes.update((key, attributes[key].lower()) for key in ("class", "id") if key in attributes)
        look = Look(name, attributes)
        if outer:
            outer.children += 1
            look.index = outer.children
        self._set(look, outer)
        if not look.is_hidden and name not in VOID:
            self._open.append(look)
            del self._open[: len(self._open) - _MOST_OPEN]
        return look

    def end(self, name: str) -> list[Look]:
        """Take an end tag, and give the elements that it ends."""
        is_part = name in BLOCKS or name in BLOCKS_APART or name in TABLE_PARTS
        for depth in range(len(self._open) - 1, -1, -1):
            look = self._open[depth]
            if look.name == name:
                ended = self._open[depth:]
                del self._open[depth:]
                return ended
            if look.name in ("td", "th", "table", "caption") and not is_part:
                break
        return []

    def lay_flat(self) -> None:
        """Let nothing that is open be raised any more, as a block begins or ends."""
        for look in self._open:
            look.rise = 0

    def _set(self, look: Look, outer: Look | None) -> None:
        """Work out a look from its styles and from the element around it."""
        style = self._sheets.find_style(look, self._open)
        values = style.values
        if look.name == "font" and "color" in look.attributes:
            values.setdefault("color", look.attributes["color"].strip().lower())
        inherited = outer.unseen if outer else frozenset()
        look.unseen = frozenset(
            key for key, wanted in self._not_seen.items() if _is_unseen(values.get(key), wanted, key in inherited)
        )
        if _is_colour(values.get("color", "")) and values["color"] == values.get("background-color"):
            look.unseen |= {"color"}  # ink on ink
        is_inline = look.name not in BLOCKS and look.name not in BLOCKS_APART and look.name not in TABLE_PARTS
        display = values.get("display", "")
        look.is_on_own_line = is_inline and display in _OWN_LINE
        look.is_apart = display in _BOXES_IN_LINE or (outer is not None and outer.lays_side_by_side)
        look.lays_side_by_side = display in _SIDE_BY_SIDE
        rise = _RAISED_TAGS.get(look.name, 0) or (_find_rise(values) if is_inline else 0)
        look.rise = rise or (outer.rise if outer else 0)
        look.is_hidden = (
            hides(values)
            or ("hidden" in look.attributes and "display" not in values)
            or (look.name == "dialog" and "open" not in look.attributes)
            or (outer is not None and outer.is_closed and look.name != "summary")
        )
        look.is_closed = look.name == "details" and "open" not in look.attributes
        look.is_doubtful = (outer is not None and outer.is_doubtful) or self._may_look_otherwise(style, is_inline)

    def _may_look_otherwise(self, style: Style, is_inline: bool) -> bool:
        """Whether rules not followed to the end, or values that are not known, may hide, strike out or raise."""
        unknown = ("display", "visibility", "text-decoration-line", "vertical-align")
        if any("var(" in style.values.get(name, "") for name in unknown):
            return True
        return any(
            hides({**style.values, name: value})
            or (name in self._not_seen and bool(self._not_seen[name].match(value)))
            or (is_inline and _find_rise({**style.values, name: value}) != _find_rise(style.values))
            for name, value in style.possible
        )


def hides(values: Mapping[str, str]) -> bool:
    """Whether such a style hides an element with all that is in it, or strikes it out."""
    if (
        "none" in values.get("display", "").split()
        or "line-through" in values.get("text-decoration-line", "")
        or values.get("content-visibility") == "hidden"
        or _to_length(values.get("opacity", "1")) == 0
        or _FILTERED.search(values.get("filter", ""))
        or values.get("transform", "").replace(" ", "").startswith(("scale(0)", "scale(0,"))
        or _CLIPPED.match(values.get("clip-path", ""))
        or _to_length(values.get("text-indent", "0")) <= -_FAR
    ):
        return True
    if values.get("position") in ("absolute", "fixed"):
        if _CLIPPED.match(values.get("clip", "")):
            return True
        if any(_to_length(values.get(side, "0")) <= -_FAR for side in ("left", "top", "right", "bottom")):
            return True
    is_cut = values.get("overflow", "").startswith(("hidden", "clip"))
    return is_cut and any(_is_tiny(values.get(side, "auto")) for side in ("height", "max-height", "width", "max-width"))


def _find_rise(values: Mapping[str, str]) -> int:
    """Give whether such a style raises (1) or lowers (-1) what is in a line."""
    align = values.get("vertical-align", "")
    named = {"super": 1, "sub": -1}.get(align) or {"super": 1, "sub": -1}.get(values.get("font-variant-position", ""))
    if named:
        return named
    if align in ("top", "text-top") and "font-size" in values:
        return 1
    if align in ("bottom", "text-bottom") and "font-size" in values:
        return -1
    shift = _to_length(align)
    if not shift and values.get("position") == "relative":
        shift = -_to_length(values.get("top", "0")) or _to_length(values.get("bottom", "0"))
    return (shift > _UNNOTICED) - (shift < -_UNNOTICED)


def _is_colour(written: str) -> bool:
    """Whether a value names a colour, and not where to take one from."""
    return written not in ("", "inherit", "initial", "unset", "revert", "currentcolor")


def _is_unseen(value: str | None, wanted: re.Pattern[str], is_inherited: bool) -> bool:
    """Whether text is unseen by a property's value, or by that of an element around, where it has none."""
    if value is None or value in ("inherit", "unset"):
        return is_inherited
    return bool(wanted.match(value))


def _is_tiny(written: str) -> bool:
    """Whether a length leaves no room for words; a part of what is around is not known to."""
    found = _LENGTH.match(written)
    return found is not None and 0 <= _to_length(written) <= 1 and (found[2] != "%" or _to_length(written) == 0)


def _to_length(written: str) -> float:
    """Give a length in pixels, about, or a bare number; 0 for a word."""
    found = _LENGTH.match(written)
    return float(found[1]) * _PIXELS[found[2] or "px"] if found else 0.0
