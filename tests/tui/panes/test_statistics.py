from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace

import pytest
from textual.app import App, ComposeResult
from textual.message import Message
from textual.pilot import Pilot

from db.model import StoredLetter
from tests.marks import slow
from tests.tui.draw.made import HOSTILE, LETTER, hostile_letter, of_year, stored, upheld
from tests.tui.draw.seen import controls, screen_text
from tests.tui.driving import until
from tui.panes.statistics import StatisticsPane

LETTERS = (
    stored(of_year(2021, upheld(1, 2, 50, 53)), 21),
    stored(LETTER, 20),
    stored(LETTER, 200, "copy.txt", shown=False),
    stored(of_year(2019, upheld(9, 20, 45, 43)), 19),
)


class Host(App[None]):
    """Nothing but the pane, and what it says."""

    CSS = "StatisticsPane { border: round $primary; }"

    def __init__(self) -> None:
        super().__init__()
        self.messages: list[Message] = []

    def compose(self) -> ComposeResult:
        yield StatisticsPane(id="statistics")

    @property
    def pane(self) -> StatisticsPane:
        return self.query_one(StatisticsPane)

    def on_statistics_pane_figure_chosen(self, message: StatisticsPane.FigureChosen) -> None:
        self.messages.append(message)

    def on_statistics_pane_year_chosen(self, message: StatisticsPane.YearChosen) -> None:
        self.messages.append(message)


@asynccontextmanager
async def showing(
    letters: tuple[StoredLetter, ...] = LETTERS, current: int = 1, size: tuple[int, int] = (80, 24)
) -> AsyncIterator[tuple[Host, Pilot[None]]]:
    """The app with these letters in its pane, the pane in focus."""
    app = Host()
    async with app.run_test(size=size, notifications=True, tooltips=True) as pilot:
        app.pane.show(letters, current)
        app.pane.focus()
        await pilot.pause()
        yield app, pilot


def highlighted(app: Host) -> str:
    row = app.pane.highlighted_row
    return "" if row is None else str(row.content)


async def test_the_first_measure_is_highlighted_and_the_heading_in_sight() -> None:
    async with showing() as (app, _):
        assert highlighted(app).startswith("Upheld")
        seen = screen_text(app)
        assert "Harnham, 2020" in seen
        assert "district, South West · year to 31 March" in seen
        assert "3 of 5" in seen


@pytest.mark.slow
async def test_before_a_council_is_chosen_a_sentence_says_what_to_press() -> None:
    async with showing((), 0) as (app, pilot):
        assert "Press /" in screen_text(app)
        await pilot.press("j", "enter", "G", "k", "g")
        assert app.messages == []


async def test_enter_on_a_figure_tells_its_words() -> None:
    async with showing() as (app, pilot):
        await pilot.press("enter")
        (message,) = app.messages
        assert isinstance(message, StatisticsPane.FigureChosen)
        assert message.quote == LETTERS[1].letter.measures[0].quotes[0]


@pytest.mark.slow
async def test_enter_on_a_year_tells_its_letter() -> None:
    async with showing() as (app, pilot):
        while "2019" not in highlighted(app):
            await pilot.press("j")
        await pilot.press("enter")
        (message,) = app.messages
        assert isinstance(message, StatisticsPane.YearChosen)
        assert message.letter_id == 19


@pytest.mark.slow
async def test_another_file_of_the_same_year_can_be_opened() -> None:
    async with showing() as (app, pilot):
        while "another file" not in highlighted(app):
            await pilot.press("down")
        await pilot.press("enter")
        (message,) = app.messages
        assert isinstance(message, StatisticsPane.YearChosen)
        assert message.letter_id == 200


@pytest.mark.slow
async def test_clicking_a_figure_chooses_it() -> None:
    async with showing() as (app, pilot):
        await pilot.click(StatisticsPane, offset=(5, 4))
        (message,) = app.messages
        assert isinstance(message, StatisticsPane.FigureChosen)
        assert message.quote == LETTERS[1].letter.measures[1].quotes[0]


