"""Which panes of the main screen are in sight, and how much room each gets, in terminals of every size."""

from pathlib import Path

import pytest

from tests.tui.draw.seen import screen_lines
from tests.tui.driving import MEDIUM, NARROW, SIZES, WIDE, Browser, browsing
from tui.screens.main import MainScreen
from tui.screens.too_small import TooSmallScreen


def in_sight(browser: Browser) -> list[str]:
    """The panes that are shown."""
    return [pane for pane in ("#councils", "#statistics", "#letter") if browser.shows(pane)]


@pytest.mark.slow
@pytest.mark.parametrize("size", [NARROW, (40, 12)], ids=str)
async def test_no_long_name_cuts_off_the_year(library: Path, size: tuple[int, int]) -> None:
    async with browsing(library, size, "north west leic") as browser:
        for _ in range(2):
            assert "North West Leicestershire" in browser.text
            assert ", 2020" in browser.text
            await browser.press("enter")


@pytest.mark.slow
async def test_all_panes_are_in_sight_in_a_wide_terminal(library: Path) -> None:
    async with browsing(library, WIDE) as browser:
        assert all(browser.shows(pane) for pane in ("#councils", "#statistics", "#letter"))


@pytest.mark.slow
async def test_in_a_medium_terminal_the_list_goes_once_a_council_is_chosen_and_esc_brings_it_back(
    library: Path,
) -> None:
    async with browsing(library, MEDIUM) as browser:
        assert in_sight(browser) == ["#councils", "#statistics"]
        await browser.press("enter")
        assert in_sight(browser) == ["#statistics"]
        await browser.press("enter")
        assert in_sight(browser) == ["#letter"]
        await browser.press("escape", "escape")
        assert in_sight(browser) == ["#councils", "#statistics"]


@pytest.mark.slow
async def test_in_a_roomy_terminal_the_list_is_narrow_beside_what_is_read(library: Path) -> None:
    async with browsing(library, (100, 30)) as browser:
        wide = browser.app.screen.query_one("#councils").size.width
        await browser.press("enter")
        assert in_sight(browser) == ["#councils", "#statistics"]
        assert browser.app.screen.query_one("#councils").size.width < wide
        assert browser.app.screen.query_one("#statistics").outer_size.width == 76
        await browser.press("tab")
        assert in_sight(browser) == ["#councils", "#letter"]
        await browser.press("tab")
        assert browser.focused == "council-list"
        assert browser.app.screen.query_one("#councils").size.width < wide
        await browser.press("slash")
        assert browser.app.screen.query_one("#councils").size.width == wide


async def test_the_figures_take_the_rows_they_need_and_the_letter_all_others(library: Path) -> None:
    async with browsing(library, WIDE, "kent") as browser:
        figures, letter = (browser.app.screen.query_one(pane) for pane in ("#statistics", "#letter"))
        assert figures.max_scroll_y == 0
        assert figures.region.height + letter.region.height == 39
        assert letter.region.y == figures.region.bottom


@pytest.mark.slow
async def test_in_a_very_wide_terminal_the_letter_stands_beside_the_figures(library: Path) -> None:
    async with browsing(library, (160, 50), "kent") as browser:
        figures, letter = (browser.app.screen.query_one(pane) for pane in ("#statistics", "#letter"))
        assert letter.region.x == figures.region.right
        assert letter.region.height == figures.region.height == 49
        assert figures.region.width >= 76


@pytest.mark.slow
async def test_a_narrow_terminal_has_one_pane_and_always_says_whose_letter_it_is(library: Path) -> None:
    async with browsing(library, NARROW, "harborough") as browser:
        for pane in ("#statistics", "#letter"):
            assert [each for each in ("#councils", "#statistics", "#letter") if browser.shows(each)] == [pane]
            assert "Harborough, 2021" in browser.text
            await browser.press("enter")


