from pathlib import Path

import pytest
from textual.command import Command, CommandList, CommandPalette

from tests.tui.driving import MEDIUM, Browser, browsing
from tui.keymap import COMMANDS
from tui.screens.main import MainScreen
from tui.screens.palette import Palette


async def offered(browser: Browser, typed: str) -> str:
    """What the palette offers for what is typed."""
    await browser.press("ctrl+p")
    assert isinstance(browser.app.screen, CommandPalette)
    await browser.type(typed)
    await browser.until(lambda: browser.app.screen.query_one(CommandList).option_count > 0)
    return browser.text


@pytest.mark.slow
async def test_the_palette_offers_our_commands_with_their_keys(library: Path) -> None:
    async with browsing(library) as browser:
        await browser.press("escape")
        text = await offered(browser, "import")
        assert "Import  i" in text
        assert "Bring in letters from files and folders." in text


@pytest.mark.slow
async def test_a_command_is_known_by_its_name_to_whoever_chooses_it(library: Path) -> None:
    def names() -> set[str | None]:
        options = browser.app.screen.query_one(CommandList).options
        return {option.hit.text for option in options if isinstance(option, Command)}

    async with browsing(library, council="kent") as browser:
        await browser.press("enter")
        await offered(browser, "mark")
        await browser.until(lambda: "next mark" in names())
        assert names() <= {command.name for command in COMMANDS}


@pytest.mark.slow
async def test_a_command_of_the_palette_runs_where_the_focus_was(library: Path) -> None:
    async with browsing(library, council="kent") as browser:
        await browser.press("enter")
        await offered(browser, "one pane")
        await browser.press("enter")
        await browser.until(lambda: not browser.shows("#councils"))  # the palette goes first, then the command runs
        assert browser.shows("#letter")


async def test_the_palette_goes_to_a_council(library: Path) -> None:
    async with browsing(library) as browser:
        assert "Go to Leeds City Council" in await offered(browser, "leeds")
        await browser.press("enter")
        assert browser.focused == "statistics"
        assert "Leeds, 2020" in browser.text


@pytest.mark.slow
async def test_on_other_screens_the_palette_offers_what_works_there(library: Path) -> None:
    async with browsing(library) as browser:
        await browser.press("escape", "i", "tab")
        text = await offered(browser, "folder")
        assert "Folder above" in text
        assert "Find  /" not in text


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("brief", "briefing"),
        ("words", "words"),
        ("all councils", "all councils"),
        ("stands out", "all councils"),
        ("export", "save"),
        ("save", "save"),
        ("letters", "letters by year"),
        ("import", "import"),
        ("needs", "needs a look"),
        ("original", "original"),
        ("help", "help"),
        ("kent", "Kent County Council"),
    ],
)
async def test_the_palette_offers_first_what_the_words_typed_name(library: Path, typed: str, first: str) -> None:
    async with browsing(library, council="kent") as browser:

        def find_names() -> list[str | None]:
            options = browser.app.screen.query_one(CommandList).options
            return [option.hit.text for option in options if isinstance(option, Command)]

        await offered(browser, typed)
        await browser.until(lambda: first in find_names()[:1])


async def test_the_palette_offers_no_command_for_letters_that_are_scattered_in_its_sentence(library: Path) -> None:
    async with browsing(library, council="kent") as browser:
        await browser.press("ctrl+p")
        await browser.type("lstng")
        await browser.until(lambda: "No matches found" in browser.text)


async def test_a_page_key_before_the_palette_has_its_list_does_nothing(library: Path) -> None:
    async with browsing(library, MEDIUM) as browser:
        with browser.app.batch_update():  # as though the keys came before the screen's timer did
            await browser.press("ctrl+p")
            await browser.until(lambda: browser.app.screen.query_one(CommandList).option_count > 0)
            await browser.press("pagedown", "pageup")
        await browser.settle()
        assert isinstance(browser.app.screen, Palette)
        await browser.press("pagedown", "escape")
        assert isinstance(browser.app.screen, MainScreen)
