"""The order of the list of councils."""

import json
from pathlib import Path

from tests.tui.driving import browsing


def first_of(text: str) -> str:
    """The first council of the list as it stands on the screen."""
    return next(line for line in text.split("\n") if "20" in line and "│" in line).strip("│ ").split("  ")[0]


async def test_the_list_is_sorted_by_the_next_order_which_is_kept_for_the_next_time(library: Path) -> None:
    async with browsing(library) as browser:
        await browser.press("escape", "tab", "s")
        assert "by share upheld" in browser.text
        assert "The council and year of a letter are set with f." in browser.foot
        sorted_first = first_of(browser.text)
    assert json.loads((library.parent / "settings.json").read_text(encoding="utf-8")) == {"sort": "rate"}
    async with browsing(library) as browser:
        assert "by share upheld" in browser.text
        assert first_of(browser.text) == sorted_first
        await browser.press("escape", "tab", "s", "s", "s")
        assert "by " not in browser.text.split("\n")[0]


async def test_what_is_found_stands_best_match_first_whatever_the_order(library: Path) -> None:
    async with browsing(library) as browser:
        await browser.press("escape", "tab", "s", "slash", *"leed")
        assert first_of(browser.text).startswith("Leeds")
