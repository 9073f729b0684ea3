import pytest
from rich.console import Console
from textual.app import App, ComposeResult

from tests.tui.draw.made import LETTER, stored
from tests.tui.draw.seen import screen_lines
from tests.tui.driving import until
from tui.draw.letter.letter_text import TRACK_MARK as MARK
from tui.panes.letter import LetterPane
from tui.panes.marked_scrollbar import make_renderer


@pytest.mark.parametrize(
    ("marks", "lines"), [({0.0}, [0]), ({0.5, 0.52}, [5]), ({0.99}, [9]), ({1.0}, [9]), (set[float](), [])]
)
def test_each_mark_stands_at_its_share_of_the_track(marks: set[float], lines: list[int]) -> None:
    renderer = make_renderer(marks, lambda: "#ff0000")
    bar = renderer.render_bar(size=10, virtual_size=100, window_size=10, position=20)
    assert [number for number, segment in enumerate(bar.segments) if MARK in segment.text] == lines
    assert len(bar.segments) == 10


def test_a_mark_can_be_clicked_like_the_track_it_stands_on() -> None:
    bar = make_renderer({0.9}, lambda: "#ff0000").render_bar(size=10, virtual_size=100, window_size=10, position=0)
    style = list(bar.segments)[9].style
    assert style is not None
    assert style.meta == {"@mouse.down": "scroll_down"}
    assert Console().get_style(style)


class Host(App[None]):
    """Nothing but the letter."""

    def compose(self) -> ComposeResult:
        yield LetterPane()


async def test_the_letters_scrollbar_shows_where_its_marks_are() -> None:
    app = Host()
    async with app.run_test(size=(40, 8)) as pilot:
        app.query_one(LetterPane).show(stored(LETTER))
        await until(pilot, lambda: any(line.rstrip().endswith(MARK) for line in screen_lines(app)))
