"""A scrollbar with marks in its track, where in the whole text they stand."""

from collections.abc import Callable, Collection

from rich.color import Color
from rich.segment import Segment, Segments
from rich.style import Style
from textual.color import Color as ThemeColor
from textual.scrollbar import ScrollBarRender

from tui.draw.letter.letter_text import TRACK_MARK

_GREY, _MAGENTA = Color.parse("#555555"), Color.parse("bright_magenta")


def make_renderer(marks: Collection[float], find_color: Callable[[], str]) -> type[ScrollBarRender]:
    """What draws a vertical scrollbar with a sign at each of `marks`, shares of the text from its top (0 to 1).

    `find_color` gives the colour of the theme there is now, as themes have it. A mark is seen on the track and through
    the thumb.
    """

    class MarkedRender(ScrollBarRender):
        """Draws the marks over the bar that Textual draws."""

        @classmethod
        def render_bar(
            cls,
            size: int = 25,
            virtual_size: float = 50,
            window_size: float = 20,
            position: float = 0,
            thickness: int = 1,
            vertical: bool = True,
            back_color: Color = _GREY,
            bar_color: Color = _MAGENTA,
        ) -> Segments:
            """The bar, with a sign instead of a blank where a mark stands."""
            bar = super().render_bar(
                size, virtual_size, window_size, position, thickness, vertical, back_color, bar_color
            )
            lines = list(bar.segments)
            for mark in marks:
                line = min(int(mark * size), size - 1)
                if 0 <= line < len(lines):
                    lines[line] = _mark(lines[line], bar_color, back_color, ThemeColor.parse(find_color()).rich_color)
            return Segments(lines, new_lines=True)

    return MarkedRender


def _mark(segment: Segment, bar_color: Color, back_color: Color, mark_color: Color) -> Segment:
    """One line of a bar with the sign on it, in the colour of the thumb or the track that it was."""
    style = segment.style or Style()
    is_thumb = bool(style.reverse) or segment.text.strip()
    ground = bar_color if is_thumb else back_color
    color = back_color if is_thumb else mark_color
    return Segment(TRACK_MARK * max(len(segment.text), 1), Style(color=color, bgcolor=ground, meta=dict(style.meta)))
