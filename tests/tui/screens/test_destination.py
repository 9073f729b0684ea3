from pathlib import Path

import pytest

from tests.tui.bringing_in import name, outcomes
from tests.tui.conftest import BARE
from tests.tui.driving import browsing

UNDATED = BARE.replace("21 July 2021\n\n", "").replace(" 2021", "")


@pytest.mark.slow
@pytest.mark.parametrize("text", [BARE, UNDATED], ids=["dated", "undated"])
async def test_of_several_letters_of_one_council_and_year_enter_leads_to_that_of_its_file(
    empty_library: Path, tmp_path: Path, text: str
) -> None:
    folder = tmp_path / "alike"
    folder.mkdir()
    for fruit in ("apples", "melons", "pears"):
        (folder / f"{fruit}.txt").write_text(f"{text}\nIt was about {fruit}.\n", encoding="utf-8")
    async with browsing(empty_library) as browser:
        await browser.press("escape", "i")
        await name(browser, str(folder))
        assert outcomes(browser) == "3 added, 0 already here, 0 refused"
        for index, fruit in enumerate(("apples", "melons", "pears")):
            await browser.press("down", "g", *["j"] * index, "enter")
            assert f"It was about {fruit}." in browser.text
            await browser.press("i")
        await name(browser, str(folder / "melons.txt"))
        await browser.press("down", "enter")
        assert "It was about melons." in browser.text
