"""What is kept of a screen while another is in front, and once it has been left."""

from pathlib import Path

import pytest
from rich.cells import cached_cell_len
from textual.geometry import Region
from textual.widget import Widget

from tests.tui.driving import Browser, browsing
from tests.tui.screens.reviewing import looking
from tui.panes.review_list import ReviewList


def count_drawn(browser: Browser) -> int:
    """The lines that the first screen keeps as they were drawn."""
    return count_lines(browser.app.screen_stack[0])


def count_lines(screen: Widget) -> int:
    """The lines that a screen keeps as they were drawn."""
    return sum(len(widget._render_cache.lines) for widget in screen.walk_children(Widget))


async def test_a_screen_that_another_covers_keeps_no_lines_and_draws_them_again(library: Path) -> None:
    async with browsing(library, council="harborough") as browser:
        before = browser.text
        assert count_drawn(browser)
        await browser.press("w")
        assert not count_drawn(browser)
        await browser.press("escape")
        assert count_drawn(browser)
        assert browser.text == before


@pytest.mark.parametrize("key", ["w", "exclamation_mark"])
async def test_a_screen_that_is_left_keeps_no_lines_by_the_time_the_one_below_is_drawn(
    library: Path, monkeypatch: pytest.MonkeyPatch, key: str
) -> None:
    async with browsing(library, council="harborough") as browser:
        below = browser.app.screen
        await browser.press(key)
        left = browser.app.screen
        assert left is not below
        assert count_lines(left)
        kept = list[int]()
        draw = below._compositor_refresh

        def note_and_draw() -> None:
            kept.append(count_lines(left))
            draw()

        monkeypatch.setattr(below, "_compositor_refresh", note_and_draw)
        await browser.press("escape")
        assert kept
        assert not any(kept)


async def test_a_screen_behind_a_dialog_stays_as_it_is_drawn(library: Path) -> None:
    async with browsing(library, council="harborough") as browser:
        drawn = count_drawn(browser)
        await browser.press("f1")
        assert browser.app.screen.is_modal
        assert count_drawn(browser) == drawn


async def test_what_was_worked_out_to_draw_a_screen_goes_when_another_covers_it(library: Path) -> None:
    async with browsing(library, council="harborough") as browser:
        text = "a text of no screen"
        cached_cell_len(text)
        hits = cached_cell_len.cache_info().hits
        cached_cell_len(text)
        assert cached_cell_len.cache_info().hits == hits + 1
        area, other = Region(901, 902, 903, 904), Region(1, 2, 3, 4)
        area.overlaps(other)
        await browser.press("w")
        misses = Region.overlaps.cache_info().misses, cached_cell_len.cache_info().misses
        area.overlaps(other)
        cached_cell_len(text)
        now = Region.overlaps.cache_info().misses, cached_cell_len.cache_info().misses
        assert now == (misses[0] + 1, misses[1] + 1)


async def test_what_was_worked_out_to_draw_councils_goes_after_some_of_them(
    library: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tui.screens.main_panes._VISITS", 2)
    async with browsing(library, council="harborough") as browser:
        await browser.press("escape")
        before = browser.text
        text = "a text of no council"
        cached_cell_len(text)
        await browser.press("down", "up")
        misses = cached_cell_len.cache_info().misses
        cached_cell_len(text)
        assert cached_cell_len.cache_info().misses == misses + 1
        assert browser.text == before


async def test_what_was_worked_out_to_measure_what_needs_a_look_goes_some_letters_at_a_time(
    doubtful: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    let_go = list[None]()
    monkeypatch.setattr("tui.panes.measured_lines._MEASURED_AT_ONCE", 1)
    monkeypatch.setattr("tui.panes.measured_lines.let_go_of_answers", lambda: let_go.append(None))
    async with looking(doubtful) as browser:
        items = browser.app.screen.query_one(ReviewList).items
        assert len(let_go) >= len(items) > 1
        measured = len(let_go)
        await browser.press("down", "up")
        assert len(let_go) == measured


async def test_garbage_is_searched_for_once_a_screen_is_left_and_not_when_one_opens(
    library: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    searches = list[None]()
    monkeypatch.setattr("tui.app.search_everything", lambda: searches.append(None))
    monkeypatch.setattr("tui.app._UNTIL_GONE", 0.01)
    async with browsing(library, council="harborough") as browser:
        await browser.press("w", "f1")
        opened = len(browser.app.screen_stack)
        await browser.press("escape")
        await browser.until(lambda: len(searches) == 1)
        await browser.press("escape")
        await browser.until(lambda: len(searches) == 2)
        assert (opened, len(browser.app.screen_stack)) == (3, 1)
