"""A list of lines that are drawn as they come into sight: as quick with tens of thousands of them as with ten."""

from collections.abc import Callable, Iterable, Sequence
from functools import partial
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style as RichStyle
from textual import events
from textual.color import Color
from textual.content import Content
from textual.filter import LineFilter
from textual.geometry import Region, Size
from textual.message import Message
from textual.reactive import Reactive, reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip

from tui.panes.line import Words, draw_line
from tui.panes.list_scrollbar import ListScrolled

_KEPT_LINES = 128
"""Lines that are kept as drawn: some screens full, as each takes ten KB."""

_BLANK = -1
"""The line that those below the last entry are kept as."""

DrawLine = Callable[[int, int, bool], Content]
"""Draws the line of an index for a width in cells; the last says whether it is highlighted."""


class LineList(ListScrolled, ScrollView, can_focus=True):
    """Lines of which one is highlighted. It has two ends, as a list that goes round loses its reader's place."""

    ALLOW_SELECT: ClassVar[bool] = False
    """A drag would select the list as a whole, of which there is no text to copy, and take the copy key for it."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"line-list--highlighted", "line-list--hover"}

    DEFAULT_CSS = """
    LineList {
        overflow-x: hidden;
        scrollbar-gutter: stable;
        background: $background;
        color: $foreground;

        & > .line-list--hover { background: $block-hover-background; }

        & > .line-list--highlighted {
            color: $foreground;
            background: $block-cursor-blurred-background;
        }

        &:focus > .line-list--highlighted {
            color: $block-cursor-foreground;
            background: $block-cursor-background;
            text-style: $block-cursor-text-style;
        }
    }
    """

    class LineHighlighted(Message):
        """The highlight has come to a line, or there is none any more."""

    class LineSelected(Message):
        """The reader goes where the highlighted line leads."""

    virtual_size = Reactive(Size(0, 0), repaint=False)
    """All lines, in sight or not. Textual would lay out the whole screen for another number of them."""

    highlighted: reactive[int | None] = reactive(None, repaint=False)

    def __init__(self, *, id: str) -> None:  # noqa: A002  # Textual's own name
        super().__init__(id=id)
        self._count = 0
        self._draw: DrawLine = lambda _index, _width, _is_highlighted: Content("")
        self._can_highlight: Callable[[int], bool] = lambda _index: True
        # No LRUCache, whose entries refer to each other: they would stay until garbage is searched for.
        self._known: dict[tuple[int, str, int], Strip] = {}
        self._looks: dict[tuple[str, Words], RichStyle] = {}
        self._filters: tuple[Sequence[LineFilter], Color] | None = None

    @property
    def line_count(self) -> int:
        """How many lines there are."""
        return self._count

    def show_lines(
        self, count: int, draw: DrawLine, can_highlight: Callable[[int], bool], highlighted: int | None
    ) -> None:
        """Show so many lines; `can_highlight` says which of them the highlight may come to."""
        self._count, self._draw, self._can_highlight = count, draw, can_highlight
        self._measure()
        self.redraw()
        self.set_reactive(LineList.highlighted, highlighted)
        self.scroll_to_highlight()
        self.post_message(self.LineHighlighted())

    def add_lines(self, count: int) -> None:
        """Show so many more below the others, which stay as they are."""
        self._count += count
        self._measure()
        self.refresh()

    def _measure(self) -> None:
        """Have the scrollbar know how many lines there are, and the screen too if the list is as high as they are."""
        self.virtual_size = Size(self.scrollable_content_region.width, self._height)
        self._scroll_update(self.virtual_size)
        if self.styles.auto_dimensions:
            self.refresh(layout=True)

    def redraw(self) -> None:
        """Draw every line in sight anew."""
        self._known.clear()
        self.refresh()

    def render_lines(self, crop: Region) -> list[Strip]:
        """The lines in sight, as they are drawn: where there is no frame around them, Textual need not lay one."""
        if self.styles.gutter.totals != (0, 0) or crop.column_span != (0, self.outer_size.width):
            return super().render_lines(crop)
        filters, background = self.get_line_filters(), self.background_colors[1]
        self._paint_through((filters, background) if filters else None)
        top, width = self.scroll_offset.y, self.scrollable_content_region.width
        # To ask whether the bar `is_on_screen` would have Textual lay out anew what it is just painting.
        has_bar = self.show_vertical_scrollbar and self.vertical_scrollbar in self.screen._compositor.visible_widgets
        # Textual would cut each line where the bar begins, to throw away what is below it.
        below = "" if has_bar else " " * (crop.width - width)
        blank = [Segment(below, self._filter(RichStyle(bgcolor=background.rich_color)))] if below else []
        highlighted = self.highlighted
        return [self._paint(top + y, width, highlighted, blank) for y in crop.line_range]

    def render_line(self, y: int) -> Strip:
        """The line at `y` of those in sight, which Textual puts a frame around and filters."""
        self._paint_through(None)
        return self._paint(y + self.scroll_offset.y, self.scrollable_content_region.width, self.highlighted)

    def _paint_through(self, filters: tuple[Sequence[LineFilter], Color] | None) -> None:
        """Paint through these filters from now on, for that background: what is known was painted through others."""
        if filters != self._filters:
            self._filters = filters
            self._forget()

    def _filter(self, style: RichStyle) -> RichStyle:
        """How a style looks through the filters, looked up once for all that is of it."""
        if self._filters is not None:
            filters, background = self._filters
            for line_filter in filters:
                style = line_filter.apply([Segment(" ", style)], background)[0].style or RichStyle()
        return style

    def _paint(self, line: int, width: int, highlighted: int | None, behind: Sequence[Segment] = ()) -> Strip:
        """A line, counted from the first of the list, with what is behind it."""
        index = self.find_entry(line)
        look = "" if index is None else self.choose_look(index, index == highlighted)
        key = (line if index is not None else _BLANK, look, len(behind))
        strip = self._known.get(key)
        if strip is None:
            content = Content("") if index is None else self.draw_at(index, line, width, index == highlighted)
            strip = draw_line(content, width, partial(self._find_look, look), behind)
            if len(self._known) >= _KEPT_LINES:
                self._known.clear()
            self._known[key] = strip
        return strip

    def _find_look(self, look: str, words: Words) -> RichStyle:
        """How what is of such styles looks in a line that looks so, worked out once for all lines."""
        known = self._looks.get((look, words))
        if known is None:
            style = self.get_visual_style(look) if look else self.visual_style
            for each in words:
                style += self._get_style(each)
            known = self._looks[look, words] = self._filter(style.rich_style)
        return known

    def _forget(self) -> None:
        """Paint every line anew, and work out how it looks."""
        self._known.clear()
        self._looks.clear()

    def list_lines(self, index: int) -> range:
        """The lines that an entry of the list stands on: one, unless a list has others."""
        return range(index, index + 1)

    def find_entry(self, line: int) -> int | None:
        """The entry that stands on a line; None where there is none."""
        return line if 0 <= line < self._count else None

    def draw_at(self, index: int, line: int, width: int, is_highlighted: bool) -> Content:
        """One of the lines of an entry."""
        return self._draw(index, width, is_highlighted)

    def choose_look(self, index: int, is_highlighted: bool) -> str:
        """The component class that an entry looks like now; empty where it looks like the list."""
        return "line-list--highlighted" if is_highlighted else ""

    @property
    def _height(self) -> int:
        """How many lines all entries stand on."""
        return self.list_lines(self._count - 1).stop if self._count else 0

    def notify_style_update(self) -> None:
        """Draw all anew in other colours."""
        self._forget()
        super().notify_style_update()

    def on_resize(self, _event: events.Resize) -> None:
        """Draw all for the new width, and keep the highlight in sight once everything has its new place."""
        self._measure()
        self.redraw()
        self.call_after_refresh(self.scroll_to_highlight)

    def on_focus(self, _event: events.Focus) -> None:
        """The highlight is drawn otherwise in a list in use."""
        self.redraw()

    def on_blur(self, _event: events.Blur) -> None:
        """The same when it no longer is."""
        self.redraw()

    def watch_highlighted(self, before: int | None, now: int | None) -> None:
        """Draw the two lines anew, and say so."""
        for index in (before, now):
            if index is not None and index < self._count:
                lines = self.list_lines(index)
                self.refresh_lines(lines.start, len(lines))
        self.scroll_to_highlight()
        self.post_message(self.LineHighlighted())

    def scroll_to_highlight(self) -> None:
        """Bring the highlight in sight; where it is on the first line that it can come to, with what is above that."""
        if self.highlighted is not None and self.size.height:
            lines = self.list_lines(self.highlighted)
            top = 0 if self._find(range(self.highlighted)) is None else lines.start
            region = Region(0, top, self.scrollable_content_region.width, lines.stop - top)
            self.scroll_to_region(region, force=True, animate=False, immediate=True)

    def on_click(self, event: events.Click) -> None:
        """Go where the line leads that is clicked on."""
        index = self.find_entry_at(event)
        if index is not None and self._can_highlight(index):
            self.highlighted = index
            self.action_select()

    def find_entry_at(self, event: events.MouseEvent) -> int | None:
        """The entry that the mouse is on; None where it is on none."""
        offset = event.get_content_offset(self)
        return None if offset is None else self.find_entry(offset.y + self.scroll_offset.y)

    def action_select(self) -> None:
        """Go where the highlighted line leads."""
        if self.highlighted is not None:
            self.post_message(self.LineSelected())

    def action_cursor_up(self) -> None:
        """Highlight the line before; from the first, show what is above it."""
        before = self._find(reversed(range(self.highlighted or 0)))
        if before is None:
            self.scroll_home(animate=False)
        else:
            self.highlighted = before

    def action_cursor_down(self) -> None:
        """Highlight the next line; from the last, show what is below it."""
        after = self._find(range(0 if self.highlighted is None else self.highlighted + 1, self._count))
        if after is None:
            self.scroll_end(animate=False)
        else:
            self.highlighted = after

    def action_page_up(self) -> None:
        """Go up a page; where there is nothing to highlight above that, to the top."""
        above = self._first_line - self._page
        target = self._find(reversed(range((self.find_entry(max(above, 0)) or 0) + 1)))
        if target is None:
            self.action_first()
        else:
            self._go_to(target)

    def action_page_down(self) -> None:
        """Go down a page, past an entry that is higher; where there is nothing to highlight below that, to the end."""
        below = self.find_entry(min(self._first_line + self._page, self._height - 1)) or 0
        following = 0 if self.highlighted is None else self.highlighted + 1
        target = self._find(range(max(below, following), self._count))
        if target is None:
            self.action_last()
        else:
            self._go_to(target)

    def action_first(self) -> None:
        """Go to the first line, with what is above it."""
        self._go_to(self._find(range(self._count)))
        self.scroll_home(animate=False)

    def action_last(self) -> None:
        """Go to the last line, with what is below it."""
        self._go_to(self._find(reversed(range(self._count))))
        self.scroll_end(animate=False)

    @property
    def _page(self) -> int:
        """How many lines are in sight, less one that stays."""
        return max(self.scrollable_content_region.height - 1, 1)

    @property
    def _first_line(self) -> int:
        """The line on which the entry highlighted begins."""
        return self.list_lines(self.highlighted).start if self.highlighted is not None else 0

    def _go_to(self, index: int | None) -> None:
        """Highlight this, if there is any, and bring it in sight, also where it was highlighted before."""
        if index is not None and index == self.highlighted:
            self.scroll_to_highlight()
        elif index is not None:
            self.highlighted = index

    def _find(self, indexes: Iterable[int]) -> int | None:
        """The first of these that can be highlighted."""
        return next((index for index in indexes if index < self._count and self._can_highlight(index)), None)
