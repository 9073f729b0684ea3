"""Which row of a list stands on which of its lines, held in little memory."""

from array import array
from bisect import bisect_right
from collections.abc import Iterable


class RowLines:
    """In place of Textual's own list of them, which has a pair for each line: megabytes for thousands of rows."""

    def __init__(self) -> None:
        self._ends = array("L")

    def __len__(self) -> int:
        return self._ends[-1] if self._ends else 0

    def __getitem__(self, line: int) -> tuple[int, int]:
        """The row on a line, and which of the row's lines it is; a line below zero is counted from the last."""
        at = line + len(self) if line < 0 else line
        if not 0 <= at < len(self):
            raise IndexError(line)
        row = bisect_right(self._ends, at)
        return row, at - (self._ends[row - 1] if row else 0)

    @property
    def ends(self) -> "array[int]":
        """Behind the last line of each row that has been added."""
        return self._ends

    def extend(self, lines: Iterable[tuple[int, int]]) -> None:
        """Add the lines of the next row."""
        self._ends.append(len(self) + sum(1 for _ in lines))

    def clear(self) -> None:
        """Forget every line."""
        del self._ends[:]


class RowStarts:
    """In place of Textual's own dictionary of the first line of each row: told by where the row before ends."""

    def __init__(self, lines: RowLines) -> None:
        self._ends = lines.ends

    def __getitem__(self, row: int) -> int:
        if not 0 <= row < len(self._ends):
            raise KeyError(row)
        return self._ends[row - 1] if row else 0

    def __setitem__(self, row: int, line: int) -> None:
        """Nothing: the lines of the row are added too."""

    def clear(self) -> None:
        """Nothing: the lines are forgotten too."""


class RowHeights(RowStarts):
    """The same of how many lines each row has."""

    def __getitem__(self, row: int) -> int:
        start = super().__getitem__(row)
        return self._ends[row] - start
