from dataclasses import replace
from pathlib import Path
from threading import Event

import pytest
from textual.widgets import Static

from db.errors import LibraryError
from db.library import Library
from db.model import StoredLetter
from db.review.findings import ReviewItem
from tests.db.builders import doubt
from tests.tui.driving import browsing
from tests.tui.screens.reviewing import listed
from tui.panes.letter import LetterPane
from tui.panes.review_list import ReviewList
from tui.screens import live
from tui.screens.review import ReviewScreen


@pytest.mark.slow
@pytest.mark.parametrize("failing", ["review_items", "dismissed_items"])
async def test_where_the_list_cannot_be_read_a_sentence_says_why_in_its_place(
    doubtful: Path, monkeypatch: pytest.MonkeyPatch, failing: str
) -> None:
    def away(self: Library) -> tuple[ReviewItem, ...]:
        raise LibraryError("The disk is away: [/foo] \x1b[31m plug it in.")

    async with browsing(doubtful) as browser:
        monkeypatch.setattr(Library, failing, away)
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


@pytest.mark.slow
async def test_a_letter_that_another_program_dismisses_meanwhile_is_listed_once(
    doubtful: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    dismissed = Library.dismissed_items

    def after_another_program(self: Library) -> tuple[ReviewItem, ...]:
        with Library.open(doubtful) as other:
            for item in other.review_items():
                other.dismiss(item.letter_id)
        return tuple(replace(item, reasons=(*item.reasons, doubt("And more."))) for item in dismissed(self))

    monkeypatch.setattr(live, "_BETWEEN_LOOKS", 3600)  # what follows is what is shown until the next look
    async with browsing(doubtful) as browser:
        with monkeypatch.context() as patched:
            patched.setattr(Library, "dismissed_items", after_another_program)
            await browser.press("exclamation_mark")
        await browser.press("D")
        assert listed(browser) == [">a.txt", "b.txt"]
        assert "Needs a look 2" in browser.text
        await browser.press("d")
        assert "fine as it is" in browser.notices
        assert "No letter needs a look." in browser.text or "dismissed 2" in browser.text
