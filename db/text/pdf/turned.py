"""Headings that stand on their side over the columns of a table, as runs that stand over their values."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from db.text.pdf.lines import BoxFinder, Run

QuarterFinder = Callable[[int], int]
"""Gives by how many quarter turns to the left the character at an index of the page's text would stand upright."""

_WORD = re.compile(r"\S+")
_UPWARDS, _DOWNWARDS = 3, 1

# Distances between lines on their side, in heights of a line.
_SAME_LINE = 0.3
_LINES_APART = 0.6

_STEP = 0.001
"""How far below the line before it a heading's line is said to stand, so that they keep their order."""


@dataclass(frozen=True, slots=True)
class _TurnedLine:
    """Words on one line that runs up or down the page: `text[start:end]`."""

    start: int
    end: int
    quarter: int
    left: float
    right: float
    bottom: float
    top: float


def find_turned_runs(text: str, find_box: BoxFinder, find_quarter: QuarterFinder) -> list[Run]:
    """Give the lines on their side, each as wide as the heading it is of, all of them on the foot of the lowest."""
    headings = _group_by_heading(_find_turned_lines(text, find_box, find_quarter))
    if not headings:
        return []
    runs: list[Run] = []
    for heading in headings:
        left, right = min(line.left for line in heading), max(line.right for line in heading)
        foot = min(line.bottom for other in headings for line in other if _is_overlapping(line, heading[0]))
        ordered = sorted(heading, key=lambda line: line.left, reverse=heading[0].quarter == _DOWNWARDS)
        for number, line in enumerate(ordered):
            words = " ".join(text[line.start : line.end].split())
            size = line.right - line.left
            runs.append(Run(line.start, line.end, words, left, right, foot - number * _STEP, size))
    return runs


def _find_turned_lines(text: str, find_box: BoxFinder, find_quarter: QuarterFinder) -> list[_TurnedLine]:
    """Give the lines on their side in the order of the text."""
    lines: list[_TurnedLine] = []
    before: int | None = None
    for word in _WORD.finditer(text):
        quarter = find_quarter(word.start())
        if quarter not in (_UPWARDS, _DOWNWARDS):
            before = None
            continue
        first, last = find_box(word.start()), find_box(word.end() - 1)
        left, right = min(first[0], last[0]), max(first[2], last[2])
        bottom, top = min(first[1], last[1]), max(first[3], last[3])
        line = lines[-1] if lines and before is not None else None
        if line and line.quarter == quarter and abs(line.left - left) < _SAME_LINE * (line.right - line.left):
            lines[-1] = replace(line, end=word.end(), bottom=min(line.bottom, bottom), top=max(line.top, top))
        else:
            lines.append(_TurnedLine(word.start(), word.end(), quarter, left, right, bottom, top))
        before = word.end()
    return lines


def _group_by_heading(lines: Sequence[_TurnedLine]) -> list[list[_TurnedLine]]:
    """Give the lines heading by heading from the left: those with no more between them than lines have."""
    headings: list[list[_TurnedLine]] = []
    for line in sorted(lines, key=lambda line: line.left):
        last = headings[-1][-1] if headings else None
        is_next = (
            last is not None
            and last.quarter == line.quarter
            and line.left - last.right < _LINES_APART * (line.right - line.left)
            and _is_overlapping(last, line)
        )
        if is_next:
            headings[-1].append(line)
        else:
            headings.append([line])
    return headings


def _is_overlapping(line: _TurnedLine, other: _TurnedLine) -> bool:
    """Whether lines stand beside each other."""
    return line.bottom < other.top and other.bottom < line.top
