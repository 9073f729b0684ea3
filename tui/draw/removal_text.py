"""What is said of files before they are taken out of the library, and after."""

from collections.abc import Sequence

from db.model import StoredLetter
from tui.draw.labels import format_count

UNTOUCHED = "Your own files are untouched."


def name_files(letters: Sequence[StoredLetter]) -> str:
    """The files of these letters: the one by its name, several by how many there are."""
    names = {stored.source.sha256: stored.source.name for stored in letters}
    return f"“{next(iter(names.values()))}”" if len(names) == 1 else format_count(len(names), "file")


def describe_contents(letters: Sequence[StoredLetter]) -> str:
    """What letters they are, as far as one line holds: whose and of which year, or of how many councils."""
    if len(letters) == 1:
        (only,) = letters
        return f"the letter to {only.letter.council.name} of {only.letter.year or 'a year not known'}"
    councils = {stored.letter.council.name for stored in letters}
    to = next(iter(councils)) if len(councils) == 1 else format_count(len(councils), "council")
    return f"{format_count(len(letters), 'letter')} to {to}"
