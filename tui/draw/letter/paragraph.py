"""The paragraph of a letter in which a place stands."""

import re

from db.model import Quote

_PARAGRAPH = r"\S(?:[^\n]|\n(?![^\S\n]*(?:\n|$)))*"
"""Compiled where it is first sought: the first picture waits for nothing that it does not show."""


def find_paragraph(text: str, at: int) -> Quote | None:
    """The paragraph at an offset, or the first after it; None where nothing follows."""
    for found in re.finditer(_PARAGRAPH, text):
        if found.end() > at:
            words = found.group().rstrip()
            return Quote(start=found.start(), end=found.start() + len(words), text=words)
    return None
