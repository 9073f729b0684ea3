"""One line of a list as it comes on the screen."""

from collections.abc import Callable, Sequence
from itertools import pairwise

from rich.segment import Segment
from rich.style import Style as RichStyle
from textual.content import Content
from textual.strip import Strip
from textual.style import Style

Words = tuple[str | Style, ...]
"""The styles of what stands on a line, one on the other, as they are written."""


def draw_line(
    content: Content, width: int, find_look: Callable[[Words], RichStyle], behind: Sequence[Segment] = ()
) -> Strip:
    """The line that `content` is, `width` cells wide; `find_look` says how what is of such styles looks on the line.

    What is `behind` comes after these cells.

    It holds no line break, and is wrapped nowhere: Textual's own way, which asks for that, takes six times as long.
    """
    text, spans = content.plain, content.spans
    edges = {0, len(text), *[start for start, _, _ in spans], *[end for _, end, _ in spans]}
    segments = []
    for left, right in pairwise(sorted(edges)):
        words = tuple([style for start, end, style in spans if start <= left and right <= end])
        segments.append(Segment(text[left:right], find_look(words)))
    missing = width - content.cell_length
    if missing < 0:
        return Strip([*Strip(segments).adjust_cell_length(width), *behind])
    if missing:
        segments.append(Segment(" " * missing, find_look(())))
    return Strip([*segments, *behind], width + sum(segment.cell_length for segment in behind))
