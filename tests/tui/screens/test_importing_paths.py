"""Naming files on the screen of imports, and what is told of them afterwards."""

from pathlib import Path

import pytest

from tests.tui.bringing_in import letters_in, name, outcomes
from tests.tui.conftest import letter_text
from tests.tui.driving import MEDIUM, NARROW, Browser, browsing
from tui.panes.files import PathBox
from tui.panes.outcomes import OutcomePane


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Letters in two folders, with a file that no letter is like."""
    for council, year in (("Essex County Council", 2024), ("Devon County Council", 2025)):
        inside = tmp_path / "to import" / str(year)
        inside.mkdir(parents=True)
        (inside / "letter.txt").write_text(letter_text(council, year, 60, 45, 3, 5), encoding="utf-8")
    for other in ("2024/photo.jpg", "2025/table.xlsx"):
        (tmp_path / "to import" / other).touch()
    return tmp_path / "to import"


def box(browser: Browser) -> PathBox:
    return browser.app.screen.query_one(PathBox)


def status(browser: Browser) -> str:
    return str(browser.app.screen.query_one("#status").render())


def lines(browser: Browser) -> list[str]:
    """The rows of the outcomes, each on one line."""
    pane = browser.app.screen.query_one(OutcomePane)
    return [" ".join(pane._draw_file(index, 60, False).plain.split()) for index in range(pane.line_count)]


async def test_tab_goes_on_with_a_path_and_says_what_there_is_to_choose_from(library: Path, folder: Path) -> None:
    async with browsing(library, MEDIUM) as browser:
        await browser.press("escape", "i")
        assert "Enter" not in browser.foot
        assert "Tab tree" in browser.foot
        await browser.type(str(folder.parent / "to"))
        assert "Enter import" in browser.foot
        assert "Tab complete" in browser.foot
        await browser.press("tab")
        assert box(browser).value == f"{folder}/"
        await browser.press("tab")
        assert box(browser).value == f"{folder}/202"
        assert status(browser) == "2024/  2025/"
        await browser.type("5")
        await browser.press("tab")
        assert box(browser).value == f"{folder}/2025/"
        assert browser.focused == "paths"
        await browser.press("enter")
        assert outcomes(browser) == "1 added, 0 already here, 0 refused"


async def test_tab_leads_on_where_there_is_nothing_to_go_on_with(library: Path, folder: Path) -> None:
    async with browsing(library, MEDIUM) as browser:
        await browser.press("escape", "i", "tab")
        assert browser.focused == "tree"
        await browser.press("shift+tab")
        await browser.type(str(folder / "2024" / "letter.txt"))
        await browser.press("tab")
        assert browser.focused == "tree"
        await browser.press("shift+tab")
        box(browser).value = str(folder / "20")
        await browser.press("end", "tab", "tab")
        assert browser.focused == "tree"


@pytest.mark.slow
async def test_a_pattern_is_imported(library: Path, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(folder))
    async with browsing(library) as browser:
        await browser.press("escape", "i")
        await name(browser, "~/*/*.txt")
        assert outcomes(browser) == "2 added, 0 already here, 0 refused"
    assert letters_in(library) == 10


async def test_files_of_one_name_are_told_apart_and_what_was_passed_over_is_listed(library: Path, folder: Path) -> None:
    async with browsing(library) as browser:
        await browser.press("escape", "i")
        await name(browser, str(folder))
        assert lines(browser) == [
            "+ added 2024/letter.txt Essex County Council, 2024",
            "+ added 2025/letter.txt Devon County Council, 2025",
            "2 other files passed over, as no letter is of their kind",
        ]
        await browser.press("down", "end")
        assert "Enter list them" in browser.foot
        await browser.press("enter")
        assert lines(browser)[3:] == ["2024/photo.jpg", "2025/table.xlsx"]
        assert "Enter list no more" in browser.foot
        await browser.press("down")
        assert "Enter" not in browser.foot
        await browser.press("up", "enter")
        assert len(lines(browser)) == 3
        await browser.press("up", "enter")
        assert "Devon" in browser.text


@pytest.mark.slow
async def test_they_are_listed_again_when_the_screen_is(library: Path, folder: Path) -> None:
    async with browsing(library) as browser:
        await browser.press("escape", "i")
        await name(browser, str(folder))
        await browser.press("escape", "i", "down", "end", "enter")
        assert lines(browser)[2:] == [
            "2 other files passed over, as no letter is of their kind",
            "2024/photo.jpg",
            "2025/table.xlsx",
        ]


async def test_the_foot_says_what_enter_does_on_a_folder_and_on_a_file(
    library: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(folder)
    async with browsing(library, MEDIUM) as browser:
        await browser.press("escape", "i", "tab")
        assert "Enter close folder" in browser.foot
        await browser.press("down")
        assert "Enter open folder" in browser.foot
        assert "i import folder" in browser.foot
        await browser.press("enter")
        await browser.until(lambda: "letter.txt" in browser.text)
        assert "Enter close folder" in browser.foot
        await browser.press("down")
        assert "Enter import file" in browser.foot
        assert "i import" not in browser.foot


@pytest.mark.slow
@pytest.mark.parametrize("size", [NARROW, MEDIUM, (160, 50)], ids=str)
async def test_progress_takes_the_width_there_is(library: Path, size: tuple[int, int]) -> None:
    async with browsing(library, size) as browser:
        await browser.press("escape", "i")
        screen = browser.app.screen
        screen._show_status("1,234 of 5,678 files. Esc stops.", busy=True)  # type: ignore[attr-defined]
        await browser.settle()
        bar, words = screen.query_one("#bar"), screen.query_one("#status")
        assert words.region.height == 1
        assert bar.region.width + words.region.width >= size[0] - 6
        assert bar.region.width >= 15
