"""Titles of panes and of letters. They are `Content`, since a plain string would be read as markup."""

from textual.content import Content

from db.model import StoredLetter
from db.text.clean import one_line
from tui.draw.short_names import ELLIPSIS, shorten_name

TITLE_EDGES = 6
"""Cells that a border takes beside its title: two corners, a line and a space on either side."""


def draw_title(stored: StoredLetter | None, placeholder: str, width: int, lead: str = "") -> Content:
    """The title of a pane `width` cells wide about a letter, `placeholder` where there is none.

    It begins with `lead`, unless the name would have to be cut for that. Before the pane is laid out (0 cells) nothing
    is shortened.
    """
    if stored is None:
        return Content(placeholder)
    council, year = stored.letter.council.name, stored.letter.year
    room = width - TITLE_EDGES if width else None
    if lead and room is not None:
        behind = draw_council_and_year(council, year, room - Content(lead).cell_length)
        return draw_council_and_year(council, year, room) if ELLIPSIS in behind.plain else lead + behind
    return lead + draw_council_and_year(council, year, room)


def draw_council_and_year(council: str, year: int | None, room: int | None = None) -> Content:
    """The words "Kent County Council, 2024" in `room` cells: the name gives way, never the year."""
    when = f", {format_year(year)}"
    name = Content(one_line(council) or "Unnamed council")
    return (name if room is None else shorten_name(name, room - len(when))) + when


def format_year(year: int | None) -> str:
    """The year, or words where it is not known."""
    return "year unknown" if year is None else str(year)
