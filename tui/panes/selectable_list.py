"""A list of figures under headings, whose text can be selected with the mouse, over as many rows as one likes."""

from tui.panes.bounded_list import BoundedList
from tui.panes.selectable import SelectableLines


class SelectableList(SelectableLines, BoundedList):
    """At its ends the headings above and the lines below are shown too."""

    def action_first(self) -> None:
        """Highlight the first row that leads somewhere, and show the heading above it."""
        super().action_first()
        self.scroll_home(animate=False)

    def action_last(self) -> None:
        """Highlight the last row that leads somewhere, and show what is below it."""
        super().action_last()
        self.scroll_end(animate=False)
