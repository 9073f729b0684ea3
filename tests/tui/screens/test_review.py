from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from db.errors import CouncilUnknown, Damaged, LibraryFull
from db.importer import import_paths
from db.library import Library
from db.model import StoredLetter
from tests.tui.conftest import BARE, NOWHERE
from tests.tui.driving import MEDIUM, NARROW, SIZES, WIDE, Browser, browsing
from tui.panes.review_list import ReviewList
from tui.panes.statistics import StatisticsPane
from tui.panes.visual_row import VisualRow
from tui.screens.main import MainScreen
from tui.screens.review import ReviewScreen


@asynccontextmanager
async def looking(library: Path, size: tuple[int, int] = WIDE) -> AsyncIterator[Browser]:
    """The browser, at the list of what needs a look."""
    async with browsing(library, size) as browser:
        await browser.press("exclamation_mark")
        assert isinstance(browser.app.screen, ReviewScreen)
        yield browser


def letters(library: Path, council: str) -> tuple[StoredLetter, ...]:
    with Library.open(library) as here:
        entries = [entry for entry in here.councils() if entry.council.name.startswith(council)]
        return tuple(stored for entry in entries for stored in here.letters_of(entry.id))


def read_corrections(library: Path) -> list[tuple[str, int | None, tuple[str, ...]]]:
    """Whose each letter is and of which year, and what of it was set by hand."""
    return [(one.letter.council.name, one.letter.year, one.corrected_parts) for one in letters(library, "")]


def listed(browser: Browser) -> list[str]:
    """The files listed, and which is highlighted."""
    pane = browser.app.screen.query_one(ReviewList)
    return [f"{'>' if item is pane.item else ''}{item.source}" for item in pane._item_of.values()]


def statistics(browser: Browser) -> str:
    """Everything in the statistics, in sight or not, each row as one line."""
    rows = browser.app.screen.query_one(StatisticsPane).options
    return "\n".join(" ".join(str(row.prompt).split()) for row in rows)


async def set_to(browser: Browser, council: str, year: str = "") -> None:
    """Set the letter in hand by hand."""
    await browser.press("f")
    await browser.type(council)
    await browser.press("enter")
    await browser.type(year)
    await browser.press("enter")


@pytest.mark.slow
@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_the_councils_say_how_many_letters_need_a_look_and_the_key(doubtful: Path, size: tuple[int, int]) -> None:
    async with browsing(doubtful, size) as browser:
        assert "2 need a look: !" in browser.text
        await browser.press("exclamation_mark")
        assert listed(browser) == [">a.txt", "b.txt"]
        shown = browser.app.screen.query_one(ReviewList).get_option_at_index(0).prompt
        assert isinstance(shown, VisualRow)
        assert "not in the register" in " ".join(shown.draw(60).plain.split())


@pytest.mark.slow
@pytest.mark.parametrize("size", [WIDE, MEDIUM], ids=str)
async def test_the_text_is_beside_the_list_or_below_it(doubtful: Path, size: tuple[int, int]) -> None:
    async with looking(doubtful, size) as browser:
        assert browser.shows("#review-list")
        assert browser.shows("#review-letter")
        await browser.press("j")
        assert "Dear Ms Smith" in browser.text
        assert "Blaby, 2021" in browser.text


@pytest.mark.slow
async def test_in_a_narrow_terminal_enter_leads_to_the_text_and_esc_back(doubtful: Path) -> None:
    async with looking(doubtful, NARROW) as browser:
        assert not browser.shows("#review-letter")
        await browser.press("enter")
        assert browser.focused == "review-letter"
        assert not browser.shows("#review-list")
        assert "Nowhere [/foo] District" in browser.text
        await browser.press("escape")
        assert browser.focused == "review-list"
        await browser.press("escape")
        assert isinstance(browser.app.screen, MainScreen)


@pytest.mark.slow
async def test_council_and_year_are_set_and_what_was_read_is_kept(doubtful: Path) -> None:
    async with looking(doubtful) as browser:
        await set_to(browser, "leics", "2019")
        sentence = "Set by hand: council, year (read: Nowhere [/foo] District Council, 2020). u undoes it."
        assert sentence in browser.notices
        assert listed(browser) == [">b.txt"]
        browser.app.clear_notifications()
        await browser.press("escape")
        assert "1 needs a look: !" in browser.text
        assert letters(doubtful, "Nowhere") == ()
    (stored,) = letters(doubtful, "Leicestershire County")
    assert stored.letter.year == 2019
    assert (stored.read_council.name, stored.read_year) == (NOWHERE, 2020)


