"""What a letter or a file is called or holds never acts on the terminal, on Textual, or on the program."""

import hashlib
from pathlib import Path

import pytest
from textual import events

from db.library import Library
from db.model import Source
from db.outcome import Outcome
from db.store.new_file import NewFile
from tests.marks import slow
from tests.tui.conftest import letter_text
from tests.tui.draw.made import HOSTILE, hostile_letter
from tests.tui.driving import NARROW, SIZES, WIDE, Browser, browsing
from tui.panes.files import LetterTree, PathBox

FILE_NAME = "[b] \x1b]0;owned\x07 \x9b31m \u202e [@click=app.bell]x .txt"


@pytest.fixture(name="hostile")
def _hostile(tmp_path: Path) -> Path:
    """A library that got letters of hostile words past everything that cleans them."""
    path = tmp_path / "hostile.db"
    files = []
    for words in filter(None, HOSTILE):
        source = Source(
            name=f"{words[:40]}.txt", sha256=hashlib.sha256(words.encode()).hexdigest(), media_type="text/plain"
        )
        files.append(NewFile.of(source, words.encode(), (hostile_letter(words),)))
    with Library.open(path) as library:
        saved = library.add_files(files)
    assert [one.outcome for one in saved] == [Outcome.ADDED] * len(files)
    return path


def assert_harmless(browser: Browser) -> None:
    assert browser.app.is_running
    assert not browser.controls
    assert browser.text.strip()


@pytest.mark.slow
@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_hostile_letters_can_be_read_in_every_pane(hostile: Path, size: tuple[int, int]) -> None:
    async with browsing(hostile, size) as browser:
        await browser.press("escape")
        for _ in filter(None, HOSTILE):
            assert_harmless(browser)
            for keys in (("enter",), ("enter", "n"), ("escape", "escape", "down")):
                await browser.pilot.press(*keys)
                await browser.settle()
                assert_harmless(browser)


@pytest.mark.slow
@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_hostile_letters_can_be_settled(hostile: Path, size: tuple[int, int]) -> None:
    async with browsing(hostile, size) as browser:
        await browser.press("exclamation_mark")
        for _ in filter(None, HOSTILE):
            assert_harmless(browser)
            for keys in (("enter",), ("escape", "f"), ("tab",), ("escape", "d")):
                await browser.pilot.press(*keys)
                await browser.settle()
                assert_harmless(browser)
        assert "No letter needs a look." in browser.text


@pytest.mark.slow
@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_hostile_councils_stand_side_by_side(hostile: Path, size: tuple[int, int]) -> None:
    async with browsing(hostile, size) as browser:
        await browser.press("escape", *["space", "down"] * 8)
        assert_harmless(browser)
        await browser.press("c")
        for key in (
            "y",
            "Y",
            "i",
            "end",
            "m",
            "escape",
            "home",
            "B",
            "escape",
            "minus",
            "plus",
            "escape",
            "c",
            "escape",
            "S",
        ):
            await browser.press(key)
            assert_harmless(browser)
        await browser.press("ctrl+a", "ctrl+k")
        await browser.type("[/foo] [@click=app.bell]x")
        await browser.press("enter", "c", "end")
        assert "[/foo] [@click=app.bell]x" in browser.text
        assert_harmless(browser)
        await browser.press("x", "u", "enter", "home", "enter")
        assert_harmless(browser)


@pytest.mark.slow
async def test_a_hostile_letter_that_was_set_by_hand_is_told_harmlessly(hostile: Path) -> None:
    async with browsing(hostile, WIDE) as browser:
        await browser.press("exclamation_mark", "f")
        await browser.type("leeds")
        await browser.press("enter", "enter")
        assert_harmless(browser)
        assert "Set by hand: council (read:" in browser.notices
        await browser.press("o")
        assert_harmless(browser)
        assert "Leeds, 2020" in browser.text


@pytest.mark.slow
async def test_brackets_in_a_letter_are_shown_as_they_stand(hostile: Path) -> None:
    async with browsing(hostile, WIDE) as browser:
        await browser.press("slash")
        await browser.type("Redacted")
        await browser.press("enter")
        assert browser.text.count("Redacted: [Mr X] end") >= 3


@pytest.mark.slow
async def test_hostile_names_can_be_found_and_offered_by_the_palette(hostile: Path) -> None:
    async with browsing(hostile, WIDE) as browser:
        for typed in ("[", "foo]", "bold", "X]"):
            await browser.press("slash")
            await browser.type(typed)
            assert_harmless(browser)
            await browser.press("escape", "escape", "ctrl+p")
            await browser.type(typed)
            assert_harmless(browser)
            await browser.press("escape")


@pytest.mark.slow
async def test_what_is_pasted_into_the_find_box_is_made_harmless(library: Path) -> None:
    async with browsing(library) as browser:
        await browser.press("slash")
        for words in filter(None, HOSTILE):
            browser.app.screen.focused.post_message(events.Paste(words))  # type: ignore[union-attr]
            await browser.settle()
            assert_harmless(browser)


@pytest.mark.slow
@pytest.mark.parametrize("size", [NARROW, WIDE], ids=str)
async def test_files_with_hostile_names_are_chosen_imported_and_refused(
    empty_library: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, size: tuple[int, int]
) -> None:
    folder = tmp_path / "[red] \x1b[31m folder"
    folder.mkdir()
    (folder / FILE_NAME).write_text(letter_text("Kent County Council", 2020, 64, 66, 47, 73), encoding="utf-8")
    (folder / f"refused {FILE_NAME}").write_bytes(b"\x00\x01")
    monkeypatch.chdir(folder)
    async with browsing(empty_library, size) as browser:
        await browser.press("escape", "i", "tab")
        await browser.app.screen.query_one(LetterTree).reload()
        for key in ("j", "j", "k", "k", "i"):
            await browser.press(key)
            assert_harmless(browser)
        assert "1 added, 0 already here, 1 refused" in browser.text
        await browser.press("u", "down", "enter", "escape")
        assert_harmless(browser)


@pytest.mark.slow
async def test_a_hostile_path_in_the_box_is_refused_harmlessly(library: Path) -> None:
    async with browsing(library) as browser:
        await browser.press("escape", "i")
        for words in filter(None, HOSTILE):
            browser.app.screen.query_one(PathBox).post_message(events.Paste(words))
            await browser.settle()
            await browser.press("enter")
            assert_harmless(browser)
            browser.app.screen.query_one(PathBox).clear()
            browser.app.screen.set_focus(browser.app.screen.query_one(PathBox))


@pytest.mark.parametrize("words", [HOSTILE[0], *slow(*filter(None, HOSTILE[1:]))])
async def test_a_hostile_message_is_told_harmlessly(library: Path, words: str) -> None:
    async with browsing(library) as browser:
        browser.app.screen.show_notice(words, warning=True)  # type: ignore[attr-defined]
        await browser.settle()
        assert_harmless(browser)
