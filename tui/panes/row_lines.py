"""Which row of a list stands on which of its lines, held in little memory."""

from array import array
from bisect import bisect_right
from collections.abc import Iterable


class RowLines:
    """In place of Textual's own list of them, which has a pair for each line: megabytes for thousands of rows."""

    def __init__(self) -> None:
        self._ends = array("L")
        """Behind the last line of each row."""

    def __len__(self) -> int:
        return self._ends[-1] if self._ends else 0

    def __getitem__(self, line: int) -> tuple[int, int]:
        """The row on a line, and which of the row's lines it is; a line below zero is counted from the last."""
        at = line + len(self) if line < 0 else line
        if not 0 <= at < len(self):
            raise IndexError(line)
        row = bisect_right(self._ends, at)
        return row, at - (self._ends[row - 1] if row else 0)

    def extend(self, lines: Iterable[tuple[int, int]]) -> None:
        """Add the lines of the next row."""
        self._ends.append(len(self) + sum(1 for _ in lines))

    def clear(self) -> None:
        """Forget every line."""
        del self._ends[:]
