"""Where a letter is opened: at what it says of this council, past the letterhead that every letter has."""

import re

from db.model import Letter
from tui.draw.letter.letter_text import list_marks

_SALUTATION = re.compile(r"^[ \t]*Dear [^\n]{2,80}$", re.IGNORECASE | re.MULTILINE)
_SUBJECT = re.compile(r"\s{0,200}+Annual[^\n.]{0,60}(?:letter|review)[^\n.]{0,40}(?=\n)", re.IGNORECASE)
_CLOSING = re.compile(
    r"^[ \t]*(?:Yours (?:sincerely|faithfully)\b|Local Government (?:and|&) Social Care Ombudsman[ \t]*$)",
    re.IGNORECASE | re.MULTILINE,
)


def find_opening(letter: Letter) -> int:
    """The offset in its text: the paragraph of the first mark in what was written, else where that begins.

    A page without a salutation is not written to anybody: it opens at its first mark, or at its beginning.
    """
    text = letter.text
    salutation = _SALUTATION.search(text)
    begins = salutation.end() if salutation else 0
    closing = _CLOSING.search(text, begins)
    ends = closing.start() if salutation and closing else len(text)
    mark = next((quote for quote in list_marks(letter) if begins <= quote.start < ends), None)
    if mark is not None:
        return max(text.rfind("\n\n", 0, mark.start) + 2, begins) if "\n\n" in text[begins : mark.start] else mark.start
    if salutation is None:
        return 0
    subject = _SUBJECT.match(text, begins)
    return _skip_blanks(text, subject.end() if subject else begins)


def _skip_blanks(text: str, offset: int) -> int:
    """The next offset that is no blank; the end of the text stays."""
    return offset + len(text[offset:]) - len(text[offset:].lstrip()) if text[offset:].strip() else offset
