"""The briefing in the browser, and saving it and what else is shown."""

import csv
import json
from pathlib import Path

import pytest

from db.importer import import_paths
from tests.tui.draw.made import HOSTILE
from tests.tui.driving import SIZES, WIDE, Browser, browsing
from tui import clipboard
from tui.screens.briefing import BriefingScreen
from tui.screens.main import MainScreen
from tui.screens.save_as import SaveAsScreen


@pytest.fixture(autouse=True)
def _elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is saved without a folder goes where the test is; nothing is given to the system's clipboard."""
    folder = tmp_path / "saved"
    folder.mkdir()
    monkeypatch.chdir(folder)
    monkeypatch.setattr(clipboard, "copy_with_tool", lambda text, tool: None)


async def save_as(browser: Browser, name: str) -> None:
    """Type another name in the box, and save."""
    assert isinstance(browser.app.screen, SaveAsScreen)
    await browser.press("ctrl+u")
    await browser.type(name)
    await browser.press("enter")


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_the_page_is_shown_and_closed_again(library: Path, size: tuple[int, int]) -> None:
    async with browsing(library, size, "harborough") as browser:
        await browser.press("B")
        assert isinstance(browser.app.screen, BriefingScreen)
        assert "Harborough District Council, 2021" in browser.text
        assert "1 of 2" in browser.text
        await browser.press("G")
        assert "Made with upheld on" in browser.text
        await browser.press("g", "escape")
        assert isinstance(browser.app.screen, MainScreen)
        assert browser.focused == "statistics"


async def test_on_eighty_columns_the_tables_are_tables(library: Path) -> None:
    async with browsing(library, (80, 40), "harborough") as browser:
        await browser.press("B")
        lines = [line.strip(" │").split() for line in browser.text.split("\n")]
        assert ["2021", "1", "of", "2,", "50%", "53%"] in [line[:6] for line in lines]


async def test_the_page_is_copied_as_text(library: Path) -> None:
    async with browsing(library, WIDE, "oadby") as browser:
        await browser.press("B", "y")
        copied = browser.app.clipboard
        assert copied.startswith("Oadby & Wigston Borough Council, 2020: complaints to the Ombudsman\n")
        assert "Sent to the terminal's clipboard: the briefing" in browser.notices


@pytest.mark.parametrize(
    ("name", "beginning"), [("p.html", "<!DOCTYPE html>"), ("p.md", "# Oadby & Wigston"), ("p.txt", "Oadby & Wigston")]
)
async def test_the_page_is_saved_as_its_name_says(library: Path, name: str, beginning: str) -> None:
    async with browsing(library, WIDE, "oadby") as browser:
        await browser.press("B", "e")
        await save_as(browser, name)
        assert Path(name).read_text(encoding="utf-8").replace("\\", "").startswith(beginning)
        assert f"{name}" in browser.notices
        assert isinstance(browser.app.screen, BriefingScreen)


async def test_a_file_is_replaced_only_if_that_is_wanted(library: Path) -> None:
    file = Path("briefing-oadby-and-wigston-2020.html")
    async with browsing(library, WIDE, "oadby") as browser:
        await browser.press("B", "e", "enter")
        names = [each.name for each in Path.cwd().iterdir()]
        assert len(names) == 1
        file = Path(names[0])
        assert file.suffix == ".html"
        file.write_text("mine", encoding="utf-8")
        await browser.press("e", "enter")
        assert "There is already a file at" in " ".join(browser.text.replace("│", " ").split())
        await browser.press("enter")
        assert file.read_text(encoding="utf-8") == "mine"
        assert "Nothing was written." in browser.notices
        await browser.press("e", "enter", "down", "enter")
        assert file.read_text(encoding="utf-8").startswith("<!DOCTYPE html>")


async def test_what_cannot_be_written_is_said(library: Path) -> None:
    async with browsing(library, WIDE, "oadby") as browser:
        await browser.press("B", "e")
        await save_as(browser, "nowhere/page.html")
        assert "There is no folder" in browser.notices
        await browser.press("e", "escape")
        assert isinstance(browser.app.screen, BriefingScreen)
        assert list(Path.cwd().iterdir()) == []


async def test_the_figures_of_the_council_shown_are_saved_tidy(library: Path) -> None:
    async with browsing(library, WIDE, "harborough") as browser:
        await browser.press("e", "enter")
        with Path("figures-harborough.csv").open(encoding="utf-8-sig", newline="") as file:
            rows = list(csv.DictReader(file))
        upheld = [(row["year"], row["count"], row["denominator"]) for row in rows if row["measure"] == "upheld"]
        assert upheld == [("2021", "1", "2"), ("2020", "2", "2"), ("2019", "0", "3")]
        await browser.press("e")
        await save_as(browser, "figures.json")
        assert len(json.loads(Path("figures.json").read_text(encoding="utf-8"))) == len(rows)
        await browser.press("e")
        await save_as(browser, "figures.txt")
        assert [line.split("\t")[1] for line in Path("figures.txt").read_text("utf-8").splitlines()] == [
            *("Year", "2021", "2020", "2019")
        ]


async def test_from_the_letter_its_words_are_saved_with_where_they_are_from(library: Path) -> None:
    async with browsing(library, WIDE, "oadby") as browser:
        await browser.press("tab", "e", "enter")
        (file,) = Path.cwd().iterdir()
        text = file.read_text(encoding="utf-8")
        assert text.startswith("22 July 2020")
        assert "(Source: the Ombudsman's letter" in text


async def test_no_text_of_a_letter_is_markup_or_acts_on_the_terminal(library: Path, tmp_path: Path) -> None:
    letter = tmp_path / "hostile.txt"
    words = " ".join(HOSTILE)
    letter.write_text(
        "21 July 2021\n\nMs [b]Smith[/b] [/foo]\nBlaby District Council\n\nDear Ms Smith\n\n"
        "Annual Review letter 2021\n\n"
        f"This year I issued a public report about your Council's failure {words[:300]}.\n\n"
        "Local Government and Social Care Ombudsman\n",
        encoding="utf-8",
    )
    import_paths(library, [letter])
    async with browsing(library, WIDE, "blaby") as browser:
        await browser.press("B")
        assert isinstance(browser.app.screen, BriefingScreen)
        assert browser.controls == []


async def test_a_library_gone_meanwhile_leaves_the_page_without_the_other_letters(library: Path) -> None:
    async with browsing(library, WIDE, "oadby") as browser:
        library.write_bytes(b"no library")
        await browser.press("B")
        assert "3 of 5" in browser.text
