"""Councils side by side, as a person puts them there: whole tasks."""

import csv
import io
import shutil
from itertools import permutations
from pathlib import Path
from typing import Any

import pytest
from textual.screen import Screen

from db.figures.cases import CountOf
from db.figures.intervals import compute_wilson
from db.library import Library
from tests.marks import slow
from tests.tui.driving import MEDIUM, NARROW, WIDE, Browser, browsing
from tests.tui.screens.comparing import (
    LEEDS,
    NEIGHBOURS,
    find_pane,
    highlighted,
    is_comparing,
    list_first_block,
    make_metropolitan,
    read_rows,
)
from tests.tui.screens.test_live import import_elsewhere
from tui import clipboard
from tui.screens.briefing import BriefingScreen
from tui.screens.compare import CompareScreen
from tui.screens.coverage import CoverageScreen
from tui.screens.meaning import MeaningScreen
from tui.screens.words import WordsScreen
from tui.screens.year import YearScreen

SIZES = (*slow(NARROW, (100, 30), WIDE, (160, 50)), MEDIUM)


@pytest.fixture(autouse=True)
def _no_tool(monkeypatch: pytest.MonkeyPatch) -> None:
    """No test reaches the clipboard of whoever runs it."""
    monkeypatch.setattr(clipboard, "copy_with_tool", lambda text, tool: None)


@pytest.fixture(name="made", scope="module")
def _made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_metropolitan(tmp_path_factory.mktemp("metropolitan") / "library.db")


@pytest.fixture(name="boroughs")
def _boroughs(made: Path, tmp_path: Path) -> Path:
    """The letters of two years to all metropolitan boroughs, the test's own."""
    return Path(shutil.copy(made, tmp_path / "library.db"))


async def compare(browser: Browser, *names: str) -> None:
    """Mark councils from the box, and put them side by side."""
    await browser.press("slash")
    for name in names:
        await browser.type(name)
        await browser.press("ctrl+t")
    await browser.press("escape", "escape", "c")
    assert is_comparing(browser)


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_leeds_is_put_beside_its_neighbours_and_the_table_pasted_into_a_report(
    boroughs: Path, size: tuple[int, int]
) -> None:
    async with browsing(boroughs, size) as browser:
        await browser.type("leeds")
        await browser.press("enter", "c")
        assert "Compare Leeds with" in browser.text
        assert "Same type and region" in browser.text
        assert "Calderdale" in browser.text
        await browser.press("2")
        assert "8 councils" in browser.text
        await browser.press("Y")
        assert browser.foot.strip().startswith("Sent to the terminal's clipboard: the table of 8 c")
        head, *table = [line.split("\t") for line in browser.app.clipboard.split("\n")]
    assert {len(row) for row in table} == {len(head)}
    assert table[0][0] == LEEDS
    assert len(table) == 8
    assert all(row[0].startswith(NEIGHBOURS) for row in table[1:])
    with Library.open(boroughs) as library:
        ids = {entry.council.name: entry.id for entry in library.councils()}
        for row in table:
            (stored,) = [each for each in library.letters_of(ids[row[0]]) if str(each.letter.year) == row[2]]
            upheld = stored.letter.measures[0]
            assert row[3:7] == [str(upheld.count), str(upheld.denominator), str(upheld.rate), str(upheld.average)]


async def test_marked_councils_stand_side_by_side_at_once_in_the_order_of_their_marks(boroughs: Path) -> None:
    async with browsing(boroughs, MEDIUM) as browser:
        await compare(browser, "sheffield", "leeds", "bradford")
        assert list_first_block(browser) == ["Sheffield", "Leeds", "Bradford"]
        assert "average of metropolitan boroughs 80%" in read_rows(browser)[0]


