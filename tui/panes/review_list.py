"""The list of letters that need a person's eye."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from types import MappingProxyType
from typing import ClassVar

from textual.binding import BindingType
from textual.content import Content
from textual.message import Message
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from db.review.findings import ReviewItem
from tui.draw.review_text import draw_review_item
from tui.keymap import Group, make_bindings
from tui.panes.visual_row import VisualRow


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

    _item_of: Mapping[str, ReviewItem] = MappingProxyType({})
    _drawn: Mapping[tuple[ReviewItem, bool], VisualRow] = MappingProxyType({})
    _dismissed: frozenset[ReviewItem] = frozenset()

    def show(
        self, items: tuple[ReviewItem, ...], letter_id: int | None = None, dismissed: tuple[ReviewItem, ...] = ()
    ) -> None:
        """Show these, then those dismissed; highlight `letter_id`, or else what stands where the highlight was."""
        index = self.highlighted or 0
        every = (*items, *dismissed)
        self._item_of = {str(item.letter_id): item for item in every}
        self._dismissed = frozenset(dismissed)
        keys = ((item, item in self._dismissed) for item in every)
        self._drawn = {key: self._drawn.get(key) or _make_row(*key) for key in keys}
        title = f"Needs a look {len(items):,}"
        self.border_title = Content(f"{title}, dismissed {len(dismissed):,}" if dismissed else title)
        self.set_options(Option(drawn, id=str(item.letter_id)) for (item, _), drawn in self._drawn.items())
        wanted = (at for at, item in enumerate(every) if item.letter_id == letter_id)
        if every:
            self.highlighted = next(wanted, min(index, len(every) - 1))

    @property
    def item(self) -> ReviewItem | None:
        """The one highlighted."""
        option = self.highlighted_option
        return None if option is None or option.id is None else self._item_of[option.id]

    @property
    def is_dismissed(self) -> bool:
        """Whether the one highlighted was dismissed."""
        return self.item in self._dismissed

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """Say which letter it is."""
        event.stop()
        if self.item is not None:
            self.post_message(self.ItemHighlighted(self.item))

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Say which letter it is."""
        event.stop()
        item = self._item_of.get(event.option_id or "")
        if item is not None:
            self.post_message(self.ItemChosen(item))


def _make_row(item: ReviewItem, is_dismissed: bool) -> VisualRow:
    """The lines about one letter."""
    return VisualRow(partial(draw_review_item, item, is_dismissed=is_dismissed))
