"""What became of the files of an import: as many as there are, drawn where they are in sight."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest
from textual.app import App, ComposeResult
from textual.content import Content
from textual.pilot import Pilot

from db.outcome import FileOutcome, Outcome
from tui.draw.outcome import draw_outcome
from tui.panes.outcomes import OutcomePane

WIDTH, HEIGHT = 50, 9


class Host(App[None]):
    """Nothing but the list."""

    CSS = "OutcomePane { scrollbar-size-vertical: 1; }"

    def compose(self) -> ComposeResult:
        yield OutcomePane(id="outcomes")

    @property
    def pane(self) -> OutcomePane:
        return self.query_one(OutcomePane)

    @property
    def in_sight(self) -> list[str]:
        """The lines in sight."""
        return [self.pane.render_line(y).text.rstrip() for y in range(self.pane.size.height)]


def refuse(number: int, folder: str = "/in/2024") -> FileOutcome:
    """A file of two lines."""
    return FileOutcome(path=f"{folder}/{number}.txt", outcome=Outcome.REFUSED, reason="It is empty.")


def list_lines(number: int) -> list[str]:
    """The lines of that file."""
    return draw_outcome(refuse(number), ("/", "in", "2024"), WIDTH).plain.split("\n")


@asynccontextmanager
async def listing(*numbers: int) -> AsyncIterator[tuple[Host, Pilot[None]]]:
    app = Host()
    async with app.run_test(size=(WIDTH + 1, HEIGHT)) as pilot:
        app.pane.focus()
        app.pane.begin()
        app.pane.add(map(refuse, numbers))
        await pilot.pause()
        yield app, pilot


async def test_the_last_file_is_followed_in_sight() -> None:
    async with listing(*range(3)) as (app, pilot):
        assert app.in_sight[:6] == [line for number in range(3) for line in list_lines(number)]
        for first in range(3, 300, 33):
            app.pane.add(map(refuse, range(first, first + 33)))
            await pilot.pause()
            assert app.in_sight[-2:] == list_lines(app.pane.line_count - 1)
        await pilot.press("up")
        app.pane.add([refuse(1_000)])
        await pilot.pause()
        assert app.in_sight[-2:] == list_lines(299)
        assert app.pane.highlighted == 298


async def test_nothing_but_what_is_new_and_in_sight_is_drawn(monkeypatch: pytest.MonkeyPatch) -> None:
    async with listing(*range(500)) as (app, pilot):
        drawn = list[str]()

        def draw(outcome: FileOutcome, folder: tuple[str, ...], width: int) -> Content:
            drawn.append(outcome.path)
            return draw_outcome(outcome, folder, width)

        monkeypatch.setattr("tui.panes.outcomes.draw_outcome", draw)
        app.pane.add(map(refuse, range(500, 540)))
        await pilot.pause()
        assert 40 <= len(drawn) <= 40 + HEIGHT
        drawn.clear()
        await pilot.press("up", "up")
        assert len(drawn) <= HEIGHT


async def test_files_from_elsewhere_change_what_is_said_of_all_and_not_what_is_in_sight() -> None:
    async with listing(*range(100)) as (app, pilot):
        await pilot.press(*["up"] * 50)
        top, before = app.pane.scroll_offset.y, app.in_sight
        assert app.pane.highlighted == 49
        app.pane.add([refuse(100, "/in/2025")])
        await pilot.pause()
        assert app.pane.highlighted == 49
        assert app.pane.scroll_offset.y == top
        assert app.in_sight == [line.replace("  ", "  2024/", 1) if "refused" in line else line for line in before]


async def test_what_is_listed_on_demand_comes_in_sight() -> None:
    async with listing(*range(100)) as (app, pilot):
        app.pane.end([f"/in/2024/photo-{number}.jpg" for number in range(300)])
        await pilot.press("end", "enter")
        await pilot.pause()
        assert app.in_sight[0] == "  300 other files passed over, as no letter is of"
        assert app.in_sight[2:] == [f"  photo-{number}.jpg" for number in range(HEIGHT - 2)]
        await pilot.press("enter")
        await pilot.pause()
        assert app.in_sight[-2] == "  300 other files passed over, as no letter is of"
        assert app.pane.highlighted == 100


async def test_what_was_passed_over_is_listed_on_demand_below_the_others() -> None:
    async with listing(0, 1) as (app, pilot):
        app.pane.end(["/in/2024/photo.jpg", "/in/2024/a/table.xlsx"])
        await pilot.pause()
        assert app.pane.highlighted == 0
        await pilot.press("end")
        assert app.pane.leads_to == "list them"
        assert app.in_sight[4] == "  2 other files passed over, as no letter is of"
        await pilot.press("enter")
        assert app.in_sight[6:8] == ["  photo.jpg", "  a/table.xlsx"]
        assert app.pane.leads_to == "list no more"
        await pilot.press("enter")
        assert app.pane.line_count == 3
        assert not app.in_sight[6]
        await pilot.press("enter", "down")
        assert not app.pane.check_action("select", ())
        app.pane.begin()
        await pilot.press("enter", "down", "end")
        assert app.pane.highlighted is None
        assert not any(app.in_sight)
