"""Lines over figures that say they are not this council's of this year: a group's, an earlier year's, a part's."""

import re

from db.letters.dates import YEARS, closing_year
from db.letters.kept_answers import keep_answers

_LONGEST = 12  # words
_OTHERS = re.compile(
    r"\b(?:national(?:ly)?|nationwide|england|country|region(?:al)?|sector|average|similar|comparison|compared"
    r"|neighbour\w*"
    r"|councils|authorities|boroughs|districts|counties|unitaries|across|elsewhere|other"
    r"|last|previous|prior|earlier|past|former|year before|extract|mock-?up|example|draft|illustrat\w+"
    r"|only|adult|children'?s?|housing|planning|education|highways|transport|benefits?|tax|environment\w*)\b",
    re.IGNORECASE,
)
"""Words of labels for many councils, for other years, and for parts of a council's work."""
_TITLES = re.compile(
    r"\b(?:national(?:ly)?|nationwide|england|comparison|neighbour\w*|other (?:councils|authorities)"
    r"|all (?:\w+ ){0,8}?(?:councils|authorities|districts|boroughs|counties)|last year|previous|prior year"
    r"|earlier year|extract|mock-?up|illustrat\w+)\b",
    re.IGNORECASE,
)
"""Words of titles over pages of others' figures; the page itself has "average" and "similar" in its charts."""
_OURS = re.compile(
    r"\b(?:annual statistics|find out more|advice on comparing|view upheld|for the period|ombudsman|commission for"
    r"|this compares|upheld by|implemented by|remedy provided by|based on a total)\b|://|\bwww\.",
    re.IGNORECASE,
)
"""What stands on the statistics page itself, though it may have such a word."""
_ENDS = re.compile(r"[.!?][\"')\]]*(?:\s|$)")
_LONG = 6  # words


@keep_answers
def is_label(line: str) -> bool:
    """Whether a line may be a label: no sentence or end of one, no line of prose that runs on, no row or number."""
    words = line.strip()
    count = len(words.split())
    if not words or count > _LONGEST or words[0].islower() or _ENDS.search(words):
        return False
    if words.isdecimal() or "\t" in words or "|" in words:
        return False
    return count <= _LONG or not words[-1].islower()


@keep_answers
def is_foreign_label(line: str) -> bool:
    """Whether a line is a label, not a sentence, for figures of other councils, of other years or of a part."""
    return is_label(line) and not _OURS.search(line) and bool(_OTHERS.search(line))


def is_foreign_title(line: str) -> bool:
    """The same for the title of a whole page of figures."""
    return is_foreign_label(line) and bool(_TITLES.search(line))


def is_of_year(line: str, year: int) -> bool:
    """Whether a line names no year, or names this one."""
    named = [closing_year(match) for match in re.findall(YEARS, line)]
    return not named or year in named
