"""Lines whose text can be selected with the mouse."""

from typing import TYPE_CHECKING

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.selection import Selection
from textual.strip import Strip

if TYPE_CHECKING:
    from textual.scroll_view import ScrollView
else:
    ScrollView = object  # Textual takes the styles of the first widget among a class's bases, which is to be the list


class SelectableLines(ScrollView):
    """Mixed into a list of lines: they are numbered from its top, as selections count them. A drag chooses no row."""

    @property
    def allow_select(self) -> bool:
        """Textual counts what scrolls among the containers, in which only the children are selected."""
        return True

    def render_line(self, y: int) -> Strip:
        """A line, what is selected of it marked, each piece with its place in the whole."""
        strip = super().render_line(y)
        line = self.scroll_offset.y + y
        span = self.text_selection.get_span(line) if self.text_selection else None
        if span is not None:
            strip = self._mark(strip, *span)
        return strip.apply_offsets(0, line)

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        """The text selected, each line without the blanks behind it."""
        top = self.scroll_offset.y
        lines = [super(SelectableLines, self).render_line(line - top).text for line in range(self.virtual_size.height)]
        text = selection.extract("\n".join(lines))
        return "\n".join(line.rstrip() for line in text.split("\n")), "\n"

    def selection_updated(self, selection: Selection | None) -> None:
        """Draw what is selected."""
        self.refresh()

    async def _on_click(self, event: events.Click) -> None:
        """A click that ends a selection is none on a row."""
        if self.text_selection is not None and self.screen.get_selected_text():
            event.prevent_default()
            event.stop()

    def _mark(self, strip: Strip, start: int, end: int) -> Strip:
        """The line with the characters from `start` to `end` (-1: its own) marked."""
        text = strip.text
        end = len(text) if end < 0 else min(end, len(text))
        cells = [Strip([Segment(text[:at])]).cell_length for at in (start, end)]
        style = self.screen.get_visual_style("screen--selection").rich_style
        before, marked, after = strip.crop(0, cells[0]), strip.crop(cells[0], cells[1]), strip.crop(cells[1])
        pieces = [Segment(each.text, (each.style or Style()) + style, each.control) for each in marked]
        return Strip.join([before, Strip(pieces), after])
