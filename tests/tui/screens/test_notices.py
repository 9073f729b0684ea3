from pathlib import Path

import pytest

from tests.tui.driving import NARROW, browsing
from tui.screens.correction import CorrectionScreen
from tui.screens.review import ReviewScreen


@pytest.mark.slow
@pytest.mark.parametrize("size", [NARROW, (40, 12)], ids=str)
async def test_no_notice_stands_in_front_of_a_dialog(doubtful: Path, size: tuple[int, int]) -> None:
    async with browsing(doubtful, size) as browser:
        await browser.press("exclamation_mark")
        await browser.press("d")
        assert "fine as it is" in browser.notices
        browser.app.simulate_key("f")
        await browser.settle()
        assert isinstance(browser.app.screen, CorrectionScreen)
        assert browser.notices == ""
        await browser.until(lambda: "As it is: Blaby" in browser.text)


@pytest.mark.slow
async def test_what_is_settled_while_a_dialog_is_in_front_is_told_after_it(doubtful: Path) -> None:
    async with browsing(doubtful) as browser:
        await browser.press("exclamation_mark")
        screen = browser.app.screen
        assert isinstance(screen, ReviewScreen)
        screen.action_dismiss_letter()
        screen.action_correct()
        await browser.settle()
        assert isinstance(browser.app.screen, CorrectionScreen)
        assert browser.notices == ""
        await browser.press("escape")
        assert "fine as it is. u undoes it." in browser.notices


async def test_a_notice_goes_with_the_next_key(library: Path) -> None:
    async with browsing(library, council="harborough") as browser:
        await browser.press("right_square_bracket")
        assert "This is the newest letter here." in browser.notices
        await browser.press("left_square_bracket")
        assert browser.notices == ""
        await browser.press("right_square_bracket", "right_square_bracket", "right_square_bracket")
        assert "This is the newest letter here." in browser.notices
