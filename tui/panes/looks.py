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

from db.model import NeedsLook
from tui.commands import Group, bindings
from tui.draw.looks import look_row
from tui.panes.laid_out import LaidOut


class LooksPane(OptionList):
    """Letters with the reasons for which each needs a look. Shows what it is given; asks nobody."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Group.LOOK_LIST), *bindings(Group.LISTS)]

    DEFAULT_CSS = """
    LooksPane { scrollbar-gutter: stable; }
    """

    @dataclass
    class LookHighlighted(Message):
        """The highlight has come to this letter."""

        look: NeedsLook

    @dataclass
    class LookChosen(Message):
        """The user goes to this letter's text."""

        look: NeedsLook

    _looks: tuple[NeedsLook, ...] = ()
    _drawn: Mapping[NeedsLook, LaidOut] = MappingProxyType({})

    def show(self, looks: tuple[NeedsLook, ...], letter_id: int | None = None) -> None:
        """Show these; highlight `letter_id`, or else what stands where the highlight was."""
        place = self.highlighted or 0
        self._looks = looks
        self._drawn = {look: self._drawn.get(look) or LaidOut(partial(look_row, look)) for look in looks}
        self.border_title = Content(f"Needs a look {len(looks):,}")
        self.set_options(Option(self._drawn[look]) for look in looks)
        places = (at for at, look in enumerate(looks) if look.letter_id == letter_id)
        if looks:
            self.highlighted = next(places, min(place, len(looks) - 1))

    @property
    def look(self) -> NeedsLook | None:
        """The one highlighted."""
        return None if self.highlighted is None else self._looks[self.highlighted]

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """Tell which letter it is."""
        event.stop()
        if self.look is not None:
            self.post_message(self.LookHighlighted(self.look))

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Tell which letter it is."""
        event.stop()
        self.post_message(self.LookChosen(self._looks[event.option_index]))
