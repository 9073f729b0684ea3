"""The list of letters that need a person's eye."""

from dataclasses import dataclass
from typing import ClassVar

from textual.binding import BindingType
from textual.content import Content
from textual.message import Message
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from db.review.findings import ReviewItem
from tui.draw.review_text import draw_review_item
from tui.keymap import Group, make_bindings
from tui.panes.letting_go import let_go_of_answers
from tui.panes.row_lines import RowHeights, RowLines, RowStarts
from tui.panes.visual_row import HeightKeptRow

_MEASURED_AT_ONCE = 50
"""Rows: so many say much that is the same, so that the width of a word is seldom looked up twice."""


class ReviewRow(HeightKeptRow):
    """The lines about one letter."""

    def __init__(self, item: ReviewItem, is_dismissed: bool) -> None:
        super().__init__()
        self.item = item
        self.is_dismissed = is_dismissed

    def draw(self, width: int) -> Content:
        """Them, in so many cells."""
        return draw_review_item(self.item, width, is_dismissed=self.is_dismissed)


class ReviewList(OptionList):
    """Letters with the reasons for which each needs a look. Shows what it is given; asks nobody."""

    BINDINGS: ClassVar[list[BindingType]] = [*make_bindings(Group.REVIEW_LIST), *make_bindings(Group.LISTS)]

    DEFAULT_CSS = """
    ReviewList { scrollbar-gutter: stable; }
    """

    @dataclass
    class ItemHighlighted(Message):
        """The highlight has come to this letter."""

        item: ReviewItem

    @dataclass
    class ItemChosen(Message):
        """The user goes to this letter's text."""

        item: ReviewItem

    def __init__(self, *, id: str) -> None:  # noqa: A002  # Textual's own name
        super().__init__(id=id, markup=False)
        self._row_lines = lines = RowLines()
        # All of a list, and of dictionaries, that Textual asks of them.
        self._line_cache.lines = lines  # type: ignore[assignment]
        self._line_cache.index_to_line = RowStarts(lines)  # type: ignore[assignment]
        self._line_cache.heights = RowHeights(lines)  # type: ignore[assignment]
        self._rows: tuple[ReviewRow, ...] = ()

    def show(
        self, items: tuple[ReviewItem, ...], letter_id: int | None = None, dismissed: tuple[ReviewItem, ...] = ()
    ) -> None:
        """Show these, then those dismissed; highlight `letter_id`, or else what stands where the highlight was."""
        index = self.highlighted or 0
        known = {(row.item, row.is_dismissed): row for row in self._rows}
        keys = (*((item, False) for item in items), *((item, True) for item in dismissed))
        self._rows = tuple(known.get(key) or ReviewRow(*key) for key in keys)
        title = f"Needs a look {len(items):,}"
        self.border_title = Content(f"{title}, dismissed {len(dismissed):,}" if dismissed else title)
        self.set_options(map(Option, self._rows))
        if self._rows:
            wanted = self._find(letter_id)
            self.highlighted = min(index, len(self._rows) - 1) if wanted is None else wanted

    def _update_lines(self) -> None:
        """Measure the rows that are not yet measured for this width, some at a time: few of them are drawn.

        What is worked out for that is let go of each time. Of all rows it would be a megabyte.
        """
        padding = self.get_component_styles("option-list--option").padding
        width = self.scrollable_content_region.width - padding.width
        unlisted = self._rows[len(self._row_lines.ends) :] if width > 0 else ()
        unmeasured = [row for row in unlisted if not row.is_measured(width)]
        for first in range(0, len(unmeasured), _MEASURED_AT_ONCE):
            for row in unmeasured[first : first + _MEASURED_AT_ONCE]:
                row.get_height(self.styles, width)  # type: ignore[arg-type]  # as Textual asks for it
            let_go_of_answers()
        super()._update_lines()

    def _find(self, letter_id: int | None) -> int | None:
        """Where a letter is listed, if it is."""
        return next((at for at, row in enumerate(self._rows) if row.item.letter_id == letter_id), None)

    @property
    def rows(self) -> tuple[ReviewRow, ...]:
        """What is shown."""
        return self._rows

    @property
    def item(self) -> ReviewItem | None:
        """The one highlighted."""
        row = self._highlighted_row
        return None if row is None else row.item

    @property
    def is_dismissed(self) -> bool:
        """Whether the one highlighted was dismissed."""
        row = self._highlighted_row
        return row is not None and row.is_dismissed

    @property
    def _highlighted_row(self) -> ReviewRow | None:
        """The row that the keys are about."""
        return None if self.highlighted is None else self._rows[self.highlighted]

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """Say which letter it is."""
        event.stop()
        if self.item is not None:
            self.post_message(self.ItemHighlighted(self.item))

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Say which letter it is."""
        event.stop()
        row = event.option.prompt
        if isinstance(row, ReviewRow):
            index = self._find(row.item.letter_id)
            if index is not None:
                self.post_message(self.ItemChosen(self._rows[index].item))