@pytest.mark.slow
async def test_a_year_alone_is_set_and_the_council_left_as_read(doubtful: Path) -> None:
    async with looking(doubtful) as browser:
        await browser.press("j")
        await set_to(browser, "", "2018")
        assert listed(browser) == ["a.txt", ">b.txt"]
        assert "Blaby, 2018" in browser.text
    (stored,) = letters(doubtful, "Blaby")
    assert (stored.corrected_parts, stored.letter.year, stored.read_year) == (("year",), 2018, 2021)


@pytest.mark.slow
async def test_what_was_set_is_undone_and_set_otherwise(doubtful: Path) -> None:
    async with looking(doubtful) as browser:
        assert "u undo" not in browser.foot
        await set_to(browser, "leeds")
        assert letters(doubtful, "Nowhere") == ()
        assert "u undo" in browser.foot
        await browser.press("u")
        assert listed(browser) == [">a.txt", "b.txt"]
        assert "u undo" not in browser.foot
        await set_to(browser, "kent", "2018")
        assert [one.letter.year for one in letters(doubtful, "Kent")] == [2020, 2018]


@pytest.mark.slow
async def test_everything_is_undone_in_the_opposite_order(doubtful: Path) -> None:
    async with looking(doubtful) as browser:
        before = letters(doubtful, "")
        await set_to(browser, "leeds", "2018")
        await browser.press("d")
        assert "No letter needs a look." in browser.text
        await browser.press("escape")
        await browser.press("escape", "slash")
        await browser.type("leeds")
        await browser.press("enter", "left_square_bracket")
        await set_to(browser, "kent", "2017")
        assert "Kent, 2017" in browser.text
        await browser.press("u")
        assert "Leeds, 2018" in browser.text
        await browser.press("exclamation_mark", "u")
        assert listed(browser) == [">b.txt"]
        await browser.press("u")
        assert listed(browser) == [">a.txt", "b.txt"]
        await browser.press("u")
    assert letters(doubtful, "") == before


async def test_a_letter_that_is_fine_is_dismissed_and_listed_again(doubtful: Path) -> None:
    async with looking(doubtful) as browser:
        await browser.press("d")
        assert "fine as it is. u undoes it." in browser.notices
        assert listed(browser) == [">b.txt"]
        await browser.press("d")
        assert "No letter needs a look." in browser.text
        await browser.press("d", "enter", "f", "o")
        assert isinstance(browser.app.screen, ReviewScreen)
        await browser.press("u", "u")
        assert listed(browser) == [">a.txt", "b.txt"]
        await browser.press("d", "escape")
        browser.app.clear_notifications()
        await browser.settle()
        assert "1 needs a look: !" in browser.text


@pytest.mark.slow
async def test_o_leads_to_the_letters_figures(doubtful: Path) -> None:
    async with looking(doubtful) as browser:
        await browser.press("j", "o")
        assert isinstance(browser.app.screen, MainScreen)
        assert browser.focused == "statistics"
        assert "Blaby, 2021" in browser.text
        assert "No figures." in browser.text


@pytest.mark.slow
async def test_where_nothing_needs_a_look_a_calm_sentence_says_so(library: Path) -> None:
    async with browsing(library) as browser:
        assert "look" not in browser.text
        await browser.press("exclamation_mark")
        assert "No letter needs a look." in browser.text
        await browser.press("enter", "tab", "d", "u", "f", "escape")
        assert isinstance(browser.app.screen, MainScreen)


@pytest.mark.slow
async def test_the_statistics_say_what_was_set_and_s_changes_it_there(doubtful: Path) -> None:
    async with browsing(doubtful, council="nowhere") as browser:
        assert "f sets the council and the year by hand" in browser.text
        await set_to(browser, "oadby", "2019")
        assert browser.focused == "statistics"
        assert "Oadby & Wigston, 2019" in browser.text
        sentence = "Set by hand: council, year (read: Nowhere [/foo] District Council, 2020)"
        assert sentence in statistics(browser)
        await browser.press("u")
        assert "Nowhere [/foo] District Council, 2020. All as read." in browser.notices
        assert "Nowhere [/foo] District Council, 2020" in browser.text
        assert sentence not in statistics(browser)


