"""The list of what needs a look: what it shows, and how one goes through it."""

from pathlib import Path

import pytest

from db.errors import Damaged
from db.library import Library
from db.model import StoredLetter
from tests.tui.driving import MEDIUM, NARROW, SIZES, WIDE, browsing
from tests.tui.screens.reviewing import letters, listed, looking, set_to
from tui.draw.review_text import draw_review_item
from tui.panes.review_list import ReviewList
from tui.screens.main import MainScreen
from tui.screens.review import ReviewScreen


@pytest.mark.slow
@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_the_councils_say_how_many_letters_need_a_look_and_the_key(doubtful: Path, size: tuple[int, int]) -> None:
    async with browsing(doubtful, size) as browser:
        assert "2 need a look: !" in browser.text
        await browser.press("exclamation_mark")
        assert listed(browser) == [">a.txt", "b.txt"]
        shown = browser.app.screen.query_one(ReviewList).items[0]
        assert "not in the register" in " ".join(draw_review_item(shown, 60).plain.split())


@pytest.mark.slow
@pytest.mark.parametrize("size", [WIDE, MEDIUM], ids=str)
async def test_the_text_is_beside_the_list_or_below_it(doubtful: Path, size: tuple[int, int]) -> None:
    async with looking(doubtful, size) as browser:
        assert browser.shows("#review-list")
        assert browser.shows("#review-letter")
        await browser.press("j")
        assert "Dear Ms Smith" in browser.text
        assert "Blaby, 2021" in browser.text


@pytest.mark.slow
async def test_in_a_narrow_terminal_enter_leads_to_the_text_and_esc_back(doubtful: Path) -> None:
    async with looking(doubtful, NARROW) as browser:
        assert not browser.shows("#review-letter")
        await browser.press("enter")
        assert browser.focused == "review-letter"
        assert not browser.shows("#review-list")
        assert "Nowhere [/foo] District" in browser.text
        await browser.press("escape")
        assert browser.focused == "review-list"
        await browser.press("escape")
        assert isinstance(browser.app.screen, MainScreen)


async def test_a_letter_that_is_fine_is_dismissed_and_listed_again(doubtful: Path) -> None:
    async with looking(doubtful) as browser:
        await browser.press("d")
        assert "fine as it is. u undoes it." in browser.notices
        assert listed(browser) == [">b.txt"]
        await browser.press("d")
        assert "No letter needs a look." in browser.text
        await browser.press("d", "enter", "f", "o")
        assert isinstance(browser.app.screen, ReviewScreen)
        await browser.press("u", "u")
        assert listed(browser) == [">a.txt", "b.txt"]
        await browser.press("d", "escape")
        browser.app.clear_notifications()
        await browser.settle()
        assert "1 needs a look: !" in browser.text


@pytest.mark.slow
async def test_o_leads_to_the_letters_figures(doubtful: Path) -> None:
    async with looking(doubtful) as browser:
        await browser.press("j", "o")
        assert isinstance(browser.app.screen, MainScreen)
        assert browser.focused == "statistics"
        assert "Blaby, 2021" in browser.text
        assert "No figures." in browser.text


@pytest.mark.slow
async def test_where_nothing_needs_a_look_a_calm_sentence_says_so(library: Path) -> None:
    async with browsing(library) as browser:
        assert "look" not in browser.text
        await browser.press("exclamation_mark")
        assert "No letter needs a look." in browser.text
        await browser.press("enter", "tab", "d", "u", "f", "escape")
        assert isinstance(browser.app.screen, MainScreen)


@pytest.mark.slow
async def test_a_letter_that_is_gone_is_said_and_does_not_stand_in_the_way(doubtful: Path) -> None:
    async with looking(doubtful) as browser:
        await browser.press("j")
        await set_to(browser, "", "2018")
        await browser.press("d")
        with Library.open(doubtful) as here:
            (stored,) = letters(doubtful, "Blaby")
            here.remove_files([stored.source.sha256])
        await browser.press("u")
        assert "no longer in the library" in browser.notices
        await browser.press("u")
        assert "u undo" not in browser.foot


@pytest.mark.slow
async def test_what_was_dismissed_in_an_earlier_session_is_listed_and_put_back(doubtful: Path) -> None:
    async with looking(doubtful) as browser:
        assert "D dismissed" not in browser.foot
        await browser.press("d", "d")
        assert "No letter needs a look. 2 letters were dismissed: D to list." in browser.text
    async with looking(doubtful) as browser:
        assert "2 letters were dismissed" in browser.text
        await browser.press("D")
        assert listed(browser) == [">a.txt", "b.txt"]
        assert "Needs a look 0, dismissed 2" in browser.text
        assert "Dismissed as fine." in browser.text
        assert "is paragraph" in browser.text
        await browser.press("j", "d")
        assert "back on the list. u undoes it." in browser.notices
        assert listed(browser) == [">b.txt", "a.txt"]
        assert "Needs a look 1, dismissed 1" in browser.text
        await browser.press("D")
        assert listed(browser) == [">b.txt"]
        await browser.press("u")
        assert "No letter needs a look. 2 letters were dismissed: D to list." in browser.text
        await browser.press("U", "D", "d")
        assert listed(browser) == [">a.txt", "b.txt"]
        await browser.press("escape")
        assert "look: !" not in browser.text


@pytest.mark.slow
async def test_a_letter_that_cannot_be_read_is_said_in_place_of_the_one_before(
    doubtful: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def unreadable(self: Library, letter_id: int) -> StoredLetter:
        raise Damaged("The library is damaged: [/foo] \x1b[31m put back a copy of it.")

    async with looking(doubtful) as browser:
        assert "is paragraph" in browser.text
        with monkeypatch.context() as patched:
            patched.setattr(Library, "letter", unreadable)
            await browser.press("j")
        assert "is paragraph" not in browser.text
        assert "The library is damaged: [/foo] put back a copy of it." in " ".join(browser.text.split())
        assert not browser.controls
        assert "s by hand" not in browser.foot
        await browser.press("k")
        assert "is paragraph" in browser.text


@pytest.mark.slow
async def test_both_panes_fit_every_width(doubtful: Path) -> None:
    async with looking(doubtful) as browser:
        await browser.press("j", "enter")
        for width in (119, 80, 79, 40, 79, 80, 120):
            await browser.resize(width, 24)
            assert browser.focused == "review-letter"
            assert browser.shows("#review-letter")
            assert browser.shows("#review-list") is (width >= 80)
            assert listed(browser) == ["a.txt", ">b.txt"]
        await browser.resize(60, 20)
        await browser.press("tab")
        assert browser.shows("#review-list")
        assert listed(browser) == ["a.txt", ">b.txt"]


@pytest.mark.slow
async def test_the_key_for_the_dismissed_says_so_where_there_are_none(doubtful: Path) -> None:
    async with looking(doubtful) as browser:
        assert "D dismissed" not in browser.foot
        await browser.press("D")
        assert "No letter has been dismissed." in browser.notices
        await browser.press("j")
        assert browser.notices == ""
        await browser.press("enter", "D")
        assert "No letter has been dismissed." in browser.notices


async def test_the_list_keeps_the_keys_that_two_tabs_at_once_brought_it_back(doubtful: Path) -> None:
    async with browsing(doubtful, MEDIUM) as browser:
        await browser.press("exclamation_mark")
        for key in ("tab", "tab"):
            browser.app.simulate_key(key)
        await browser.resize(40, 12)
        assert browser.focused == "review-list"
        assert browser.shows("#review-list")
