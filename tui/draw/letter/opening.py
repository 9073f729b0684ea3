"""Where a letter is opened: at what it says of this council, past the letterhead that every letter has."""

from collections.abc import Iterator

from db.model import Letter
from tui.draw.letter.letter_text import list_marks

_SALUTATION, _NAMES = "dear ", range(2, 81)
"""What it begins with, and how many characters follow."""

_SUBJECT, _KINDS, _LONGEST_SUBJECT = "annual", ("letter", "review"), 110
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
    """Where each line from an offset on begins and ends, and its words in small letters."""
    while start <= len(text):
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        yield start, end, text[start:end].strip().lower()
        start = end + 1


def _is_salutation(words: str) -> bool:
    return words.startswith(_SALUTATION) and len(words) - len(_SALUTATION) in _NAMES


def _is_subject(words: str) -> bool:
    is_named = words.startswith(_SUBJECT) and any(kind in words for kind in _KINDS)
    return is_named and "." not in words and len(words) <= _LONGEST_SUBJECT


def _is_closing(words: str) -> bool:
    return words in _SENDERS or any(
        words.startswith(each) and not words[len(each) :][:1].isalnum() for each in _FAREWELLS
    )


def _skip_blanks(text: str, offset: int) -> int:
    """The next offset that is no blank; the end of the text stays."""
    return offset + len(text[offset:]) - len(text[offset:].lstrip()) if text[offset:].strip() else offset
