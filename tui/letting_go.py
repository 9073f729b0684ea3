"""What is kept to draw the next picture sooner, let go of where that does not come back: megabytes.

So it is once another screen is in front, and where thousands of rows are measured of which few are drawn.
"""

from rich.cells import cached_cell_len
from rich.style import Style as RichStyle
from textual.geometry import NULL_SIZE, Region
from textual.style import Style
from textual.widget import Widget, _RenderCache

_KEEPING = (Region, RichStyle, Style)
"""Classes that keep the last answers, thousands of them, to some questions: how two areas lie, what two styles make.

Of an area that scrolls each step is another, and so is each letter by its length, and the style of what can be selected
by where it stands: most are never asked for again.
"""

_ANSWERS_KEPT = [
    cached_cell_len,
    *(method for each in _KEEPING for method in vars(each).values() if hasattr(method, "cache_clear")),
]


def let_go_of_pictures(screen: Widget, *, is_in_sight: bool) -> None:
    """Let go of the lines as they were last drawn, and of what was worked out to draw them.

    Where the screen still is to be seen below a dialog, whole texts stay as they are drawn.
    """
    for widget in screen.walk_children(Widget, with_self=True):
        widget._styles_cache.clear()
        if widget._render_cache.lines and not is_in_sight:
            widget._render_cache = _RenderCache(NULL_SIZE, [])
            widget._set_dirty()
    if not is_in_sight:
        let_go_of_answers()


def let_go_of_answers() -> None:
    """Let go of what was worked out to draw any screen."""
    for kept in _ANSWERS_KEPT:
        kept.cache_clear()
