from pathlib import Path

import pytest
from textual.widgets import Static

from tests.tui.draw.made import stored
from tests.tui.draw.seen import screen_text, strips
from tests.tui.driving import SIZES, Browser, browsing
from tests.tui.panes.test_letter import LONG, long_letter, showing
from tui.panes.find_line import FindLine
from tui.panes.letter import LetterPane


def count_of(browser: Browser) -> str:
    """What the line at the foot says of how many places there are."""
    return str(browser.app.screen.query_one("#find-count", Static).render())


async def reading(browser: Browser) -> LetterPane:
    """Go to the letter of the council that is shown."""
    await browser.press("tab")
    assert browser.focused == "letter"
    return browser.app.screen.query_one(LetterPane)


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_words_are_found_while_they_are_typed(library: Path, size: tuple[int, int]) -> None:
    async with browsing(library, size, "harborough") as browser:
        pane = await reading(browser)
        await browser.press("slash")
        await browser.type("paragraph")
        assert count_of(browser) == "1 of 12"
        await browser.type(" 7")
        assert count_of(browser) == "1 of 1"
        assert "This is paragraph 7" in browser.text
        assert pane.sought is not None
        await browser.type("x")
        assert count_of(browser) == "not found"


async def test_keys_that_lead_to_a_place_are_offered_only_while_there_is_one(library: Path) -> None:
    async with browsing(library, council="harborough") as browser:
        await reading(browser)
        await browser.press("slash")
        await browser.type("paragraph")
        assert "Enter read on  ↓ next" in browser.foot
        await browser.type("zzz")
        assert "read on" not in browser.foot
        assert "next" not in browser.foot
        await browser.press("backspace", "backspace", "backspace")
        assert "Enter read on  ↓ next" in browser.foot
        await browser.press("enter")
        assert "n next match" in browser.foot


async def test_n_goes_on_and_after_the_last_place_to_the_first(library: Path) -> None:
    async with browsing(library, council="harborough") as browser:
        await reading(browser)
        await browser.press("slash")
        await browser.type("paragraph")
        await browser.press("enter")
        assert browser.focused == "letter"
        assert "n next match" in browser.foot
        counts = []
        for key in ("n", "n", "N", "N", "N", "n"):
            await browser.press(key)
            counts.append(count_of(browser))
        assert counts == ["2 of 12", "3 of 12", "2 of 12", "1 of 12", "12 of 12", "1 of 12"]


@pytest.mark.parametrize("where", ["line", "letter"])
async def test_escape_ends_it_and_the_place_stays(library: Path, where: str) -> None:
    async with browsing(library, (80, 24), "harborough") as browser:
        pane = await reading(browser)
        await browser.press("slash")
        await browser.type("paragraph 12")
        if where == "letter":
            await browser.press("enter")
        top = pane.scroll_y
        await browser.press("escape")
        assert pane.sought is None
        assert not browser.app.screen.query_one(FindLine).display
        assert pane.scroll_y == top
        assert "This is paragraph 12" in browser.text
        assert browser.focused == "letter"
        await browser.press("escape")
        assert browser.focused == "statistics"


async def test_while_nothing_is_sought_n_goes_from_mark_to_mark(library: Path) -> None:
    async with browsing(library, council="harborough") as browser:
        pane = await reading(browser)
        assert "n next mark" in browser.foot
        await browser.press("slash", "enter", "n")
        assert pane.sought is None
        assert "▶" in browser.text


async def test_the_arrows_go_on_from_the_line(library: Path) -> None:
    async with browsing(library, council="harborough") as browser:
        await reading(browser)
        await browser.press("slash")
        await browser.type("paragraph")
        await browser.press("down", "down", "up")
        assert count_of(browser) == "2 of 12"
        assert browser.focused == "find-words"


async def test_a_slash_in_the_line_begins_again(library: Path) -> None:
    async with browsing(library, council="harborough") as browser:
        await reading(browser)
        await browser.press("slash")
        await browser.type("paragraph")
        await browser.press("slash")
        await browser.type("summary")
        assert browser.app.screen.query_one(FindLine).words == "summary"
        assert count_of(browser) == "1 of 1"


async def test_the_words_are_found_in_the_next_letter_too_which_does_not_move(library: Path) -> None:
    async with browsing(library, council="harborough") as browser:
        pane = await reading(browser)
        await browser.press("slash")
        await browser.type("ending 31 march")
        await browser.press("enter", "left_square_bracket")
        assert count_of(browser) == "1 of 1"
        await browser.press("n")
        assert pane.sought is not None
        assert pane.sought.words == "ending 31 march"


async def test_a_letter_too_long_to_show_whole_is_searched_whole() -> None:
    text = "\n\n".join([LONG] * 60) + "\n\nA needle stands here."
    async with showing(stored(long_letter(text))) as (app, pilot):
        await pilot.press("slash", *"needle", "enter")
        await pilot.pause()
        assert "A needle stands here." in " ".join(screen_text(app).split())


@pytest.mark.parametrize("typed", ["", "harb"])
async def test_help_and_what_needs_a_look_open_from_the_box_for_councils(library: Path, typed: str) -> None:
    async with browsing(library) as browser:
        await browser.type(typed)
        await browser.press("question_mark")
        assert type(browser.app.screen).__name__ == "HelpScreen"
        await browser.press("escape", "exclamation_mark")
        assert type(browser.app.screen).__name__ == "ReviewScreen"


async def test_without_colour_the_places_are_bold_and_the_present_one_in_reverse(
    library: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with browsing(library, council="harborough") as browser:
        await reading(browser)
        await browser.press("slash")
        await browser.type("paragraph")
        segments = [segment for strip in strips(browser.app) for segment in strip if segment.text == "paragraph"]
        styles = [segment.style for segment in segments if segment.style]
        assert sum(bool(style.reverse) for style in styles) == 1
        assert len([style for style in styles if style.bold]) > 2


@pytest.mark.parametrize("ended", [(), ("escape",), ("enter", "escape")], ids=["typing", "line", "letter"])
async def test_while_nothing_is_found_the_reader_is_where_they_were_before(
    library: Path, ended: tuple[str, ...]
) -> None:
    async with browsing(library, (80, 24), "harborough") as browser:
        pane = await reading(browser)
        await browser.press("n", "n")
        before, top = pane.reading_place, pane.scroll_y
        assert browser.text.count("▶") == 1
        seen = [line for line in browser.text.split("\n") if "▶" in line]
        await browser.press("slash")
        await browser.type("paragraph 12")
        assert (pane.reading_place, pane.scroll_y) != (before, top)
        await browser.type("x")
        assert count_of(browser) == "not found"
        await browser.press(*ended)
        assert pane.reading_place == before
        assert pane.scroll_y == top or not ended
        assert [line for line in browser.text.split("\n") if "▶" in line] == seen


async def test_after_words_that_are_not_found_those_that_are_lead_on_from_the_place_before(library: Path) -> None:
    async with browsing(library, (80, 24), "harborough") as browser:
        pane = await reading(browser)
        await browser.press("slash")
        await browser.type("paragraphs")
        await browser.press("backspace")
        assert count_of(browser) == "1 of 12"
        assert "▶" in browser.text
        top = pane.scroll_y
        await browser.press("escape")
        assert pane.scroll_y == top
