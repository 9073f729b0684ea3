from pathlib import Path

import pytest

from tests.tui.driving import NARROW, WIDE, browsing
from tui.commands import COMMANDS
from tui.screens.help import HelpScreen, help_text
from tui.screens.main import MainScreen


@pytest.mark.parametrize("width", [33, 56, 90])
def test_the_help_has_every_command_within_the_width(width: int) -> None:
    text = help_text(width)
    assert max(len(line.rstrip()) for line in text.plain.split("\n")) <= width
    words = " ".join(text.plain.split())
    assert all(" ".join(command.sentence.split()) in words for command in COMMANDS)


@pytest.mark.parametrize("key", ["question_mark", "f1"])
@pytest.mark.parametrize("close", ["escape", "q", "question_mark", "f1"])
async def test_help_opens_and_closes(library: Path, key: str, close: str) -> None:
    async with browsing(library) as browser:
        await browser.press("escape", key)
        assert isinstance(browser.app.screen, HelpScreen)
        await browser.press(close)
        assert isinstance(browser.app.screen, MainScreen)
        assert browser.app.is_running


async def test_help_opens_from_the_search_box_too(library: Path) -> None:
    async with browsing(library) as browser:
        assert browser.focused == "search"
        await browser.press("f1")
        assert isinstance(browser.app.screen, HelpScreen)


async def test_the_marks_are_explained_at_the_end_of_the_help(library: Path) -> None:
    async with browsing(library, NARROW) as browser:
        await browser.press("f1", "G")
        assert "as printed" in " ".join(browser.text.split())


async def test_the_layout_fits_after_the_terminal_was_resized_behind_the_help(library: Path) -> None:
    async with browsing(library, WIDE) as browser:
        await browser.press("f1")
        await browser.resize(*NARROW)
        await browser.press("escape")
        shown = [pane for pane in ("#councils", "#statistics", "#letter") if browser.shows(pane)]
        assert shown == ["#councils"]
        assert browser.app.screen.has_class("-narrow")
