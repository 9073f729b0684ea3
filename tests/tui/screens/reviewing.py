"""What the tests of what needs a look share: the browser there, and what it lists and a library holds."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from db.library import Library
from db.model import StoredLetter
from tests.tui.driving import WIDE, Browser, browsing
from tui.panes.review_list import ReviewList
from tui.panes.statistics import StatisticsPane
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
    return [f"{'>' if item is pane.item else ''}{item.source}" for item in pane.items]


def statistics(browser: Browser) -> str:
    """Everything in the statistics, in sight or not, each row as one line."""
    rows = browser.app.screen.query_one(StatisticsPane).rows
    return "\n".join(" ".join(str(row.content).split()) for row in rows)


async def set_to(browser: Browser, council: str, year: str = "") -> None:
    """Set the letter in hand by hand."""
    await browser.press("f")
    await browser.type(council)
    await browser.press("enter")
    await browser.type(year)
    await browser.press("enter")