async def test_the_years_are_those_one_of_them_has_a_letter_of_and_the_row_is_kept(library: Path) -> None:
    async with browsing(library, MEDIUM) as browser:
        await compare(browser, "oadby", "harborough")
        await browser.press("down")
        assert highlighted(browser).startswith("Harborough 2 of 2 100%")
        await browser.press("right_square_bracket")
        assert "year to 31 March 2021" in browser.text
        assert highlighted(browser).startswith("Harborough 1 of 2 50%")
        assert "Oadby & Wigston no letter of 2021 here (2020: 3 of 5)" in read_rows(browser)
        await browser.press("right_square_bracket")
        assert "No letter of a later year to any of these is here." in browser.foot
        await browser.press(*["left_square_bracket"] * 3)
        assert "No letter of an earlier year to any of these is here." in browser.foot
        assert "year to 31 March 2019" in browser.text


async def test_enter_opens_the_sentence_and_escape_comes_back_to_the_row_of_that_year(boroughs: Path) -> None:
    async with browsing(boroughs, WIDE) as browser:
        await compare(browser, "leeds", "wakefield")
        await browser.press("left_square_bracket", "down", "down", "down")
        before = highlighted(browser)
        assert before.startswith("Wakefield")
        await browser.press("enter")
        assert browser.focused == "letter"
        assert "Wakefield, 2023" in browser.text
        assert "▶" in browser.text
        assert "In 100% of cases" in browser.text
        await browser.press("escape")
        assert is_comparing(browser)
        assert highlighted(browser) == before
        assert "2023" in str(find_pane(browser).border_title)
        await browser.press("escape")
        assert not is_comparing(browser)


async def test_from_another_council_escape_goes_back_as_it_always_does(boroughs: Path) -> None:
    async with browsing(boroughs, WIDE) as browser:
        await compare(browser, "leeds", "wakefield")
        await browser.press("enter", "K", "escape")
        assert not is_comparing(browser)
        assert browser.focused == "statistics"


async def test_the_table_of_a_year_marks_and_compares_and_is_come_back_to(boroughs: Path) -> None:
    async with browsing(boroughs, MEDIUM, "leeds") as browser:
        await browser.press("a", "home", "space", "down", "space")
        assert browser.text.count("✓") == 2
        assert "2 marked" in browser.text
        await browser.press("c")
        assert is_comparing(browser)
        assert len(list_first_block(browser)) == 2
        await browser.press("enter")
        assert browser.focused == "letter"
        await browser.press("escape", "escape")
        assert isinstance(browser.app.screen, YearScreen)
        assert browser.text.count("✓") == 2
        await browser.press("escape", "escape", "escape")
        assert "2 marked" in browser.text


WAYS: dict[type[Screen[Any]], tuple[str, ...]] = {
    CompareScreen: ("c", "3", "enter"),
    YearScreen: ("a", "enter"),
    CoverageScreen: ("A", "enter"),
    WordsScreen: ("w", *"leeds", "enter"),
}
"""The screens that lead to a letter, and by which keys one comes from the letter of Leeds to it again by each."""


@pytest.mark.parametrize(
    ("first", "then"), [pytest.param(a, b, id=f"{a.__name__}-{b.__name__}") for a, b in permutations(WAYS, 2)]
)
async def test_escape_goes_back_to_where_the_letter_was_last_come_to_from(
    boroughs: Path, first: type[Screen[Any]], then: type[Screen[Any]]
) -> None:
    async with browsing(boroughs, MEDIUM, "leeds") as browser:
        main = browser.app.screen
        for way in (first, then):
            await browser.press(*WAYS[way])
            assert browser.app.screen is main
            assert "Leeds, 2024" in browser.text
        await browser.press("escape")
        assert isinstance(browser.app.screen, then)
        for _ in range(3):
            await browser.press("escape")
            assert browser.app.screen is main or isinstance(browser.app.screen, then)
        assert browser.app.screen is main


