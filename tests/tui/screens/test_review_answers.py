from pathlib import Path
from threading import Event

import pytest
from textual.widgets import Static

from db.errors import LibraryError
from db.library import Library
from db.model import StoredLetter
from db.review.findings import ReviewItems
from tests.tui.driving import browsing
from tests.tui.screens.reviewing import listed
from tui.panes.letter import LetterPane
from tui.panes.review_list import ReviewList
from tui.screens.review import ReviewScreen


@pytest.mark.slow
async def test_where_the_list_cannot_be_read_a_sentence_says_why_in_its_place(
    doubtful: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def away(self: Library) -> ReviewItems:
        raise LibraryError("The disk is away: [/foo] \x1b[31m plug it in.")

    async with browsing(doubtful) as browser:
        monkeypatch.setattr(Library, "review_items", away)
        browser.app.simulate_key("exclamation_mark")
        await browser.until(lambda: isinstance(browser.app.screen, ReviewScreen))
        await browser.settle()
        sentence = browser.app.screen.query_one("#no-items", Static)
        assert str(sentence.render()) == "The disk is away: [/foo] plug it in."
        assert "The disk is away: [/foo] plug it in." in browser.text
        assert not browser.app.screen.query_one(ReviewList).loading
        assert not browser.controls
        await browser.press("D", "enter", "d")
        assert "No letter has been dismissed" not in browser.notices
        monkeypatch.undo()
        await browser.press("escape", "exclamation_mark")
        assert listed(browser) == [">a.txt", "b.txt"]


@pytest.mark.slow
async def test_enter_before_the_letter_is_here_leads_to_the_reason_once_it_is(
    doubtful: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    go_on, read = Event(), Library.letter

    def held(self: Library, letter_id: int) -> StoredLetter:
        assert go_on.wait(20)
        return read(self, letter_id)

    async with browsing(doubtful) as browser:
        monkeypatch.setattr(Library, "letter", held)
        try:
            await browser.pilot.press("exclamation_mark")
            await browser.until(lambda: isinstance(browser.app.screen, ReviewScreen) and bool(listed(browser)))
            await browser.pilot.press("enter")
            await browser.until(lambda: browser.focused == "review-letter")
            pane = browser.app.screen.query_one(LetterPane)
            assert pane._quote is None
        finally:
            go_on.set()
        await browser.settle()
        assert pane._quote is not None
        assert pane._quote.text == "Nowhere [/foo] District Council"
