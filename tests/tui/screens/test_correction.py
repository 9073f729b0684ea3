from datetime import date
from pathlib import Path

import pytest
from textual.widgets import Static

from db.importer import import_paths
from db.library import Library
from tests.tui.conftest import BARE
from tests.tui.draw.seen import screen_lines
from tests.tui.driving import SIZES, Browser, browsing
from tui.panes.council_picker import CouncilPickerList
from tui.screens.correction import CorrectionScreen, YearBox
from tui.screens.main import MainScreen


async def ask(browser: Browser) -> None:
    """Ask for the council and the year of the letter shown."""
    await browser.press("f")
    assert isinstance(browser.app.screen, CorrectionScreen)


def plan(browser: Browser) -> str:
    return str(browser.app.screen.query_one("#plan", Static).render())


def corrected_parts(library: Path) -> list[tuple[str, ...]]:
    with Library.open(library) as here:
        return [one.corrected_parts for entry in here.councils() for one in here.letters_of(entry.id) if one.correction]


@pytest.mark.slow
@pytest.mark.parametrize("size", [*SIZES, (40, 12)], ids=str)
async def test_what_was_read_stands_beside_what_can_be_set(library: Path, size: tuple[int, int]) -> None:
    async with browsing(library, size, "kent") as browser:
        await ask(browser)
        assert "as read: Kent County" in browser.text
        assert "read: 2020" in browser.text
        assert plan(browser) == "As it is: Kent County Council, 2020"
        assert "Esc leaves" in browser.text
        assert all(len(line) <= size[0] for line in screen_lines(browser.app))


@pytest.mark.slow
async def test_each_key_filters_the_register_and_the_plan_follows(library: Path) -> None:
    async with browsing(library, council="kent") as browser:
        await ask(browser)
        await browser.type("rutl")
        assert "Will be: Rutland County Council, 2020" in plan(browser)
        await browser.press("enter")
        assert browser.focused == "year-box"
        await browser.type("19")
        assert plan(browser) == f"A letter is of a year from 1974 to {date.today().year + 1}."
        await browser.press("enter")
        assert isinstance(browser.app.screen, CorrectionScreen)
        await browser.type("99")
        assert plan(browser) == "Will be: Rutland County Council, 1999"
    assert corrected_parts(library) == []


@pytest.mark.slow
@pytest.mark.parametrize("year", ["1973", "9999", "20x0", "-1", "\uff12\uff10\uff12\uff10"])
async def test_a_year_no_letter_can_be_of_is_not_taken(library: Path, year: str) -> None:
    async with browsing(library, council="kent") as browser:
        await ask(browser)
        await browser.press("enter")
        browser.app.screen.query_one(YearBox).value = year
        await browser.press("enter")
        assert isinstance(browser.app.screen, CorrectionScreen)
        assert "from 1974" in plan(browser)


@pytest.mark.slow
async def test_a_name_that_nothing_fits_is_not_taken(library: Path) -> None:
    async with browsing(library, council="kent") as browser:
        await ask(browser)
        await browser.type("xyzzy")
        assert plan(browser) == "No council matches: type less of its name."
        await browser.press("enter")
        assert browser.focused == "council-box"
        await browser.press("tab", "tab", "enter")
        assert isinstance(browser.app.screen, CorrectionScreen)


@pytest.mark.slow
async def test_esc_leaves_everything_as_it_is(library: Path) -> None:
    async with browsing(library, council="kent") as browser:
        await ask(browser)
        await browser.type("leeds")
        await browser.press("enter", "escape")
        assert isinstance(browser.app.screen, MainScreen)
        assert "Kent, 2020" in browser.text
    assert corrected_parts(library) == []


@pytest.mark.slow
async def test_nothing_changed_is_nothing_set(library: Path) -> None:
    async with browsing(library, council="kent") as browser:
        await ask(browser)
        await browser.press("enter", "enter")
        assert isinstance(browser.app.screen, MainScreen)
        assert "by hand" not in browser.text
    assert corrected_parts(library) == []


@pytest.mark.slow
async def test_what_was_set_before_is_there_to_change_or_to_give_back(library: Path) -> None:
    async with browsing(library, council="kent") as browser:
        await ask(browser)
        await browser.type("rutland")
        await browser.press("enter")
        await browser.type("2018")
        await browser.press("enter")
        assert corrected_parts(library) == [("council", "year")]
        await ask(browser)
        highlighted = browser.app.screen.query_one(CouncilPickerList).highlighted_option
        assert highlighted is not None
        assert highlighted.id == "Rutland County Council"
        assert plan(browser) == "As it is: Rutland County Council, 2018"
        browser.app.screen.query_one(YearBox).clear()
        await browser.press("tab", "home", "enter")
        assert plan(browser) == "Will be: Kent County Council, 2020"
        await browser.press("enter")
        assert "Kent, 2020" in browser.text
    assert corrected_parts(library) == []


@pytest.mark.slow
async def test_bodies_that_are_gone_say_so(library: Path) -> None:
    async with browsing(library, council="kent") as browser:
        await ask(browser)
        await browser.type("northampton bor")
        assert "until 2021" in browser.text


@pytest.mark.slow
async def test_the_arrows_move_the_highlight_while_a_name_is_typed(library: Path) -> None:
    async with browsing(library, council="kent") as browser:
        await ask(browser)
        await browser.press("down", "down", "up")
        assert browser.focused == "council-box"
        assert browser.app.screen.query_one(CouncilPickerList).highlighted == 1


@pytest.mark.slow
@pytest.mark.parametrize("size", [*SIZES, (40, 12)], ids=str)
async def test_an_empty_year_says_that_it_is_left_as_read(library: Path, size: tuple[int, int]) -> None:
    async with browsing(library, size, "kent") as browser:
        await ask(browser)
        assert "2020, as read" in browser.text
        await browser.press("enter")
        await browser.type("2018")
        assert "as read" not in browser.app.screen.query_one(YearBox).render_line(0).text
        assert "read: 2020" in browser.text


@pytest.mark.slow
async def test_an_empty_year_says_so_where_none_was_read(library: Path, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(BARE.replace(" 2021", ""), encoding="utf-8")
    assert import_paths(library, [tmp_path / "a.txt"]).added == 1
    async with browsing(library, (40, 12), "blaby") as browser:
        await ask(browser)
        assert "no year was read" in browser.text
        assert "read: no year" in browser.text
