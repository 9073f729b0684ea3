"""The title in the border of a pane, drawn by itself."""

from textual.content import Content
from textual.geometry import Region
from textual.widget import Widget


def draw_border_title(pane: Widget, title: Content) -> None:
    """Put a title in the upper border of a pane, and draw that line anew; Textual would draw every line of the pane."""
    if pane._border_title is None or not title.is_same(pane._border_title):
        pane._border_title = title  # as `border_title` sets it, which has the whole pane drawn
        gutter = pane.gutter
        pane.refresh(Region(-gutter.left, -gutter.top, pane.outer_size.width, 1))
