import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.draw.figures.bar import FULL, TICK, TRACK, draw_bar, draw_range


@pytest.mark.parametrize(
    ("rate", "average", "width", "expected"),
    [
        (60, 45, 20, "█████████┃██········"),
        (0, 20, 20, "····┃···············"),
        (100, None, 10, "██████████"),
        (100, 99, 10, "█████████┃"),
        (50, None, 9, "████▌····"),
        (50, None, 8, "████····"),
        (0, None, 8, "········"),
        (0.1, None, 8, "▏·······"),
        (99.9, None, 8, "███████▉"),
        (33, None, 8, "██▋·····"),
        (100, 0, 8, "┃███████"),
        (0, 100, 8, "·······┃"),
    ],
)
def test_a_bar_runs_from_zero_to_a_hundred_with_a_tick_at_the_average(
    rate: float, average: float | None, width: int, expected: str
) -> None:
    assert draw_bar(rate, average, width).plain == expected


def test_few_cases_are_drawn_grained_and_in_whole_cells() -> None:
    assert draw_bar(50, 45, 9, few=True).plain == "▒▒▒▒┃····"
    assert draw_bar(100, None, 8, few=True).plain == "▒" * 8


def test_the_tick_is_cut_out_of_the_bar_only_where_the_bar_reaches_it() -> None:
    inside, outside = draw_bar(60, 45, 20), draw_bar(40, 45, 20)
    assert [span.style for span in inside.spans if inside.plain[span.start] == TICK] == ["reverse"]
    assert [span.style for span in outside.spans if outside.plain[span.start] == TICK] == ["bold"]


@given(st.floats(0, 100), st.none() | st.floats(0, 100), st.integers(0, 200), st.booleans())
def test_every_bar_has_the_width_it_was_given(rate: float, average: float | None, width: int, few: bool) -> None:
    assert draw_bar(rate, average, width, few).cell_length == max(width, 8)


@given(st.floats(0, 100), st.floats(0, 100), st.integers(8, 200))
def test_a_higher_rate_never_has_a_shorter_bar(one: float, other: float, width: int) -> None:
    short, long = (draw_bar(rate, None, width).plain for rate in sorted((one, other)))
    assert short.count(FULL) <= long.count(FULL)
    assert short.count(TRACK) >= long.count(TRACK)


@given(st.floats(min_value=0.001, max_value=99.999), st.integers(8, 200), st.booleans())
def test_only_nothing_looks_empty_and_only_all_looks_full(rate: float, width: int, few: bool) -> None:
    drawn = draw_bar(rate, None, width, few).plain
    assert drawn[0] != TRACK
    assert drawn not in (FULL * width, "▒" * width)


@pytest.mark.parametrize("rate", [-5, 250])
def test_a_rate_beyond_the_scale_stays_inside_the_bar(rate: int) -> None:
    assert draw_bar(rate, rate, 12).cell_length == 12


@pytest.mark.parametrize(
    ("rate", "average", "low", "high", "expected"),
    [
        (50, None, 30, 70, "···├─┼─┤··"),
        (50, 80, 30, 70, "···├─┼─┤┃·"),
        (50, 40, 30, 70, "···├┃┼─┤··"),
        (50, 55, 30, 70, "···├─╂─┤··"),
        (0, None, 0, 15, "┼┤········"),
        (100, 99, 80, 100, "········├╂"),
        (50, None, 50, 50, "·····┼····"),
    ],
)
def test_a_range_is_on_the_axis_of_the_bar_crossed_where_the_rate_is(
    rate: float, average: float | None, low: float, high: float, expected: str
) -> None:
    assert draw_range(rate, average, low, high, 10).plain == expected
