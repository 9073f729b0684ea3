"""The entries of a list that are as high as what is drawn of them, thousands of which take a second to measure."""

from array import array
from asyncio import sleep

from textual import work
from textual.content import Content

from tui.letting_go import let_go_of_answers
from tui.panes.entry_lines import EntryLines

_MEASURED_AT_ONCE = 150
"""Lines: so many say much that is the same, so that the width of a word is seldom looked up twice."""

_BETWEEN_MEASURING = 0.005
"""Seconds left to everything else before the next are measured."""

_MEASURING = "heights"
"""The group of the workers that measure what is not in sight."""


class MeasuredLines(EntryLines):
    """Mixed into a list of lines: of each entry no more is kept than where its lines end.

    Those down to what is in sight and to the highlight are measured at once, the others after the list is shown.
    """

    _ends: "array[int]"

    def __init__(self, *, id: str) -> None:  # noqa: A002  # Textual's own name
        super().__init__(id=id)
        self._ends = array("L")

    def recall_height(self, index: int) -> int | None:
        """How many lines an entry is known to take; None where it has to be drawn for that."""
        return None

    def list_lines(self, index: int) -> range:
        """The lines of an entry, which is measured first with all above it."""
        if index >= len(self._ends):
            self._measure_to(index, 0)
            super()._measure()
        return super().list_lines(index)

    def forget_heights(self, first: int = 0) -> None:
        """Forget how high the entries are from the one of that index on."""
        del self._ends[first:]
        self.redraw()

    def scroll_to_line(self, line: int) -> None:
        """Have that line be the first in sight, or as near to it as there are lines below."""
        self._measure_to(-1, line + self.scrollable_content_region.height)
        super()._measure()
        self.scroll_to(y=line, animate=False, immediate=True)

    def _draw_entry(self, index: int, is_highlighted: bool) -> Content:
        """Nothing, as long as there is no width to draw an entry for."""
        return super()._draw_entry(index, is_highlighted) if self._width > 0 else Content("")

    @property
    def _height(self) -> int:
        """How many lines all that are measured stand on."""
        return self._ends[-1] if self._ends else 0

    def _measure(self) -> None:
        """Measure down to what is in sight for the width there is now, and the others soon.

        A list that is put away, without a height, keeps what was measured for when it comes back.
        """
        region = self.scrollable_content_region
        if region.width != self._width and (region.height or not self._width):
            self._width = region.width
            self.forget_heights()
        self._measure_to(-1, self.scroll_offset.y + region.height)
        super()._measure()
        if self._width > 0 and len(self._ends) < self._count:
            self._measure_others()

    @work(exclusive=True, group=_MEASURING, description=_MEASURING)
    async def _measure_others(self) -> None:
        """Measure the rest, some at a time, so that no key waits for more."""
        while len(self._ends) < self._count:
            await sleep(_BETWEEN_MEASURING)
            self._measure_some()
            super()._measure()

    def _measure_to(self, index: int, line: int) -> None:
        """Measure down to this entry and this line at least, if there are so many."""
        while len(self._ends) < self._count and (len(self._ends) <= index or self._height < line):
            self._measure_some()

    def _measure_some(self) -> None:
        """Measure some more. What is worked out for many is let go of: for thousands it would be a megabyte."""
        drawn = 0
        while drawn < _MEASURED_AT_ONCE and len(self._ends) < self._count:
            index = len(self._ends)
            height = self.recall_height(index)
            if height is None:
                height = self._count_lines(self._draw_entry(index, False))
                drawn += height
            self._ends.append(self._height + height)
        if drawn >= _MEASURED_AT_ONCE:
            let_go_of_answers()
