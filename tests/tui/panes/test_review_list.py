"""The list of what needs a look: entries of several lines, thousands of them, and the reader's place among them."""

from asyncio import sleep
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import replace
from itertools import pairwise

import pytest
from textual.app import App, ComposeResult
from textual.content import Content
from textual.pilot import Pilot

from db.review.findings import ReviewItem
from tests.db.builders import doubt
from tests.tui.driving import until
from tui.draw.review_text import draw_review_item
from tui.panes.measured_lines import _MEASURED_AT_ONCE
from tui.panes.review_list import ReviewList

WIDTH, HEIGHT, BESIDE = 60, 12, 1
"""Cells and lines, and the scrollbar beside them."""


def make_item(number: int, reasons: int = 1) -> ReviewItem:
    """A letter of two lines and one for each reason."""
    return ReviewItem(
        letter_id=number,
        council_id=number,
        council=f"Council {number}",
        year=2020,
        source=f"{number}.txt",
        reasons=tuple(doubt(f"Reason {reason} of {number}.") for reason in range(reasons)),
    )


ITEMS = tuple(make_item(number) for number in range(40))
THOUSANDS = tuple(make_item(number, number % 3) for number in range(5_000))


class Host(App[None]):
    """Nothing but the list."""

    def __init__(self) -> None:
        super().__init__()
        self.highlighted: list[int] = []
        self.chosen: list[int] = []

    def compose(self) -> ComposeResult:
        yield ReviewList(id="review-list")

    @property
    def pane(self) -> ReviewList:
        return self.query_one(ReviewList)

    @property
    def in_sight(self) -> list[str]:
        """The lines in sight."""
        return [self.pane.render_line(y).text.rstrip() for y in range(self.pane.size.height)]

    @property
    def stands_out(self) -> list[str]:
        """Those that the highlight is on."""
        background = self.pane.get_visual_style("line-list--highlighted").rich_style.bgcolor
        lines = [self.pane.render_line(y) for y in range(self.pane.size.height)]
        return [
            line.text.rstrip()
            for line in lines
            if all(part.style and part.style.bgcolor == background for part in line)
        ]

    @property
    def is_measured(self) -> bool:
        """Whether it is known where all letters end."""
        width = self.pane.scrollable_content_region.width
        return width > 0 and self.pane.virtual_size.height == sum(
            len(list_lines(item, width)) for item in self.pane.items
        )

    def on_review_list_item_highlighted(self, message: ReviewList.ItemHighlighted) -> None:
        self.highlighted.append(message.item.letter_id)

    def on_review_list_item_chosen(self, message: ReviewList.ItemChosen) -> None:
        self.chosen.append(message.item.letter_id)


def list_lines(item: ReviewItem, width: int = WIDTH) -> list[str]:
    """What is drawn of a letter, wrapped as Textual does it where there is less room than it is drawn for."""
    return [line.plain.rstrip() for line in draw_review_item(item, width).wrap(width)]


@asynccontextmanager
async def listing(items: Sequence[ReviewItem] = ITEMS) -> AsyncIterator[tuple[Host, Pilot[None]]]:
    app = Host()
    async with app.run_test(size=(WIDTH + BESIDE, HEIGHT)) as pilot:
        app.pane.focus()
        await pilot.pause()
        app.pane.show(tuple(items))
        await until(pilot, lambda: app.is_measured)
        yield app, pilot


async def test_each_letter_is_highlighted_with_all_its_lines() -> None:
    async with listing() as (app, pilot):
        assert app.in_sight == [line for item in ITEMS[:4] for line in list_lines(item)]
        assert app.stands_out == list_lines(ITEMS[0])
        await pilot.press("down", "down")
        assert app.stands_out == list_lines(ITEMS[2])
        assert app.highlighted == [0, 1, 2]


async def test_the_whole_letter_comes_in_sight_and_there_are_two_ends() -> None:
    async with listing() as (app, pilot):
        await pilot.press("down", "down", "down", "down")
        assert app.in_sight == [line for item in ITEMS[1:5] for line in list_lines(item)]
        await pilot.press("up", "up", "up", "up", "up", "up")
        assert (app.pane.highlighted, app.pane.scroll_offset.y) == (0, 0)
        await pilot.press("end", "down", "down")
        assert app.pane.highlighted == len(ITEMS) - 1
        assert app.in_sight[-3:] == list_lines(ITEMS[-1])
        await pilot.press("home")
        assert app.stands_out == app.in_sight[:3] == list_lines(ITEMS[0])


async def test_a_page_is_counted_in_lines_and_goes_past_a_letter_that_is_higher() -> None:
    high = make_item(100, 30)
    async with listing((*ITEMS[:5], high, *ITEMS[5:])) as (app, pilot):
        await pilot.press("pagedown")
        assert app.pane.item == ITEMS[3]
        await pilot.press("pagedown")
        assert app.pane.item == high
        await pilot.press("pagedown")
        assert app.pane.item == ITEMS[5]
        await pilot.press("pageup", "pageup", "pageup")
        assert app.pane.item == ITEMS[0]


