"""What a list shows on one of its lines or several, drawn for whatever width the list has."""

from collections.abc import Callable

from textual.content import Content
from textual.css.styles import RulesMap
from textual.strip import Strip
from textual.style import Style
from textual.visual import RenderOptions, Visual


class VisualRow(Visual):
    """Something that `draw` draws for a width in cells. The height is kept: long lists ask for it again and again."""

    def __init__(self, draw: Callable[[int], Content]) -> None:
        self.draw = draw
        self._known_height = (0, 0)

    def render_strips(self, width: int, height: int | None, style: Style, options: RenderOptions) -> list[Strip]:
        """It as strips."""
        return self.draw(width).render_strips(width, height, style, options)

    def get_optimal_width(self, rules: RulesMap, container_width: int) -> int:
        """All the width there is."""
        return container_width

    def get_height(self, rules: RulesMap, width: int) -> int:
        """The lines it takes."""
        if self._known_height[0] != width:
            self._known_height = (width, self.draw(width).get_height(rules, width))
        return self._known_height[1]
