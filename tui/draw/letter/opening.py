"""Where a letter is opened: at what it says of this council, past the letterhead that every letter has."""

import re
from collections.abc import Iterator

from db.model import Letter
from tui.draw.letter.letter_text import list_marks

_SALUTATION, _NAMES = "dear ", range(2, 81)
"""What it begins with, and how many characters follow."""

_SUBJECT, _KINDS = "annual", ("letter", "review")
_BEFORE_KIND, _BEHIND_KIND = 60, 40
"""How many characters at most stand between these, and how many behind them: a sentence of the letter is longer."""

_WORD = re.compile(r"\w")
_FAREWELLS = ("yours sincerely", "yours faithfully")
_SENDERS = ("local government and social care ombudsman", "local government & social care ombudsman")


def find_opening(letter: Letter) -> int:
    """The offset in its text: the paragraph of the first mark in what was written, else where that begins.

    A page without a salutation is not written to anybody: it opens at its first mark, or at its beginning.
    """
    text = letter.text
    begins = next((end for _, end, words in _list_lines(text, 0) if _is_salutation(words)), None)
    ends = len(text)
    if begins is not None:
        ends = next((start for start, _, words in _list_lines(text, begins) if _is_closing(words)), ends)
    body = range(begins or 0, ends)
    mark = next((quote for quote in list_marks(letter) if quote.start in body), None)
    if mark is not None:
        before = text.rfind("\n\n", body.start, mark.start)
        return mark.start if before < 0 else before + 2
    if begins is None:
        return 0
    start = _skip_blanks(text, begins)
    end = text.find("\n", start)
    return _skip_blanks(text, end) if end >= 0 and _is_subject(text[start:end].lower()) else start


def _list_lines(text: str, start: int) -> Iterator[tuple[int, int, str]]:
    """Where each line that is not empty, from an offset on, begins and ends, and its words in small letters."""
    while start < len(text):
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        if end > start:
            yield start, end, text[start:end].lstrip(" \t").lower()
        start = end + 1


def _is_salutation(words: str) -> bool:
    return words.startswith(_SALUTATION) and len(words) - len(_SALUTATION) in _NAMES


def _is_subject(words: str) -> bool:
    if not words.startswith(_SUBJECT) or "." in words:
        return False
    behind = len(_SUBJECT) + _BEFORE_KIND
    return any(
        words.find(kind, max(len(_SUBJECT), len(words) - _BEHIND_KIND - len(kind)), behind + len(kind)) >= 0
        for kind in _KINDS
    )


def _is_closing(words: str) -> bool:
    if words.rstrip(" \t") in _SENDERS:
        return True
    return any(words.startswith(each) and not _WORD.match(words, len(each)) for each in _FAREWELLS)


def _skip_blanks(text: str, offset: int) -> int:
    """The next offset that is no blank; the end of the text stays."""
    return offset + len(text[offset:]) - len(text[offset:].lstrip()) if text[offset:].strip() else offset
