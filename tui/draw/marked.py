"""How a marked council is told from the others in a list."""

from collections.abc import Callable

from textual.content import Content

MARKED = "✓"
"""Stands behind the name of a marked council."""

_LEAST_NAME = 3


def draw_marked(draw_name: Callable[[int], Content], width: int, *, is_marked: bool) -> Content:
    """A name in exactly `width` cells, a marked one with its sign at the end; `draw_name` fits it into so many."""
    if not is_marked or width < _LEAST_NAME:
        return draw_name(width).truncate(width, pad=True)
    room = width - len(MARKED) - 1
    return Content.assemble(draw_name(room).truncate(room, pad=True), " ", (MARKED, "bold"))


def count_marked(number: int) -> str:
    """How many are marked, for a title: "3 marked"; empty where none is."""
    return f"{number} marked" if number else ""