async def test_a_click_on_any_line_of_a_letter_goes_to_it_and_below_them_nowhere() -> None:
    async with listing(ITEMS[:3]) as (app, pilot):
        await pilot.click("#review-list", offset=(4, 4))
        assert app.chosen == [1]
        assert app.pane.item == ITEMS[1]
        await pilot.press("down", "enter")
        await pilot.click("#review-list", offset=(4, 10))
        assert app.chosen == [1, 2]


async def test_a_letter_below_the_mouse_looks_so_on_all_its_lines_until_the_mouse_leaves() -> None:
    async with listing(ITEMS[:3]) as (app, pilot):
        hovered = app.pane.get_visual_style("line-list--hover").rich_style.bgcolor

        def list_hovered() -> list[int]:
            return [
                y for y in range(HEIGHT) if all(p.style and p.style.bgcolor == hovered for p in app.pane.render_line(y))
            ]

        await pilot.hover("#review-list", offset=(4, 7))
        assert list_hovered() == [6, 7, 8]
        await pilot.hover("#review-list", offset=(4, 10))
        assert list_hovered() == []


async def test_the_highlight_stays_in_sight_in_another_width_and_height() -> None:
    items = tuple(replace(item, source=f"{'a long name ' * 4}{item.source}") for item in ITEMS)
    async with listing(items) as (app, pilot):
        for _ in range(25):
            await pilot.press("down")
        for width, height in ((30, 12), (WIDTH, 8), (14, 20), (WIDTH + BESIDE, HEIGHT)):
            await pilot.resize_terminal(width, height)
            await until(pilot, lambda: app.is_measured)
            await pilot.pause()
            assert app.pane.item == items[25]
            assert app.stands_out == list_lines(items[25], app.pane.scrollable_content_region.width)


async def test_nothing_is_measured_before_there_is_a_width_and_all_of_it_then() -> None:
    app = Host()
    async with app.run_test(size=(WIDTH + BESIDE, HEIGHT)) as pilot:
        app.pane.display = False
        await pilot.pause()
        app.pane.show(ITEMS, 30)
        app.pane.display = True
        await until(pilot, lambda: app.is_measured)
        await pilot.pause()
        assert app.stands_out == list_lines(ITEMS[30])


def count_drawn(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Note each letter that is drawn from now on."""
    drawn: list[int] = []

    def draw(item: ReviewItem, width: int, *, is_dismissed: bool) -> Content:
        drawn.append(item.letter_id)
        return draw_review_item(item, width, is_dismissed=is_dismissed)

    monkeypatch.setattr("tui.panes.review_list.draw_review_item", draw)
    return drawn


async def test_thousands_are_shown_at_once_and_measured_some_at_a_time(monkeypatch: pytest.MonkeyPatch) -> None:
    drawn, at_rest = count_drawn(monkeypatch), [0]

    async def rest(_seconds: float) -> None:
        at_rest.append(len(drawn))
        await sleep(0)

    monkeypatch.setattr("tui.panes.measured_lines.sleep", rest)
    async with listing(ITEMS[:1]) as (app, pilot):
        drawn.clear()
        app.pane.show(THOUSANDS)
        app.pane.action_cursor_down()
        assert len(drawn) < _MEASURED_AT_ONCE
        assert app.pane.item == THOUSANDS[1]
        assert app.in_sight[:2] == list_lines(THOUSANDS[0])
        await until(pilot, lambda: app.is_measured)
        assert len(THOUSANDS) <= len(drawn) < len(THOUSANDS) + 2 * HEIGHT
        at_once = [after - before for before, after in pairwise(at_rest)]
        assert max(at_once) < _MEASURED_AT_ONCE + HEIGHT
        await pilot.press("end")
        assert app.stands_out == list_lines(THOUSANDS[-1])


async def test_the_end_is_found_at_once_while_most_are_not_measured() -> None:
    async with listing(ITEMS[:1]) as (app, pilot):
        app.pane.show(THOUSANDS)
        app.pane.action_last()
        await pilot.pause()
        assert app.stands_out == app.in_sight[-len(list_lines(THOUSANDS[-1])) :] == list_lines(THOUSANDS[-1])
        assert app.is_measured


async def test_the_place_stays_when_a_letter_goes_and_the_others_are_not_measured_again(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    async with listing() as (app, pilot):
        await pilot.press(*["down"] * 20, *["up"] * 2)
        top = app.pane.scroll_offset.y
        drawn = count_drawn(monkeypatch)
        app.pane.show(tuple(item for item in ITEMS if item != ITEMS[18]), None, (ITEMS[18],))
        assert not drawn[1:]
        await pilot.pause()
        assert app.pane.item == ITEMS[19]
        assert app.pane.scroll_offset.y == top
        assert "dismissed 1" in str(app.pane.border_title)
        await pilot.press("end")
        assert app.pane.is_dismissed
        assert app.stands_out == draw_review_item(ITEMS[18], WIDTH, is_dismissed=True).plain.split("\n")
        app.pane.show(())
        await pilot.press("down", "enter", "end")
        assert app.pane.item is None
        assert not app.pane.is_dismissed
        assert not app.chosen
