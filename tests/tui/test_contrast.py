"""What is on the screen can be read: contrast as the Web Content Accessibility Guidelines reckon it, of both themes."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from rich.color import Color as RichColor
from rich.segment import Segment
from textual.color import Color

from tests.marks import slow
from tests.tui.draw.seen import strips
from tests.tui.driving import MEDIUM, WIDE, browsing
from tui.app import DARK, LIGHT

TEXT, SHAPE = 4.5, 3.0
SHAPES = set("█▏▎▍▌▋▊▉▒┃━─│├┤┼╂╭╮╰╯▁▂▃▄▅▆▇")
"""Bars, ticks, borders and scrollbars: they carry meaning, but are not read letter by letter."""

UNREAD = set("·")
"""What is left of a bar's hundred per cent: the number beside it says as much."""

SCENES = {
    "the list": ("escape",),
    "the find box": ("l",),
    "figures": ("enter",),
    "another figure": ("enter", "j", "j"),
    "the letter": ("enter", "enter"),
    "all councils of a year": ("enter", "a"),
    "the funnel plot": ("enter", "a", "p"),
    "councils side by side": ("escape", "space", "down", "space", "down", "space", "c"),
    "their intervals": ("escape", "space", "down", "space", "c", "i"),
    "letters by year": ("enter", "A"),
}


def compute_luminance(color: Color) -> float:
    """The relative luminance of a colour, from 0 to 1."""
    parts = [part / 255 for part in color.rgb]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def compute_contrast(one: Color, other: Color) -> float:
    """How much lighter one colour is than another, from 1 to 21."""
    light, dark = sorted((compute_luminance(one), compute_luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def to_color(color: RichColor | None) -> Color:
    assert color is not None
    return Color.from_rich_color(color)


def find_faint(segment: Segment) -> Iterator[str]:
    """The words or shapes of a segment that do not stand out enough, with their contrast."""
    words = segment.text.strip()
    style = segment.style
    if not words or style is None or set(words) <= UNREAD:
        return
    front, ground = to_color(style.color), to_color(style.bgcolor)
    if style.dim:
        front = ground.blend(front, 0.66)
    least = SHAPE if set(words) <= SHAPES | UNREAD else TEXT
    contrast = compute_contrast(front, ground)
    if contrast < least:
        yield f"{contrast:.1f} {words!r} {front.hex} on {ground.hex}"


def test_contrast_is_reckoned_as_the_guidelines_do() -> None:
    assert compute_contrast(Color(0, 0, 0), Color(255, 255, 255)) == pytest.approx(21)
    assert compute_contrast(Color(119, 119, 119), Color(255, 255, 255)) == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("theme", [DARK, LIGHT])
@pytest.mark.parametrize("size", [*slow(MEDIUM), WIDE], ids=str)
@pytest.mark.parametrize("scene", SCENES)
async def test_everything_on_the_screen_can_be_read(
    library: Path, scene: str, size: tuple[int, int], theme: str
) -> None:
    async with browsing(library, size) as browser:
        browser.app.theme = theme
        await browser.press(*SCENES[scene])
        await browser.until(lambda: bool(browser.text.strip()))
        faint = {words for strip in strips(browser.app) for segment in strip for words in find_faint(segment)}
        assert not faint
