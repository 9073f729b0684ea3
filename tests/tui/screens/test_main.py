from pathlib import Path

import pytest

from db.councils.resolve import Resolver
from db.library import Library
from tests.marks import slow
from tests.tui.draw.seen import screen_lines, strips
from tests.tui.driving import MEDIUM, NARROW, SIZES, WIDE, browsing
from tui.panes.council_list import CouncilList
from tui.panes.councils import CouncilsPane
from tui.screens.destination import Destination
from tui.screens.main import MainScreen
from tui.screens.main_questions import CouncilsRead, LettersRead, LibraryUnreadable


@pytest.mark.slow
@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_whoever_opens_the_browser_can_type_a_name_at_once(library: Path, size: tuple[int, int]) -> None:
    async with browsing(library, size) as browser:
        assert browser.focused == "find"
        assert "type part of a name" in browser.text
        await browser.type("quis")
        assert browser.app.is_running
        await browser.press("escape")
        await browser.type("oad")
        await browser.press("enter")
        assert browser.focused == "statistics"
        assert "Oadby & Wigston, 2020" in browser.text


@pytest.mark.slow
async def test_a_library_without_letters_has_the_keys_in_the_list_as_there_is_nothing_to_find(
    empty_library: Path,
) -> None:
    async with browsing(empty_library) as browser:
        await browser.press("escape")
        assert browser.focused == "council-list"
        assert "i import" in browser.foot


@pytest.mark.slow
@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_a_few_letters_and_enter_lead_to_a_councils_figures(library: Path, size: tuple[int, int]) -> None:
    async with browsing(library, size) as browser:
        await browser.press("slash")
        await browser.type("oad")
        await browser.press("enter")
        assert browser.focused == "statistics"
        assert "Oadby & Wigston, 2020" in browser.text
        assert "3 of 5" in browser.text
        assert "45%" in browser.text


@pytest.mark.slow
@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_enter_on_a_figure_leads_to_its_sentence_in_the_letter(library: Path, size: tuple[int, int]) -> None:
    async with browsing(library, size, "oadby") as browser:
        await browser.press("enter")
        assert browser.focused == "letter"
        assert "60% of complaints we" in browser.text


@pytest.mark.slow
@pytest.mark.parametrize("size", [NARROW, *slow(MEDIUM, WIDE)], ids=str)
async def test_the_next_council_is_shown_without_leaving_the_pane(library: Path, size: tuple[int, int]) -> None:
    async with browsing(library, size, "harborough") as browser:
        for pane, *names in (
            ("statistics", "Kent", "Leeds"),
            ("letter", "North West Leicestershire", "Oadby & Wigston"),
        ):
            for name in names:
                await browser.press("J")
                assert browser.focused == pane
                assert f"{name}, 2020" in browser.text
            await browser.press("tab")
        await browser.press("shift+tab", "J")
        assert browser.notices == "This is the last council of the list."
        await browser.press("K")
        assert "North West Leicestershire, 2020" in browser.text


@pytest.mark.slow
async def test_esc_goes_back_one_level_at_a_time_and_never_quits(library: Path) -> None:
    async with browsing(library, NARROW) as browser:
        await browser.press("slash")
        await browser.type("kent")
        await browser.press("enter", "enter")
        stops = []
        for _ in range(5):
            await browser.press("escape")
            stops.append((browser.focused, browser.app.screen.query_one(CouncilsPane).typed))
        assert stops == [
            ("statistics", "kent"),
            ("council-list", "kent"),
            ("council-list", ""),
            ("council-list", ""),
            ("council-list", ""),
        ]
        assert browser.app.is_running


@pytest.mark.slow
async def test_esc_in_the_find_box_clears_it_and_then_leaves_it(library: Path) -> None:
    async with browsing(library) as browser:
        await browser.press("slash")
        await browser.type("leeds")
        await browser.press("escape")
        assert (browser.focused, browser.app.screen.query_one(CouncilsPane).typed) == ("find", "")
        await browser.press("escape")
        assert browser.focused == "council-list"


@pytest.mark.slow
async def test_moving_the_highlight_previews_the_council(library: Path) -> None:
    async with browsing(library) as browser:
        await browser.press("escape", "j")
        assert browser.focused == "council-list"
        assert "Harborough, 2021" in browser.text


async def test_an_answer_about_another_council_is_dropped(library: Path) -> None:
    with Library.open(library) as here:
        entries = here.councils()
        kent, leeds = (next(each for each in entries if each.council.name.startswith(n)) for n in ("Kent", "Leeds"))
        late = LettersRead(leeds.id, here.letters_of(leeds.id))
    async with browsing(library, council="kent") as browser:
        browser.app.screen.post_message(late)
        await browser.settle()
        assert "Kent, 2020" in browser.text
        assert "Leeds, 2020" not in browser.text
    assert kent.id != leeds.id


async def test_brackets_step_through_the_years(library: Path) -> None:
    async with browsing(library, council="harborough") as browser:
        seen = []
        for key in ("left_square_bracket", "left_square_bracket", "left_square_bracket", "right_square_bracket"):
            await browser.press(key)
            seen.append(next(year for year in ("2021", "2020", "2019") if f"Harborough, {year}" in browser.text))
        assert seen == ["2020", "2019", "2019", "2020"]


