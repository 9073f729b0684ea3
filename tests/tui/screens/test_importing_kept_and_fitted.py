from pathlib import Path

import pytest

from db.errors import LibraryError
from db.library import Library
from tests.tui.asked import SAMPLES
from tests.tui.bringing_in import letters_in, name, outcomes
from tests.tui.driving import MEDIUM, NARROW, browsing
from tui.panes.files import LetterTree
from tui.panes.outcomes import OutcomePane


@pytest.mark.slow
@pytest.mark.parametrize("size", [(40, 12), NARROW], ids=str)
async def test_a_low_terminal_shows_the_tree_or_the_outcomes_whichever_has_the_keys(
    library: Path, letter_folder: Path, monkeypatch: pytest.MonkeyPatch, size: tuple[int, int]
) -> None:
    monkeypatch.chdir(letter_folder)
    async with browsing(library, size) as browser:
        await browser.press("escape", "i")
        screen = browser.app.screen
        tree, pane = screen.query_one(LetterTree), screen.query_one(OutcomePane)
        enough = 3 if size == (40, 12) else 8
        assert (tree.size.height >= enough, pane.size.height) == (True, 0)
        await name(browser, str(letter_folder / "kent-county-council-2020.txt"))
        assert (tree.size.height, pane.size.height >= enough) == (0, True)
        assert "= already here" in browser.text
        await browser.press("tab")
        assert (browser.focused, pane.size.height) == ("tree", 0)
        await browser.press("j", "enter")
        assert (browser.focused, tree.size.height) == ("outcomes", 0)
        assert "= already here" in browser.text
        await browser.resize(60, 40)
        assert tree.size.height >= 8
        assert pane.size.height >= 8


async def test_outcomes_are_wrapped_for_the_width_beside_their_scrollbar(empty_library: Path) -> None:
    async with browsing(empty_library, (40, 40)) as browser:
        await browser.press("escape", "i")
        await name(browser, str(SAMPLES))
        pane = browser.app.screen.query_one(OutcomePane)
        await browser.until(lambda: "Done." in browser.text)
        lines = pane.list_lines(pane.line_count - 1).stop
        assert lines > pane.size.height  # there is a scrollbar
        assert pane.virtual_size.height == lines


@pytest.mark.slow
async def test_an_import_can_still_be_undone_after_its_screen_was_left(library: Path, essex: Path) -> None:
    async with browsing(library, MEDIUM) as browser:
        await browser.press("escape", "i")
        await name(browser, f"{essex} {essex.parent / 'nowhere.txt'}")
        await browser.press("down", "g", "enter")
        assert "Essex, 2020" in browser.text
        await browser.press("i")
        assert outcomes(browser) == "1 added, 0 already here, 1 refused"
        assert "+ added  essex.txt" in browser.text
        assert "The last import. u in the list takes out what was added" in browser.text
        assert browser.focused == "paths"
        assert browser.app.screen.query_one(OutcomePane).highlighted == 0
        await browser.press("down", "u", "down", "enter")
        assert letters_in(library) == 8
        await browser.press("escape")
        assert "Essex County Council, 2020" not in browser.text
        await browser.press("escape", "escape", "i", "down")
        assert not browser.app.screen.query_one(OutcomePane).line_count
        assert "u undo" not in browser.foot


@pytest.mark.slow
async def test_the_samples_can_be_taken_out_again_later_as_the_welcome_promises(empty_library: Path) -> None:
    async with browsing(empty_library) as browser:
        await browser.press("enter", "escape")
        assert letters_in(empty_library) > 20
        await browser.press("escape", "i", "down", "u", "down", "enter")
        assert letters_in(empty_library) == 0
        await browser.press("escape")
        assert "No letters here yet" in browser.text


@pytest.mark.slow
async def test_what_could_not_be_taken_out_can_be_tried_again(
    library: Path, essex: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_arguments: object) -> int:
        raise LibraryError("The disk is full: make room.")

    async with browsing(library) as browser:
        await browser.press("escape", "i")
        await name(browser, str(essex))
        with monkeypatch.context() as patched:
            patched.setattr(Library, "remove_files", full)
            await browser.press("down", "u", "down", "enter")
        assert "The disk is full: make room." in browser.notices
        assert outcomes(browser) == "1 added, 0 already here, 0 refused"
        await browser.press("u", "down", "enter")
        assert letters_in(library) == 8
