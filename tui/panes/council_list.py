"""The box in which a council's name is typed, and the list under it that this filters."""

from typing import ClassVar

from textual.binding import BindingType
from textual.widgets import Input

from tui.keymap import Group, make_bindings
from tui.panes.line_list import LineList
from tui.panes.marking import MarkingBox, MarkingList
from tui.panes.printable import PrintableInput


class FindBox(MarkingBox, PrintableInput, Input):
    """The box, with its keys."""

    BINDINGS: ClassVar[list[BindingType]] = [*make_bindings(Group.FIND)]

    leads_to_words = False
    """Whether what is typed is no council's name, so that Enter searches the letters for it."""

    def on_mount(self) -> None:
        """Post nothing of what is typed, which the pane watches: each widget around the box would take the message."""
        self.disable_messages(Input.Changed)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Enter acts only where a council is highlighted or none is meant, the arrows only where there are any."""
        if action in ("down", "up"):
            return bool(self._list.line_count)
        if action == "submit":
            return self._list.highlighted is not None or self.leads_to_words
        return super().check_action(action, parameters)


class CouncilList(MarkingList, LineList):
    """The list of councils, with the keys of every list."""

    BINDINGS: ClassVar[list[BindingType]] = [*make_bindings(Group.COUNCILS), *make_bindings(Group.LISTS)]
