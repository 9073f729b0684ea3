"""One line of a list as it comes on the screen."""

from collections.abc import Callable

from rich.segment import Segment
from textual.content import Content
from textual.strip import Strip
from textual.style import Style


def draw_line(content: Content, width: int, style: Style, get_style: Callable[[str | Style], Style]) -> Strip:
    """The line that `content` is, `width` cells wide, on `style`; `get_style` reads a style of its words.

    It holds no line break, and is wrapped nowhere: Textual's own way, which asks for that, takes three times as long.
    """
    parts = content.render(style, end="", parse_style=get_style)
    strip = Strip([Segment(text, part_style.rich_style) for text, part_style in parts])
    return strip.adjust_cell_length(width, style.rich_style)