@pytest.mark.slow
async def test_enter_on_the_year_shown_goes_on_to_its_letter(library: Path) -> None:
    async with browsing(library, NARROW, "harborough") as browser:
        await browser.press("j", "j", "enter")
        assert browser.focused == "statistics"
        assert "Harborough, 2020" in browser.text
        await browser.press("enter")
        assert browser.focused == "letter"
        assert "Harborough, 2020" in browser.text


@pytest.mark.slow
@pytest.mark.parametrize("key", ["left_square_bracket", "right_square_bracket"])
async def test_that_there_is_one_letter_only_is_said_to_whoever_looks_for_another(library: Path, key: str) -> None:
    async with browsing(library, council="kent") as browser:
        assert "older" not in browser.foot
        await browser.press(key)
        assert browser.notices == "There is one letter only to this council here."


@pytest.mark.slow
async def test_the_oldest_and_the_newest_letter_are_said_to_be(library: Path) -> None:
    async with browsing(library, council="harborough") as browser:
        await browser.press("right_square_bracket")
        assert browser.notices == "This is the newest letter here."
        await browser.press(*["left_square_bracket"] * 3)
        assert browser.notices == "This is the oldest letter here."


@pytest.mark.slow
async def test_the_browser_opens_at_the_council_it_was_asked_for(library: Path) -> None:
    async with browsing(library, council="nwl") as browser:
        assert browser.focused == "statistics"
        assert "North West Leicestershire, 2020" in browser.text


@pytest.mark.slow
async def test_letters_typed_after_a_council_is_opened_change_nothing_in_the_library(library: Path) -> None:
    with Library.open(library) as here:
        before = [here.letters_of(entry.id) for entry in here.councils()]
    async with browsing(library) as browser:
        await browser.type("kent")
        await browser.press("enter")
        await browser.type("uttlesford UTTLESFORD dudley")
    with Library.open(library) as here:
        assert [here.letters_of(entry.id) for entry in here.councils()] == before


@pytest.mark.slow
async def test_where_to_go_is_kept_for_the_answer_it_waits_for(library: Path) -> None:
    async with browsing(library) as browser:
        screen = browser.app.screen
        assert isinstance(screen, MainScreen)
        with Library.open(library) as here:
            entries = here.councils()
        late = CouncilsRead(0, Resolver(entries[:1]))
        unreadable = LibraryUnreadable(0, "It could not be read.")
        screen._reload_councils(Destination("Leeds City Council", lambda stored: stored.letter.year == 2020))
        screen.post_message(late)
        screen.post_message(unreadable)
        await browser.settle()
        assert browser.focused == "statistics"
        assert "Leeds, 2020" in browser.text
        assert browser.app.screen.query_one(CouncilList).line_count == 6
        assert "It could not be read." not in browser.text


@pytest.mark.slow
@pytest.mark.parametrize("size", [NARROW, MEDIUM], ids=str)
async def test_a_notice_covers_no_figure_however_often_it_comes(library: Path, size: tuple[int, int]) -> None:
    async with browsing(library, size, "harborough") as browser:
        before = screen_lines(browser.app)
        await browser.press(*["right_square_bracket"] * 5)
        assert browser.notices == "This is the newest letter here."
        after = screen_lines(browser.app)
        changed = [line for line, pair in enumerate(zip(before, after, strict=True)) if pair[0] != pair[1]]
        assert changed == [size[1] - 2]
        assert before[size[1] - 2].strip()[0] == "╰"


@pytest.mark.slow
async def test_tab_goes_round_the_panes_and_back(library: Path) -> None:
    async with browsing(library, NARROW) as browser:
        forth, back = [], []
        for _ in range(3):
            await browser.press("tab")
            forth.append(browser.focused)
        for _ in range(3):
            await browser.press("shift+tab")
            back.append(browser.focused)
        assert forth == ["statistics", "letter", "council-list"]
        assert back == ["letter", "statistics", "council-list"]


@pytest.mark.slow
async def test_q_quits_but_not_from_the_find_box(library: Path) -> None:
    async with browsing(library) as browser:
        await browser.press("slash", "q")
        assert browser.app.is_running
        assert browser.app.screen.query_one(CouncilsPane).typed == "q"
        await browser.press("escape", "escape")
        await browser.pilot.press("q")
        assert browser.app.return_code == 0


@pytest.mark.slow
async def test_ctrl_q_quits_from_anywhere(library: Path) -> None:
    async with browsing(library) as browser:
        await browser.press("slash", "question_mark")
        await browser.pilot.press("ctrl+q")
        assert browser.app.return_code == 0


@pytest.mark.slow
async def test_no_key_at_the_foot_is_underlined(library: Path) -> None:
    async with browsing(library, WIDE, "kent") as browser:
        foot = strips(browser.app)[-1]
        assert foot.text.strip()
        assert not [segment.text for segment in foot if segment.style and segment.style.underline]
