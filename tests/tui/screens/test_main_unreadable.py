"""What the main screen says where a library, or a council's letters, cannot be read."""

from pathlib import Path

import pytest
from textual.widgets import Static

from db.errors import LibraryError
from db.library import Library
from db.model import StoredLetter
from tests.tui.driving import SIZES, browsing
from tui.panes.statistics import StatisticsPane
from tui.screens.main_questions import LettersUnreadable


@pytest.mark.slow
async def test_a_library_that_is_none_is_explained_where_the_councils_would_be(tmp_path: Path) -> None:
    strange = tmp_path / "notes.db"
    strange.write_text("[/foo] no library", encoding="utf-8")
    async with browsing(strange) as browser:
        assert "is not a library" in " ".join(str(browser.app.screen.query_one("#no-council", Static).render()).split())
        await browser.press("enter", "slash")
        assert browser.app.is_running
    assert strange.read_text(encoding="utf-8") == "[/foo] no library"


@pytest.mark.slow
async def test_an_error_nobody_foresaw_is_told_in_a_sentence(
    library: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(self: Library, council_id: int) -> None:
        raise ZeroDivisionError("[/foo] \x1b[31m")

    log = tmp_path / "upheld.log"
    monkeypatch.setattr("tui.crash_log.find_log_file", lambda: log)
    async with browsing(library) as browser:
        monkeypatch.setattr(Library, "letters_of", broken)
        await browser.press("down")
        assert "did not foresee" in " ".join(browser.text.split())
        assert browser.text.count("The letters of this council could not be read.") == 2
        assert "Harborough, 2021" not in browser.text
        assert browser.app.is_running
    assert "ZeroDivisionError" in log.read_text(encoding="utf-8")


@pytest.mark.slow
@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_why_a_councils_letters_cannot_be_read_stands_where_they_would(
    library: Path, monkeypatch: pytest.MonkeyPatch, size: tuple[int, int]
) -> None:
    def damaged(self: Library, council_id: int) -> tuple[StoredLetter, ...]:
        raise LibraryError("The library is damaged: [/foo] \x1b[31m put back a copy of it.")

    sentence = "The library is damaged: [/foo] put back a copy of it."
    async with browsing(library, size) as browser:
        with monkeypatch.context() as patched:
            patched.setattr(Library, "letters_of", damaged)
            await browser.press("escape", "j")
            assert browser.notices == sentence
            await browser.press("enter")
            assert browser.focused == "statistics"
            assert browser.shows("#statistics")
            (row,) = browser.app.screen.query_one(StatisticsPane).rows
            assert " ".join(str(row.content).split()) == sentence
            await browser.press("tab")
            assert browser.shows("#letter")
            assert str(browser.app.screen.query_one("#letter-text", Static).render()) == sentence
        assert "No council is chosen" not in browser.text
        assert "once a council is chosen" not in browser.text
        assert not browser.controls
        await browser.press("escape", "escape", "j", "enter")
        assert "Kent, 2020" in browser.text


@pytest.mark.slow
async def test_that_anothers_letters_could_not_be_read_is_not_said_of_this_council(library: Path) -> None:
    async with browsing(library, council="kent") as browser:
        browser.app.screen.post_message(LettersUnreadable(0, "It could not be read."))
        await browser.settle()
        assert "It could not be read." not in browser.text + browser.notices
        assert "Kent, 2020" in browser.text


@pytest.mark.slow
async def test_what_a_bad_library_says_comes_as_a_calm_notice(library: Path) -> None:
    async with browsing(library) as browser:
        library.write_bytes(b"no longer a library")
        await browser.press("down")
        assert browser.app.is_running
        assert "Traceback" not in browser.text
        assert "library" in browser.text
        assert "Harborough, 2021" not in browser.text
