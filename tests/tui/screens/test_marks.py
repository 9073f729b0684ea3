"""Marking councils in the list, from the box above it, and what is said of the marks."""

import shutil
from pathlib import Path

import pytest

from db.library import Library
from tests.marks import slow
from tests.tui.driving import MEDIUM, NARROW, WIDE, Browser, browsing
from tests.tui.screens.comparing import is_comparing, list_first_block, make_metropolitan
from tui.draw.marked import MARKED
from tui.panes.council_list import FindBox
from tui.panes.councils import CouncilsPane

SIZES = (*slow(NARROW, WIDE), MEDIUM)


@pytest.fixture(name="made", scope="module")
def _made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_metropolitan(tmp_path_factory.mktemp("metropolitan") / "library.db")


@pytest.fixture(name="boroughs")
def _boroughs(made: Path, tmp_path: Path) -> Path:
    """The letters of two years to all metropolitan boroughs, the test's own."""
    return Path(shutil.copy(made, tmp_path / "library.db"))


def title(browser: Browser) -> str:
    return str(browser.app.screen.query_one(CouncilsPane).border_title)


def typed(browser: Browser) -> str:
    return browser.app.screen.query_one(FindBox).value


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_space_marks_in_the_list_and_takes_the_mark_off_again(library: Path, size: tuple[int, int]) -> None:
    async with browsing(library, size) as browser:
        await browser.press("escape", "space", "down", "space")
        assert browser.text.count(MARKED) == 2
        assert "2 marked" in title(browser)
        assert "2 marked: c puts them side by side." in browser.foot
        await browser.press("space")
        assert browser.text.count(MARKED) == 1
        assert "1 marked" in title(browser)
        await browser.press("C")
        assert MARKED not in browser.text
        assert "marked" not in title(browser)
        assert "No council is marked any more." in browser.foot
        await browser.press("C")
        assert "No council is marked." in browser.foot


async def test_the_ninth_is_not_marked_and_why_is_said(boroughs: Path) -> None:
    async with browsing(boroughs, (100, 40)) as browser:
        await browser.press("escape", *["space", "down"] * 9)
        assert browser.text.count(MARKED) == 8
        assert "8 marked" in title(browser)
        await browser.press("space")
        assert "8 councils are marked, and more cannot stand side by side" in browser.foot
        await browser.press("c")
        assert len(list_first_block(browser)) == 8


async def test_in_the_box_space_marks_while_nothing_is_typed_and_is_a_space_after_a_letter(library: Path) -> None:
    async with browsing(library, MEDIUM) as browser:
        await browser.press("space")
        assert "1 marked" in title(browser)
        assert typed(browser) == ""
        await browser.type("north")
        await browser.press("space")
        await browser.type("west")
        assert typed(browser) == "north west"
        assert "1 marked" in title(browser)


async def test_names_are_typed_and_marked_one_after_the_other(library: Path) -> None:
    async with browsing(library, MEDIUM) as browser:
        for name in ("leeds", "kent", "croydon"):
            await browser.type(name)
            assert typed(browser) == name
            await browser.press("ctrl+t")
        assert "3 marked" in title(browser)
        await browser.press("escape", "escape", "c")
        assert list_first_block(browser) == ["Leeds", "Kent", "Croydon"]


async def test_where_nothing_is_found_nothing_is_marked(library: Path) -> None:
    async with browsing(library, MEDIUM) as browser:
        await browser.type("qqqq")
        await browser.press("ctrl+t")
        assert "marked" not in title(browser)
        assert typed(browser) == "qqqq"


async def test_one_mark_is_offered_beside_the_council_highlighted(library: Path) -> None:
    async with browsing(library, MEDIUM) as browser:
        await browser.type("kent")
        await browser.press("ctrl+t")
        await browser.type("leeds")
        await browser.press("enter", "c")
        assert "With the marked one" in browser.text
        await browser.press("enter")
        assert is_comparing(browser)
        assert list_first_block(browser) == ["Leeds", "Kent"]


async def test_a_mark_goes_with_the_councils_letters(library: Path) -> None:
    async with browsing(library, MEDIUM) as browser:
        await browser.type("kent")
        await browser.press("ctrl+t", "escape")
        assert "1 marked" in title(browser)
        with Library.open(library) as other:
            entry = next(each for each in other.councils() if each.council.name == "Kent County Council")
            other.remove_files([other.letters_of(entry.id)[0].source.sha256])
        await browser.until(lambda: "marked" not in title(browser))


async def test_in_the_table_of_a_year_a_council_without_any_letter_is_not_marked(boroughs: Path) -> None:
    with Library.open(boroughs) as library:
        entry = next(each for each in library.councils() if each.council.name == "Leeds City Council")
        library.remove_files([each.source.sha256 for each in library.letters_of(entry.id)])
    async with browsing(boroughs, MEDIUM, "bury") as browser:
        await browser.press("a", "v", "v", "space")
        assert "There is no letter of any year to Leeds here to compare." in browser.foot
        assert MARKED not in browser.text
        await browser.press("c")
        assert "No council with a letter here is highlighted that could be compared." in browser.foot
