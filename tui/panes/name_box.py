"""The box in which part of a council's name is typed, above the list that it filters."""

from typing import TYPE_CHECKING

from textual.widgets import OptionList

from tui.panes.line_list import LineList

if TYPE_CHECKING:
    from textual.widgets import Input
else:
    Input = object  # a class of widgets costs more, before the first picture


class NameBox(Input):
    """Mixed into a box: moves the highlight of the list beside it, while the letters typed go on coming to the box."""

    def action_down(self) -> None:
        """Move the highlight of the list down."""
        self._list.action_cursor_down()

    def action_up(self) -> None:
        """Move the highlight of the list up."""
        self._list.action_cursor_up()

    @property
    def _list(self) -> OptionList | LineList:
        """The list below the box."""
        return next(sibling for sibling in self.siblings if isinstance(sibling, OptionList | LineList))
