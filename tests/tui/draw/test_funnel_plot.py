"""The funnel plot: points where they belong, limits inside, at any size."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.figures.funnel import INNER, OUTER, compute_limits
from db.figures.year_funnel import Funnel, FunnelLimits, FunnelPoint
from tui.draw.funnel_plot import HIGHLIGHT, MIN_HEIGHT, MIN_WIDTH, FunnelScale, draw_funnel, is_outside, plot_funnel

AVERAGE = 80


def make_funnel(*cases_and_counts: tuple[int, int], average: float | None = AVERAGE) -> Funnel:
    points = tuple(
        FunnelPoint(letter_id=at, name=f"Council {at}", count=count, cases=cases, rate=round(100 * count / cases))
        for at, (cases, count) in enumerate(cases_and_counts)
    )
    limits: tuple[FunnelLimits, ...] = ()
    if points and average is not None and 0 < average < 100:
        limits = tuple(
            FunnelLimits(inner=compute_limits(n, average, INNER), outer=compute_limits(n, average, OUTER))
            for n in range(1, max(point.cases for point in points) + 1)
        )
    return Funnel(points=points, average=average, limits=limits)


def find_mark(plot: str) -> tuple[int, int]:
    """Where the council highlighted stands: column and line, the line that names it left out."""
    lines = plot.split("\n")[1:]
    return next((line.index(HIGHLIGHT), at) for at, line in enumerate(lines) if HIGHLIGHT in line)


THREE = make_funnel((10, 9), (50, 40), (100, 60))


def test_who_has_more_cases_stands_further_right_and_who_has_a_higher_share_further_up() -> None:
    places = [find_mark(draw_funnel(plot_funnel(THREE, 60, 20), at).plain) for at in range(3)]
    assert [column for column, _ in places] == sorted(column for column, _ in places)
    assert [line for _, line in places] == sorted(line for _, line in places)
    assert len(set(places)) == 3


def test_a_point_stands_where_its_numbers_say() -> None:
    scale = FunnelScale(columns=50, lines=10, most=100, low=0, high=100)
    assert scale.place(0, 100) == (0, 0)
    assert scale.place(100, 0) == (99, 39)
    assert scale.place(50, 50) in {(49, 20), (50, 20)}
    assert scale.place(101, 50) is None
    assert scale.place(50, 101) is None


def test_the_council_highlighted_is_named_with_its_numbers() -> None:
    picture = plot_funnel(THREE, 60, 20)
    assert draw_funnel(picture, 1).plain.startswith("● Council 1  40 of 50, 80%\n")
    assert draw_funnel(picture, 2).plain.startswith("● Council 2  60 of 100, 60%, outside 95%\n")
    assert draw_funnel(picture, None).plain.startswith("The council highlighted has no point here.\n")


def test_the_axes_say_what_they_measure() -> None:
    plot = draw_funnel(plot_funnel(THREE, 60, 20), 1).plain.split("\n")
    assert plot[1].startswith("100%│")
    assert plot[-2].split() == ["0", "investigated", "100"]
    assert "printed average 80%" in plot[-1] or "average 80%" in plot[-1]


@pytest.mark.parametrize(("cases", "count"), [(50, 40), (50, 50), (50, 20), (100, 73), (100, 70), (10, 5), (10, 4)])
def test_who_is_outside_is_so_by_the_exact_limits(cases: int, count: int) -> None:
    funnel = make_funnel((cases, count), (100, 80))
    limits = compute_limits(cases, AVERAGE, INNER)
    assert is_outside(funnel.points[0], funnel.limits) is not (limits.low <= 100 * count / cases <= limits.high)


def test_the_limits_narrow_towards_more_cases_and_have_the_average_between_them() -> None:
    plot = draw_funnel(plot_funnel(make_funnel((100, 80)), 60, 24), None).plain.split("\n")[1:-2]
    columns = [[line[at] not in " │" for line in plot if at < len(line)] for at in (10, 55)]
    heights = [
        max(i for i, on in enumerate(each) if on) - min(i for i, on in enumerate(each) if on) for each in columns
    ]
    assert heights[0] > heights[1] > 0


def test_without_one_average_there_are_points_but_no_limits() -> None:
    plot = draw_funnel(plot_funnel(make_funnel((10, 9), (50, 40), average=None), 60, 20), 0).plain
    assert "no one average printed, so no limits" in plot
    assert find_mark(plot)


counted = st.integers(1, 400).flatmap(lambda cases: st.tuples(st.just(cases), st.integers(0, cases)))


@given(
    st.lists(counted, max_size=12),
    st.none() | st.integers(0, 100),
    st.integers(MIN_WIDTH, 160),
    st.integers(MIN_HEIGHT, 60),
)
def test_any_funnel_fits_any_size(
    councils: list[tuple[int, int]], average: int | None, width: int, height: int
) -> None:
    funnel = make_funnel(*councils, average=average)
    plot = draw_funnel(plot_funnel(funnel, width, height), 0)
    lines = plot.split("\n")
    assert len(lines) == height
    assert all(line.cell_length <= width for line in lines)
    assert plot.plain.count(HIGHLIGHT) == (2 if councils else 0)
