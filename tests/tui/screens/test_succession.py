"""From a council to those that came before it and after it, as rows and from the find box."""

from pathlib import Path

import pytest
from textual.widgets import Static

from db.importer import import_paths
from tests.tui.conftest import letter_text
from tests.tui.driving import NARROW, SIZES, Browser, browsing
from tui.panes.council_list import CouncilList
from tui.panes.statistics import StatisticsPane


@pytest.fixture
def cumbrian(library: Path, tmp_path: Path) -> Path:
    """The library with a letter to Cumbria and to one of the two that came after it, and to a district of Somerset."""
    folder = tmp_path / "cumbrian"
    folder.mkdir()
    for council, year in (
        ("Cumbria County Council", 2022),
        ("Westmorland and Furness Council", 2024),
        ("Somerset Council", 2024),
        ("Derwent Valley Council", 2020),
    ):
        (folder / f"{council}.txt").write_text(letter_text(council, year, 50, 60, 3, 6), encoding="utf-8")
    assert import_paths(library, [folder]).added == 4
    return library


async def highlight(browser: Browser, words: str) -> None:
    """Put the highlight of the statistics on the row with these words."""
    pane = browser.app.screen.query_one(StatisticsPane)
    pane.highlighted = next(
        index
        for index, row in enumerate(pane.rows)
        if words in " ".join(str(row.content).split()) and row.leads_somewhere
    )
    await browser.settle()


def rows(browser: Browser) -> list[str]:
    """The rows of the statistics, each on one line."""
    return [" ".join(str(row.content).split()) for row in browser.app.screen.query_one(StatisticsPane).rows]


def title(browser: Browser) -> str:
    return str(browser.app.screen.query_one(StatisticsPane).border_title)


def sentence(browser: Browser) -> str:
    line = browser.app.screen.query_one("#no-council", Static)
    return " ".join(str(line.render()).split()) if line.display else ""


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_enter_follows_what_a_council_became_and_what_it_was_made_from(
    cumbrian: Path, size: tuple[int, int]
) -> None:
    async with browsing(cumbrian, size, "cumbria") as browser:
        assert "\u203a became Westmorland and Furness Council in 2023" in rows(browser)
        assert "became Cumberland Council in 2023: no letters here" in rows(browser)
        await highlight(browser, "became Westmorland")
        assert "its figures" in browser.foot
        await browser.press("enter")
        assert "Westmorland and Furness" in title(browser)
        assert browser.focused == "statistics"
        await highlight(browser, "made from Cumbria County Council in 2023")
        await browser.press("enter")
        assert "Cumbria" in title(browser)


async def test_those_without_letters_here_are_named_in_one_row_that_leads_nowhere(cumbrian: Path) -> None:
    async with browsing(cumbrian, council="westmorland") as browser:
        absent = [row for row in rows(browser) if row.endswith("no letters here")]
        assert absent == [
            "made from Barrow-in-Furness Borough Council, Eden District Council and South Lakeland District Council"
            " in 2023: no letters here"
        ]
        pane = browser.app.screen.query_one(StatisticsPane)
        assert not pane.rows[rows(browser).index(absent[0])].leads_somewhere


async def test_a_council_with_neither_has_no_such_rows(cumbrian: Path) -> None:
    async with browsing(cumbrian, council="kent") as browser:
        assert not [row for row in rows(browser) if "became" in row or "made from" in row or "took in" in row]


async def test_a_council_without_letters_leads_to_the_one_it_became(cumbrian: Path) -> None:
    async with browsing(cumbrian) as browser:
        await browser.type("south lakeland")
        assert sentence(browser) == (
            "No letter to South Lakeland District Council here. It became Westmorland and Furness Council in 2023."
            " Enter goes there."
        )
        assert " ".join(browser.text.split()).count("It became") <= 1
        assert "Enter open" in browser.foot
        await browser.press("enter")
        assert "Westmorland and Furness" in title(browser)
        assert browser.focused == "statistics"


@pytest.mark.slow
async def test_one_that_became_another_which_became_a_third_leads_to_the_third(cumbrian: Path) -> None:
    async with browsing(cumbrian, council="taunton deane") as browser:
        assert "It became Somerset West and Taunton Council in 2019." in sentence(browser)
        await browser.press("enter")
        assert "Somerset" in title(browser)


@pytest.mark.slow
async def test_what_is_said_of_a_name_pushes_no_council_found_down(cumbrian: Path) -> None:
    async with browsing(cumbrian, NARROW) as browser:
        at = browser.app.screen.query_one(CouncilList)
        before = at.region.y
        await browser.type("K&C")
        assert "is known, but there is no letter to it here" in sentence(browser)
        assert at.line_count == 1
        assert at.region.y == before


@pytest.mark.slow
async def test_enter_is_offered_only_where_it_does_something(cumbrian: Path) -> None:
    async with browsing(cumbrian) as browser:
        assert "Enter open" in browser.foot
        await browser.type("liverpool")
        assert "Enter" not in browser.foot
        assert "list" not in browser.foot
        await browser.press("escape")
        assert "Enter open" in browser.foot
        await browser.type("liverpool")
        await browser.press("tab")
        assert browser.focused == "statistics"
        assert "Enter" not in browser.foot
