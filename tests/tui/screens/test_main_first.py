from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from threading import Event

import pytest
from rich.console import RenderableType
from textual.screen import Screen
from textual.widgets import Static

from db.library import Library
from db.model import Council, CouncilType, StoredLetter
from tests.db.builders import add, letter
from tests.tui.draw.seen import screen_text
from tests.tui.driving import WIDE, Browser
from tui.app import Upheld
from tui.panes.council_list import CouncilList
from tui.panes.letter import LetterPane
from tui.panes.statistics import StatisticsPane


@asynccontextmanager
async def begun_with_an_answer(
    library: Path, council: str | None = None, *, size: tuple[int, int] = WIDE
) -> AsyncIterator[Browser]:
    """The browser as the command line begins it: the library is asked before there is a screen."""
    app = Upheld(library, council, settings=library.parent / "settings.json")
    app.ask_ahead()
    async with app.run_test(size=size) as pilot:
        yield Browser(app, pilot)


async def test_councils_and_one_councils_figures_are_there_at_once_and_the_box_takes_keys(library: Path) -> None:
    async with begun_with_an_answer(library) as browser:
        await browser.until(lambda: "Harborough" in browser.text and "Upheld" in browser.text)
        assert browser.focused == "find"
        await browser.type("oad")
        await browser.press("enter")
        assert "Oadby & Wigston, 2020" in browser.text


async def test_it_begins_at_the_council_named(library: Path) -> None:
    async with begun_with_an_answer(library, "oadby") as browser:
        await browser.until(lambda: "Oadby & Wigston, 2020" in browser.text)
        assert browser.focused == "statistics"


async def test_a_name_of_no_council_here_is_said_to_be_none(library: Path) -> None:
    async with begun_with_an_answer(library, "zzzz") as browser:
        await browser.settle()
        await browser.until(lambda: "zzzz" in browser.text)
        assert browser.focused == "find"


async def test_which_words_are_the_letters_own_is_asked_after_the_first_picture(library: Path) -> None:
    async with begun_with_an_answer(library) as browser:
        await browser.until(lambda: browser.app.screen.query_one(LetterPane).own_words is not None)


async def test_what_another_program_changes_before_the_first_picture_is_shown_soon(library: Path) -> None:
    app = Upheld(library, "oadby", settings=library.parent / "settings.json")
    app.ask_ahead()
    with Library.open(library) as other:
        entry = next(each for each in other.councils() if "Oadby" in each.council.name)
        other.correct(other.letters_of(entry.id)[0].id, None, 2011)
    async with app.run_test(size=WIDE) as pilot:
        browser = Browser(app, pilot)
        await browser.until(lambda: "Oadby & Wigston, 2011" in browser.text)


async def test_a_library_without_letters_offers_a_beginning(empty_library: Path) -> None:
    async with begun_with_an_answer(empty_library) as browser:
        await browser.until(lambda: "How do you want to begin?" in browser.text)


async def test_a_library_that_cannot_be_read_says_so(tmp_path: Path) -> None:
    broken = tmp_path / "broken.db"
    broken.write_bytes(b"no library at all")
    async with begun_with_an_answer(broken) as browser:
        await browser.until(lambda: "left as it" in str(browser.app.screen.query_one("#no-council", Static).content))


async def test_the_letter_comes_by_itself_after_the_first_picture(library: Path) -> None:
    async with begun_with_an_answer(library) as browser:
        await browser.until(
            lambda: any(str(each.content) for each in browser.app.screen.query("#letter-text").results(Static))
        )
        assert "Letter of" in browser.text


@pytest.mark.parametrize("size", [WIDE, (120, 12)], ids=str)
@pytest.mark.parametrize("letters", ["library", "samples"], ids=["few councils", "more councils than fit"])
async def test_the_first_picture_has_the_councils_and_all_figures(
    request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch, letters: str, size: tuple[int, int]
) -> None:
    pictures: list[str] = []
    display = Upheld._display

    def keep(app: Upheld, screen: Screen[object], renderable: RenderableType | None) -> None:
        pictures.append(screen_text(app))
        display(app, screen, renderable)

    monkeypatch.setattr(Upheld, "_display", keep)
    async with begun_with_an_answer(request.getfixturevalue(letters), size=size) as browser:
        await browser.settle()
        screen = browser.app.screen
        for pane, word in ((screen.query_one(CouncilList), "L 20"), (screen.query_one(StatisticsPane), "Upheld")):
            region = pane.region
            hidden = pane.scrollbar_size_vertical + 1 if pane.show_vertical_scrollbar else 0  # there is none at first
            right = region.right - hidden
            first, last = (
                [line[region.x : right] for line in text.split("\n")[region.y : region.bottom]]
                for text in (pictures[0], browser.text)
            )
            assert first == last
            assert any(word in line for line in first)


@pytest.fixture(name="many_letters")
def _many_letters(empty_library: Path) -> Path:
    """A library with more letters to one council than a first picture waits for: sixty for each of two years."""
    with Library.open(empty_library) as library:
        add(library, *(letter(f"{year}, {copy}", year=year) for year in (2019, 2020) for copy in range(60)))
    return empty_library


async def test_a_council_with_very_many_letters_is_shown_at_once_and_has_them_all_soon(many_letters: Path) -> None:
    async with begun_with_an_answer(many_letters, "oadby") as browser:
        await browser.until(lambda: "59 other files for this year" in browser.text)
        await browser.press("[")
        assert "Oadby & Wigston, 2019" in browser.text
        await browser.until(lambda: "59 other files for this year" in browser.text)


async def test_whoever_goes_on_to_another_year_stays_there_when_all_letters_have_come(
    many_letters: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    went_on = Event()
    read = Library.letters_of

    def read_late(library: Library, council_id: int) -> tuple[StoredLetter, ...]:
        went_on.wait(10)
        return read(library, council_id)

    monkeypatch.setattr(Library, "letters_of", read_late)
    async with begun_with_an_answer(many_letters, "oadby") as browser:
        await browser.until(lambda: "Oadby & Wigston, 2020" in browser.text)
        await browser.pilot.press("[")
        await browser.until(lambda: "Oadby & Wigston, 2019" in browser.text)
        assert "other files for this year" not in browser.text
        went_on.set()
        await browser.until(lambda: "59 other files for this year" in browser.text)
        assert "Oadby & Wigston, 2019" in browser.text


async def test_whoever_goes_on_to_another_council_is_told_nothing_of_the_first_ones_letters(many_letters: Path) -> None:
    kent = Council(name="Kent County Council", type=CouncilType.COUNTY)
    with Library.open(many_letters) as library:
        add(library, letter("To Kent", kent), *(letter(f"{n} more to Kent", kent) for n in range(60)))
    async with begun_with_an_answer(many_letters) as browser:
        await browser.pilot.press("down", "down")
        await browser.until(lambda: "Oadby & Wigston, 2020" in browser.text)
        await browser.settle()
        assert "Oadby & Wigston, 2020" in browser.text
        assert "no longer in the library" not in browser.notices
