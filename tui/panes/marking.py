"""Marking councils: in a list of them, and in the box above it that filters it."""

from typing import TYPE_CHECKING

from textual.message import Message

from tui.panes.name_box import NameBox

if TYPE_CHECKING:
    from tui.panes.line_list import LineList
else:
    LineList = object  # a class of widgets costs more, before the first picture


class MarkWanted(Message):
    """The council highlighted in the list is to be marked, or no longer."""


class NoMarksWanted(Message):
    """No council is to be marked any more."""


class MarkingList(LineList):
    """Mixed into a list of councils: they can be marked."""

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Enter and a mark do something only where a council is highlighted."""
        return action not in ("select", "mark") or self.highlighted is not None

    def action_mark(self) -> None:
        """Mark the council highlighted."""
        self.post_message(MarkWanted())

    def action_unmark_all(self) -> None:
        """Mark none."""
        self.post_message(NoMarksWanted())


class MarkingBox(NameBox):
    """Mixed into a box: it can mark the council highlighted in the list beside it."""

    @property
    def _list(self) -> MarkingList:
        """The list below the box."""
        return next(sibling for sibling in self.siblings if isinstance(sibling, MarkingList))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """There must be one; and a space after a letter is a space."""
        if action == "mark_while_empty":
            return not self.value and self._list.highlighted is not None
        return action != "mark" or self._list.highlighted is not None

    def action_mark(self) -> None:
        """Mark it, and have what is typed next take the place of what is there."""
        self.post_message(MarkWanted())
        self.action_select_all()

    def action_mark_while_empty(self) -> None:
        """Mark it."""
        self.post_message(MarkWanted())
