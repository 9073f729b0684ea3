"""Texts that are laid out anew for another width are as high as they then are, however the terminal came to it."""

from pathlib import Path

import pytest
from textual.widgets import Static

from tests.tui.driving import Browser, browsing

SIZES = ((200, 12), (130, 60), (41, 12), (79, 24), (200, 60), (162, 24), (119, 30), (80, 24), (40, 40))


async def _check_heights(browser: Browser, *names: str) -> None:
    """At every size each of these texts has the lines that it takes on its width."""
    for size in SIZES:
        await browser.resize(*size)
        for name in names:
            text = browser.app.screen.query_one(name, Static)
            if text.region.width:
                lines = text.get_content_height(text.container_size, browser.app.size, text.content_size.width)
                assert text.content_size.height == lines, (name, size)


async def test_a_letter_has_no_lines_below_its_last(samples: Path) -> None:
    async with browsing(samples, (80, 24), "kent") as browser:
        await browser.press("tab")
        await _check_heights(browser, "#letter-text", "#letter-margin")


@pytest.mark.parametrize(
    ("keys", "name"),
    [
        (("a",), "#year-foot"),
        (("A",), "#coverage-sums"),
        (("question_mark",), "HelpText"),
        (("m",), "MeaningText"),
        (("B",), "PageText"),
        (("exclamation_mark",), "#letter-text"),
        (("w", "d", "e", "l", "a", "y"), "#words-said"),
    ],
    ids=str,
)
async def test_what_stands_in_a_box_is_as_high_as_its_words(samples: Path, keys: tuple[str, ...], name: str) -> None:
    async with browsing(samples, (80, 24), "kent") as browser:
        await browser.press("down", *keys)
        await _check_heights(browser, name)
