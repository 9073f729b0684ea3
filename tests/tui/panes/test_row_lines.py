"""The lines of a list's rows are those that Textual would list itself."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.panes.row_lines import RowHeights, RowLines, RowStarts


@given(st.lists(st.integers(0, 5), max_size=20))
def test_each_line_is_told_of_its_row(heights: list[int]) -> None:
    lines = RowLines()
    every: list[tuple[int, int]] = []
    for index, height in enumerate(heights):
        of_row = [(index, line) for line in range(height)]
        lines.extend(of_row)
        every.extend(of_row)
    assert len(lines) == len(every)
    assert [lines[line] for line in range(-len(every), len(every))] == every * 2
    for outside in (len(every), -len(every) - 1):
        with pytest.raises(IndexError):
            lines[outside]
    lines.clear()
    assert not lines


@given(st.lists(st.integers(1, 5), max_size=20))
def test_where_each_row_begins_and_how_many_lines_it_has_are_told_by_the_lines(heights: list[int]) -> None:
    lines = RowLines()
    starts, counts = RowStarts(lines), RowHeights(lines)
    for index, height in enumerate(heights):
        starts[index] = len(lines)
        counts[index] = height
        lines.extend((index, line) for line in range(height))
    assert [starts[row] for row in range(len(heights))] == [sum(heights[:row]) for row in range(len(heights))]
    assert [counts[row] for row in range(len(heights))] == heights
    for outside in (len(heights), -1):
        for told in (starts, counts):
            with pytest.raises(KeyError):
                told[outside]
