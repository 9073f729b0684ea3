import sqlite3
from contextlib import closing
from pathlib import Path
from threading import Event

import pytest

from db.errors import LibraryBusy
from db.library import Library
from db.model import StoredLetter
from db.review.findings import ReviewItems
from tests.tui.screens.reviewing import listed, looking, read_corrections
from tui.draw.labels import WAITING
from tui.screens.help import HelpScreen
from tui.screens.main import MainScreen
from tui.screens.review import ReviewScreen

BUSY = "The library is being changed by another program."


@pytest.mark.slow
async def test_what_is_being_undone_on_one_screen_is_not_undone_again_on_another(
    doubtful: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    reached, go_on, undone = Event(), Event(), []
    undo = Library.restore

    def held(self: Library, letter_id: int) -> None:
        reached.set()
        assert go_on.wait(20)
        undone.append(letter_id)
        undo(self, letter_id)

    async with looking(doubtful) as browser:
        await browser.press("d", "d", "escape")
        assert isinstance(browser.app.screen, MainScreen)
        monkeypatch.setattr(Library, "restore", held)
        browser.app.screen.action_undo()
        try:
            await browser.until(reached.is_set)
            await browser.pilot.press("exclamation_mark")
            await browser.until(lambda: isinstance(browser.app.screen, ReviewScreen))
            await browser.pilot.press("u", "u")
        finally:
            go_on.set()
        await browser.settle()
        assert len(undone) == 1
        await browser.press("u")
        assert len(set(undone)) == 2
        assert listed(browser) == [">a.txt", "b.txt"]
        await browser.press("u")
        assert len(undone) == 2
        await browser.press("U", "U")
        assert listed(browser) == []


@pytest.mark.slow
async def test_what_was_done_is_told_and_can_be_undone_where_the_list_cannot_be_read_anew(
    doubtful: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def busy(self: Library) -> ReviewItems:
        raise LibraryBusy(BUSY)

    async with looking(doubtful) as browser:
        with monkeypatch.context() as patched:
            patched.setattr(Library, "review_items", busy)
            await browser.press("d")
        assert "fine as it is. u undoes it." in browser.notices
        assert BUSY in browser.notices
        with Library.open(doubtful) as here:
            assert len(here.review_items().dismissed) == 1
        await browser.press("u")
        assert listed(browser) == [">a.txt", "b.txt"]
        await browser.press("d")
        assert listed(browser) == [">b.txt"]


@pytest.mark.slow
async def test_what_was_done_is_told_and_can_be_undone_where_the_letter_cannot_be_read_anew(
    doubtful: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def busy(self: Library, letter_id: int) -> StoredLetter:
        raise LibraryBusy(BUSY)

    async with looking(doubtful) as browser:
        before = read_corrections(doubtful)
        with monkeypatch.context() as patched:
            patched.setattr(Library, "letter", busy)
            await browser.press("d")
        assert f"That is done; u undoes it. It cannot be shown: {BUSY}" in browser.notices
        with Library.open(doubtful) as here:
            assert len(here.review_items().dismissed) == 1
        await browser.press("escape", "escape")
        browser.app.clear_notifications()
        await browser.settle()
        assert "1 needs a look: !" in browser.text
        await browser.press("u")
        assert "back on the list" in browser.notices
        assert read_corrections(doubtful) == before
        await browser.press("exclamation_mark")
        assert listed(browser) == [">a.txt", "b.txt"]


@pytest.mark.slow
async def test_no_list_is_waited_for_after_an_error_nobody_foresaw(
    doubtful: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(self: Library) -> ReviewItems:
        raise ZeroDivisionError

    monkeypatch.setattr("tui.crash_log.find_log_file", lambda: tmp_path / "upheld.log")
    async with looking(doubtful) as browser:
        with monkeypatch.context() as patched:
            patched.setattr(Library, "review_items", broken)
            await browser.press("d")
        assert "did not foresee" in browser.notices
        await browser.press("u")
        assert listed(browser) == [">a.txt", "b.txt"]
        await browser.press("escape")
        assert isinstance(browser.app.screen, MainScreen)


async def test_what_waits_for_another_program_says_so_holds_no_key_and_is_done_after(doubtful: Path) -> None:
    async with looking(doubtful) as browser:
        with closing(sqlite3.connect(doubtful, isolation_level=None)) as other:
            other.execute("BEGIN IMMEDIATE")
            await browser.pilot.press("d")
            await browser.until(lambda: WAITING in browser.notices)
            await browser.pilot.press("question_mark")
            await browser.until(lambda: isinstance(browser.app.screen, HelpScreen))
            await browser.pilot.press("escape")
            other.execute("COMMIT")
        await browser.until(lambda: "u undoes it" in browser.notices)
