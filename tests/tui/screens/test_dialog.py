"""Dialogs left by two keys that come at once, as from a terminal far away."""

from pathlib import Path

import pytest
from textual.command import CommandList

from tests.tui.driving import MEDIUM, Browser, browsing
from tui.screens.compare import CompareScreen
from tui.screens.main import MainScreen
from tui.screens.year import YearScreen


async def _type_at_once(browser: Browser, *keys: str) -> None:
    """Have keys come in one go: the second before what the first led to."""
    for key in keys:
        browser.app.simulate_key(key)
    await browser.settle()


async def test_a_choice_and_escape_at_once_leave_a_dialog_once(empty_library: Path) -> None:
    async with browsing(empty_library, MEDIUM) as browser:
        await _type_at_once(browser, "enter", "escape")
        assert isinstance(browser.app.screen, MainScreen)
        await browser.press("question_mark", "escape")
        assert isinstance(browser.app.screen, MainScreen)


@pytest.mark.parametrize("keys", [("enter", "escape"), ("enter", "enter")], ids=str)
async def test_no_screen_behind_a_dialog_is_left_with_it(library: Path, keys: tuple[str, str]) -> None:
    async with browsing(library, MEDIUM, "kent") as browser:
        await browser.press("a", "s")
        await _type_at_once(browser, *keys)
        assert isinstance(browser.app.screen, YearScreen)


@pytest.mark.parametrize("behind", [(), ("a",)], ids=["the councils", "a year"])
@pytest.mark.parametrize("keys", [("enter", "enter"), ("enter", "escape")], ids=str)
async def test_nothing_behind_the_palette_is_left_with_it(
    library: Path, behind: tuple[str, ...], keys: tuple[str, str]
) -> None:
    async with browsing(library, MEDIUM, "kent") as browser:
        await browser.press(*behind)
        screen = browser.app.screen
        await browser.press("ctrl+p")
        await browser.until(lambda: browser.app.screen.query_one(CommandList).option_count > 0)
        await _type_at_once(browser, *keys)
        assert browser.app.screen is screen


async def test_a_choice_made_behind_the_help_takes_no_help_away(library: Path) -> None:
    async with browsing(library, MEDIUM, "kent") as browser:
        await browser.press("c")
        await _type_at_once(browser, "enter", "f1", "escape", "escape")
        assert isinstance(browser.app.screen, MainScreen | CompareScreen)
