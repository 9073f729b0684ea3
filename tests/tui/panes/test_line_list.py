"""A list of very many lines: drawn as they come into sight, two ends, headings that nobody stops at."""

import gc
from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager
from typing import ClassVar

import pytest
from rich.style import Style
from textual.app import App, ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.pilot import Pilot
from textual.scroll_view import ScrollView
from textual.scrollbar import ScrollBar
from textual.strip import Strip

from tui.keymap import Group, make_bindings
from tui.panes.line_list import LineList

COUNT, HEIGHT = 100_000, 10
HEADINGS = {0, 5, COUNT - 1}


class Keyed(LineList):
    BINDINGS: ClassVar[list[BindingType]] = [*make_bindings(Group.LISTS), ("enter", "select", "select")]


class Lines(App[None]):
    def __init__(self) -> None:
        super().__init__()
        self.drawn: list[int] = []
        self.chosen: list[int | None] = []

    def compose(self) -> ComposeResult:
        yield Keyed(id="lines")

    @property
    def lines(self) -> Keyed:
        return self.query_one(Keyed)

    def draw(self, index: int, width: int, is_highlighted: bool) -> Content:
        self.drawn.append(index)
        return Content(f"{'>' if is_highlighted else ' '} line {index}")

    def on_mount(self) -> None:
        self.lines.show_lines(COUNT, self.draw, lambda index: index not in HEADINGS, 1)
        self.lines.focus()

    def on_line_list_line_selected(self) -> None:
        self.chosen.append(self.lines.highlighted)


@asynccontextmanager
async def listing() -> AsyncIterator[tuple[Lines, Pilot[None]]]:
    app = Lines()
    async with app.run_test(size=(30, HEIGHT)) as pilot:
        await pilot.pause()
        yield app, pilot


async def test_only_what_is_in_sight_is_drawn() -> None:
    async with listing() as (app, pilot):
        await pilot.press("end")
        assert app.lines.highlighted == COUNT - 2
        assert set(app.drawn) <= {*range(HEIGHT), *range(COUNT - HEIGHT - 1, COUNT)}


async def test_the_highlight_passes_over_headings_and_stops_at_both_ends() -> None:
    async with listing() as (app, pilot):
        await pilot.press("up")
        assert (app.lines.highlighted, app.lines.scroll_offset.y) == (1, 0)
        await pilot.press("down", "down", "down", "down")
        assert app.lines.highlighted == 6
        await pilot.press("up")
        assert app.lines.highlighted == 4
        await pilot.press("end", "down")
        assert app.lines.highlighted == COUNT - 2
        assert app.lines.scroll_offset.y == COUNT - HEIGHT


async def test_pages_go_on_from_the_highlight_and_come_back() -> None:
    async with listing() as (app, pilot):
        await pilot.press("pagedown", "pagedown")
        assert app.lines.highlighted == 1 + 2 * (HEIGHT - 1)
        await pilot.press("pageup", "pageup", "pageup")
        assert app.lines.highlighted == 1
        await pilot.press("G", "pagedown")
        assert app.lines.highlighted == COUNT - 2


async def test_a_click_goes_where_the_line_leads_and_a_heading_leads_nowhere() -> None:
    async with listing() as (app, pilot):
        await pilot.click("#lines", offset=(3, 3))
        await pilot.click("#lines", offset=(3, 5))
        await pilot.press("enter")
        assert app.chosen == [3, 3]
        assert app.lines.render_line(3).text.startswith("> line 3")


async def test_a_shorter_list_has_no_line_of_the_longer_one() -> None:
    async with listing() as (app, pilot):
        await pilot.press("end")
        app.lines.show_lines(2, app.draw, lambda _index: True, 1)
        await pilot.pause()
        shown = [app.lines.render_line(at).text.strip() for at in range(HEIGHT)]
        assert shown == ["line 0", "> line 1", *[""] * (HEIGHT - 2)]
        app.lines.show_lines(0, app.draw, lambda _index: True, None)
        await pilot.press("down", "up", "pagedown", "end", "enter")
        assert app.lines.highlighted is None
        assert not app.chosen


def list_cells(strips: Iterable[Strip]) -> list[list[tuple[str, Style | None]]]:
    return [[(character, style) for text, style, _ in strip for character in text] for strip in strips]


@pytest.mark.parametrize("count", [0, 3, HEIGHT, 40])
async def test_lines_and_scrollbar_are_painted_as_textual_would(count: int) -> None:
    async with listing() as (app, pilot):
        for keys in ((), ("down",), ("end",)):
            app.lines.show_lines(count, app.draw, lambda _index: True, 0 if count else None)
            await pilot.press(*keys)
            await pilot.pause()
            lines, bar = app.lines, app.lines.vertical_scrollbar
            whole = lines.outer_size.region
            theirs = ScrollView.render_lines(lines, whole)
            ours = lines.render_lines(whole)
            assert bar.display == (count > HEIGHT)
            seen = whole.width - bar.outer_size.width if bar.display else whole.width  # what is below the bar is not
            assert list_cells(ours) == [line[:seen] for line in list_cells(theirs)]
            if bar.display:
                column = bar.outer_size.region
                assert list_cells(bar.render_lines(column)) == list_cells(ScrollBar.render_lines(bar, column))


async def test_lines_drawn_anew_leave_nothing_behind_however_many_were_seen() -> None:
    async with listing() as (app, pilot):
        for _ in range(40):
            await pilot.press("pagedown")
        gc.collect()
        gc.disable()
        try:
            for _ in range(3):
                app.lines.redraw()
            assert not [one for one in gc.get_objects() if isinstance(one, Strip) and one.text.strip() == "line 50"]
        finally:
            gc.enable()