async def test_from_the_table_of_a_year_one_chooses_whom_to_compare_with(boroughs: Path) -> None:
    async with browsing(boroughs, MEDIUM, "leeds") as browser:
        await browser.press("left_square_bracket", "a", "c")
        assert "Compare Leeds with" in browser.text
        await browser.press("3")
        assert is_comparing(browser)
        assert "2023" in str(find_pane(browser).border_title)
        assert list_first_block(browser)[0] == "Leeds"
        await browser.press("escape")
        assert isinstance(browser.app.screen, YearScreen)


async def test_a_year_that_only_one_of_them_has_is_left_for_one_that_more_have(library: Path) -> None:
    async with browsing(library, MEDIUM, "harborough") as browser:
        assert "2021" in browser.text
        await browser.press("c", "3")
        assert "Only one of these has a letter of 2021 here; this is 2020." in browser.foot
        assert list_first_block(browser)[0] == "Harborough"


async def test_councils_of_unlike_types_stand_together_with_a_line_that_says_so(library: Path) -> None:
    async with browsing(library, MEDIUM) as browser:
        await compare(browser, "kent", "leeds")
        assert "Unlike types stand together" in browser.text
        assert "county councils 66%" in browser.text
        assert "metropolitan boroughs 67%" in browser.text


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_how_far_chance_reaches_is_shown_in_words_and_on_the_bar(library: Path, size: tuple[int, int]) -> None:
    async with browsing(library, size) as browser:
        await compare(browser, "kent", "leeds")
        assert "├" not in find_text(browser)
        await browser.press("i")
        for cases in (CountOf(47, 73, ours=False), CountOf(22, 36, ours=False)):
            around = compute_wilson(cases)
            assert f"{around.low:.0f}-{around.high:.0f}%" in find_text(browser)
        assert find_text(browser).count("├") == 2
        assert "Intervals are ours" in find_text(browser)
        await browser.press("i")
        assert "├" not in find_text(browser)


def find_text(browser: Browser) -> str:
    """All rows of the comparison, in sight or not."""
    return "\n".join(read_rows(browser))


async def test_the_row_is_copied_as_a_sentence_with_its_interval_where_that_is_shown(library: Path) -> None:
    async with browsing(library, MEDIUM) as browser:
        await compare(browser, "kent", "harborough")
        await browser.press("y")
        assert browser.app.clipboard.startswith("Kent County Council, year to 31 March 2020: 47 of 73 (64%)")
        assert "interval" not in browser.app.clipboard
        await browser.press("i", "y")
        assert browser.app.clipboard.endswith("95% interval (Wilson, worked out by upheld): 53-74%.")
        await browser.press("right_square_bracket", "home", "y")
        assert browser.app.clipboard == "Kent County Council, Upheld: no letter of 2021 here (2020: 47 of 73)."


async def test_the_figures_are_saved_as_a_table_that_a_spreadsheet_reads(library: Path, tmp_path: Path) -> None:
    async with browsing(library, MEDIUM) as browser:
        await compare(browser, "kent", "leeds")
        for ending in ("csv", "txt"):
            saved = tmp_path / f"compared.{ending}"
            await browser.press("e", "ctrl+a", "ctrl+k")
            await browser.type(str(saved))
            await browser.press("enter")
            assert "Saved: " in browser.foot
        rows = list(csv.DictReader(io.StringIO((tmp_path / "compared.csv").read_text(encoding="utf-8-sig"))))
        upheld = {row["council"]: row["rate"] for row in rows if row["measure"] == "upheld"}
        assert upheld == {"Kent County Council": "64", LEEDS: "61"}
        with_tabs = (tmp_path / "compared.txt").read_text(encoding="utf-8")
        await browser.press("Y")
        assert with_tabs == f"{browser.app.clipboard}\n"


