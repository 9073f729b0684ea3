"""Titles of panes and of letters. They are `Content`, since a plain string would be read as markup."""

from collections.abc import Sequence

from textual.content import Content

from db.model import StoredLetter
from db.text.clean import one_line
from tui.draw.figures.remarks import label_remarks
from tui.draw.labels import describe_place, format_count, format_period, name_letter
from tui.draw.letter.letter_text import list_marks
from tui.draw.short_names import shorten_council, shorten_name
from tui.keymap_sentences import fill_in_keys

TITLE_EDGES = 6
"""Cells that a border takes beside its title: two corners, a line and a space on either side."""

_MIN_LINE = 3
"""Cells of line between what stands at the two ends of a title."""

_SEPARATOR = " \u00b7 "


def draw_figures_title(stored: StoredLetter | None, placeholder: str, width: int, line_style: str = "") -> Content:
    """The title of the pane with the figures of a letter: whose, of which year, and what sort of council that is."""
    if stored is None:
        return Content(placeholder)
    letter = stored.letter
    place = describe_place(letter.council)
    period = format_period(letter.period).replace(f" {letter.year}", "") if letter.period else ""
    period = period[:1].lower() + period[1:]
    whole = _SEPARATOR.join(part for part in (place, period) if part)
    return _draw_ends(_name_council(stored, width), (whole, period or place), width, line_style)


def draw_letter_title(
    stored: StoredLetter | None, placeholder: str, width: int, line_style: str = "", *, names_council: bool
) -> Content:
    """The title of the pane with the letter itself: which it is, and how many remarks and marks there are in it, with
    the key that goes to the next of these.

    `names_council`: no other pane in sight does.
    """
    if stored is None:
        return Content(placeholder)
    letter = stored.letter
    remarks, marks = len(label_remarks(letter.remarks)), len(list_marks(letter))
    counts = [format_count(number, noun) for number, noun in ((remarks, "remark"), (marks, "mark")) if number]
    with_key = [*counts[:-1], f"{counts[-1]}: {fill_in_keys('{next_figure}')} next"] if marks else counts
    name = name_letter(letter)
    if names_council:
        rights = [[name, *with_key], [name, *counts], [name], counts[:1]]
        left = _name_council(stored, width)
    else:
        rights = [with_key, counts, counts[:1]]
        to = f" to {one_line(letter.addressee)}" if letter.addressee else ""
        left = Content(name[:1].upper() + name[1:] + to)
    return _draw_ends(left, [_SEPARATOR.join(parts) for parts in rights], width, line_style)


def draw_council_and_year(council: str, year: int | None, room: int | None = None) -> Content:
    """The words "Kent County Council, 2024" in `room` cells: the name gives way, never the year."""
    when = f", {format_year(year)}"
    name = Content(one_line(council) or "Unnamed council")
    return (name if room is None else shorten_name(name, room - len(when))) + when


def format_year(year: int | None) -> str:
    """The year, or words where it is not known."""
    return "year unknown" if year is None else str(year)


def _name_council(stored: StoredLetter, width: int) -> Content:
    """The council as people call it, and the year, in a title `width` cells wide."""
    room = width - TITLE_EDGES if width else None
    return draw_council_and_year(shorten_council(stored.letter.council.name), stored.letter.year, room)


def _draw_ends(left: Content, rights: Sequence[str], width: int, line_style: str) -> Content:
    """A title with the first of `rights` that fits at its other end, and the line of the border between the two.

    Before the pane is laid out (0 cells) there is nothing but `left`.
    """
    room = width - TITLE_EDGES
    for right in rights:
        line = room - left.cell_length - Content(right).cell_length - 2
        if right and line >= _MIN_LINE:
            return Content.assemble(left, " ", ("─" * line, line_style), " ", (right, "not bold"))
    return left if not width else left.truncate(max(room, 1), ellipsis=True)