@pytest.mark.slow
async def test_the_highlight_moves_only_over_what_leads_somewhere() -> None:
    async with showing() as (app, pilot):
        for key in "jjkjjjjkkjjjjjjjjjjjjjjj":
            await pilot.press(key)
            row = app.pane.highlighted_row
            assert row is not None
            assert row.leads_somewhere


@pytest.mark.slow
async def test_the_ends_of_the_list_show_what_cannot_be_highlighted() -> None:
    async with showing(size=(60, 10)) as (app, pilot):
        await pilot.press("G")
        assert "harnham.txt" in screen_text(app)
        await pilot.press("j")
        assert app.pane.scroll_offset.y == app.pane.max_scroll_y
        await pilot.press("g")
        assert app.pane.scroll_offset.y == 0
        await pilot.press("k")
        assert highlighted(app).startswith("Upheld")
        assert app.pane.scroll_offset.y == 0


@pytest.mark.slow
async def test_pages_go_down_and_up() -> None:
    async with showing(size=(60, 10)) as (app, pilot):
        await pilot.press("ctrl+d")
        assert not highlighted(app).startswith("Upheld")
        await pilot.press("ctrl+u", "ctrl+u")
        assert highlighted(app).startswith("Upheld")


@pytest.mark.slow
async def test_a_new_width_keeps_the_highlight_on_its_row() -> None:
    async with showing(size=(120, 40)) as (app, pilot):
        while "2019" not in highlighted(app):
            await pilot.press("j")
        for width in (50, 40, 100):
            await pilot.resize_terminal(width, 20)
            await until(pilot, lambda: "2019" in highlighted(app) and "9 of 20" in screen_text(app))


async def test_the_figures_are_laid_out_for_the_new_width() -> None:
    async with showing(size=(120, 40)) as (app, pilot):
        assert len(highlighted(app).split("\n")) == 1
        await pilot.resize_terminal(44, 20)
        await until(pilot, lambda: len(highlighted(app).split("\n")) == 2)


async def test_another_year_of_the_same_council_keeps_the_highlight_on_the_same_measure() -> None:
    async with showing() as (app, pilot):
        await pilot.press("j")
        assert highlighted(app).startswith("Complied")
        again = (stored(replace(LETTER, year=2018), 18), *LETTERS)
        app.pane.show(again, 0)
        await pilot.pause()
        assert highlighted(app).startswith("Complied")


@pytest.mark.slow
async def test_another_council_begins_at_its_first_measure() -> None:
    async with showing() as (app, pilot):
        await pilot.press("j", "j", "j")
        other = StoredLetter(id=77, council_id=8, letter=LETTER, source=LETTERS[1].source, shown=True)
        app.pane.show((other,), 0)
        await pilot.pause()
        assert highlighted(app).startswith("Upheld")
        assert app.pane.scroll_offset.y == 0


@pytest.mark.slow
async def test_figures_shown_while_out_of_sight_are_there_when_it_comes_back() -> None:
    async with showing() as (app, pilot):
        app.pane.display = False
        await pilot.pause()
        app.pane.show(LETTERS, 3)
        await pilot.pause()
        app.pane.display = True
        await until(pilot, lambda: "9 of 20   45%" in screen_text(app))
        assert "▶ 2020" not in screen_text(app)


@pytest.mark.parametrize("size", [(40, 12), *slow((120, 40))])
@pytest.mark.parametrize("words", [*HOSTILE[:1], *slow(*HOSTILE[1:])])
async def test_a_letter_that_means_harm_is_only_read(words: str, size: tuple[int, int]) -> None:
    letters = (stored(hostile_letter(words), name=words),)
    async with showing(letters, 0, size) as (app, pilot):
        seen = screen_text(app)
        await pilot.press("G")
        seen += screen_text(app)
        assert not controls(seen)
        if words == "[/foo]":
            assert "[/foo], 2020" in seen
