"""When the main screen asks for a council's letters: after its list is drawn, and not at every key of many."""

from pathlib import Path

import pytest
from textual import events

from db.library import Library
from tests.tui.driving import browsing
from tui.panes.council_list import FindBox
from tui.panes.councils import CouncilsPane


def note_asked(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """The councils whose letters the library is asked for from now on."""
    asked = list[int]()
    letters_of = Library.letters_of

    def ask(library: Library, council_id: int) -> object:
        asked.append(council_id)
        return letters_of(library, council_id)

    monkeypatch.setattr(Library, "letters_of", ask)
    return asked


async def test_what_is_typed_filters_the_list_in_the_same_picture(library: Path) -> None:
    async with browsing(library) as browser:
        browser.app.screen.query_one(FindBox).value = "leeds"
        assert (
            browser.app.screen.query_one(CouncilsPane).council_list.line_count == 1
        )  # before anything else can be drawn


async def test_councils_passed_by_quickly_are_not_asked_about(library: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async with browsing(library) as browser:
        asked = note_asked(monkeypatch)
        for _ in range(5):
            browser.app.post_message(events.Key("down", None))
        await browser.settle()
        assert len(asked) < 5
        assert asked[-1] == browser.app.screen.query_one(CouncilsPane).highlighted_id
        assert "Oadby & Wigston, 2020" in browser.text


async def test_enter_asks_at_once_for_the_council_highlighted_last(library: Path) -> None:
    async with browsing(library) as browser:
        for key in (*"leeds", "enter"):
            browser.app.post_message(events.Key(key, key if len(key) == 1 else None))
        await browser.settle()
        assert browser.focused == "statistics"
        assert "Leeds, 2020" in browser.text
