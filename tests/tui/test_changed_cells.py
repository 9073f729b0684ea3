"""What is written to a terminal, played back on a grid of cells."""

import gc
from collections.abc import Iterable, Sequence
from typing import Literal

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.console import COLOR_SYSTEMS, Console
from rich.segment import Segment
from rich.style import Style
from textual._compositor import ChopsUpdate, LayoutUpdate
from textual.geometry import Region
from textual.strip import Strip

from tui.changed_cells import ChangedCells, TerminalPicture

WIDTH = 24
STYLES = (None, Style(color="red"), Style(bgcolor="#102030", bold=True), Style(underline=True, color="#ffffff"))

Grid = dict[tuple[int, int], tuple[str, Style | None]]

segments = st.tuples(st.text(alphabet="ab é漢e\u0301", min_size=1, max_size=12), st.sampled_from(STYLES))
rows = st.lists(st.lists(segments, max_size=4), min_size=1, max_size=4)


def make_strip(parts: Sequence[tuple[str, Style | None]]) -> Strip:
    return Strip([Segment(text.lstrip("\u0301") or "x", style) for text, style in parts]).adjust_cell_length(WIDTH)


def play(grid: Grid, pieces: Iterable[tuple[int, int, Iterable[Segment]]]) -> None:
    """Write pieces on the grid as a terminal does."""
    for x, y, written in pieces:
        for text, style, _ in written:
            for character in text:
                width = cell_len(character)
                if not width:
                    before = x - 1 if grid[x - 1, y][0] else x - 2
                    grid[before, y] = (grid[before, y][0] + character, style)
                    continue
                grid[x, y] = (character, style)
                if width == 2:
                    grid[x + 1, y] = ("", style)
                x += width


def list_written(changed: ChangedCells) -> list[tuple[int, str]]:
    """The texts written, each with the column of its beginning."""
    return [(x, "".join(segment.text for segment in piece)) for x, _, piece in changed.pieces]


@given(st.lists(rows, min_size=1, max_size=5))
@example([[[]], [[("xa\u0301 b", None)]]])  # cropped, the accent would stand on the blank
def test_the_terminal_shows_the_latest_picture_whatever_was_there_before(
    pictures: list[list[list[tuple[str, Style | None]]]],
) -> None:
    picture, shown = TerminalPicture(), Grid()
    for lines in pictures:
        strips: list[Iterable[Strip]] = [[make_strip(line)] for line in lines]
        update = LayoutUpdate(strips, Region(0, 0, WIDTH, len(strips)))
        play(shown, picture.keep_changes(update).pieces)
        whole = Grid()
        play(whole, [(0, y, strip) for y, (strip,) in enumerate(strips)])
        assert {place: shown[place] for place in whole} == whole
        assert picture.keep_changes(update).pieces == []
    picture.forget()
    written = [segment for _, _, piece in picture.keep_changes(update).pieces for segment in piece]
    assert sum(segment.cell_length for segment in written) == WIDTH * len(strips)


def test_of_a_row_only_what_changed_is_written() -> None:
    picture = TerminalPicture()
    region = Region(0, 0, 40, 1)
    picture.keep_changes(LayoutUpdate([[Strip([Segment("a" * 40)])]], region))
    changed = LayoutUpdate([[Strip([Segment("a" * 10 + "b" + "a" * 28 + "b")])]], region)
    assert list_written(picture.keep_changes(changed)) == [(10, "b"), (39, "b")]


def test_a_picture_drawn_once_and_forgotten_is_written_whole_again() -> None:
    picture, update = TerminalPicture(), LayoutUpdate([[Strip([Segment("60%")])]], Region(0, 0, 3, 1))
    for _ in range(2):
        assert list_written(picture.keep_changes(update)) == [(0, "60%")]
        picture.forget()


