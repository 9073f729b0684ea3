"""What every screen does while another is in front."""

from pathlib import Path

from textual.widget import Widget

from tests.tui.driving import Browser, browsing


def count_drawn(browser: Browser) -> int:
    """The lines that the first screen keeps as they were drawn."""
    widgets = browser.app.screen_stack[0].walk_children(Widget)
    return sum(len(widget._render_cache.lines) for widget in widgets)


async def test_a_screen_that_another_covers_keeps_no_lines_and_draws_them_again(library: Path) -> None:
    async with browsing(library, council="harborough") as browser:
        before = browser.text
        assert count_drawn(browser)
        await browser.press("w")
        assert not count_drawn(browser)
        await browser.press("escape")
        assert count_drawn(browser)
        assert browser.text == before


async def test_a_screen_behind_a_dialog_stays_as_it_is_drawn(library: Path) -> None:
    async with browsing(library, council="harborough") as browser:
        drawn = count_drawn(browser)
        await browser.press("f1")
        assert browser.app.screen.is_modal
        assert count_drawn(browser) == drawn
