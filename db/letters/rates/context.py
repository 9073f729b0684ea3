"""Whether words stand as a sentence of their own, as the figures page prints them, or inside another sentence.

Nor may the line above them be a label for somebody else's figures.

"Nationally, 67% of complaints we investigated were upheld, up from 61%" has the page's very words and is not the
council's rate. Copies lose blank lines and full stops, so both edges are looked at.
"""

import re

from db.letters.folded import FoldedText
from db.letters.kept_answers import keep_answers
from db.letters.labels import is_foreign_label

BULLET = " \t-*\u2013\u2022\u00b7\u2023\u2043\u25a0\u25aa\u25ab\u25cb\u25cf\u25e6\u25fb\u27a2\u2192\u2713"
"""What stands before an item of a list."""
_UNKNOWN_BULLET = "\ufffd"
"""A sign that is not known, apart from the figure on its line, is a bullet of a font of its own."""
_LIST = 1000  # characters: how far above an item of a list its lead is looked for
_LONG = 8  # words: headings, counts and chart labels have fewer, lines of prose more
_SIGNS = tuple(".!?)\"'%")
_ENDED = re.compile(
    r"(?:[.!?)\"'%]|\bComplaints upheld:?|\bComplaint overview:?|\brecommendations:?"
    r"|\bprovided by the (?:authority|organisation|council):?"
    r"|\b(?:upheld|implemented|remedy\s+provided)\s+by\s[^.]{3,80}|\bfor the period [^.\n]{9,60}\d{4})$",
    re.IGNORECASE,
)
"""What may stand before a sentence: another's end, the block's heading, a period, its short form."""
_CELL_BEFORE = re.compile(r"[.0-9][ ]*\t[ ]*$")
_CELL_BEHIND = re.compile(r"[ ]*+\t[ \t]*+(?:In[ ])?\W*+[0-9]", re.IGNORECASE)
"""Another sentence or number in the cell beside: of columns side by side one is another year's or council's."""

_ON_THE_PAGE = re.compile(
    r"complaints upheld|compliance with (?:ombudsman )?recommendations"
    r"|satisfactory remed(?:y|ies) provided by the (?:authority|organisation|council)|(?:not )?upheld|[\d.,% -]+",
    re.IGNORECASE,
)
"""A heading of ours or a chart's label: whatever labels the figures stands above it."""
_MOST_ON_THE_PAGE = 6  # lines
_NAMES = re.compile(r"\b(?:upheld|implemented|provided)\s+by\s*\Z", re.IGNORECASE)
"""What stands over a council's name that has a line of a chart's label to itself ("Transport for London")."""
_LONGEST_LEAD = 40  # characters


def stands_alone(folded: FoldedText, start: int, end: int) -> bool:
    """Whether neither what is before `start` nor what is after `end` of the view's text belongs to the sentence."""
    return _begins(folded, start) and closes_sentence(folded, end) and not is_labelled_foreign(folded, start)


def is_labelled_foreign(folded: FoldedText, start: int) -> bool:
    """Whether the nearest line above that is none of the page's own labels the figures as somebody else's."""
    at = folded.text.rfind("\n", 0, start) + 1
    for _ in range(_MOST_ON_THE_PAGE):
        if not at:
            return False
        begin = folded.text.rfind("\n", 0, at - 1) + 1
        above = folded.text[max(begin, at - 300) : at - 1].strip(BULLET + ":")
        if above and not _ON_THE_PAGE.fullmatch(above):
            is_name = _NAMES.search(folded.text, max(begin - _LONGEST_LEAD, 0), begin)
            return not is_name and is_foreign_label(above)
        at = begin
    return False


def _begins(folded: FoldedText, start: int) -> bool:
    line = folded.text.rfind("\n", 0, start) + 1
    if _CELL_BEFORE.search(folded.text, max(start - 200, line), start):
        return False
    before = folded.text[max(start - 200, 0) : start].rstrip(BULLET + "\n")
    if not line or folded.text[line:start].strip(BULLET + _UNKNOWN_BULLET):
        return not before or _has_ended(before)
    if _has_ended(before):
        return True
    if before.endswith(":") or (before[-1:].isdigit() and not folded.ends_paragraph(line - 1)):
        return False  # "Across England:" leads in another's figure; "10" over "0%" may be one number
    if _is_led_in(folded.text[max(line - _LIST, 0) : line]):
        return False
    above = folded.text[max(folded.text.rfind("\n", 0, line - 1) + 1, line - 200) : line - 1].rstrip()
    if above.endswith(","):
        return False
    is_short = not above[-1:].islower() or len(above.split()) <= _LONG
    return is_short or folded.ends_paragraph(line - 1) or _has_ended(above)


def _has_ended(before: str) -> bool:
    """Whether what ends this text may stand before a sentence; mostly its last sign tells, or its last line."""
    if before[-1:] in _SIGNS or _is_ended(before.rpartition("\n")[2]):
        return True
    return bool(_ENDED.search(before))


@keep_answers
def _is_ended(line: str) -> bool:
    """Whether a line alone ends in what may stand before a sentence."""
    return bool(_ENDED.search(line))


def _is_led_in(before: str) -> bool:
    """Whether the items of a list that end this text are led in by a line that is no heading of ours."""
    lines = before.rstrip("\n").split("\n")
    while lines and lines[-1][:1] in BULLET.strip():
        lines.pop()
    lead = lines[-1].rstrip() if lines else ""
    return lead.endswith(":") and not _has_ended(lead)


def closes_sentence(folded: FoldedText, end: int) -> bool:
    """Whether what stands after `end` is not the rest of the sentence, nor a cell beside it."""
    if _CELL_BEHIND.match(folded.text, end):
        return False
    if folded.text[end - 1] == ".":
        return True
    rest = folded.text[end : end + 20].lstrip(" \t")
    if rest.startswith("\n"):
        following = rest.lstrip()[:1]
        return not following.islower() or folded.ends_paragraph(folded.text.index("\n", end))
    return not rest or rest[0].isupper() or rest[0].isdigit() or rest[0] == "."
