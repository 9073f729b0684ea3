"""What became of the files of an import: as many as there are, drawn where they are in sight."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest
from textual.app import App, ComposeResult
from textual.content import Content
from textual.pilot import Pilot

from db.model import Letter
from db.outcome import FileOutcome, Outcome
from tests.tui.draw.made import LETTER
from tests.tui.draw.seen import screen_lines
from tui.draw.outcome import draw_outcome
from tui.panes.outcomes import OutcomePane

WIDTH, HEIGHT = 50, 9
"""Cells and lines within the frame, beside the scrollbar."""


class Host(App[None]):
    """Nothing but the list."""

    CSS = """
    OutcomePane { scrollbar-size-vertical: 1; border: round white; padding: 0 1; }
    OutcomePane.-away { height: 0; border: none; }
    """

    def __init__(self) -> None:
        super().__init__()
        self.chosen: list[Letter] = []

    def compose(self) -> ComposeResult:
        yield OutcomePane(id="outcomes")

    @property
    def pane(self) -> OutcomePane:
        return self.query_one(OutcomePane)

    @property
    def in_sight(self) -> list[str]:
        """The lines in sight, as they were painted."""
        return [line[2 : 2 + WIDTH].rstrip() for line in screen_lines(self)[1:-1]]

    @property
    def highlighted_at(self) -> int:
        """On which of the lines in sight the entry highlighted begins."""
        assert self.pane.highlighted is not None
        return self.pane.list_lines(self.pane.highlighted).start - self.pane.scroll_offset.y

    def on_outcome_pane_letter_chosen(self, message: OutcomePane.LetterChosen) -> None:
        self.chosen.append(message.letter)


def refuse(number: int, folder: str = "/in/2024") -> FileOutcome:
    """A file of two lines."""
    return FileOutcome(path=f"{folder}/{number}.txt", outcome=Outcome.REFUSED, reason="It is empty.")


def list_lines(number: int) -> list[str]:
    """The lines of that file."""
    return draw_outcome(refuse(number), ("/", "in", "2024"), WIDTH).plain.split("\n")


@asynccontextmanager
async def listing(*numbers: int) -> AsyncIterator[tuple[Host, Pilot[None]]]:
    app = Host()
    async with app.run_test(size=(WIDTH + 5, HEIGHT + 2)) as pilot:
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


async def test_files_from_elsewhere_change_what_is_said_of_all_and_not_which_are_in_sight() -> None:
    long = "name-" * 7
    app = Host()
    async with app.run_test(size=(WIDTH + 5, HEIGHT + 2)) as pilot:
        app.pane.focus()
        app.pane.begin()
        app.pane.add(FileOutcome(f"/in/2024/{long}{number}", Outcome.REFUSED, "It is empty.") for number in range(100))
        await pilot.press(*["up"] * 50)
        before = app.highlighted_at
        assert app.pane.list_lines(49).start == 2 * 49
        app.pane.add([refuse(100, "/in/2025")])
        await pilot.pause()
        assert app.pane.highlighted == 49
        assert app.pane.list_lines(49).start == 3 * 49
        assert app.highlighted_at == before
        assert "2024/" in app.in_sight[before]


async def test_whoever_has_scrolled_away_is_left_there_when_paths_become_longer() -> None:
    long = "name-" * 7
    app = Host()
    async with app.run_test(size=(WIDTH + 5, HEIGHT + 2)) as pilot:
        app.pane.begin()
        app.pane.add(FileOutcome(f"/in/2024/{long}{number}", Outcome.REFUSED, "It is empty.") for number in range(100))
        await pilot.pause()
        app.pane.on_mouse_scroll_up(None)  # type: ignore[arg-type]
        app.pane.scroll_to(y=40, animate=False, immediate=True)
        app.pane.add([refuse(100, "/in/2025")])
        await pilot.pause()
        assert app.pane.find_entry(app.pane.scroll_offset.y) == 20
        assert f"2024/{long}20" in "".join(app.in_sight[:2]).replace(" ", "")


async def test_where_the_folder_of_all_is_known_those_of_another_year_have_nothing_drawn_anew(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    async with listing() as (app, pilot):
        drawn = list[str]()

        def draw(outcome: FileOutcome, folder: tuple[str, ...], width: int) -> Content:
            drawn.append(outcome.path)
            return draw_outcome(outcome, folder, width)

        monkeypatch.setattr("tui.panes.outcomes.draw_outcome", draw)
        for year in (2024, 2025):
            app.pane.add((refuse(number, f"/in/{year}") for number in range(300)), ("/", "in"))
            await pilot.pause()
        assert len(drawn) <= 600 + 2 * HEIGHT
        assert "2025/299.txt" in app.in_sight[-2]
        app.pane.add([refuse(1, "/elsewhere")], ("/", "in"))
        drawn.clear()
        app.pane.add([refuse(2, "/elsewhere")], ("/", "in"))
        await pilot.pause()
        assert len(drawn) <= 2 * HEIGHT
        assert "/elsewhere/2.txt" in app.in_sight[-2]


async def test_what_was_read_before_is_forgotten_by_the_next_import() -> None:
    async with listing(*range(100)) as (app, pilot):
        app.pane.end(["/in/2024/photo.jpg"])
        await pilot.press("end", "enter", "home")
        app.pane.scroll_to(y=50, animate=False, immediate=True)
        app.pane.on_mouse_scroll_up(None)  # type: ignore[arg-type]
        app.pane.begin()
        app.pane.add(map(refuse, range(40)))
        await pilot.pause()
        assert app.pane.line_count == 40
        assert app.in_sight[-2:] == list_lines(39)
        app.pane.end(["/in/2024/photo.jpg"])
        assert app.pane.line_count == 41
        assert app.pane.highlighted == 0


async def test_a_click_and_enter_lead_to_the_letter_of_a_file_that_has_one() -> None:
    async with listing(0) as (app, pilot):
        app.pane.add([FileOutcome("/in/2024/kent.txt", Outcome.ADDED, letters=(LETTER,)), refuse(1)])
        await pilot.click("#outcomes", offset=(4, 4))
        assert app.chosen == [LETTER]
        await pilot.press("enter")
        await pilot.click("#outcomes", offset=(4, 1))
        await pilot.press("end", "enter")
        assert app.chosen == [LETTER] * 2
        app.pane.add(())
        assert app.pane.highlighted == 2


async def test_the_list_put_away_and_back_is_as_before_and_nothing_is_measured_for_that(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    async with listing(*range(500)) as (app, pilot):
        before, drawn = app.in_sight, list[str]()

        def draw(outcome: FileOutcome, folder: tuple[str, ...], width: int) -> Content:
            drawn.append(outcome.path)
            return draw_outcome(outcome, folder, width)

        monkeypatch.setattr("tui.panes.outcomes.draw_outcome", draw)
        for is_away in (True, False):
            app.pane.set_class(is_away, "-away")
            await pilot.pause()
        assert len(drawn) <= 2 * HEIGHT
        assert app.in_sight == before


async def test_more_that_come_while_the_width_changes_are_drawn_for_the_new_one() -> None:
    async with listing(*range(3)) as (app, pilot):
        app.pane.styles.padding = (0, 10)
        app.screen._refresh_layout()
        app.pane.add(
            FileOutcome(f"/in/2024/{'name-' * 4}{number}", Outcome.REFUSED, "It is empty.") for number in (3, 4)
        )
        await pilot.pause()
        assert app.pane.highlighted == 4
        assert app.pane.list_lines(4).stop == app.pane.virtual_size.height
        assert [line.split() for line in app.in_sight if "empty" in line][-1] == ["It", "is", "empty."]


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
