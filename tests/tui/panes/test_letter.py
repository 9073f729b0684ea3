from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from functools import partial

import pytest
from textual.app import App, ComposeResult
from textual.pilot import Pilot
from textual.widgets import Static

from db.model import Letter, Quote, StoredLetter
from tests.marks import slow
from tests.tui.draw.made import HOSTILE, LETTER, hostile_letter, of_year, quote, stored
from tests.tui.draw.seen import controls, screen_lines, screen_text, strips
from tests.tui.driving import until
from tui.draw.letter.letter_text import HERE_SIGN
from tui.draw.letter.part import MAX_SHOWN
from tui.panes.letter import LetterMargin, LetterPane

SENTENCES = [f"This is sentence number {number} of the letter, and it is about nothing much." for number in range(120)]
LONG = "\n\n".join([*SENTENCES[:60], "In **100%** of all the cases we were\nsatisfied.", *SENTENCES[60:]])
FIGURE = quote("In **100%** of all the cases we were\nsatisfied.", LONG)


class Host(App[None]):
    """Nothing but the pane."""

    CSS = "LetterPane { border: round $primary; }"

    def compose(self) -> ComposeResult:
        yield LetterPane()

    @property
    def pane(self) -> LetterPane:
        return self.query_one(LetterPane)


class HeadHost(App[None]):
    """The pane where a letter's head is wanted."""

    def compose(self) -> ComposeResult:
        yield LetterPane(opens_at_head=True)


@asynccontextmanager
async def showing(
    shown: StoredLetter | None, size: tuple[int, int] = (80, 24)
) -> AsyncIterator[tuple[Host, Pilot[None]]]:
    """The app with this letter in its pane, the pane in focus."""
    app = Host()
    async with app.run_test(size=size, notifications=True, tooltips=True) as pilot:
        app.pane.show(shown)
        app.pane.focus()
        await pilot.pause()
        yield app, pilot


def long_letter(text: str = LONG, *figures: Quote) -> Letter:
    measures = of_year(2020).measures
    first = measures[0]._replace(quotes=figures)
    return replace(LETTER, text=text, measures=(first, *measures[1:]), tables=(), remarks=())


def line_with(app: App[None], words: str) -> int:
    """The line of the screen that shows some words, -1 where none does."""
    return next((number for number, line in enumerate(screen_lines(app)) if words in line), -1)


def words_of(app: App[None]) -> str:
    """The words on the screen, without the lines of the box."""
    return " ".join(screen_text(app).replace("│", " ").split())


def is_marked(app: App[None], number: int) -> bool:
    """Whether one line is marked as gone to, that with this sentence."""
    marked = [line for line in screen_lines(app) if HERE_SIGN in line]
    return len(marked) == 1 and f"sentence number {number} of" in marked[0]


async def test_the_letter_stands_under_its_day_its_remarks_and_its_marks() -> None:
    async with showing(stored()) as (app, _):
        seen = screen_text(app)
        assert "Harnham, 2020 ─" in seen
        assert "letter of 22 July 2020 · 1 remark · 5 marks" in seen
        app.pane.show_council_name(is_shown=False)
        assert "Letter of 22 July 2020 to Mrs Weir" in str(app.pane.border_title)
        assert "60% of complaints we investigated were upheld." in seen


@pytest.mark.slow
async def test_before_a_letter_is_chosen_a_sentence_stands_in_its_place() -> None:
    async with showing(None) as (app, pilot):
        assert "once a council is chosen" in screen_text(app)
        app.pane.go_to(quote("60%"))
        await pilot.press("n", "p", "j", "G")
        assert "once a council is chosen" in screen_text(app)


async def test_a_figure_gone_to_is_marked_in_the_upper_third() -> None:
    async with showing(stored(long_letter())) as (app, pilot):
        app.pane.go_to(FIGURE)
        await until(pilot, lambda: line_with(app, "In 100% of all") > 0)
        line = line_with(app, "In 100% of all the cases we were satisfied.")
        assert 2 <= line <= 24 // 3 + 2
        assert HERE_SIGN in screen_lines(app)[line]
        strip = strips(app)[line]
        reverse = "".join(segment.text for segment in strip if segment.style and segment.style.reverse)
        assert reverse == "In 100% of all the cases we were satisfied."


