"""Words drawn after the rest of a page, as the values of fields are: put where they are read.

PDFium gives the words as they are drawn. A number, or what a field or a note shows, that is drawn late goes beside
the words of its line, or between the lines that it stands between.
"""

import re
from collections.abc import Callable, Sequence

from db.text.pdf.lines import BoxFinder, Run, find_runs

SPACE, LINE_END = -1, -2
"""What stands in the order of characters for those that are put between them."""

_NUMBER = re.compile(r"(?:[\W\d_]*\d[\W\d_]*|[-\u2013\u2014])")
_SAME_LINE = 0.5
_BESIDE = 3.0
"""Both in heights of the line."""


def put_in_place(text: str, find_box: BoxFinder, is_added: Callable[[int], bool]) -> list[int]:
    """Give the indexes of the page's characters in the order in which they are read."""
    runs = list(find_runs(text, find_box))
    late: set[int] = set()
    for number, run in enumerate(runs):
        goes_on = number - 1 in late and _NUMBER.fullmatch(run.words) and _is_on_line(run, runs[number - 1])
        if is_added(run.start) or goes_on or _is_late(runs, number):
            late.add(number)
    if not late:
        return list(range(len(text)))
    fixed = [run for number, run in enumerate(runs) if number not in late]
    after: dict[int, list[Run]] = {}
    before: dict[int, list[Run]] = {}
    lines: dict[int, list[Run]] = {}
    for run in sorted((runs[number] for number in late), key=lambda run: (-run.bottom, run.left)):
        beside = [other for other in fixed if _is_beside(run, other)]
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


def _is_late(runs: Sequence[Run], number: int) -> bool:
    """Whether a run is a number that stands higher than what was drawn before it."""
    run = runs[number]
    if not number or not _NUMBER.fullmatch(run.words):
        return False
    at = number - 1
    # Numbers that go on from a late one on its line are late with it.
    while at and _NUMBER.fullmatch(runs[at].words) and _is_on_line(run, runs[at]):
        at -= 1
    lowest = min(other.bottom for other in runs[: at + 1])
    if run.bottom <= lowest + _SAME_LINE * run.size and not _is_within_line(runs[: at + 1], run):
        return False
    is_near = any(_is_beside(run, other) and not _NUMBER.fullmatch(other.words) for other in runs[: at + 1])
    follows = _is_beside(run, runs[at]) and runs[at].left < run.left
    return (is_near and not follows) or _is_between(runs, number, at)


def _is_within_line(runs: Sequence[Run], run: Run) -> bool:
    """Whether words of a line that it stands on go on after it."""
    return any(_is_beside(run, other) and other.left > run.left for other in runs if not _NUMBER.fullmatch(other.words))


def _is_between(runs: Sequence[Run], number: int, at: int) -> bool:
    """Whether a run alone on its line stands between lines that were drawn one right after the other."""
    run = runs[number]
    words = [other for other in runs[: at + 1] if not _NUMBER.fullmatch(other.words)]
    if any(abs(other.bottom - run.bottom) < _SAME_LINE * run.size for other in words):
        return False
    lower = [other.bottom < run.bottom for other in words]
    # The words above it come first, all of them: a page of one column.
    return any(lower) and not all(lower) and lower == sorted(lower)


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
