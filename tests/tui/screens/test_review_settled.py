"""What is settled about a letter that needs a look: set, undone, done again, and what stands in the way."""

from pathlib import Path

import pytest

from db.errors import CouncilUnknown, LibraryFull
from db.importer import import_paths
from db.library import Library
from tests.tui.conftest import BARE, NOWHERE
from tests.tui.driving import browsing
from tests.tui.screens.reviewing import letters, listed, looking, read_corrections, set_to, statistics
from tui.screens.review import ReviewScreen


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
