"""Titles of panes. They are `Content`, since a plain string would be read as markup."""

from textual.content import Content

from db.model import StoredLetter
from db.text.clean import one_line


def council_and_year(stored: StoredLetter | None, otherwise: str) -> Content:
    """The council and the year of a letter: "Kent County Council, 2024"; `otherwise` where there is none."""
    if stored is None:
        return Content(otherwise)
    letter = stored.letter
    year = "year unknown" if letter.year is None else str(letter.year)
    return Content(f"{one_line(letter.council.name) or 'Unnamed council'}, {year}")
