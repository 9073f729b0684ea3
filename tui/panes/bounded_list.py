"""A list with two ends, whose highlight stays in sight."""

from collections.abc import Iterable

from textual import events
from textual.widgets import OptionList

from tui.panes.list_scrollbar import ListScrolled
from tui.panes.row_cache import RowCache


class BoundedList(ListScrolled, OptionList):
    """From its last row down leads nowhere, as a list that goes round loses its reader's place."""

    def __init__(
        self,
        *,
        id: str | None = None,  # noqa: A002  # Textual's own name
        markup: bool = True,
        compact: bool = False,
    ) -> None:
        super().__init__(id=id, markup=markup, compact=compact)
        self._option_render_cache = RowCache(self._option_render_cache.maxsize)

    def on_resize(self, _event: events.Resize) -> None:
        """Keep the highlight in sight, once everything has its new place."""
        self.call_after_refresh(self.scroll_to_highlight)

    def action_cursor_up(self) -> None:
        """Highlight the row before; from the first, show what is above it."""
        if self._has_enabled(range(self.highlighted or 0)):
            super().action_cursor_up()
        else:
            self.scroll_home(animate=False)

    def action_cursor_down(self) -> None:
        """Highlight the next row; from the last, show what is below it."""
        if self.highlighted is None or self._has_enabled(range(self.highlighted + 1, self.option_count)):
            super().action_cursor_down()
        else:
            self.scroll_end(animate=False)

    def action_page_up(self) -> None:
        """Go up a page; where nothing there can be highlighted, to the first row that can."""
        super().action_page_up()  # type: ignore[no-untyped-call]  # Textual gives it no type
        if self.highlighted is None:
            self.action_first()

    def action_page_down(self) -> None:
        """Go down a page; where nothing there can be highlighted, to the last row that can."""
        super().action_page_down()  # type: ignore[no-untyped-call]  # Textual gives it no type
        if self.highlighted is None:
            self.action_last()

    def _has_enabled(self, indexes: Iterable[int]) -> bool:
        """Whether a row of these can be highlighted."""
        return any(not self.get_option_at_index(index).disabled for index in indexes)
