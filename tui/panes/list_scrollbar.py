"""The scrollbar of what holds many lines."""

from typing import TYPE_CHECKING

from rich.style import Style
from textual.geometry import Region
from textual.scrollbar import ScrollBar, ScrollBarRender
from textual.strip import Strip

if TYPE_CHECKING:
    from textual.widget import Widget
else:
    Widget = object  # Textual takes the styles of the first widget among a class's bases, which is to be the list


class ListScrollBar(ScrollBar):
    """A bar that draws what looks the same once. Textual draws each line of it by itself, and keeps every one."""

    def render_lines(self, crop: Region) -> list[Strip]:
        """The lines in sight."""
        bar = self.render()
        if not isinstance(bar, ScrollBarRender) or not isinstance(style := bar.style, Style):
            return super().render_lines(crop)
        if style.color is None or style.bgcolor is None:
            return super().render_lines(crop)
        lines = bar.render_bar(
            self.size.height,
            bar.virtual_size,
            bar.window_size,
            bar.position,
            bar.thickness,
            bar.vertical,
            style.bgcolor,
            style.color,
        ).segments
        if len(lines) < crop.bottom:  # it is painted before it has been told its size
            return super().render_lines(crop)
        background = self.background_colors[1]
        base = self.visual_style.rich_style
        strips = {line: Strip([line]).apply_style(base) for line in set(lines)}
        for line_filter in self.get_line_filters():
            strips = {line: strip.apply_filter(line_filter, background) for line, strip in strips.items()}
        return [strips[lines[y]] for y in crop.line_range]


class ListScrolled(Widget):
    """Mixed into what scrolls: its lines pass such a bar."""

    @property
    def vertical_scrollbar(self) -> ScrollBar:
        """The scrollbar, made when it is first needed, as Textual makes its own."""
        if self._vertical_scrollbar is None:
            self._vertical_scrollbar = ListScrollBar(name="vertical", thickness=self.scrollbar_size_vertical)
            self._vertical_scrollbar.display = False
            self.app._start_widget(self, self._vertical_scrollbar)
        return self._vertical_scrollbar
