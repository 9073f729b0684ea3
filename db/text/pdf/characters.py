"""The characters of a PDF's page as they are printed: what is not known said so, and raised digits told apart."""

import re
import sys
from collections.abc import Callable
from typing import Any

from db.text.pdf.lines import BoxFinder
from db.text.superscript import raise_digits

HYPHEN = "\x02"
"""What stands for a hyphen at the end of a line, after which PDFium leaves out the line's end."""

_UNSURE = re.compile(r"[0-9\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffe]")
_RAISABLE = re.compile(r"(?<=[0-9%])[0-9]+")

# In heights of the character before: of a raised digit its own at most, and how far it is raised at least.
_SMALLER = 0.85
_RAISED = 0.15


def read_characters(raw: Any, textpage: Any) -> str:  # noqa: ANN401 - pypdfium2 comes without types
    """Give a page's characters, one for each that PDFium counts, as it counts its indexes so."""
    text: str = textpage.get_text_range()
    count = textpage.count_chars()
    if len(text) == count:
        return text
    # PDFium leaves signs out of the text of which it knows no character: a figure beside them would be another.
    codes = (raw.FPDFText_GetUnicode(textpage.raw, index) for index in range(count))
    return "".join(chr(min(code, sys.maxunicode)) for code in codes)


def mark_unsure_and_raised(
    text: str, find_box: BoxFinder, is_hyphen: Callable[[int], bool], is_guess: Callable[[int], bool]
) -> str:
    """Give the page's text, character by character, so that the index of each stays what it is.

    `is_hyphen` says of an index whether there is a hyphen at a line's end, which becomes `HYPHEN`; `is_guess` whether
    the font does not say which character its sign is. Figures that are guesses and control characters, which are the
    bare numbers of signs, become U+FFFD; raised digits after a figure become superscript.
    """

    def replace_guess(match: re.Match[str]) -> str:
        """Give the character, or U+FFFD where it is only a guess."""
        index = match.start()
        if match[0].isdecimal():
            return "\ufffd" if is_guess(index) else match[0]
        return HYPHEN if is_hyphen(index) else "\ufffd"

    def raise_within(match: re.Match[str]) -> str:
        """Give the digits, those that stand higher than the first as superscript."""
        _, foot, _, top = find_box(match.start() - 1)
        if find_box(match.end() - 1)[1] <= foot:
            return match[0]
        digits = list(match[0])
        for number in range(len(digits)):
            _, bottom, _, head = find_box(match.start() + number)
            if head - bottom < _SMALLER * (top - foot) and bottom > foot + _RAISED * (top - foot):
                digits[number] = raise_digits(digits[number])
            else:
                foot, top = bottom, head
        return "".join(digits)

    return _RAISABLE.sub(raise_within, _UNSURE.sub(replace_guess, text))
