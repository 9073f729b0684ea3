"""The order of the list of councils."""

import json
import re
from pathlib import Path

import pytest

from db.councils.order import EntryOrder
from tests.tui.driving import MEDIUM, SIZES, WIDE, browsing
from tui.panes.council_list import CouncilList


def first_of(text: str) -> str:
    """The first council of the list as it stands on the screen."""
    return next(line for line in text.split("\n") if "20" in line and "│" in line).strip("│ ").split("  ")[0]


async def test_the_list_is_sorted_by_the_next_order_which_is_kept_for_the_next_time(library: Path) -> None:
    async with browsing(library) as browser:
        await browser.press("escape", "tab", "s")
        assert "by share upheld" in browser.text
        assert browser.foot.strip() == "Sorted by share upheld; councils with few cases last."
        assert browser.notices == ""
        sorted_first = first_of(browser.text)
    assert json.loads((library.parent / "settings.json").read_text(encoding="utf-8")) == {"sort": "rate"}
    async with browsing(library) as browser:
        assert "by share upheld" in browser.text
        assert first_of(browser.text) == sorted_first
        await browser.press("escape", "tab", "s", "s", "s", "s")
        assert "by " not in browser.text.split("\n")[0]


async def test_what_is_found_stands_best_match_first_whatever_the_order(library: Path) -> None:
    async with browsing(library) as browser:
        await browser.press("escape", "tab", "s", "slash", *"leed")
        assert first_of(browser.text).startswith("Leeds")


@pytest.mark.parametrize("size", [MEDIUM, WIDE], ids=str)
async def test_that_few_cases_come_last_is_said_over_the_list_while_it_is_in_such_an_order(
    library: Path, size: tuple[int, int]
) -> None:
    async with browsing(library, size) as browser:
        said = []
        for _ in EntryOrder:
            said.append("few cases last" in "\n".join(browser.text.split("\n")[:5]))
            await browser.press("escape", "tab", "tab", "tab", "s")
        assert said == [order.puts_few_last for order in EntryOrder]


async def test_the_list_in_order_of_remarks_shows_how_many_the_newest_letter_has(samples: Path) -> None:
    async with browsing(samples) as browser:
        await browser.press("escape", "tab", "tab", "tab", "s", "s", "s", "s")
        assert browser.foot.strip() == "Sorted by remarks; the most first."
        assert "remarks" in browser.text.split("\n")[3]
        numbers = [int(line.split("│")[1].split()[-1]) for line in browser.text.split("\n")[4:20]]
        assert numbers == sorted(numbers, reverse=True)
        assert numbers[0] == 1
        assert numbers[-1] == 0
        await browser.press("home", "enter")
        assert "─ 1 remark ·" in browser.text


@pytest.mark.parametrize("kept", [{"theme": "textual-light"}, {"theme": "textual-light", "sort": "name"}, {}])
async def test_whose_settings_are_older_is_told_once_that_the_key_did_something_else(
    library: Path, kept: dict[str, str]
) -> None:
    (library.parent / "settings.json").write_text(json.dumps(kept), encoding="utf-8")
    told = []
    async with browsing(library) as browser:
        for _ in range(2):
            await browser.press("escape", "tab", "tab", "tab", "s")
            told.append(browser.notices)
    assert ("In version 0.1 s set a letter's council and year by hand; f does that now." in told[0]) is (
        set(kept) == {"theme"}
    )
    assert told[1] == ""


@pytest.mark.parametrize("size", [*SIZES, (100, 30)], ids=str)
async def test_the_heads_stand_over_their_columns_whatever_was_found_before(
    samples: Path, size: tuple[int, int]
) -> None:
    async with browsing(samples, size) as browser:
        await browser.press("escape")

        def find_ends() -> set[int]:
            lines = browser.text.split("\n")
            head = next(line for line in lines if line.startswith("│ name"))
            count = next(found for line in lines if (found := re.search(r"^│ \w.*? (\d+/\d+)", line)))
            return {head.index("upheld") + len("upheld"), count.end()}

        assert len(find_ends()) == 1
        await browser.press("slash", *"zzqq")
        assert "upheld" not in browser.text.split("\n")[3]
        await browser.press("escape")
        assert len(find_ends()) == 1
        await browser.press(*"leeds")
        assert len(find_ends()) == 1
        await browser.resize(size[0], 12)
        assert len(find_ends()) == 1
        await browser.press("escape")
        await browser.resize(*size)
        assert len(find_ends()) == 1


async def test_what_was_highlighted_is_so_again_once_nothing_is_typed_any_more(library: Path) -> None:
    async with browsing(library) as browser:
        await browser.press("escape", "tab", "tab", "tab", "j", "j")
        before = browser.app.screen.query_one(CouncilList).highlighted
        await browser.press("slash", *"zzqq", "escape")
        assert browser.app.screen.query_one(CouncilList).highlighted == before == 2