@pytest.mark.slow
async def test_a_letter_that_is_gone_is_said_and_does_not_stand_in_the_way(doubtful: Path) -> None:
    async with looking(doubtful) as browser:
        await browser.press("j")
        await set_to(browser, "", "2018")
        await browser.press("d")
        with Library.open(doubtful) as here:
            (stored,) = letters(doubtful, "Blaby")
            here.remove_files([stored.source.sha256])
        await browser.press("u")
        assert "no longer in the library" in browser.notices
        await browser.press("u")
        assert "u undo" not in browser.foot


@pytest.mark.slow
async def test_what_cannot_be_written_changes_nothing_and_can_be_tried_again(
    doubtful: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_arguments: object) -> None:
        raise LibraryFull("The disk is full: [/foo] make room.")

    async with looking(doubtful) as browser:
        with monkeypatch.context() as patched:
            patched.setattr(Library, "dismiss", full)
            await browser.press("d")
        assert "The disk is full: [/foo] make room." in browser.notices
        assert listed(browser) == [">a.txt", "b.txt"]
        await browser.press("d")
        assert listed(browser) == [">b.txt"]
        with monkeypatch.context() as patched:
            patched.setattr(Library, "restore", full)
            await browser.press("u")
        await browser.press("u")
        assert listed(browser) == [">a.txt", "b.txt"]


@pytest.mark.slow
async def test_what_was_undone_can_be_done_again(doubtful: Path) -> None:
    async with looking(doubtful) as browser:
        before = read_corrections(doubtful)
        await set_to(browser, "leeds", "2018")
        after = read_corrections(doubtful)
        await browser.press("d", "u", "u")
        assert "U does it again." in browser.notices
        assert read_corrections(doubtful) == before
        await browser.press("U")
        assert read_corrections(doubtful) == after
        await browser.press("U", "U")
        assert "No letter needs a look." in browser.text
        await browser.press("u", "u")
        assert read_corrections(doubtful) == before
        await browser.press("d", "U")
        assert listed(browser) == [">b.txt"]
        assert read_corrections(doubtful) == before