@pytest.mark.slow
@pytest.mark.parametrize("sizes", [[(40, 24)], [(120, 30), (50, 12)], [(60, 40), (200, 24), (44, 20)]])
async def test_the_figure_gone_to_stays_in_sight_at_every_width(sizes: list[tuple[int, int]]) -> None:
    async with showing(stored(long_letter())) as (app, pilot):
        app.pane.go_to(FIGURE)
        await pilot.pause()
        for width, height in sizes:
            await pilot.resize_terminal(width, height)
            await pilot.pause()
            assert 0 < line_with(app, "In 100% of all") < height
            assert app.query_one("#letter-text", Static).size.height == app.query_one(LetterMargin).size.height


@pytest.mark.slow
@pytest.mark.parametrize("size", [(36, 20), (60, 20), (80, 24), (200, 50)])
async def test_a_figure_can_be_gone_to_after_the_width_changed(size: tuple[int, int]) -> None:
    async with showing(stored(long_letter())) as (app, pilot):
        await pilot.resize_terminal(*size)
        app.pane.go_to(FIGURE)
        await until(pilot, lambda: 0 < line_with(app, "In 100% of all") <= size[1] // 3 + 2)


@pytest.mark.slow
async def test_the_readers_place_is_kept_when_the_width_changes() -> None:
    async with showing(stored(long_letter())) as (app, pilot):
        await pilot.press(*["space"] * 4)
        first = screen_lines(app)[1] + screen_lines(app)[2]
        number = next(word for word in first.split() if word.isdigit())
        for width in (44, 150, 60, 80):
            await pilot.resize_terminal(width, 24)
            await until(pilot, lambda: f"sentence number {number} " in words_of(app))


@pytest.mark.slow
async def test_a_letter_shown_while_out_of_sight_is_gone_through_once_it_is_seen() -> None:
    async with showing(stored()) as (app, pilot):
        app.pane.display = False
        await pilot.pause()
        app.pane.show(stored(long_letter(), 2))
        app.pane.go_to(FIGURE)
        await pilot.pause()
        app.pane.display = True
        await until(pilot, lambda: 0 < line_with(app, "In 100% of all") < 12)


@pytest.mark.slow
async def test_a_pane_brought_in_sight_and_sent_to_a_figure_at_once_gets_there() -> None:
    async with showing(stored(long_letter())) as (app, pilot):
        app.pane.display = False
        await pilot.pause()
        app.pane.display = True
        app.pane.go_to(FIGURE)
        await until(pilot, lambda: 0 < line_with(app, "In 100% of all") < 12)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("keys", "moves"),
    [(("j",), 1), (("j", "j", "k"), 1), (("down",), 1), (("space",), 15), (("space", "b"), 0), (("ctrl+d",), 5)],
)
async def test_the_keys_of_readers_scroll(keys: tuple[str, ...], moves: int) -> None:
    async with showing(stored(long_letter())) as (app, pilot):
        await pilot.press(*keys)
        await until(pilot, lambda: app.pane.scroll_offset.y >= moves)
        assert (app.pane.scroll_offset.y == 0) is (moves == 0)


@pytest.mark.slow
async def test_the_ends_of_the_letter_are_a_key_away() -> None:
    async with showing(stored(long_letter())) as (app, pilot):
        await pilot.press("G")
        await until(pilot, lambda: line_with(app, "number 119") > 0)
        await pilot.press("g")
        await until(pilot, lambda: line_with(app, "number 0 ") == 1)


@pytest.mark.slow
async def test_the_next_and_previous_figure_are_a_key_away() -> None:
    figures = [quote(f"sentence number {number} of", LONG) for number in (20, 50, 100)]
    async with showing(stored(long_letter(LONG, *figures))) as (app, pilot):
        for key, number in [("n", 20), ("n", 50), ("n", 100), ("n", 100), ("p", 50), ("p", 20), ("p", 20)]:
            await pilot.press(key)
            await until(pilot, partial(is_marked, app, number))


