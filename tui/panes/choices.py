"""A few choices to choose from in a dialog."""

from typing import ClassVar

from textual.binding import BindingType
from textual.widgets import OptionList

from tui.keymap import Group, make_bindings


class ChoiceList(OptionList):
    """The choices, with the keys of every list."""

    BINDINGS: ClassVar[list[BindingType]] = [*make_bindings(Group.LISTS)]
