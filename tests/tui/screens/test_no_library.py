"""The browser where there is no library yet: it asks as if of an empty one, and the first import makes it."""

from pathlib import Path

import pytest

from db.library import Library
from tests.tui.bringing_in import letters_in, name
from tests.tui.conftest import letter_text
from tests.tui.driving import browsing
from tests.tui.screens.test_live import import_elsewhere
from tui.keymap import COMMANDS, Group
from tui.screens.importing import ImportScreen
from tui.screens.main import MainScreen

_LEAVING = ("quit", "quit_now", "suspend", "import")


def everything_in(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*"))


@pytest.fixture(name="library")
def _library(tmp_path: Path) -> Path:
    """Where there is nothing, nor a folder for it."""
    return tmp_path / "data" / "library.db"


async def test_opening_and_leaving_makes_nothing(library: Path, tmp_path: Path) -> None:
    async with browsing(library) as browser:
        assert "Welcome to upheld" in browser.text
        await browser.press("escape")
        await browser.press("q")
    assert everything_in(tmp_path) == []


async def test_no_key_of_the_first_screen_makes_anything(library: Path) -> None:
    here = (Group.EVERYWHERE, Group.MAIN)
    keys = [one.keys[0] for one in COMMANDS if one.group in here and one.name not in _LEAVING]
    assert len(keys) > 25
    async with browsing(library) as browser:
        await browser.press("escape")
        for key in keys:
            await browser.press(key)
            for _ in range(4):
                if isinstance(browser.app.screen, MainScreen):
                    break
                await browser.press("escape")
            assert isinstance(browser.app.screen, MainScreen), key
    assert not library.exists()


async def test_the_first_import_makes_it(library: Path, tmp_path: Path) -> None:
    file = tmp_path / "leeds.txt"
    file.write_text(letter_text("Leeds City Council", 2020, 50, 60, 3, 6), encoding="utf-8")
    async with browsing(library) as browser:
        await browser.press("escape")
        await browser.press("i")
        assert isinstance(browser.app.screen, ImportScreen)
        assert not library.exists()
        await name(browser, str(file))
        await browser.until(lambda: library.exists() and letters_in(library) == 1)
        await browser.settle()
        await browser.press("escape")
        await browser.settle()
        assert "Leeds" in browser.text
    assert letters_in(library) == 1


async def test_what_another_program_imports_meanwhile_shows(library: Path, tmp_path: Path) -> None:
    async with browsing(library) as browser:
        await browser.press("escape")
        import_elsewhere(library, tmp_path / "new", ("Luton Borough Council", 2020))
        await browser.until(lambda: "Luton" in browser.text)
        assert letters_in(library) == 1


async def test_a_file_with_nothing_in_it_stays_as_it_is(tmp_path: Path) -> None:
    library = tmp_path / "library.db"
    library.touch()
    async with browsing(library) as browser:
        assert "Welcome to upheld" in browser.text
        await browser.press("escape")
    assert library.read_bytes() == b""


async def test_one_that_goes_while_it_is_open_is_said_to_be_gone_and_not_taken_for_none_yet(tmp_path: Path) -> None:
    library = tmp_path / "library.db"
    Library.open(library).close()
    async with browsing(library) as browser:
        await browser.press("escape")
        library.unlink()
        await browser.press("exclamation_mark")
        await browser.until(lambda: "no longer there" in browser.text)
    assert not library.exists()
