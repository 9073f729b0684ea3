"""The list of letters that need a person's eye."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from types import MappingProxyType
from typing import ClassVar

from textual.binding import BindingType
from textual.content import Content
from textual.message import Message
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from db.model import ReviewItem
from tui.draw.review_text import look_row
from tui.keymap import Group, bindings
from tui.panes.visual_row import LaidOut


class LooksPane(OptionList):
    """Letters with the reasons for which each needs a look. Shows what it is given; asks nobody."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Group.LOOK_LIST), *bindings(Group.LISTS)]

    DEFAULT_CSS = """
    LooksPane { scrollbar-gutter: stable; }
    """

    @dataclass
    class LookHighlighted(Message):
        """The highlight has come to this letter."""

        look: ReviewItem

    @dataclass
    class LookChosen(Message):
        """The user goes to this letter's text."""

        look: ReviewItem

    _look_of: Mapping[str, ReviewItem] = MappingProxyType({})
    _drawn: Mapping[tuple[ReviewItem, bool], LaidOut] = MappingProxyType({})
    _dismissed: frozenset[ReviewItem] = frozenset()

    def show(
        self, looks: tuple[ReviewItem, ...], letter_id: int | None = None, dismissed: tuple[ReviewItem, ...] = ()
    ) -> None:
        """Show these, then those dismissed; highlight `letter_id`, or else what stands where the highlight was.

        A letter may be among both, where another program dismissed it between the two questions: it needs a look.
        """
        place = self.highlighted or 0
        to_look_at = {look.letter_id for look in looks}
        dismissed = tuple(look for look in dismissed if look.letter_id not in to_look_at)
        every = (*looks, *dismissed)
        self._look_of = {str(look.letter_id): look for look in every}
        self._dismissed = frozenset(dismissed)
        self._drawn = {key: self._drawn.get(key) or _row(*key) for key in self._keys(every)}
        title = f"Needs a look {len(looks):,}"
        self.border_title = Content(f"{title}, dismissed {len(dismissed):,}" if dismissed else title)
        self.set_options(Option(drawn, id=str(look.letter_id)) for (look, _), drawn in self._drawn.items())
        places = (at for at, look in enumerate(every) if look.letter_id == letter_id)
        if every:
            self.highlighted = next(places, min(place, len(every) - 1))

    def _keys(self, looks: Sequence[ReviewItem]) -> Iterator[tuple[ReviewItem, bool]]:
        return ((look, look in self._dismissed) for look in looks)

    @property
    def look(self) -> ReviewItem | None:
        """The one highlighted."""
        option = self.highlighted_option
        return None if option is None or option.id is None else self._look_of[option.id]

    @property
    def is_dismissed(self) -> bool:
        """Whether the one highlighted was dismissed."""
        return self.look in self._dismissed

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """Tell which letter it is."""
        event.stop()
        if self.look is not None:
            self.post_message(self.LookHighlighted(self.look))

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Tell which letter it is."""
        event.stop()
        look = self._look_of.get(event.option_id or "")
        if look is not None:
            self.post_message(self.LookChosen(look))


def _row(look: ReviewItem, is_dismissed: bool) -> LaidOut:
    return LaidOut(partial(look_row, look, is_dismissed=is_dismissed))
