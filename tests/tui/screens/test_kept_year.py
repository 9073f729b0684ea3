"""How long the table of a year is kept, so that going back to it asks nothing of the library."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from db.library import Library
from tests.tui.driving import browsing
from tui.screens import kept_year


@pytest.fixture
def years_read(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """The years that the library was asked for, as they are."""
    asked = list[int]()
    read = Library.year

    def read_and_note(self: Library, year: int, **told: Callable[..., Any]) -> object:
        asked.append(year)
        return read(self, year, **told)

    monkeypatch.setattr(Library, "year", read_and_note)
    return asked


async def test_going_back_and_forth_reads_the_year_once(library: Path, years_read: list[int]) -> None:
    async with browsing(library, council="harborough") as browser:
        await browser.press("a", "escape", "f1", "escape", "a")
    assert len(years_read) == 1


async def test_after_another_screen_it_is_read_anew(library: Path, years_read: list[int]) -> None:
    async with browsing(library, council="harborough") as browser:
        await browser.press("a")
        before = browser.text
        await browser.press("escape", "w", "escape", "a")
        assert browser.text == before
    assert len(years_read) == 2


async def test_a_year_of_very_many_letters_stays_as_it_takes_long_to_read(
    library: Path, years_read: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(kept_year, "MANY", 0)
    async with browsing(library, council="harborough") as browser:
        await browser.press("a", "escape", "w", "escape", "a")
    assert len(years_read) == 1
