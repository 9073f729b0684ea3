"""A terminal too small for anything but a sentence: what else happens meanwhile ends nothing and stays behind it."""

from pathlib import Path

import pytest

from tests.tui.driving import MEDIUM, browsing
from tui.import_session import RunningImport
from tui.screens.confirm import ConfirmScreen
from tui.screens.main import MainScreen
from tui.screens.palette import Palette
from tui.screens.too_small import TooSmallScreen
from tui.screens.welcome import WelcomeScreen

TINY = (20, 6)


@pytest.mark.slow
@pytest.mark.parametrize(
    "keys",
    [("ctrl+p",), ("i",), ("c",), ("x",), ("exclamation_mark",), ("a", "s"), ("w", "d", "e", "l", "a", "y")],
    ids=str,
)
async def test_a_list_is_laid_out_on_however_few_columns(library: Path, keys: tuple[str, ...]) -> None:
    async with browsing(library, MEDIUM, "kent") as browser:
        await browser.press(*keys)
        for columns in range(13, 0, -1):
            await browser.resize(columns, 12)
        await browser.resize(*MEDIUM)
        assert not isinstance(browser.app.screen, TooSmallScreen)


async def test_on_one_column_nothing_is_laid_out_for_ever(library: Path) -> None:
    async with browsing(library, MEDIUM) as browser:
        await browser.resize(1, 12)  # which waits until nothing is left to lay out
        assert isinstance(browser.app.screen, TooSmallScreen)


async def test_what_opens_by_itself_stays_behind_the_sentence(empty_library: Path) -> None:
    async with browsing(empty_library, TINY) as browser:
        assert isinstance(browser.app.screen, TooSmallScreen)
        await browser.resize(*MEDIUM)
        assert isinstance(browser.app.screen, WelcomeScreen)
        await browser.press("escape")
        assert isinstance(browser.app.screen, MainScreen)
        assert len(browser.app.screen_stack) == 1


async def test_no_palette_opens_before_the_sentence_or_behind_it_twice(library: Path) -> None:
    async with browsing(library, MEDIUM) as browser:
        await browser.press("ctrl+p")
        await browser.resize(*TINY)
        await browser.press("ctrl+p", "ctrl+p")
        assert isinstance(browser.app.screen, TooSmallScreen)
        await browser.resize(*MEDIUM)
        assert isinstance(browser.app.screen, Palette)
        await browser.press("escape", "escape")
        assert isinstance(browser.app.screen, MainScreen)


async def test_a_dialog_that_opened_in_a_terminal_too_small_is_left_once(library: Path) -> None:
    async with browsing(library, TINY) as browser:
        answers: list[bool | None] = []
        browser.app.push_screen(ConfirmScreen("Quit", "Stop it?", no="Go on", yes="Stop"), answers.append)
        await browser.settle()
        assert isinstance(browser.app.screen, TooSmallScreen)
        await browser.resize(*MEDIUM)
        await browser.press("escape")
        assert answers == [False]
        assert isinstance(browser.app.screen, MainScreen)


async def test_ctrl_q_ends_the_program_behind_the_sentence_also_while_an_import_runs(library: Path) -> None:
    async with browsing(library, MEDIUM) as browser:
        browser.app.import_session.running = RunningImport()
        await browser.resize(*TINY)
        await browser.press("ctrl+q")
        assert not browser.app.is_running or browser.app._exit
