"""The screen of imports, driven: paths in, outcomes out."""

from pathlib import Path

from textual import events

from db.library import Library
from tests.tui.driving import Browser
from tui.panes.files import PathBox
from tui.panes.outcomes import OutcomePane


async def name(browser: Browser, text: str) -> None:
    """Put a text in the box, as pasted, and press Enter."""
    browser.app.screen.query_one(PathBox).post_message(events.Paste(text))
    await browser.settle()
    await browser.press("enter")


def letters_in(library: Path) -> int:
    with Library.open(library) as here:
        return here.counts().letters


def outcomes(browser: Browser) -> str:
    return browser.app.screen.query_one(OutcomePane).counts_text