@pytest.mark.parametrize(
    ("x", "text", "written"), [(12, "8", [(12, "8")]), (10, "68%", [(11, "8")]), (0, "a" * 10, [(0, "a" * 10)])]
)
def test_what_was_written_once_is_compared_where_it_stands(x: int, text: str, written: list[tuple[int, str]]) -> None:
    picture = TerminalPicture()
    for column, words in ((10, "60%"), (x, text)):
        update = LayoutUpdate([[Strip([Segment(words)])]], Region(column, 0, len(words), 1))
        changed = picture.keep_changes(update)
    assert list_written(changed) == written


def test_a_stretch_of_a_row_is_taken_where_it_stands() -> None:
    picture = TerminalPicture()
    left, right = Strip([Segment("left!")]), Strip([Segment("right")])
    chops = [{0: left, 5: None, 10: right}]
    update = ChopsUpdate(chops, [(0, 10, 13)], [[5, 10, 15]])
    assert list_written(picture.keep_changes(update)) == [(10, "rig")]


def test_what_stands_side_by_side_is_written_at_once() -> None:
    picture = TerminalPicture()
    line, bar, apart = Strip([Segment("line")]), Strip([Segment("|")]), Strip([Segment("apart")])
    update = ChopsUpdate([{0: line, 4: bar, 5: None, 10: apart}], [(0, 0, 15)], [[4, 5, 10, 15]])
    assert list_written(picture.keep_changes(update)) == [(0, "line|"), (10, "apart")]


@pytest.mark.parametrize(
    "cluster", ["\u2764\ufe0f", "\U0001f468\u200d\U0001f469", "\U0001f1ec\U0001f1e7", "\U0001f44d\U0001f3fd", "e\u0301"]
)
def test_what_stands_behind_a_cluster_counted_otherwise_keeps_its_place(cluster: str) -> None:
    picture = TerminalPicture()
    line = Strip([Segment(f"{cluster} abc")])
    width = line.cell_length
    for bar in "|#":
        update = ChopsUpdate([{0: line, width: Strip([Segment(bar)])}], [(0, 0, width + 1)], [[width, width + 1]])
        written = list_written(picture.keep_changes(update))
    assert written[-1] == (width, "#")


@given(
    st.sampled_from([None, "red", "color(200)", "#123456"]),
    st.sampled_from([None, "blue", "#ffffff"]),
    st.lists(st.sampled_from([None, True, False]), min_size=4, max_size=4),
    st.sampled_from(["standard", "256", "truecolor"]),
)
def test_a_style_is_written_as_textual_writes_it_wherever_it_stands(
    colour: str | None,
    background: str | None,
    marks: list[bool | None],
    colours: Literal["standard", "256", "truecolor"],
) -> None:
    bold, dim, underline, reverse = marks
    style = Style(color=colour, bgcolor=background, bold=bold, dim=dim, underline=underline, reverse=reverse)
    console = Console(color_system=colours, force_terminal=True)
    theirs = Strip.render_ansi(style, COLOR_SYSTEMS[colours]).split(";")
    for place in ({}, {"offset": (3, 4)}):
        piece = [Segment("x", style + Style.from_meta(place))]
        before, _, _ = ChangedCells([(0, 0, piece)]).render_segments(console).partition("x")
        ours = before.removeprefix("\x1b[1;1H").removeprefix("\x1b[").removesuffix("m").split(";")
        assert [code for code in ours if code not in ("", "0", "39", "49")] == list(filter(None, theirs))


def test_a_line_drawn_uncut_goes_with_the_next_picture() -> None:
    picture = TerminalPicture()
    gc.disable()
    try:
        pieces = make_strip([("as it is", None)]).divide([WIDTH])
        picture.keep_changes(LayoutUpdate([pieces], Region(0, 0, WIDTH, 1)))
        del pieces
        assert not [one for one in gc.get_objects() if isinstance(one, Strip) and one.text.strip() == "as it is"]
    finally:
        gc.enable()