async def test_a_briefing_and_a_meaning_are_of_the_row_highlighted(library: Path) -> None:
    async with browsing(library, MEDIUM) as browser:
        await compare(browser, "kent", "leeds")
        await browser.press("down", "B")
        assert isinstance(browser.app.screen, BriefingScreen)
        assert LEEDS in browser.text
        await browser.press("escape", "m")
        assert isinstance(browser.app.screen, MeaningScreen)
        assert "Meaning: Upheld" in browser.text
        await browser.press("escape")
        assert is_comparing(browser)


async def test_what_another_program_brings_in_shows_and_the_row_is_kept(library: Path, tmp_path: Path) -> None:
    async with browsing(library, MEDIUM) as browser:
        await compare(browser, "kent", "harborough")
        await browser.press("right_square_bracket", "down")
        assert "Kent no letter of 2021 here (2020: 47 of 73)" in read_rows(browser)
        import_elsewhere(library, tmp_path / "new", ("Kent County Council", 2021))
        await browser.until(lambda: any(row.startswith("Kent 3 of 6 50%") for row in read_rows(browser)))
        assert highlighted(browser).startswith("Harborough 1 of 2")


async def test_a_council_whose_letters_go_is_named_and_with_one_left_there_is_nothing_to_compare(library: Path) -> None:
    async with browsing(library, MEDIUM) as browser:
        await compare(browser, "kent", "leeds", "harborough")
        with Library.open(library) as other:
            ids = {entry.council.name: entry.id for entry in other.councils()}
            kent, leeds = (other.letters_of(ids[name])[0].source.sha256 for name in ("Kent County Council", LEEDS))
            other.remove_files([kent])
        await browser.until(lambda: "No letter here of any year: Kent." in browser.text)
        with Library.open(library) as other:
            other.remove_files([leeds])
        await browser.until(lambda: "It takes 2 councils with letters here." in browser.text)
        await browser.press("y", "Y", "e", "B", "m", "S", "i", "minus", "left_square_bracket", "escape")
        assert not is_comparing(browser)


async def test_one_council_is_left_out_and_another_put_beside_but_never_fewer_than_two(library: Path) -> None:
    async with browsing(library, MEDIUM) as browser:
        await compare(browser, "kent", "leeds", "harborough")
        await browser.press("minus")
        assert list_first_block(browser) == ["Leeds", "Harborough"]
        assert "Without Kent; + puts one more beside these." in browser.foot
        await browser.press("minus")
        assert "2 councils must stand here" in browser.foot
        await browser.press("plus")
        assert "One more council" in browser.text
        await browser.type("oad")
        await browser.press("enter")
        assert list_first_block(browser) == ["Leeds", "Harborough", "Oadby"]
        await browser.press("plus", "escape")
        assert len(list_first_block(browser)) == 3


async def test_a_ninth_council_is_not_put_beside_eight(boroughs: Path) -> None:
    async with browsing(boroughs, MEDIUM, "leeds") as browser:
        await browser.press("c", "2", "plus")
        assert "At most 8 councils stand side by side" in browser.foot
        assert is_comparing(browser)


async def test_without_letters_the_key_says_why(empty_library: Path) -> None:
    async with browsing(empty_library, MEDIUM) as browser:
        await browser.press("escape", "c")
        assert "No council is highlighted that could be compared." in browser.foot


@pytest.mark.parametrize("size", [*SIZES, (40, 12)], ids=str)
async def test_eight_councils_are_scrolled_through_to_the_last_note(boroughs: Path, size: tuple[int, int]) -> None:
    async with browsing(boroughs, size, "leeds") as browser:
        await browser.press("c", "2")
        seen = browser.text
        while find_pane(browser).highlighted != len(read_rows(browser)) - 1 - count_notes(browser):
            await browser.press("down")
            seen += browser.text
        await browser.press("down")
        seen += browser.text
        for row in read_rows(browser):
            assert all(word in seen for word in row.split())


def count_notes(browser: Browser) -> int:
    """The rows after the last that can be highlighted."""
    disabled = [option.disabled for option in find_pane(browser).options]
    return disabled[::-1].index(False)
