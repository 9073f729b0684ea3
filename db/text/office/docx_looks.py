"""How a run of a Word document looks, as far as it decides what is read: hidden, struck out, raised, in signs."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Self

from db.text.office.docx_names import is_on

TOGGLES = frozenset({"vanish", "strike"})
"""The settings that a style turns round where another style has them on already."""

_SWITCHES = frozenset({*TOGGLES, "dstrike"})


@dataclass(slots=True)
class Look:
    """What some settings state themselves; None or no entry where they leave it to others."""

    switches: dict[str, bool] = field(default_factory=dict)
    script: str | None = None
    rise: int | None = None
    colour: str | None = None
    font: str | None = None

    def take(self, setting: str, attributes: Mapping[str, str]) -> None:
        """Take a setting; what decides nothing of what is read changes nothing."""
        value = attributes.get("val", "")
        if setting in _SWITCHES:
            self.switches[setting] = is_on(value)
        elif setting == "vertAlign":
            self.script = value
        elif setting == "position":
            self.rise = parse_half_points(value)
        elif setting == "color":
            self.colour = value.upper()
        elif setting == "rFonts" and (font := attributes.get("ascii") or attributes.get("hAnsi")):
            self.font = font

    def fill_from(self, other: Self) -> None:
        """Take from another what is not stated here."""
        self.switches = {**other.switches, **self.switches}
        self.script = other.script if self.script is None else self.script
        self.rise = other.rise if self.rise is None else self.rise
        self.colour = other.colour if self.colour is None else self.colour
        self.font = other.font if self.font is None else self.font

    @property
    def is_hidden(self) -> bool:
        """Whether it is not shown at all."""
        return self.switches.get("vanish", False)

    @property
    def is_left_out(self) -> bool:
        """Whether it is hidden or struck out."""
        return any(self.switches.values())

    @property
    def is_white(self) -> bool:
        """Whether it has the colour that paper has."""
        return self.colour == "FFFFFF"

    @property
    def height(self) -> int:
        """1 if it is raised over the line, -1 if it stands below it, else 0."""
        if self.script in ("superscript", "subscript"):
            return 1 if self.script == "superscript" else -1
        return ((self.rise or 0) > 0) - ((self.rise or 0) < 0)


def parse_half_points(value: str) -> int:
    """Give a height in half points, of which any but 0 counts; a height of the newer form has its unit behind it."""
    number = value.strip().rstrip("ptcmin")
    try:
        half_points = float(number)
    except ValueError:
        return 0
    return (half_points > 0) - (half_points < 0)
