"""Footnotes and endnotes, which stand after the text."""

from collections.abc import Iterable


def append_notes(text: str, notes: Iterable[list[str]]) -> str:
    """Give the text with the lines of each note after it, apart from it and numbered in their order.

    The mark that refers to a note is not written: beside a number it would be taken for its last digit.
    """
    numbered = [
        "\n".join([f"Note {number}: {lines[0].strip()}", *lines[1:]]) for number, lines in enumerate(notes, 1) if lines
    ]
    return "\n\n".join([text.rstrip("\n"), *numbered]) if numbered else text
