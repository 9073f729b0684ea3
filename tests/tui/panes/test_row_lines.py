"""A list of rows of several lines: the highlight is whole, what is too wide is wrapped, the mouse finds the row."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from textual.app import App, ComposeResult
from textual.content import Content
from textual.geometry import Size
from textual.pilot import Pilot

from tests.tui.draw.seen import screen_lines
from tui.draw.figures.row import Row
from tui.panes.line_list import LineList
from tui.panes.row_lines import RowLines

WIDTH, BESIDE = 10, 2
"""Cells of a line, and of the scrollbar."""

ROWS = (
    Row(Content("a heading")),
    Row(Content("one\ntwo"), key="first", letter_id=1),
    Row(Content("")),
    Row(Content("wider than the list is, by far"), key="wide", letter_id=2),
    *(Row(Content(f"more {number}"), key=f"more {number}", letter_id=number) for number in range(20)),
)


class Rows(RowLines, LineList):
    """A list of nothing but rows."""


class Host(App[None]):
    """Nothing but the list."""

    def compose(self) -> ComposeResult:
        yield Rows(id="rows")

    @property
    def rows(self) -> Rows:
        return self.query_one(Rows)


@asynccontextmanager
async def listing() -> AsyncIterator[tuple[Host, Pilot[None]]]:
    app = Host()
    async with app.run_test(size=(WIDTH + BESIDE, 8)) as pilot:
        app.rows.show_rows(ROWS, 1, app.rows.scrollable_content_region.width)
        app.rows.focus()
        await pilot.pause()
        yield app, pilot


def highlighted_lines(app: Host) -> list[str]:
    """The lines in sight that stand on the highlight."""
    style = app.rows.get_visual_style("line-list--highlighted").rich_style
    lines = [app.rows.render_line(y) for y in range(app.size.height)]
    return [
        line.text.rstrip() for line in lines if all(part.style and part.style.bgcolor == style.bgcolor for part in line)
    ]


async def test_a_row_is_highlighted_with_all_its_lines_and_what_is_too_wide_is_wrapped() -> None:
    async with listing() as (app, pilot):
        assert [line[:WIDTH].rstrip() for line in screen_lines(app)[:4]] == ["a heading", "one", "two", ""]
        assert highlighted_lines(app) == ["one", "two"]
        app.rows.action_cursor_down()
        await pilot.pause()
        assert highlighted_lines(app) == ["wider than", "the list", "is, by far"]
        assert app.rows.virtual_size == Size(WIDTH, 1 + 2 + 1 + 3 + 20)


async def test_a_page_is_counted_in_lines_and_its_ends_are_the_lists() -> None:
    async with listing() as (app, pilot):
        app.rows.action_page_down()
        await pilot.pause()
        assert app.rows.highlighted_row is ROWS[5]  # the first line of the page is the last of it before
        app.rows.action_last()
        app.rows.action_page_down()
        await pilot.pause()
        assert app.rows.highlighted_row is ROWS[-1]
        for _ in range(9):
            app.rows.action_page_up()
        assert app.rows.highlighted_row is ROWS[1]


async def test_the_row_below_the_mouse_is_shown_to_be_one_that_leads_somewhere() -> None:
    async with listing() as (app, pilot):
        plain = app.rows.render_line(4).text, app.rows.choose_look(3, is_highlighted=False)
        await pilot.hover(Rows, offset=(1, 5))
        assert app.rows.choose_look(3, is_highlighted=False) == "line-list--hover"
        await pilot.hover(Rows, offset=(1, 0))
        assert (app.rows.render_line(4).text, app.rows.choose_look(3, is_highlighted=False)) == plain


async def test_pages_come_to_the_end_and_the_top_though_nothing_there_leads_anywhere() -> None:
    async with listing() as (app, pilot):
        rows = (*ROWS[:3], *ROWS[4:6], *(Row(Content(f"note {number}")) for number in range(20)))
        app.rows.show_rows(rows, 1, app.rows.scrollable_content_region.width)
        for _ in range(2):
            app.rows.action_page_down()
            await pilot.pause()
        assert app.rows.highlighted_row is rows[4]
        assert app.rows.scroll_offset.y == app.rows.max_scroll_y > 0
        app.rows.action_page_up()
        await pilot.pause()
        assert app.rows.scroll_offset.y == 0


async def test_a_page_up_on_the_first_row_brings_it_back_in_sight() -> None:
    async with listing() as (app, pilot):
        app.rows.scroll_to(y=9, animate=False, immediate=True)
        app.rows.action_page_up()
        await pilot.pause()
        assert app.rows.highlighted_row is ROWS[1]
        assert app.rows.scroll_offset.y == 0


async def test_a_list_that_is_painted_in_another_width_before_its_rows_come_anew_has_the_same_lines() -> None:
    async with listing() as (app, pilot):
        app.rows.show_rows(ROWS, 3, app.rows.scrollable_content_region.width)
        for width in (60, 5, 30):
            app.rows.styles.width = width
            app.screen._refresh_layout()
            assert [app.rows.render_line(y).text.strip() for y in range(app.rows.size.height)]
            await pilot.pause()
        app.rows.show_rows(ROWS, 3, app.rows.scrollable_content_region.width)
        await pilot.pause()
        assert highlighted_lines(app)[0].startswith("wider than the list is")
