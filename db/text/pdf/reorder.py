"""Words drawn after the rest of a page, as the values of fields are: put where they are read.

PDFium gives the words as they are drawn. What a field or a note shows, and a number drawn after all words, goes beside
the words of its line, or between the lines that it stands between.
"""

import re
from bisect import bisect_right
from collections.abc import Callable, Container, Iterator, Sequence, Set
from itertools import accumulate

from db.text.pdf.lines import BoxFinder, Run, find_runs

SPACE, LINE_END = -1, -2
"""What stands in the order of characters for those that are put between them."""

_NUMBER = re.compile(r"\A(?:[\W_]*\d[\W\d_]*|[-\u2013\u2014])\Z")
_SAME_LINE = 0.5
_BESIDE = 3.0
"""Both in heights of the line."""

_BAND = 16
"""How high, in points, the bands are by which runs of a line are found; a line is no higher than two."""


def put_in_place(text: str, find_box: BoxFinder, added: Set[int], is_turned: Callable[[int], bool]) -> list[int]:
    """Give the indexes of the page's characters in the order in which they are read, those turned as drawn.

    `added` are those of what fields and notes show.
    """
    last = text.rsplit(None, 1)[-1:]
    if not added and not (last and _NUMBER.match(last[0])):
        return list(range(len(text)))
    runs = [run for run in find_runs(text, find_box) if not is_turned(run.start)]
    late = _find_late(runs, added)
    if not late:
        return list(range(len(text)))
    fixed = [run for number, run in enumerate(runs) if number not in late]
    near = _RunsByHeight()
    for run in fixed:
        near.add(run)
    after: dict[int, list[Run]] = {}
    before: dict[int, list[Run]] = {}
    lines: dict[int, list[Run]] = {}
    for run in sorted((runs[number] for number in late), key=lambda run: (-run.bottom, run.left)):
        beside = [other for other in near.find(run) if _is_beside(run, other)]
        left = max((other for other in beside if other.left <= run.left), key=lambda o: o.left, default=None)
        right = min((other for other in beside if other.left > run.left), key=lambda o: o.left, default=None)
        if left:
            after.setdefault(left.end, []).append(run)
        elif right:
            before.setdefault(right.start, []).append(run)
        else:
            lower = next((other for other in fixed if other.bottom < run.bottom - _SAME_LINE * run.size), None)
            lines.setdefault(lower.start if lower else len(text), []).append(run)
    return _write_order(text, [runs[number] for number in late], after, before, lines)


class _RunsByHeight:
    """Runs that can be asked for by about how high they stand."""

    def __init__(self) -> None:
        self._runs: dict[int, list[Run]] = {}

    def add(self, run: Run) -> None:
        """Take a run in."""
        self._runs.setdefault(int(run.bottom // _BAND), []).append(run)

    def find(self, run: Run) -> Iterator[Run]:
        """Give the runs that may be on the line of this one."""
        band = int(run.bottom // _BAND)
        for each in (band - 1, band, band + 1):
            yield from self._runs.get(each, ())


def _find_late(runs: Sequence[Run], drawn: Set[int]) -> set[int]:
    """Give which runs are drawn late: what fields and notes show, and numbers after all of a page's words.

    Programs that make a form's fields part of the page draw their values so. Numbers side by side are a table's row,
    which stays together.
    """
    added = {number for number, run in enumerate(runs) if run.start in drawn}
    words = len(runs)
    while words and (words - 1 in added or _NUMBER.match(runs[words - 1].words)):
        words -= 1
    last = [number for number in range(words, len(runs)) if number not in added]
    if not last or not words:
        return added
    near = _RunsByHeight()
    for run in runs:
        near.add(run)
    values = {runs[number] for number in last}
    column = _Column([run.bottom for number, run in enumerate(runs[:words]) if number not in added])
    return added | {
        number
        for number in last
        if _is_among_words(runs[number], near, values) or _is_between_lines(runs[number], near, column)
    }


def _is_among_words(run: Run, near: _RunsByHeight, values: Container[Run]) -> bool:
    """Whether the next runs on a value's line are words beside it, and none of them another value."""
    line = [other for other in near.find(run) if other is not run and _is_on_line(run, other)]
    left = max((other for other in line if other.left <= run.left), key=lambda other: other.left, default=None)
    right = min((other for other in line if other.left > run.left), key=lambda other: other.left, default=None)
    around = [other for other in (left, right) if other]
    return any(_is_beside(run, other) for other in around) and not any(other in values for other in around)


class _Column:
    """How high a page's words stand, in the order in which they are drawn."""

    def __init__(self, bottoms: Sequence[float]) -> None:
        # Both fall, so that the first words below any height are found by halving.
        self._lowest_so_far = list(accumulate(bottoms, min))
        self._highest_from_here = list(accumulate(reversed(bottoms), max))[::-1]

    def is_parted_at(self, height: float) -> bool:
        """Whether all words above the height are drawn before all those below it, as on a page of one column."""
        below = bisect_right(self._lowest_so_far, -height, key=lambda bottom: -bottom)
        return 0 < below < len(self._lowest_so_far) and self._highest_from_here[below] < height


def _is_between_lines(run: Run, near: _RunsByHeight, column: _Column) -> bool:
    """Whether a value alone on its line stands between lines that were drawn one right after the other."""
    is_alone = not any(_is_on_line(run, other) for other in near.find(run) if other is not run)
    return is_alone and column.is_parted_at(run.bottom)


def _is_on_line(run: Run, other: Run) -> bool:
    """Whether runs stand on one line."""
    return abs(run.bottom - other.bottom) < _SAME_LINE * max(run.size, other.size)


def _is_beside(run: Run, other: Run) -> bool:
    """Whether runs stand on one line, without room for more than a word between them."""
    size = max(run.size, other.size)
    gap = max(run.left - other.right, other.left - run.right)
    return _is_on_line(run, other) and gap < _BESIDE * size


def _write_order(
    text: str,
    late: Sequence[Run],
    after: dict[int, list[Run]],
    before: dict[int, list[Run]],
    lines: dict[int, list[Run]],
) -> list[int]:
    """Give the order: the page's own, without the late runs, and with each at its place."""
    taken = {index for run in late for index in range(run.start, run.end)}
    order: list[int] = []
    is_skipping = False

    def add(run: Run, separator: int) -> None:
        """Go on with a late run, parted from what is there."""
        if order and order[-1] >= 0 and not text[order[-1]].isspace():
            order.append(separator)
        order.extend(range(run.start, run.end))

    for index in range(len(text) + 1):
        for run in after.get(index, []):
            add(run, SPACE)
        for run in lines.get(index, []):
            add(run, LINE_END)
        if index in lines:
            order.append(LINE_END)
        for run in before.get(index, []):
            add(run, SPACE)
        if index == len(text):
            break
        # The spaces and line ends that follow a run go with it.
        is_skipping = index in taken or (is_skipping and text[index].isspace())
        if not is_skipping:
            if (index in after or index in before) and not text[index].isspace():
                order.append(SPACE)
            order.append(index)
    return order
