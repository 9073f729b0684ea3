"""What a list shows on one of its lines or several, drawn for whatever width the list has."""

from collections.abc import Callable

from textual.content import Content
from textual.css.styles import RulesMap
from textual.strip import Strip
from textual.style import Style
from textual.visual import RenderOptions, Visual


class VisualRow(Visual):
    """What `draw` draws for a width in cells. The height is kept: long lists ask for it again and again."""

    def __init__(self, draw: Callable[[int], Content]) -> None:
        self._draw = draw
        # Set from the beginning: what a row is given only when it is asked takes Python a dictionary for each.
        self._width = self._height = 0

    def draw(self, width: int) -> Content:
        """It, in so many cells."""
        return self._draw(width)

    def render_strips(self, width: int, height: int | None, style: Style, options: RenderOptions) -> list[Strip]:
        """It as strips."""
        return self.draw(width).render_strips(width, height, style, options)

    def get_optimal_width(self, rules: RulesMap, container_width: int) -> int:
        """All the width there is."""
        return container_width

    def get_height(self, rules: RulesMap, width: int) -> int:
        """The lines it takes."""
        if self._width != width:
            self._width, self._height = width, self.draw(width).get_height(rules, width)
        return self._height
