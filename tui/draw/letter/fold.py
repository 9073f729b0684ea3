"""A letter laid out with what councils in general were told folded away, a line in the place of each stretch."""

from collections.abc import Sequence

from tui.draw.letter.own_words import Fold
from tui.draw.letter.reflow import reflow
from tui.draw.letter.shown_text import ShownText, join_shown


def reflow_folded(text: str, width: int, origin: int, folds: Sequence[Fold]) -> ShownText:
    """The text as `reflow` shows it, for `width` cells, without the folds, which are offsets like `origin`."""
    parts: list[ShownText | str] = []
    at = 0
    for fold in folds:
        start, end = fold.start - origin, fold.end - origin
        if start < at or end > len(text):
            continue
        parts += [reflow(text[at:start], width, origin + at), fold.sentence]
        at = end
    parts.append(reflow(text[at:], width, origin + at))
    return join_shown([part for part in parts if isinstance(part, str) or part.text.strip()])
