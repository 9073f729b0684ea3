from pathlib import Path

import pytest

from db.importer import import_paths
from tests.db.test_own_words import COUNCILS, OWN, TOLD, import_letters
from tests.tui.driving import MEDIUM, Browser, browsing
from tui.panes.letter import LetterPane

FOLD = "sentences that"


@pytest.fixture
def told(tmp_path: Path) -> Path:
    """A library in which what all were told in 2024 is known."""
    path = tmp_path / "told.db"
    paragraphs = "\n\n".join([TOLD] * 20)
    import_letters(path, [f"{paragraphs}\n\n{OWN}\n\n{paragraphs}", *[TOLD] * 5])
    return path


async def reading(browser: Browser) -> LetterPane:
    """Go to the letter."""
    await browser.press("tab")
    assert browser.focused == "letter"
    return browser.app.screen.query_one(LetterPane)


async def test_the_letter_opens_at_its_own_words(told: Path) -> None:
    async with browsing(told, MEDIUM, COUNCILS[0]) as browser:
        await reading(browser)
        assert OWN[:30] in browser.text


async def test_what_all_were_told_is_folded_away_and_back(told: Path) -> None:
    async with browsing(told, MEDIUM, COUNCILS[0]) as browser:
        await reading(browser)
        assert "l own words" in browser.foot
        assert FOLD not in browser.text
        assert "l hides what all councils were told" in browser.text
        await browser.press("l")
        assert browser.text.count(FOLD) == 2
        assert TOLD[:20] not in browser.text
        assert OWN[:30] in browser.text
        assert "own words only: l shows all" in browser.text
        await browser.press("l")
        assert FOLD not in browser.text


async def test_finding_what_is_folded_away_brings_it_back(told: Path) -> None:
    async with browsing(told, MEDIUM, COUNCILS[0]) as browser:
        await reading(browser)
        await browser.press("l", "slash")
        await browser.type("in good time")
        assert "1 of 40" in browser.text
        assert TOLD[:20] in browser.text


async def test_when_nothing_is_found_what_was_folded_away_is_so_again(told: Path) -> None:
    async with browsing(told, MEDIUM, COUNCILS[0]) as browser:
        await reading(browser)
        await browser.press("l")
        folded = browser.text
        await browser.press("slash")
        await browser.type("in good time")
        assert browser.text.count(FOLD) == 0
        await browser.type("x")
        await browser.press("escape")
        assert browser.text == folded


async def test_where_it_cannot_be_known_the_screen_says_so_and_why(told: Path) -> None:
    import_letters(told, [TOLD, TOLD], year=2023)
    async with browsing(told, (120, 40), COUNCILS[1]) as browser:
        await browser.press("left_square_bracket")
        await reading(browser)
        assert "shared wording not known: l says why" in browser.text
        await browser.press("l")
        assert "of 2023, 1 letter to another council is here, and 5 are needed" in browser.notices


async def test_after_an_import_it_is_known(told: Path) -> None:
    import_letters(told, [TOLD, TOLD], year=2022)
    async with browsing(told, (120, 40), COUNCILS[0]) as browser:
        await browser.press("left_square_bracket")
        assert "shared wording not known: l says why" in browser.text
        folder = told.parent / "letters-2022-more"
        folder.mkdir()
        for number, name in enumerate((told.parent / "letters-2022").iterdir()):
            for council in COUNCILS[2:]:
                text = name.read_text(encoding="utf-8").replace(COUNCILS[0], council).replace(COUNCILS[1], council)
                (folder / f"{number}-{council}.txt").write_text(text, encoding="utf-8")
        assert not import_paths(told, [folder]).refused
        await browser.press("right_square_bracket", "left_square_bracket")
        assert "shared wording not known: l says why" not in browser.text
