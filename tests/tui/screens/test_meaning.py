from pathlib import Path

import pytest

from db.importer import import_paths
from tests.db.builders import letter_text
from tests.tui.driving import SIZES, WIDE, browsing
from tui.screens.main import MainScreen
from tui.screens.meaning import MeaningScreen

DEFINED = "Complaints upheld - We count what we found fault in."


@pytest.fixture
def defining(tmp_path: Path) -> Path:
    """A library with a letter that defines its first figure."""
    path = tmp_path / "defining.db"
    (tmp_path / "letter.txt").write_text(letter_text(words=f"{DEFINED}\n\nThank you."), encoding="utf-8")
    assert import_paths(path, [tmp_path / "letter.txt"]).added == 1
    return path


@pytest.mark.parametrize("size", SIZES, ids=str)
@pytest.mark.parametrize("close", ["escape", "m", "q"])
async def test_m_says_what_the_highlighted_figure_means(library: Path, size: tuple[int, int], close: str) -> None:
    async with browsing(library, size, "oadby") as browser:
        await browser.press("m")
        assert isinstance(browser.app.screen, MeaningScreen)
        assert "Meaning: Upheld" in browser.text
        assert "What it is not" in browser.text
        await browser.press("G")
        assert "slow to accept it" in " ".join(browser.text.replace("│", " ").split())  # the last of the signs
        await browser.press(close)
        assert isinstance(browser.app.screen, MainScreen)
        assert browser.focused == "statistics"


async def test_enter_goes_to_the_letters_own_definition(defining: Path) -> None:
    async with browsing(defining, WIDE, "oadby") as browser:
        await browser.press("m")
        assert "We count what we found fault in." in browser.text
        await browser.press("enter")
        assert browser.focused == "letter"
        assert any("▶" in line and DEFINED[:20] in line for line in browser.text.split("\n"))


async def test_where_the_letter_defines_nothing_enter_leads_nowhere(library: Path) -> None:
    async with browsing(library, WIDE, "oadby") as browser:
        await browser.press("m")
        assert "Enter goes to" not in browser.text
        await browser.press("enter")
        assert isinstance(browser.app.screen, MeaningScreen)


async def test_in_the_letter_it_is_the_meaning_of_the_place_gone_to(library: Path) -> None:
    async with browsing(library, WIDE, "oadby") as browser:
        await browser.press("enter", "m")
        assert "Meaning: Upheld" in browser.text


async def test_without_a_letter_there_is_nothing_to_explain(empty_library: Path) -> None:
    async with browsing(empty_library) as browser:
        await browser.press("escape", "m")
        assert isinstance(browser.app.screen, MainScreen)
