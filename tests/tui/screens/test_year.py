"""All councils of a year, as a person goes through them: whole tasks."""

import csv
from pathlib import Path
from threading import Event

import pytest

from db.figures import year_table
from db.figures.year_table import YearLetter, YearRow
from db.library import Library
from db.model import CouncilType
from tests.marks import slow
from tests.tui.driving import MEDIUM, NARROW, WIDE, Browser, browsing
from tests.tui.whole_years import FEW, LEAST, WITHOUT, list_councils, make_library
from tui.draw.short_names import shorten_council
from tui.panes.letter import LetterPane
from tui.panes.year_table import YearList
from tui.screens import year_questions
from tui.screens.year import YearScreen

SIZES = (*slow(NARROW, WIDE, (160, 50)), MEDIUM)


@pytest.fixture(name="london", scope="module")
def _london(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The letters of two years to all London boroughs but one."""
    return make_library(tmp_path_factory.mktemp("london") / "library.db", 2023, 2024)


def rows(browser: Browser) -> list[str]:
    """The lines of the table in sight."""
    found = browser.app.screen.query_one(YearList)
    return [found.render_line(at).text.rstrip() for at in range(found.size.height)]


def highlighted(browser: Browser) -> str:
    """The line highlighted, without the blanks."""
    found = browser.app.screen.query_one(YearList)
    assert found.highlighted is not None
    line = found.render_line(found.highlighted - found.scroll_offset.y).text
    return " ".join(line.split())


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_which_london_borough_complied_least_in_2024_and_what_does_its_letter_say(
    london: Path, size: tuple[int, int]
) -> None:
    async with browsing(london, size, "camden") as browser:
        await browser.press("a")
        assert "2024" in browser.text
        await browser.press("s", "down", "down", "down", "enter")
        assert "Complied, highest first" in browser.text
        await browser.press("s", "s")
        assert "Complied, lowest first" in browser.text
        assert highlighted(browser).startswith(f"30 {shorten_council(LEAST)}")
        await browser.press("enter")
        assert browser.focused == "letter"
        assert "▶" in browser.text
        assert "In 81% of cases" in browser.text
        await browser.press("escape")
        assert "Complied, lowest first" in browser.text
        assert highlighted(browser).startswith(f"30 {shorten_council(LEAST)}")


async def test_from_a_letter_one_comes_to_its_own_row_in_the_table_of_its_year_and_type(london: Path) -> None:
    async with browsing(london, MEDIUM, "southwark") as browser:
        await browser.press("left_square_bracket", "a")
        assert "Year to 31 March 2023" in browser.text
        assert "London boroughs" in browser.text
        assert "Southwark" in highlighted(browser)
        await browser.press("escape")
        assert not isinstance(browser.app.screen, YearScreen)
        assert "Southwark, 2023" in browser.text


async def test_a_council_of_few_cases_has_no_rank_and_the_one_without_a_letter_is_named(london: Path) -> None:
    async with browsing(london, (100, 45), "camden") as browser:
        await browser.press("a", "end")
        shown = rows(browser)
        at = next(index for index, line in enumerate(shown) if "under 5 cases: no rank" in line)
        assert shown[at + 1].split()[0] == shorten_council(FEW)
        assert f"no letter here: 1 council: {shorten_council(WITHOUT)}" in shown[at + 2]
        assert "31 of 32 have a letter here" in browser.text


async def test_only_what_stands_out_then_only_who_has_no_letter_then_all_again(london: Path) -> None:
    async with browsing(london, (100, 45), "camden") as browser:
        await browser.press("a")
        every = rows(browser)
        await browser.press("v")
        assert "only what stands out" in browser.text
        assert 0 < sum(map(bool, rows(browser))) < sum(map(bool, every))
        await browser.press("v")
        assert "only without a letter" in browser.text
        assert highlighted(browser) == "Sutton London, London"
        await browser.press("enter")
        assert "No letter of 2024 to Sutton is here, and none of any other year." in browser.foot
        await browser.press("v", "escape")
        assert rows(browser)[1:] == every[1:]


async def test_part_of_a_name_leaves_only_those_councils_while_it_is_typed(london: Path) -> None:
    async with browsing(london, MEDIUM, "camden") as browser:
        await browser.press("a", "slash")
        await browser.type("wal")
        assert [line.split()[1] for line in rows(browser) if line] == ["Waltham"]
        assert "1 shown" in browser.text
        await browser.press("enter", "enter")
        assert "Waltham Forest, 2024" in browser.text
        await browser.press("escape")
        assert [line.split()[1] for line in rows(browser) if line] == ["Waltham"]
        await browser.press("escape")
        assert len([line for line in rows(browser) if line]) > 5
        await browser.press("slash")
        await browser.type("qqq")
        assert "No council here fits “qqq”" in browser.text


async def test_a_region_and_a_county_choose_councils_too(tmp_path: Path) -> None:
    library = make_library(tmp_path / "library.db", 2024, types=(CouncilType.DISTRICT,))
    wanted = {
        each.name for each in list_councils(2024, (CouncilType.DISTRICT,)) if each.county == "Kent County Council"
    }
    async with browsing(library, (100, 45), "dover") as browser:
        await browser.press("a", "slash")
        await browser.type("kent")
        found = browser.app.screen.query_one(YearList)
        assert found.line_count == len(wanted)


async def test_the_types_go_round_and_each_begins_at_its_first_row(london: Path) -> None:
    async with browsing(london, WIDE, "camden") as browser:
        await browser.press("a", "right")
        assert "OTHER BODY" in browser.text
        await browser.press("right")
        assert "ALL 31" in browser.text
        assert highlighted(browser).startswith("1 ")
        await browser.press("left", "left")
        assert "LONDON 31" in browser.text
        await browser.press("left")
        assert "There is no letter of 2024 to unitary councils here." not in browser.text  # they are listed as missing
        assert "no letter here" in browser.text


async def test_the_years_are_those_of_which_there_are_letters(london: Path) -> None:
    async with browsing(london, (100, 30), "camden") as browser:
        await browser.press("a")
        assert "[ older" in browser.foot
        assert "] newer" not in browser.foot
        await browser.press("right_square_bracket")
        assert "There are no later letters here." in browser.foot
        await browser.press("left_square_bracket")
        assert "2023 ·" in browser.text
        assert "Camden" in highlighted(browser)


async def test_the_funnel_stands_beside_the_table_from_140_columns_and_names_who_is_highlighted(london: Path) -> None:
    async with browsing(london, (140, 45), "camden") as browser:
        await browser.press("a")
        assert "● Camden  79 of 87, 91%, outside 95%" in browser.text
        before = browser.text
        await browser.press("down")
        assert "● Westminster" in browser.text
        assert browser.text != before
        await browser.press("p")
        assert not browser.shows("#funnel")
        await browser.resize(100, 30)
        await browser.press("p")
        assert browser.shows("#funnel")
        assert browser.shows("#year-list")
        await browser.press("down")
        assert "● Redbridge" in browser.text


async def test_of_all_types_together_there_is_no_funnel(london: Path) -> None:
    async with browsing(london, (160, 45), "camden") as browser:
        await browser.press("a", "right", "right")
        assert "A funnel is of one type of council" in browser.text


async def test_at_another_council_escape_goes_back_as_it_always_does(london: Path) -> None:
    async with browsing(london, WIDE, "camden") as browser:
        await browser.press("a", "enter", "J", "escape")
        assert not isinstance(browser.app.screen, YearScreen)
        assert browser.focused == "statistics"


async def test_what_another_program_takes_out_leaves_the_table(tmp_path: Path) -> None:
    library = make_library(tmp_path / "library.db", 2024)
    async with browsing(library, MEDIUM, "camden") as browser:
        await browser.press("a")
        with Library.open(library) as other:
            entry = next(each for each in other.councils() if each.council.name == LEAST)
            other.remove_files([other.letters_of(entry.id)[0].source.sha256])
        await browser.until(lambda: "30 of 32" in browser.text)
        assert "Camden" in highlighted(browser)


def take_out_least(library: Path, year: int = 2024) -> None:
    """Take the letter of a year to the council last in the table out, as another program does."""
    with Library.open(library) as other:
        entry = next(each for each in other.councils() if each.council.name == LEAST)
        (letter,) = [each for each in other.letters_of(entry.id) if each.letter.year == year]
        other.remove_files([letter.source.sha256])


@pytest.mark.parametrize(
    ("keys", "back"),
    [(("A",), ("escape",)), (("space", "down", "space", "c"), ("escape",))],
    ids=["letters by year", "comparison"],
)
async def test_what_goes_while_another_screen_is_in_front_is_not_in_the_table_on_coming_back(
    tmp_path: Path, keys: tuple[str, ...], back: tuple[str, ...]
) -> None:
    library = make_library(tmp_path / "library.db", 2024)
    async with browsing(library, MEDIUM, "camden") as browser:
        await browser.press("a")
        assert "31 of 32" in browser.text
        table = browser.app.screen
        await browser.press(*keys)
        assert browser.app.screen is not table
        take_out_least(library)
        await browser.press(*back)
        assert isinstance(browser.app.screen, YearScreen)
        assert "30 of 32" in browser.text


async def test_what_goes_while_a_letter_is_read_is_not_in_the_table_of_the_next_choice(tmp_path: Path) -> None:
    library = make_library(tmp_path / "library.db", 2023, 2024)
    async with browsing(library, MEDIUM, "camden") as browser:
        await browser.press("a", "enter")
        take_out_least(library)
        await browser.press("escape")
        assert "30 of 32" in browser.text
        take_out_least(library, 2023)
        await browser.press("s", "down", "enter")
        assert "30 of 32" in browser.text
        await browser.press("left_square_bracket")
        assert "30 of 32" in browser.text


async def test_without_letters_the_key_says_why(empty_library: Path) -> None:
    async with browsing(empty_library) as browser:
        await browser.press("escape", "a")
        assert "There is no letter with a year here yet." in browser.notices


async def test_a_council_is_copied_with_its_rank_and_the_whole_table_with_tabs(london: Path) -> None:
    async with browsing(london, MEDIUM, "camden") as browser:
        await browser.press("a", "y")
        copied = browser.app.clipboard
        assert copied.startswith("London Borough of Camden, year to 31 March 2024: ")
        assert "79 of 87 (91%) of the complaints investigated were upheld" in copied
        assert "of 30 London boroughs here by upheld, the highest first" in copied
        assert "average of similar councils 80%" in copied
        assert "Source: the Ombudsman's letter to London Borough of Camden, 2024" in copied
        await browser.press("Y")
        lines = [line.split("\t") for line in browser.app.clipboard.split("\n")]
        assert len(lines) == 32
        assert {len(line) for line in lines} == {len(lines[0])}
        assert lines[0][:3] == ["year", "rank", "council"]
        await browser.press("v", "v", "y")
        assert browser.app.clipboard == f"{WITHOUT}, year to 31 March 2024: no letter here."
        await browser.press("Y")
        assert [line.split("\t")[0] for line in browser.app.clipboard.split("\n")] == ["council", WITHOUT]


async def test_what_is_listed_is_saved_in_its_order(
    london: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    async with browsing(london, MEDIUM, "camden") as browser:
        await browser.press("a", "s", "down", "down", "down", "enter", "s", "s", "e")
        assert "year-2024-london-borough.csv" in browser.text
        await browser.press("enter")
        await browser.until(lambda: "Saved:" in browser.foot)
        with (tmp_path / "year-2024-london-borough.csv").open(encoding="utf-8-sig", newline="") as file:
            saved = list(csv.DictReader(file))
        assert len(saved) == 31
        assert (saved[0]["council"], saved[0]["compliance"]) == (LEAST, "81")
        await browser.press("e", "enter")
        assert "Replace the file?" in browser.text


async def test_the_meaning_is_that_of_the_column_in_use_and_leads_to_the_letter_where_that_says_it(
    tmp_path: Path,
) -> None:
    library = make_library(tmp_path / "library.db", 2024)
    async with browsing(library, WIDE, "camden") as browser:
        await browser.press("a", "m")
        assert "Meaning: Upheld" in browser.text
        assert "fewer borderline cases" in browser.text.lower()
        await browser.press("escape", "s", "down", "down", "down", "enter", "m")
        assert "Meaning: Complied" in browser.text
        await browser.press("escape", "v", "v", "m")
        assert "Meaning: Complied" in browser.text
        await browser.press("escape")
        assert isinstance(browser.app.screen, YearScreen)


async def test_each_letter_is_judged_once_however_often_the_table_is_sorted(
    london: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    judged: list[int] = []
    whole = year_table._build_row

    def count(letter: YearLetter) -> YearRow:
        judged.append(letter.letter_id)
        return whole(letter)

    to_a_letter = ("a", "s", "down", "enter", "s", "s", "right", "left", "v", "enter")
    # What is made of other letters of its year when a letter is first looked at is kept in the library: a change of it.
    async with browsing(london, MEDIUM, "camden") as browser:
        await browser.press(*to_a_letter)
        await browser.until(lambda: browser.app.screen.query_one(LetterPane).own_words is not None)
    monkeypatch.setattr(year_table, "_build_row", count)
    async with browsing(london, MEDIUM, "camden") as browser:
        await browser.press(*to_a_letter, "escape")
        assert isinstance(browser.app.screen, YearScreen)
        assert len(judged) == len(set(judged)) == 31


async def test_a_long_wait_says_how_far_it_is_and_esc_stops_it(london: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(year_questions, "_BETWEEN_LOOKS", 1)
    go_on = Event()
    whole = year_table._build_row

    def wait(letter: YearLetter) -> YearRow:
        if letter.year == 2023 and letter.council.name > "London Borough of E":
            go_on.wait(20)
        return whole(letter)

    monkeypatch.setattr(year_table, "_build_row", wait)
    try:
        async with browsing(london, MEDIUM, "camden") as browser:
            await browser.press("a")
            await browser.pilot.press("left_square_bracket")
            await browser.until(lambda: "of 31 letters looked through; Esc stops." in browser.text)
            await browser.pilot.press("down", "escape")
            await browser.until(lambda: "Stopped: this is the table from before." in browser.foot)
            go_on.set()
            await browser.settle()
            assert "2024 ·" in browser.text
            await browser.press("left_square_bracket")
            assert "2023 ·" in browser.text
    finally:
        go_on.set()


async def test_esc_before_anything_is_there_goes_back(london: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(year_questions, "_BETWEEN_LOOKS", 1)
    go_on = Event()
    whole = year_table._build_row

    def wait(letter: YearLetter) -> YearRow:
        if letter.council.name > "London Borough of E":
            go_on.wait(20)
        return whole(letter)

    monkeypatch.setattr(year_table, "_build_row", wait)
    try:
        async with browsing(london, MEDIUM, "camden") as browser:
            await browser.pilot.press("a")
            await browser.until(lambda: "looked through; Esc stops." in browser.text)
            await browser.pilot.press("escape")
            await browser.until(lambda: not isinstance(browser.app.screen, YearScreen))
            go_on.set()
            await browser.settle()
    finally:
        go_on.set()
