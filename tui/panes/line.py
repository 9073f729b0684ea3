"""One line of a list as it comes on the screen."""

from collections.abc import Callable, Sequence
from itertools import pairwise
from operator import attrgetter

from rich.segment import Segment
from rich.style import Style as RichStyle
from textual.content import Content, Span
from textual.strip import Strip
from textual.style import Style

Words = tuple[str | Style, ...]
"""The styles of what stands on a line, one on the other, as they are written."""

_Stretch = tuple[int, int, Words]
"""From where to where, and what of the styles is there."""

_measure = attrgetter("cell_length")


def draw_line(
    content: Content, width: int, find_look: Callable[[Words], RichStyle], behind: Sequence[Segment] = ()
) -> Strip:
    """The line that `content` is, `width` cells wide; `find_look` says how what is of such styles looks on the line.

    What is `behind` comes after these cells.

    It holds no line break, and is wrapped nowhere: Textual's own way, which asks for that, takes six times as long.
    """
    text = content.plain
    stretches = _part_text(len(text), content.spans)
    segments = [Segment(text[start:end], find_look(words)) for start, end, words in stretches]
    missing = width - content.cell_length
    if missing < 0:
        return Strip([*Strip(segments).adjust_cell_length(width), *behind])
    if missing:
        segments.append(Segment(" " * missing, find_look(())))
    return Strip([*segments, *behind], width + sum(map(_measure, behind)))


def _part_text(length: int, spans: Sequence[Span]) -> list[_Stretch]:
    """The stretches of a text of such a length, each with the styles of all spans that it is in."""
    stretches, reached = list[_Stretch](), 0
    for start, end, style in spans:
        if start < reached:
            return _part_overlaid(length, spans)
        if start < end:  # an empty one says nothing
            if reached < start:
                stretches.append((reached, start, ()))
            stretches.append((start, end, (style,)))
            reached = end
    if reached < length:
        stretches.append((reached, length, ()))
    return stretches


def _part_overlaid(length: int, spans: Sequence[Span]) -> list[_Stretch]:
    """The same where some spans lie over others, or before them."""
    edges = {0, length, *[start for start, _, _ in spans], *[end for _, end, _ in spans]}
    return [
        (left, right, tuple([style for start, end, style in spans if start <= left and right <= end]))
        for left, right in pairwise(sorted(edges))
    ]
