"""What is shown of a name that means one council with letters here, several, or none."""

from pathlib import Path

import pytest
from textual.content import Content
from textual.widgets import Static

from db.importer import import_paths
from tests.tui.conftest import letter_text
from tests.tui.driving import MEDIUM, SIZES, Browser, browsing
from tui.panes.councils import CouncilsPane
from tui.panes.files import PathBox
from tui.panes.letter import LetterPane
from tui.panes.statistics import StatisticsPane
from tui.screens.importing import ImportScreen


def sentence(browser: Browser) -> str:
    """What is said below the list of councils."""
    line = browser.app.screen.query_one("#no-council", Static)
    return " ".join(str(line.render()).split()) if line.display else ""


def typed(browser: Browser) -> str:
    return browser.app.screen.query_one(CouncilsPane).typed


def titles(browser: Browser) -> tuple[str, str]:
    """What the panes of the statistics and of the letter are titled, if they show anything."""
    screen = browser.app.screen
    figures, letter = screen.query_one(StatisticsPane).border_title, screen.query_one(LetterPane).border_title
    return _begins(figures), _begins(letter)


def _begins(title: str | None) -> str:
    """What stands before the line in a title, which Textual keeps as markup."""
    return Content.from_markup(title or "").plain.partition(" ─")[0]


@pytest.mark.slow
async def test_a_council_nobody_knows_is_left_in_the_find_box(library: Path) -> None:
    async with browsing(library, council="Xyzzyville") as browser:
        assert typed(browser) == "Xyzzyville"
        assert 'No council with letters here is called "Xyzzyville".' in sentence(browser)


@pytest.mark.slow
@pytest.mark.parametrize("size", SIZES, ids=str)
@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("K&C", "Royal Borough of Kensington & Chelsea is known, but there is no letter to it here."),
        ("Leicester", "Leicester City Council is known, but there is no letter to it here."),
        ("dist", '"dist" could be one of '),
        ("district council", 'No council with letters here is called "district council".'),
    ],
)
async def test_a_name_that_means_no_one_council_here_opens_none_and_says_why(
    library: Path, size: tuple[int, int], name: str, expected: str
) -> None:
    async with browsing(library, size, name) as browser:
        assert expected in sentence(browser)
        assert titles(browser) == ("Figures", "Letter")
        assert browser.focused == "find"
        await browser.press("enter")
        assert titles(browser) == ("Figures", "Letter")


async def test_one_of_several_that_a_name_could_mean_is_chosen_in_the_list(library: Path) -> None:
    async with browsing(library, council="le") as browser:
        assert '"le" could be one of' in sentence(browser)
        await browser.press("down", "enter")
        assert browser.focused == "statistics"
        assert titles(browser)[0] == "Leeds, 2020"


@pytest.mark.slow
async def test_a_name_that_matches_nothing_shows_nobodys_figures_until_it_is_cleared(library: Path) -> None:
    async with browsing(library, council="kent") as browser:
        await browser.press("slash")
        await browser.type("zzz")
        assert sentence(browser) == "Nothing matches. Enter searches the letters for these words, Esc clears them."
        assert titles(browser) == ("Figures", "Letter")
        assert "Kent" not in browser.text
        await browser.press("tab", "f", "left_square_bracket", "shift+tab")
        await browser.press("escape")
        assert titles(browser) == ("Kent, 2020", "Letter of 22 July 2020 to Ms Smith")


@pytest.mark.slow
async def test_a_council_known_but_without_letters_here_is_said_to_be(library: Path) -> None:
    async with browsing(library, MEDIUM) as browser:
        await browser.type("liverpool")
        assert sentence(browser) == (
            "Liverpool City Council is known, but there is no letter to it here. Tab, then i, imports."
        )
        await browser.press("tab", "i")
        assert isinstance(browser.app.screen, ImportScreen)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("typed", "council"),
    [
        ("Kings Lyn", "Borough Council of King's Lynn & West Norfolk"),
        ("lynn", "Borough Council of King's Lynn & West Norfolk"),
        ("tower", "London Borough of Tower Hamlets"),
    ],
)
async def test_part_of_a_name_that_matches_nothing_here_is_looked_for_in_the_whole_register(
    library: Path, typed: str, council: str
) -> None:
    async with browsing(library) as browser:
        await browser.type(typed)
        assert sentence(browser).startswith(f"{council} is known, but there is no letter to it here.")
        beside = browser.app.screen.query_one(StatisticsPane)
        assert "known" not in " ".join(str(row.content) for row in beside.rows)  # it is said once
        assert council not in titles(browser)[0]
        await browser.press("escape")
        assert sentence(browser) == ""


@pytest.mark.slow
@pytest.mark.parametrize("typed", ["zzzz", "gondor", "xqj"])
async def test_what_the_register_does_not_know_either_matches_nothing(library: Path, typed: str) -> None:
    async with browsing(library) as browser:
        await browser.type(typed)
        assert sentence(browser) == "Nothing matches. Enter searches the letters for these words, Esc clears them."
        assert "No council is chosen yet" not in browser.text


@pytest.mark.slow
async def test_initials_of_another_council_do_not_open_one_that_has_the_same(library: Path) -> None:
    async with browsing(library) as browser:
        await browser.type("K&C")
        assert "Royal Borough of Kensington & Chelsea is known" in sentence(browser)
        await browser.press("enter")
        assert titles(browser) == ("Figures", "Letter")
        await browser.press("down", "enter")
        assert titles(browser)[0] == "Kent, 2020"


@pytest.mark.slow
async def test_a_council_gone_to_under_another_name_stays_when_the_councils_are_read_again(library: Path) -> None:
    async with browsing(library, council="K&C") as browser:
        await browser.press("down", "enter", "f", "enter")
        await browser.type("2019")
        await browser.press("enter")
        assert browser.focused == "statistics"
        assert titles(browser)[0] == "Kent, 2019"


@pytest.mark.slow
async def test_what_is_said_of_a_name_is_no_longer_said_once_its_letter_is_here(library: Path, tmp_path: Path) -> None:
    letter = tmp_path / "liverpool.txt"
    letter.write_text(letter_text("Liverpool City Council", 2020, 60, 45, 3, 5), encoding="utf-8")
    async with browsing(library, council="liverpool") as browser:
        assert "Liverpool City Council is known" in sentence(browser)
        await browser.press("tab", "i")
        browser.app.screen.query_one(PathBox).value = str(letter)
        await browser.press("enter", "escape")
        assert sentence(browser) == ""
        assert titles(browser)[0] == "Liverpool, 2020"


@pytest.mark.slow
async def test_a_name_that_may_go_on_to_be_a_councils_still_leads_to_it(library: Path, tmp_path: Path) -> None:
    letter = tmp_path / "dales.txt"
    letter.write_text(letter_text("Derbyshire Dales District Council", 2020, 60, 45, 3, 5), encoding="utf-8")
    import_paths(library, [letter])
    async with browsing(library) as browser:
        await browser.type("derby")
        assert "Derby City Council is known" in sentence(browser)
        await browser.press("enter")
        assert titles(browser)[0] == "Derbyshire Dales, 2020"
