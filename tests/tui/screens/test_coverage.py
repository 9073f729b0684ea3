"""Who has a letter of which year, as a person goes through it: whole tasks."""

import gc
import json
from dataclasses import replace
from pathlib import Path
from typing import Any
from weakref import ref

import pytest
from textual.screen import Screen

from db.library import Library
from tests.db.builders import NOWHERE, add, file_of, letter, upheld
from tests.marks import slow
from tests.tui.draw.made import HOSTILE
from tests.tui.driving import MEDIUM, NARROW, WIDE, Browser, browsing
from tests.tui.whole_years import LEAST, WITHOUT, make_library
from tui.panes.coverage_table import CoverageList
from tui.screens import coverage_questions
from tui.screens.coverage import CoverageScreen
from tui.screens.year import YearScreen


@pytest.fixture(name="london", scope="module")
def _london(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Letters of 2022 and 2024 to all London boroughs but one."""
    return make_library(tmp_path_factory.mktemp("london") / "library.db", 2022, 2024)


def rows(browser: Browser) -> list[str]:
    """The lines of the table in sight."""
    found = browser.app.screen.query_one(CoverageList)
    return [found.render_line(at).text.rstrip() for at in range(found.size.height)]


@pytest.mark.parametrize("size", [*slow(NARROW, WIDE, (100, 30), (160, 50)), MEDIUM], ids=str)
async def test_who_has_a_letter_of_which_year_and_to_the_letter_and_back(london: Path, size: tuple[int, int]) -> None:
    async with browsing(london, size, "camden") as browser:
        await browser.press("A")
        assert "2022 2023 2024" in browser.text
        assert "Camden, 2024: letter with figures" in browser.text
        await browser.press("left_square_bracket", "left_square_bracket")
        assert "Camden, 2022: letter with figures" in browser.text
        await browser.press("enter")
        assert "Camden, 2022" in browser.text
        assert browser.focused == "statistics"
        await browser.press("escape")
        assert isinstance(browser.app.screen, CoverageScreen)
        assert "Camden, 2022: letter with figures" in browser.text
        await browser.press("escape")
        assert not isinstance(browser.app.screen, CoverageScreen)


async def test_a_hole_says_what_there_is_instead(london: Path) -> None:
    async with browsing(london, MEDIUM, "camden") as browser:
        await browser.press("A", "left_square_bracket", "enter")
        assert "No letter of 2023 to Camden is here; there are letters of 2022, 2024." in browser.foot
        await browser.press("slash")
        await browser.type("sutton")
        await browser.press("enter", "enter")
        assert "No letter of 2023 to Sutton is here, and none of any other year." in browser.foot
        await browser.press("escape", "left_square_bracket", "left_square_bracket")
        assert "There are no earlier letters here." in browser.foot


async def test_a_council_that_there_was_not_is_no_hole(london: Path) -> None:
    async with browsing(london, WIDE, "camden") as browser:
        await browser.press("A", "slash")
        await browser.type("allerdale")
        await browser.press("enter")
        assert "Allerdale, 2024: there was no such council" in browser.text
        await browser.press("enter")
        assert "There was no Allerdale Borough Council in 2024." in browser.foot


async def test_one_type_a_region_and_the_sums_of_what_is_listed(london: Path) -> None:
    async with browsing(london, WIDE, "camden") as browser:
        await browser.press("A", "right", "right", "right", "right", "right")
        assert "LONDON 32" in browser.text
        assert "● with figures" in browser.text
        assert next(line.split() for line in browser.text.split("\n") if "● with" in line)[-4:-1] == ["31", "0", "31"]
        await browser.press("slash")
        await browser.type("sut")
        assert [line.split()[0] for line in rows(browser) if line] == ["Sutton"]
        assert "1 shown" in browser.text
        await browser.type("qq")
        assert "No council here fits “sutqq”: Esc shows them all." in browser.text
        await browser.press("escape")
        assert len([line for line in rows(browser) if line]) > 20


async def test_the_third_v_of_a_year_leads_here_and_v_back_to_all_councils_of_the_year_at_the_cursor(
    london: Path,
) -> None:
    async with browsing(london, (100, 30), "camden") as browser:
        await browser.press("a", "v", "v", "v")
        assert isinstance(browser.app.screen, CoverageScreen)
        assert "32" in browser.text
        await browser.press("escape")
        assert isinstance(browser.app.screen, YearScreen)
        assert "2024 ·" in browser.text
        await browser.press("A", "left_square_bracket", "v")
        assert "There is no letter of 2023 to any of these." in browser.foot
        await browser.press("left_square_bracket", "v")
        assert isinstance(browser.app.screen, YearScreen)
        assert "2022 ·" in browser.text


async def test_a_council_and_the_whole_table_are_copied(london: Path) -> None:
    async with browsing(london, MEDIUM, "camden") as browser:
        await browser.press("a", "v", "v", "v", "y")
        assert browser.app.clipboard == "London Borough of Sutton: no letter here 2022, 2023, 2024."
        await browser.press("Y")
        lines = [line.split("\t") for line in browser.app.clipboard.split("\n")]
        assert lines[0] == ["council", "gss_code", "type", "region", "2022", "2023", "2024"]
        by_name = {line[0]: line[4:] for line in lines[1:]}
        assert len(by_name) == 32
        assert by_name[LEAST] == ["figures", "missing", "figures"]
        assert by_name[WITHOUT] == ["missing"] * 3


async def test_what_is_listed_is_saved(london: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    async with browsing(london, MEDIUM, "camden") as browser:
        await browser.press("A", "slash")
        await browser.type("camd")
        await browser.press("enter", "e")
        assert "letters-by-year.csv" in browser.text
        await browser.press(*["backspace"] * 3)
        await browser.type("json")
        await browser.press("enter")
        await browser.until(lambda: "Saved:" in browser.foot)
    (saved,) = json.loads((tmp_path / "letters-by-year.json").read_text(encoding="utf-8"))
    assert (saved["council"], saved["2022"], saved["2023"]) == ("London Borough of Camden", "figures", "missing")


async def test_many_years_move_sideways_with_the_cursor(tmp_path: Path) -> None:
    library = tmp_path / "library.db"
    with Library.open(library) as opened:
        opened.add_files([file_of(letter(f"{year}", year=year), name=f"{year}.txt") for year in range(2006, 2025)])
    async with browsing(library, NARROW, "oadby") as browser:
        await browser.press("A")
        assert "2024" in browser.text
        assert "\u2039" in browser.text.split("\n")[1]
        assert "2006" not in browser.text.split("\n")[1]
        await browser.press(*["left_square_bracket"] * 18)
        heads = browser.text.split("\n")[1]
        assert "2006" in heads
        assert "\u203a" in heads
        assert "2024" not in heads
        assert "Oadby & Wigston, 2006: letter without figures" in browser.text


async def test_what_another_program_brings_in_shows_and_the_reader_stays(london: Path, tmp_path: Path) -> None:
    library = tmp_path / "library.db"
    library.write_bytes(london.read_bytes())
    async with browsing(library, MEDIUM, "camden") as browser:
        await browser.press("A", "left_square_bracket")
        with Library.open(library) as other:
            other.add_files([file_of(letter("A letter of 2023.", year=2023), name="new.txt")])
        await browser.until(lambda: "○ without figures" in browser.text and " 1 " in browser.text.split("○ without")[1])
        assert "Camden, 2023: no letter here" in browser.text


async def test_an_empty_library_says_so(empty_library: Path) -> None:
    async with browsing(empty_library, MEDIUM) as browser:
        await browser.press("escape", "A")
        assert "There is no letter here yet whose council and year are known." in browser.text
        await browser.press("enter", "v", "y", "left_square_bracket", "right")
        assert browser.app.is_running
        await browser.press("escape")
        assert not isinstance(browser.app.screen, CoverageScreen)


async def test_names_that_mean_harm_are_text(tmp_path: Path) -> None:
    path = tmp_path / "library.db"
    with Library.open(path) as library:
        for at, name in enumerate(filter(None, HOSTILE)):
            add(library, replace(letter(f"{at}", NOWHERE._replace(name=name), 2020, upheld()), council_as_written=name))
    async with browsing(path, WIDE) as browser:
        await browser.press("escape", "A", "home")
        for _ in range(2 * len(HOSTILE)):
            await browser.press("down")
            assert not browser.controls
        await browser.press("Y")
        assert browser.app.is_running
        for line in browser.app.clipboard.split("\n"):
            assert line.count("\t") == 4


async def test_a_table_of_many_councils_is_freed_once_it_is_left(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    library = make_library(tmp_path / "library.db", 2021, 2022, 2023, 2024)
    with Library.open(library) as here:
        monkeypatch.setattr(coverage_questions, "MANY", here.counts().councils - 1)
    left: list[ref[Screen[Any]]] = []

    def count_alive() -> int:
        gc.collect()
        return sum(each() is not None for each in left)

    async with browsing(library, MEDIUM, "camden") as browser:
        for _ in range(5):
            await browser.press("A")
            left.append(ref(browser.app.screen))
            await browser.press("escape")
        await browser.until(lambda: count_alive() < 3)  # whatever may hold the last one a while, it holds no others