@pytest.mark.slow
async def test_the_next_figure_is_the_one_below_where_the_reader_went() -> None:
    figures = [quote(f"sentence number {number} of", LONG) for number in (20, 50, 100)]
    async with showing(stored(long_letter(LONG, *figures))) as (app, pilot):
        await pilot.press("n", "G")
        await until(pilot, lambda: line_with(app, "number 119") > 0)
        await pilot.press("p")
        await until(pilot, lambda: line_with(app, "number 100 of") > 0)


@pytest.mark.slow
async def test_the_letter_shown_again_stays_where_it_was_read() -> None:
    async with showing(stored(long_letter())) as (app, pilot):
        await pilot.press("space")
        await until(pilot, lambda: app.pane.scroll_offset.y > 0)
        before = app.pane.scroll_offset.y
        app.pane.show(stored(long_letter()))
        await pilot.pause()
        assert app.pane.scroll_offset.y == before > 0


@pytest.mark.slow
async def test_the_letter_shown_again_with_another_year_only_changes_its_title() -> None:
    async with showing(stored(long_letter())) as (app, pilot):
        app.pane.go_to(FIGURE)
        await until(pilot, lambda: line_with(app, "In 100% of all") > 0)
        before = app.pane.scroll_offset.y
        app.pane.show(stored(replace(long_letter(), year=2019)))
        await until(pilot, lambda: "Harnham, 2019" in screen_text(app))
        await until(pilot, lambda: app.pane.scroll_offset.y == before and HERE_SIGN in screen_text(app))


async def test_a_letter_opens_at_its_own_words_and_where_its_head_is_wanted_at_that() -> None:
    head = "\n\n".join(["22 July 2020", *["By post"] * 30, "Dear Mrs Weir", "Annual Review letter 2020"])
    letter = stored(long_letter(f"{head}\n\n{LONG}"))
    async with showing(letter) as (app, pilot):
        await until(pilot, lambda: line_with(app, "sentence number 0 of") == 1)
        assert line_with(app, "Annual Review letter") == -1
    async with HeadHost().run_test() as pilot:
        pilot.app.query_one(LetterPane).show(letter)
        await until(pilot, lambda: line_with(pilot.app, "22 July 2020") >= 0)


@pytest.mark.slow
async def test_another_letter_begins_at_its_beginning_unmarked() -> None:
    async with showing(stored(long_letter())) as (app, pilot):
        app.pane.go_to(FIGURE)
        await until(pilot, lambda: HERE_SIGN in screen_text(app))
        app.pane.show(stored(long_letter(), 2))
        await until(pilot, lambda: app.pane.scroll_offset.y == 0 and HERE_SIGN not in screen_text(app))


@pytest.mark.slow
async def test_a_very_long_letter_is_shown_in_part_and_says_so() -> None:
    text = "\n\n".join([*SENTENCES, LONG] * 25)
    assert len(text) > 2 * MAX_SHOWN
    async with showing(stored(long_letter(text))) as (app, pilot):
        assert "upheld read" in screen_text(app)
        last = Quote(start=len(text) - 40, end=len(text), text=text[-40:])
        app.pane.go_to(last)
        await until(pilot, lambda: HERE_SIGN in screen_text(app) and line_with(app, "number 119") > 0)


async def test_text_can_be_selected_and_has_no_breaks_at_line_ends() -> None:
    text = " ".join(["word"] * 60) + "\n\nEnd."
    async with showing(stored(long_letter(text))) as (
        app,
        _,
    ):
        app.query_one("#letter-text", Static).text_select_all()
        assert app.screen.get_selected_text() == text


@pytest.mark.parametrize("size", [(40, 12), *slow((120, 40))])
@pytest.mark.parametrize("words", [*HOSTILE[:1], *slow(*HOSTILE[1:])])
async def test_a_letter_that_means_harm_is_only_read(words: str, size: tuple[int, int]) -> None:
    async with showing(stored(hostile_letter(words), name=words), size) as (app, pilot):
        seen = screen_text(app)
        await pilot.press("n", "G")
        await pilot.pause()
        seen += screen_text(app)
        assert not controls(seen)
        if words == "Redacted: [Mr X] end":
            assert words in seen
