"""The lines of a list's rows are those that Textual would list itself."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.panes.row_lines import RowLines


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