@pytest.mark.slow
async def test_one_pane_can_have_the_whole_screen(library: Path) -> None:
    async with browsing(library, WIDE, "kent") as browser:
        await browser.press("z")
        assert [pane for pane in ("#councils", "#statistics", "#letter") if browser.shows(pane)] == ["#statistics"]
        await browser.press("escape")
        assert all(browser.shows(pane) for pane in ("#councils", "#statistics", "#letter"))


@pytest.mark.slow
async def test_the_pane_in_use_stays_in_sight_through_every_width(library: Path) -> None:
    async with browsing(library, WIDE, "kent") as browser:
        await browser.press("enter")
        for width in (140, 119, 100, 80, 79, 60, 40, 79, 80, 119, 120, 140):
            await browser.resize(width, 24)
            assert browser.focused == "letter"
            assert browser.shows("#letter")
            assert "Kent, 2020" in browser.text
            assert browser.shows("#statistics") == (width >= 120)
            assert browser.shows("#councils") == (width >= 100)


@pytest.mark.slow
@pytest.mark.parametrize("size", [(39, 24), (80, 11)], ids=str)
async def test_a_sentence_stands_in_while_the_terminal_is_too_small(library: Path, size: tuple[int, int]) -> None:
    async with browsing(library, WIDE, "kent") as browser:
        await browser.resize(*size)
        assert "upheld needs 40 columns and 12 lines" in " ".join(browser.text.split())
        await browser.resize(*WIDE)
        assert isinstance(browser.app.screen, MainScreen)
        assert browser.focused == "statistics"
        assert all(browser.shows(pane) for pane in ("#councils", "#statistics", "#letter"))


async def test_the_last_of_several_keys_at_once_says_which_pane_has_the_keys(library: Path) -> None:
    async with browsing(library, MEDIUM, "kent") as browser:
        await browser.press("escape")
        for key in ("tab", "shift+tab", "shift+tab"):
            browser.app.simulate_key(key)
        await browser.settle()
        assert browser.focused == "letter"
        assert browser.shows("#letter")


@pytest.mark.slow
async def test_a_terminal_that_starts_too_small_is_told_so_and_may_grow(library: Path) -> None:
    async with browsing(library, (30, 8)) as browser:
        assert isinstance(browser.app.screen, TooSmallScreen)
        await browser.resize(*MEDIUM)
        assert "Harborough" in browser.text


@pytest.mark.slow
@pytest.mark.parametrize("size", [*SIZES, (100, 30), (160, 50)], ids=str)
async def test_no_word_touches_a_scrollbar(library: Path, size: tuple[int, int]) -> None:
    async with browsing(library, size, "kent") as browser:
        for keys in ((), ("tab",), ("z",)):
            await browser.press(*keys)
            lines = screen_lines(browser.app)
            for pane in ("#statistics", "#letter"):
                region = browser.app.screen.query_one(pane).region
                inside = range(region.y + 1, region.bottom - 1) if region.area else ()
                assert all(lines[line][region.right - 3] == " " for line in inside)  # behind it: scrollbar and border


@pytest.mark.slow
async def test_one_pane_is_offered_where_there_are_several(library: Path) -> None:
    async with browsing(library, WIDE, "kent") as browser:
        assert "z one pane" in browser.foot
        await browser.press("tab", "z")
        assert "z all panes" in browser.foot
        await browser.resize(*MEDIUM)
        await browser.press("escape")
        assert " z " not in browser.foot


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_every_cell_of_the_screen_is_drawn_though_the_screen_itself_is_where_a_pane_is_missing_alone(
    library: Path, size: tuple[int, int]
) -> None:
    async with browsing(library, size, "kent") as browser:
        screen = browser.app.screen
        for keys in ((), ("enter",), ("z",), ("z", "escape", "escape")):
            await browser.press(*keys)
            chops = screen._compositor._render_chops(screen.region, lambda _y: True)
            assert not [row for row in chops if None in row.values()]
            assert not screen.render_lines(screen.region)
        screen.query_one("#keys").styles.visibility = "hidden"
        screen._refresh_layout()
        chops = screen._compositor._render_chops(screen.region, lambda _y: True)
        assert not [row for row in chops if None in row.values()]
        assert len(screen.render_lines(screen.region)) == size[1]
