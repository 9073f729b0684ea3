"""The words of a PDF's page by where they stand: runs without a gap, and the lines that runs stand on."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

Box = tuple[float, float, float, float]
"""Left, bottom, right and top of a character, in points from the page's lower left corner."""

BoxFinder = Callable[[int], Box]
"""Gives where the character at an index of the page's text stands; an empty box where that is not known."""

_WORD = re.compile(r"[^\s\x02\ufffe]+[\x02\ufffe]?")
"""PDFium puts U+0002 or U+FFFE for a hyphen at the end of a line, and no line end after it."""

_SAME_LINE = 0.3
_GAP = 0.45
"""Both in heights of the line. A gap is what is more than one space that the PDF prints itself."""


@dataclass(frozen=True, slots=True)
class Run:
    """Words on one line without a gap between them: `text[start:end]` of the page. Distances are in points."""

    start: int
    end: int
    words: str
    left: float
    right: float
    bottom: float
    size: float


Line = list[Run]
"""Runs that stand on one line, from the left."""


def find_lines(text: str, find_box: BoxFinder, turned: Sequence[Run] = ()) -> list[Line]:
    """Give the runs of a page by lines from the top. Words that take no room are left out.

    `turned` are runs found otherwise, which stand for the words that they cover.
    """
    covered = {index for run in turned for index in range(run.start, run.end)}
    upright = (run for run in find_runs(text, find_box) if run.start not in covered and run.end - 1 not in covered)
    lines: list[Line] = []
    for run in sorted((*upright, *turned), key=lambda run: -run.bottom):
        if lines and lines[-1][0].bottom - run.bottom < _SAME_LINE * min(run.size, lines[-1][0].size):
            lines[-1].append(run)
        else:
            lines.append([run])
    return [sorted(line, key=lambda run: run.left) for line in lines]


def merge_spans(runs: Sequence[Run]) -> list[tuple[float, float]]:
    """Give the stretches from left to right that runs cover together."""
    joined: list[tuple[float, float]] = []
    for left, right in sorted((run.left, run.right) for run in runs):
        if joined and left < joined[-1][1]:
            joined[-1] = (joined[-1][0], max(right, joined[-1][1]))
        else:
            joined.append((left, right))
    return joined


def find_runs(text: str, find_box: BoxFinder) -> Iterator[Run]:
    """Give the runs of a page in the order of its text. Words that take no room are left out."""
    start = end = -1
    run_left = run_right = run_bottom = size = 0.0
    for word in _WORD.finditer(text):
        first, last = word.span()
        left, bottom, right, top = find_box(first)
        if last > first + 1:
            right = find_box(last - 1)[2]
        if top <= bottom:
            continue
        # The run goes on with what begins where it ends, perhaps after a space.
        if (
            end >= 0
            and abs(run_bottom - bottom) < _SAME_LINE * size
            and (
                abs(left - run_right) < _GAP * size or (text[end] == " " and abs(left - find_box(end)[2]) < _GAP * size)
            )
        ):
            end, run_right = last, right
            continue
        if end >= 0:
            yield Run(start, end, text[start:end], run_left, run_right, run_bottom, size)
        start, end, run_left, run_right, run_bottom, size = first, last, left, right, bottom, top - bottom
    if end >= 0:
        yield Run(start, end, text[start:end], run_left, run_right, run_bottom, size)
