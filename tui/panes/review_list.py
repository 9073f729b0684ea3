"""The list of letters that need a person's eye."""

from array import array
from asyncio import sleep
from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar

from textual import events, work
from textual.binding import BindingType
from textual.content import Content
from textual.message import Message

from db.review.findings import ReviewItem
from tui.draw.review_text import draw_review_item
from tui.keymap import Group, make_bindings
from tui.letting_go import let_go_of_answers
from tui.panes.entry_lines import EntryLines
from tui.panes.line_list import LineList

_MEASURED_AT_ONCE = 100
"""Letters and reasons: so many say much that is the same, so that the width of a word is seldom looked up twice."""

_BETWEEN_MEASURING = 0.005
"""Seconds left to everything else before the next are measured."""

_MEASURING = "heights"
"""The group of the workers that measure what is not in sight."""


class ReviewList(EntryLines, LineList):
    """Letters with the reasons for which each needs a look. Shows what it is given; asks nobody.

    Of each letter no more is kept than where its lines end. Thousands take a second to measure: those down to what is
    in sight are measured at once, the others after it is shown.
    """

    BINDINGS: ClassVar[list[BindingType]] = [*make_bindings(Group.REVIEW_LIST), *make_bindings(Group.LISTS)]

    @dataclass
    class ItemHighlighted(Message):
        """The highlight has come to this letter."""

        item: ReviewItem

    @dataclass
    class ItemChosen(Message):
        """The user goes to this letter's text."""

        item: ReviewItem

    _ends: "array[int]"

    def __init__(self, *, id: str) -> None:  # noqa: A002  # Textual's own name
        super().__init__(id=id)
        self._ends = array("L")
        self._items: tuple[ReviewItem, ...] = ()
        self._first_dismissed = 0
        # By whether it is dismissed and by letter, until all are measured anew.
        self._heights_before: tuple[Mapping[ReviewItem, int], Mapping[ReviewItem, int]] = ({}, {})

    def show(
        self, items: tuple[ReviewItem, ...], letter_id: int | None = None, dismissed: tuple[ReviewItem, ...] = ()
    ) -> None:
        """Show these, then those dismissed; highlight `letter_id`, or else what stands where the highlight was."""
        self._keep_heights()
        self._items = items + dismissed
        self._first_dismissed = len(items)
        self._hovered = None
        title = f"Needs a look {len(items):,}"
        self.border_title = Content(f"{title}, dismissed {len(dismissed):,}" if dismissed else title)
        last = len(self._items) - 1
        places = (at for at, item in enumerate(self._items) if item.letter_id == letter_id)
        wanted = next(places, min(self.highlighted or 0, last))
        self.show_lines(len(self._items), self._draw_item, lambda _index: True, None if last < 0 else wanted)

    @property
    def items(self) -> tuple[ReviewItem, ...]:
        """What is shown."""
        return self._items

    @property
    def item(self) -> ReviewItem | None:
        """The one highlighted."""
        return None if self.highlighted is None else self._items[self.highlighted]

    @property
    def is_dismissed(self) -> bool:
        """Whether the one highlighted was dismissed."""
        return self.highlighted is not None and self.highlighted >= self._first_dismissed

    def on_line_list_line_highlighted(self, event: LineList.LineHighlighted) -> None:
        """Say which letter it is."""
        event.stop()
        if self.item is not None:
            self.post_message(self.ItemHighlighted(self.item))

    def action_select(self) -> None:
        """Say which letter it is: by the time that anyone asks, another may be highlighted."""
        if self.item is not None:
            self.post_message(self.ItemChosen(self.item))

    def on_show(self, _event: events.Show) -> None:
        """Bring in sight what was highlighted while the text had the screen to itself."""
        self.scroll_to_highlight()

    def _draw_item(self, index: int, _width: int, _is_highlighted: bool) -> Content:
        """A letter, for the width that its lines were counted for."""
        if self._width < 1:  # it is not laid out yet
            return Content("")
        return draw_review_item(self._items[index], self._width, is_dismissed=index >= self._first_dismissed)

    # How high each is

    def list_lines(self, index: int) -> range:
        """The lines of a letter, which is measured first with all above it."""
        if index >= len(self._ends):
            self._measure_to(index, 0)
            super()._measure()
        return super().list_lines(index)

    @property
    def _height(self) -> int:
        """How many lines all that are measured stand on."""
        return self._ends[-1] if self._ends else 0

    def _measure(self) -> None:
        """Measure down to what is in sight for the width there is now, and the others soon."""
        region = self.scrollable_content_region
        if region.width != self._width:
            self._width = region.width
            self._heights_before = ({}, {})
            del self._ends[:]
        self._measure_to(-1, self.scroll_offset.y + region.height)
        super()._measure()
        if self._width > 0 and len(self._ends) < len(self._items):
            self._measure_others()

    @work(exclusive=True, group=_MEASURING, description=_MEASURING)
    async def _measure_others(self) -> None:
        """Measure the rest, some at a time, so that no key waits for more."""
        while len(self._ends) < len(self._items):
            await sleep(_BETWEEN_MEASURING)
            self._measure_some()
            super()._measure()

    def _measure_to(self, index: int, line: int) -> None:
        """Measure down to this letter and this line at least, if there are so many."""
        while len(self._ends) < len(self._items) and (len(self._ends) <= index or self._height < line):
            self._measure_some()

    def _measure_some(self) -> None:
        """Measure some more. What is worked out for that is let go of: of all of them it would be a megabyte."""
        drawn = 0
        while drawn < _MEASURED_AT_ONCE and len(self._ends) < len(self._items):
            index = len(self._ends)
            item = self._items[index]
            height = self._heights_before[index >= self._first_dismissed].get(item)
            if height is None:
                drawn += 1 + len(item.reasons)
                height = self._count_lines(self._draw_item(index, 0, False))
            self._ends.append(self._height + height)
        if drawn:
            let_go_of_answers()
        if len(self._ends) == len(self._items):
            self._heights_before = ({}, {})

    def _keep_heights(self) -> None:
        """Keep how high each letter is that has been measured: most will be shown again."""
        heights: tuple[dict[ReviewItem, int], dict[ReviewItem, int]] = ({}, {})
        start = 0
        for index, end in enumerate(self._ends):
            heights[index >= self._first_dismissed][self._items[index]] = end - start
            start = end
        self._heights_before = heights
        del self._ends[:]
