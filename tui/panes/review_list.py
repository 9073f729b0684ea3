"""The list of letters that need a person's eye."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar

from textual import events
from textual.binding import BindingType
from textual.content import Content
from textual.message import Message

from db.review.findings import ReviewItem
from tui.draw.review_text import draw_review_item
from tui.keymap import Group, make_bindings
from tui.panes.line_list import LineList
from tui.panes.measured_lines import MeasuredLines


class ReviewList(MeasuredLines, LineList):
    """Letters with the reasons for which each needs a look. Shows what it is given; asks nobody."""

    BINDINGS: ClassVar[list[BindingType]] = [*make_bindings(Group.REVIEW_LIST), *make_bindings(Group.LISTS)]

    @dataclass
    class ItemHighlighted(Message):
        """The highlight has come to this letter."""

        item: ReviewItem

    @dataclass
    class ItemChosen(Message):
        """The user goes to this letter's text."""

        item: ReviewItem

    def __init__(self, *, id: str) -> None:  # noqa: A002  # Textual's own name
        super().__init__(id=id)
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

    def _draw_item(self, index: int, width: int, _is_highlighted: bool) -> Content:
        """A letter."""
        return draw_review_item(self._items[index], width, is_dismissed=index >= self._first_dismissed)

    # How high each is

    def recall_height(self, index: int) -> int | None:
        """How high a letter was when it was shown before."""
        return self._heights_before[index >= self._first_dismissed].get(self._items[index])

    def forget_heights(self, first: int = 0) -> None:
        """Forget those too."""
        super().forget_heights(first)
        self._heights_before = ({}, {})

    def _measure_some(self) -> None:
        """What was kept is of use until all are measured."""
        super()._measure_some()
        if len(self._ends) == len(self._items):
            self._heights_before = ({}, {})

    def _keep_heights(self) -> None:
        """Keep how high each letter is that has been measured: most will be shown again."""
        heights: tuple[dict[ReviewItem, int], dict[ReviewItem, int]] = ({}, {})
        start = 0
        for index, end in enumerate(self._ends):
            heights[index >= self._first_dismissed][self._items[index]] = end - start
            start = end
        self.forget_heights()
        self._heights_before = heights