@pytest.mark.slow
async def test_what_the_library_declines_to_undo_is_forgotten_and_what_was_before_it_can_be_undone(
    doubtful: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def declined(*_arguments: object) -> None:
        raise CouncilUnknown("Nowhere is not in the register of councils: choose one that is.")

    def broken(*_arguments: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr("tui.crash_log.find_log_file", lambda: doubtful.parent / "upheld.log")
    async with looking(doubtful) as browser:
        await browser.press("d", "f", "enter")
        await browser.type("2018")
        await browser.press("enter")
        await set_to(browser, "", "2017")
        for failing, sentence in ((declined, "is not in the register"), (broken, "did not foresee")):
            with monkeypatch.context() as patched:
                patched.setattr(Library, "correct", failing)
                await browser.press("u")
            assert sentence in browser.notices
        assert listed(browser) == [">b.txt"]
        await browser.press("u")
        assert listed(browser) == [">a.txt", "b.txt"]
        assert "u undo" not in browser.foot


@pytest.mark.slow
async def test_what_was_dismissed_in_an_earlier_session_is_listed_and_put_back(doubtful: Path) -> None:
    async with looking(doubtful) as browser:
        assert "D dismissed" not in browser.foot
        await browser.press("d", "d")
        assert "No letter needs a look. 2 letters were dismissed: D to list." in browser.text
    async with looking(doubtful) as browser:
        assert "2 letters were dismissed" in browser.text
        await browser.press("D")
        assert listed(browser) == [">a.txt", "b.txt"]
        assert "Needs a look 0, dismissed 2" in browser.text
        assert "Dismissed as fine." in browser.text
        assert "is paragraph" in browser.text
        await browser.press("j", "d")
        assert "back on the list. u undoes it." in browser.notices
        assert listed(browser) == [">b.txt", "a.txt"]
        assert "Needs a look 1, dismissed 1" in browser.text
        await browser.press("D")
        assert listed(browser) == [">b.txt"]
        await browser.press("u")
        assert "No letter needs a look. 2 letters were dismissed: D to list." in browser.text
        await browser.press("U", "D", "d")
        assert listed(browser) == [">a.txt", "b.txt"]
        await browser.press("escape")
        assert "look: !" not in browser.text


@pytest.mark.slow
async def test_a_letter_that_cannot_be_read_is_said_in_place_of_the_one_before(
    doubtful: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def unreadable(self: Library, letter_id: int) -> StoredLetter:
        raise Damaged("The library is damaged: [/foo] \x1b[31m put back a copy of it.")

    async with looking(doubtful) as browser:
        assert "is paragraph" in browser.text
        with monkeypatch.context() as patched:
            patched.setattr(Library, "letter", unreadable)
            await browser.press("j")
        assert "is paragraph" not in browser.text
        assert "The library is damaged: [/foo] put back a copy of it." in " ".join(browser.text.split())
        assert not browser.controls
        assert "s by hand" not in browser.foot
        await browser.press("k")
        assert "is paragraph" in browser.text


@pytest.mark.slow
async def test_the_keys_work_again_after_an_error_nobody_foresaw(
    doubtful: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(self: Library, letter_id: int) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr("tui.crash_log.find_log_file", lambda: tmp_path / "upheld.log")
    async with looking(doubtful) as browser:
        with monkeypatch.context() as patched:
            patched.setattr(Library, "dismiss", broken)
            await browser.press("d")
        assert "did not foresee" in browser.notices
        await browser.press("d")
        assert listed(browser) == [">b.txt"]


@pytest.mark.slow
async def test_a_key_pressed_while_something_is_settled_is_not_for_the_next_letter(doubtful: Path) -> None:
    async with looking(doubtful) as browser:
        screen = browser.app.screen
        assert isinstance(screen, ReviewScreen)
        screen.action_dismiss_letter()
        screen.action_dismiss_letter()
        await browser.settle()
        assert listed(browser) == [">b.txt"]
        await browser.press("u")
        assert listed(browser) == [">a.txt", "b.txt"]


@pytest.mark.slow
async def test_both_panes_fit_every_width(doubtful: Path) -> None:
    async with looking(doubtful) as browser:
        await browser.press("j", "enter")
        for width in (119, 80, 79, 40, 79, 80, 120):
            await browser.resize(width, 24)
            assert browser.focused == "review-letter"
            assert browser.shows("#review-letter")
            assert browser.shows("#review-list") is (width >= 80)
            assert listed(browser) == ["a.txt", ">b.txt"]
        await browser.resize(60, 20)
        await browser.press("tab")
        assert browser.shows("#review-list")
        assert listed(browser) == ["a.txt", ">b.txt"]


@pytest.mark.slow
async def test_after_a_letter_is_set_that_still_needs_a_look_the_next_one_is_highlighted(
    doubtful: Path, tmp_path: Path
) -> None:
    (tmp_path / "c.txt").write_text(BARE.replace("Blaby District", "Rutland County"), encoding="utf-8")
    assert import_paths(doubtful, [tmp_path / "c.txt"]).added == 1
    async with looking(doubtful) as browser:
        assert listed(browser) == [">a.txt", "b.txt", "c.txt"]
        await browser.press("j", "enter")
        await set_to(browser, "wyre forest")
        assert listed(browser) == ["a.txt", ">c.txt", "b.txt"]
        assert browser.focused == "review-list"
        assert "Rutland, 2021" in browser.text
        await browser.press("u")
        assert listed(browser) == ["a.txt", ">b.txt", "c.txt"]
        await browser.press("enter", "U")
        assert listed(browser) == ["a.txt", ">c.txt", "b.txt"]


@pytest.mark.slow
async def test_the_key_for_the_dismissed_says_so_where_there_are_none(doubtful: Path) -> None:
    async with looking(doubtful) as browser:
        assert "D dismissed" not in browser.foot
        await browser.press("D")
        assert "No letter has been dismissed." in browser.notices
        await browser.press("j")
        assert browser.notices == ""
        await browser.press("enter", "D")
        assert "No letter has been dismissed." in browser.notices
