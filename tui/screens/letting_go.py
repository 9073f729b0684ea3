"""What is kept of a screen's pictures to draw the next one sooner, let go of once another screen is in front.

It is megabytes, and of most screens that are left no picture comes back.
"""

from rich.cells import cached_cell_len
from textual.geometry import NULL_SIZE, Region
from textual.widget import Widget, _RenderCache

_ANSWERS_KEPT = [cached_cell_len, *(method for method in vars(Region).values() if hasattr(method, "cache_clear"))]
"""What keeps up to 4,096 answers each: how wide a text is, and how two areas lie to each other.

Of an area that scrolls each step is another, and so is each letter by its length.
"""


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
        for kept in _ANSWERS_KEPT:
            kept.cache_clear()
