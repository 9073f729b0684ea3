import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
from textual.widgets import Static

from db.library import Library
from tests.tui.bringing_in import letters_in, name
from tests.tui.driving import browsing
from tui.draw.labels import WAITING
from tui.screens.main import MainScreen


@pytest.fixture(autouse=True)
def _own_log(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tui.crash_log.find_log_file", lambda: tmp_path / "upheld.log")


@pytest.mark.slow
async def test_after_an_unforeseen_error_in_taking_out_it_can_be_tried_again_and_the_screen_left(
    library: Path, essex: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_arguments: object) -> int:
        raise ZeroDivisionError

    async with browsing(library) as browser:
        await browser.press("escape", "i")
        await name(browser, str(essex))
        with monkeypatch.context() as patched:
            patched.setattr(Library, "remove_files", broken)
            await browser.press("down", "u", "down", "enter")
        assert "did not foresee" in browser.notices
        assert letters_in(library) == 9
        await browser.press("u", "down", "enter")
        assert letters_in(library) == 8
        await browser.press("escape")
        assert isinstance(browser.app.screen, MainScreen)


@pytest.mark.slow
async def test_where_the_samples_cannot_be_had_the_screen_can_be_left_and_used(
    empty_library: Path, letter_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    @contextmanager
    def gone() -> Iterator[Path]:
        raise OSError("no samples")
        yield Path()

    monkeypatch.setattr("tui.screens.importing.open_sample_letters", gone)
    async with browsing(empty_library) as browser:
        await browser.press("enter")
        assert "did not foresee" in browser.notices
        assert "The import broke off." in str(browser.app.screen.query_one("#status", Static).render())
        await browser.press("shift+tab", "shift+tab")
        await name(browser, str(letter_folder))
        assert letters_in(empty_library) == 8
        await browser.press("escape")
        assert isinstance(browser.app.screen, MainScreen)


async def test_while_another_program_writes_the_screen_says_so_and_the_import_goes_on_after(
    library: Path, essex: Path
) -> None:
    with closing(sqlite3.connect(library, isolation_level=None)) as other:
        async with browsing(library) as browser:
            await browser.press("escape", "i")
            other.execute("BEGIN IMMEDIATE")
            await browser.type(str(essex))
            await browser.pilot.press("enter")  # and not wait for what it begins
            await browser.until(lambda: WAITING in " ".join(browser.text.split()))
            other.execute("COMMIT")
            await browser.until(lambda: letters_in(library) == 9)
