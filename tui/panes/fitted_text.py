"""A text that is as high as its words."""

from textual.visual import VisualType
from textual.widgets import Static


class FittedText(Static):
    """A `Static` that has the height of its words, also of those that come while everything is being laid out.

    Textual keeps the height of a widget until it is told of other words, and does not count that it is told while an
    earlier change waits to be laid out: the words would have the height of those before them.
    """

    def update(self, content: VisualType = "", *, layout: bool = True) -> None:
        """Show other words, and forget the height of those before."""
        if layout:
            self._box_model_cache.clear()
        super().update(content, layout=layout)
