"""One text into the letters it holds: a committee pack has several, and a covering report before them.

A letter begins at its date (or the Ombudsman's name above it) before "Dear ..." and its subject line. What stands
before the first one is a covering report, whose own sentences restate and misstate the figures: it is cut off.
"""

import re
from itertools import pairwise

from db.letters.dates import DAY
from db.letters.heading import DEAR, SUBJECT
from db.letters.view import View

_HEAD_LINES = 25
_DATE = re.compile(rf"^\W*(?:(?:Mon|Tues|Wednes|Thurs|Fri)day,?\s)?(?:{DAY})\b.{{0,12}}$", re.IGNORECASE)
_LOGO = re.compile(r"^\W*Local Government (?:(?:&|and) Social Care )?Ombudsman\W*$", re.IGNORECASE)
_SAMPLE = re.compile(r"^(?:Sample letter,|Figures published)", re.IGNORECASE)
_MORE_THAN_A_HEAD = 12  # words


def split_letters(stored: str) -> tuple[str, ...]:
    """The stretches of a stored text that are one letter each; all of it where there is one letter or none."""
    view = View.of(stored)
    text = view.text
    starts = [start for start in (_start(text, dear) for dear in DEAR.finditer(text)) if start is not None]
    if not starts:
        return (stored,)
    if not _has_prose(text[: starts[0]]):
        starts[0] = 0
    cuts = [*(view.origin(start) if start else 0 for start in starts), len(stored)]
    return tuple(stored[start:end] for start, end in pairwise(cuts))


def _start(text: str, dear: re.Match[str]) -> int | None:
    """Where in a view's text the letter with this salutation begins; None if no subject line follows it.

    It begins at the nearest date above, or the Ombudsman's name right above that; without a date, after the last
    line that ends a sentence.
    """
    subject = SUBJECT.search(text, dear.end(), dear.end() + 200)
    if subject is None or text[dear.end() : subject.start()].strip():
        return None
    at = start = dear.start()
    has_ended = False
    for _ in range(_HEAD_LINES):
        if at == 0:
            break
        previous = text.rfind("\n", 0, at - 1) + 1
        line = text[previous : at - 1].strip()
        if _DATE.match(line):
            above = text.rfind("\n", 0, max(previous - 1, 0)) + 1
            return above if previous and _LOGO.match(text[above : previous - 1]) else previous
        has_ended = has_ended or line.endswith(".")
        at = previous
        start = start if has_ended else at
    return start


def _has_prose(before: str) -> bool:
    """Whether a covering report stands before the first letter (a sample's own first lines are not one)."""
    words = sum(len(line.split()) for line in before.split("\n") if not _SAMPLE.match(line.strip()))
    return words > _MORE_THAN_A_HEAD
