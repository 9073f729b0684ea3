"""The paragraph of a letter in which a place stands."""

import re

from db.model import Quote

_PARAGRAPH = re.compile(r"\S(?:[^\n]|\n(?![^\S\n]*(?:\n|$)))*")


def find_paragraph(text: str, at: int) -> Quote | None:
    """The paragraph at an offset, or the first after it; None where nothing follows."""
    for found in _PARAGRAPH.finditer(text):
        if found.end() > at:
            words = found.group().rstrip()
            return Quote(start=found.start(), end=found.start() + len(words), text=words)
    return None
