"""One text into the letters it holds: a committee pack has several, and a covering report before them.

A letter begins at its date (or the Ombudsman's name above it) before "Dear ..." and its subject line. What stands
before the first one is a covering report, whose own sentences restate and misstate the figures: it is cut off.
"""

import re
from bisect import bisect_left
from collections.abc import Sequence
from itertools import pairwise

from db.letters.address import strip_letterhead
from db.letters.anatomy import CLOSING, SALUTATION, SUBJECT, find_subject
from db.letters.dates import DAY
from db.letters.folded import FoldedText
from db.letters.kept_answers import keep_answers
from db.letters.part import Part

_HEAD_LINES = 25
_DATE = re.compile(rf"^\W*(?:(?:Mon|Tues|Wednes|Thurs|Fri)day,?\s)?(?:{DAY})\b.{{0,12}}$", re.IGNORECASE)
_LOGO = re.compile(r"^\W*Local Government (?:(?:&|and) Social Care )?Ombudsman\W*$", re.IGNORECASE)
_SAMPLE = re.compile(r"^(?:Sample letter,|Figures published)", re.IGNORECASE)
_ENDED = re.compile(
    r"\bbased on a total of\b|\bfor the period\b|\b(?:during|in) this period$|\bOmbudsman in England$"
    r"|^Yours (?:sincerely|faithfully)|^Chair, Commission|\bInterim Chair, Commission|\b(?:upheld|remedy) decisions?$",
    re.IGNORECASE,
)
"""How the last lines of a letter look: its signature, or the figures page, whose sentences have no full stop."""
_SIGNATURE = 200
"""How far above its end a signature may begin, a caption of its picture included."""
_ABOUT = re.compile(r"\bannual\s+(?:review\s+letter|review|letter|summary\s+of\s+statistics)\b", re.IGNORECASE)
_NEAR = 400
"""How far after a salutation a letter has said that it is the annual one, where its subject line is unusual."""
_FIGURES_BEFORE = re.compile(r"\bStatistics are based on a total of\b[^\n]*(?:\n[^\n]*){0,3}\s*\Z")
"""How a page of figures ends that stands before a letter."""
_OFFICE = re.compile(
    r"^(?:(?:Interim )?Chair, Commission[^\n]*|(?:Interim )?Local Government (?:(?:&|and) Social Care )?Ombudsman)$"
    r"(?!\n(?:Interim )?Chair, Commission)",
    re.IGNORECASE | re.MULTILINE,
)
"""The last line of a signature."""
_MORE_THAN_A_HEAD = 12  # words
_LONGEST_LINE = 200  # characters


def split_letters(folded: FoldedText) -> tuple[FoldedText, ...]:
    """The stretches of a file's text that are one letter each; all of it where there is one letter or none."""
    text = folded.text
    starts: list[int] = []
    after = 0
    closings = [closing.start() for closing in CLOSING.finditer(text)]
    subjects = [Part(*match.span()) for match in SUBJECT.finditer(text)]
    for salutation in SALUTATION.finditer(text):
        subject = find_subject(text, salutation.end(), subjects)
        is_about = subject or _ABOUT.search(text, salutation.end(), salutation.end() + _NEAR)
        if is_about or _is_another(closings, salutation.start(), after):
            starts.append(_find_start(text, salutation.start(), after))
            after = subject.end if subject else salutation.end()
    if not starts:
        return (folded,)
    if not _has_prose(text[: starts[0]]):
        starts[0] = 0
    ends = [*starts[1:], len(text)]
    if len(starts) > 1 and _FIGURES_BEFORE.search(text[max(starts[0] - _NEAR, 0) : starts[0]]):
        ends = [_find_signature(text, start, end, closings) for start, end in pairwise([*starts, len(text)])]
    return tuple(folded.cut(start, end) for start, end in zip(starts, ends, strict=True))


def _find_signature(text: str, start: int, end: int, closings: Sequence[int]) -> int:
    """Where a letter's signature ends, in a pack whose pages of figures may stand before their letters.

    Whose the pages between two letters are cannot be told there.
    """
    index = bisect_left(closings, start)
    if index == len(closings) or closings[index] >= end:
        return end
    office = _OFFICE.search(text, closings[index], min(end, closings[index] + _NEAR))
    return office.end() if office else closings[index]


def _is_another(closings: Sequence[int], salutation: int, after: int) -> bool:
    """Whether this salutation follows the signature of a letter before, whatever its subject line says."""
    return after > 0 and bisect_left(closings, after) < bisect_left(closings, salutation)


def _find_start(text: str, salutation: int, after: int) -> int:
    """Where in the folded text the letter with the salutation at this place begins.

    It begins at the nearest date or Ombudsman's name above, or both where they stand together; without them, after
    the last line that ends a sentence. Never above `after`, where the subject line of the letter before ends.
    """
    at = start = salutation
    has_ended = False
    for _ in range(_HEAD_LINES):
        previous = text.rfind("\n", 0, max(at - 1, 0)) + 1
        line = text[previous : at - 1].strip()
        line = strip_letterhead(line) if len(line) <= _LONGEST_LINE else line
        is_end, is_logo, is_date = _look_at(line)
        if at == 0 or previous < after or is_end or (is_logo and _is_signed(text, previous)):
            break
        if is_date or is_logo:
            above = text.rfind("\n", 0, max(previous - 1, 0)) + 1
            second = _LOGO if is_date else _DATE
            is_pair = previous > 0 and second.match(text[above : previous - 1]) and not _is_signed(text, above)
            return above if is_pair else previous
        has_ended = has_ended or line.endswith(".")
        at = previous
        start = start if has_ended else at
    return start


@keep_answers
def _look_at(line: str) -> tuple[bool, bool, bool]:
    """Whether a line ends a letter, is the Ombudsman's name, and is a date."""
    return bool(_ENDED.search(line)), bool(_LOGO.match(line)), bool(_DATE.match(line))


def _is_signed(text: str, name: int) -> bool:
    """Whether the Ombudsman's name on this line signs the letter before, instead of standing over the next one."""
    before = text[max(name - _SIGNATURE, 0) : name]
    closing = max((match.end() for match in CLOSING.finditer(before)), default=None)
    return closing is not None and not any(_LOGO.match(line) for line in before[closing:].split("\n"))


def _has_prose(before: str) -> bool:
    """Whether a covering report stands before the first letter (a sample's own first lines are not one)."""
    words = sum(len(line.split()) for line in before.split("\n") if not _SAMPLE.match(line.strip()))
    return words > _MORE_THAN_A_HEAD
