"""Sets of councils in the browser: kept, chosen, changed, renamed, removed and put back."""

from pathlib import Path

import pytest

from db.errors import LibraryFull
from db.library import Library
from db.store.council_sets import LONGEST_NAME, CouncilSets
from tests.marks import slow
from tests.tui.driving import MEDIUM, NARROW, WIDE, Browser, browsing
from tests.tui.screens.comparing import LEEDS, find_pane, is_comparing, list_first_block, read_sets
from tui.screens.compare_with import CompareWithScreen

KENT, OADBY = "Kent County Council", "Oadby & Wigston Borough Council"
SIZES = (*slow(NARROW, WIDE), MEDIUM)


def keep(library: Path, name: str, *councils: str) -> None:
    with Library.open(library) as here:
        here.council_sets.save(name, councils)


async def choose_set(browser: Browser, number: int = 0) -> None:
    """Open the chooser at Leeds, and highlight the set of that number."""
    await browser.press("c")
    assert isinstance(browser.app.screen, CompareWithScreen)
    await browser.press("home", *["down"] * (3 + number))


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_what_is_compared_is_kept_under_a_name_and_chosen_by_it_the_next_time(
    library: Path, size: tuple[int, int]
) -> None:
    async with browsing(library, size) as browser:
        for name in ("kent", "leeds"):
            await browser.type(name)
            await browser.press("ctrl+t")
        await browser.press("escape", "escape", "c", "S")
        await browser.type("Two [/b] friends")
        await browser.press("enter")
        assert "Kept as Two [/b] friends" in browser.foot
        assert "Two [/b] friends: 2 councils" in browser.text
    assert read_sets(library) == {"Two [/b] friends": (KENT, LEEDS)}
    async with browsing(library, size, "oadby") as browser:
        await choose_set(browser)
        assert "Two [/b] friends" in browser.text
        assert "Kent, Leeds" in browser.text
        await browser.press("enter")
        assert list_first_block(browser) == ["Kent", "Leeds"]


async def test_a_set_is_changed_by_what_is_put_beside_and_taken_away(library: Path) -> None:
    keep(library, "Mine", KENT, LEEDS)
    async with browsing(library, MEDIUM, "leeds") as browser:
        await choose_set(browser)
        await browser.press("enter", "plus")
        await browser.type("oadby")
        await browser.press("enter", "minus", "S")
        assert "A set has this name" in browser.text
        await browser.press("enter")
        assert is_comparing(browser)
    assert read_sets(library) == {"Mine": (LEEDS, OADBY)}


async def test_councils_that_could_not_be_kept_have_no_name_and_can_be_tried_again(
    library: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_arguments: object) -> None:
        raise LibraryFull("The disk is full.")

    async with browsing(library) as browser:
        for name in ("kent", "leeds"):
            await browser.type(name)
            await browser.press("ctrl+t")
        await browser.press("tab", "c")
        assert is_comparing(browser)
        with monkeypatch.context() as patched:
            patched.setattr(CouncilSets, "save", fail)
            await browser.press("S", *"north", "enter")
        assert "The disk is full." in browser.notices
        assert "north" not in browser.text
        with monkeypatch.context() as patched:
            patched.setattr(CouncilSets, "read", fail)
            await browser.press("S")
        assert is_comparing(browser)
        await browser.press("i")
        assert is_comparing(browser)
        await browser.press("S", *"north", "enter")
        assert "north" in browser.text
        assert list(read_sets(library)) == ["north"]


async def test_a_set_is_left_as_it_is_with_escape_and_without_a_name(library: Path) -> None:
    keep(library, "Mine", KENT, LEEDS)
    async with browsing(library, MEDIUM, "leeds") as browser:
        await choose_set(browser)
        await browser.press("enter", "S", "escape")
        assert is_comparing(browser)
        await browser.press("S", "ctrl+a", "ctrl+k", "enter")
        assert not is_comparing(browser)
        await browser.type("x" * 200)
        await browser.press("enter")
    assert set(read_sets(library)) == {"Mine", "x" * LONGEST_NAME}


async def test_a_set_is_renamed_but_not_to_the_name_of_another(library: Path) -> None:
    keep(library, "One", KENT, LEEDS)
    keep(library, "Two", OADBY, LEEDS)
    async with browsing(library, MEDIUM, "leeds") as browser:
        await choose_set(browser)
        await browser.press("r", "ctrl+a", "ctrl+k")
        await browser.type("two")
        assert "Another set has this name" in browser.text
        await browser.press("enter")
        assert "Another set is called Two" in browser.notices
        await browser.press("r", "ctrl+a", "ctrl+k")
        await browser.type("Three")
        await browser.press("enter")
        assert "One is now called Three." in browser.text
    assert read_sets(library) == {"Three": (KENT, LEEDS), "Two": (OADBY, LEEDS)}


async def test_a_set_is_removed_and_put_back(library: Path) -> None:
    keep(library, "Mine", KENT, LEEDS)
    async with browsing(library, MEDIUM, "leeds") as browser:
        await choose_set(browser)
        await browser.press("x")
        assert "Mine is removed; u puts it back." in browser.text
        assert read_sets(library) == {}
        await browser.press("u")
        assert "Mine is back." in browser.text
        assert read_sets(library) == {"Mine": (KENT, LEEDS)}
        await browser.press("u")
        assert "No set was removed here." in browser.text


async def test_keys_of_sets_say_why_they_do_nothing_elsewhere(library: Path) -> None:
    async with browsing(library, MEDIUM, "leeds") as browser:
        await browser.press("c", "r")
        assert "Only a set that is kept has a name to change." in browser.text
        await browser.press("x")
        assert "Only a set that is kept can be removed." in browser.text
        await browser.press("1")
        assert "Same county: there is no county council here, above it or beside it." in browser.text
        await browser.press("escape")
        assert browser.focused == "statistics"


async def test_a_set_of_which_too_few_have_letters_says_so_and_one_gone_is_named(library: Path) -> None:
    keep(library, "Gone", "Adur District Council", LEEDS)
    keep(library, "Partly", "Adur District Council", LEEDS, KENT)
    async with browsing(library, MEDIUM, "leeds") as browser:
        await choose_set(browser)
        await browser.press("enter")
        assert "Gone: too few of its councils have letters here." in browser.text
        await browser.press("down", "enter")
        assert list_first_block(browser) == ["Leeds", "Kent"]


@pytest.mark.parametrize("size", [*SIZES, (40, 12)], ids=str)
async def test_many_sets_are_scrolled_and_the_last_can_be_chosen(library: Path, size: tuple[int, int]) -> None:
    for number in range(30):
        keep(library, f"Set {number:02}", KENT, LEEDS)
    async with browsing(library, size, "leeds") as browser:
        await browser.press("c", "end")
        assert "Set 29" in browser.text
        await browser.press("enter")
        assert "Set 29" in str(find_pane(browser).border_title)
