"""Letters that need a person's eye, and what a person has corrected in one, in words."""

from typing import TYPE_CHECKING

from textual.content import Content

from db.model import StoredLetter
from db.text.clean import one_line
from tui.draw.doubt_text import write_doubt
from tui.draw.labels import format_count
from tui.draw.layout import MUTED, wrap_hanging
from tui.draw.titles import draw_council_and_year
from tui.keymap_sentences import fill_in_keys

if TYPE_CHECKING:
    from db.review.findings import ReviewItem

_MAX_FILE_NAME = 120
_MAX_REASON = 1000
_DISMISSED = "Dismissed as fine. {review_dismiss} puts it back on the list."
_FURTHER = "And {} more: {{review_open}} goes to the letter's figures, where they are told."


def draw_review_item(item: "ReviewItem", width: int, *, is_dismissed: bool = False) -> Content:
    """One letter: its council and year, its file, each reason listed as a sentence behind a sign, and how many more.

    One that was dismissed says so, and has another sign.
    """
    lines = [
        draw_council_and_year(item.council, item.year, width).stylize("bold"),
        wrap_hanging(Content.styled(one_line(item.source, _MAX_FILE_NAME), MUTED), width, 2),
    ]
    if is_dismissed:
        lines.append(wrap_hanging(Content(fill_in_keys(_DISMISSED)), width, 2))
    sign = Content.styled("-" if is_dismissed else "!", "bold")
    lines.extend(
        wrap_hanging(Content(one_line(write_doubt(reason), _MAX_REASON)), width, 2, sign) for reason in item.reasons
    )
    if item.further:
        lines.append(wrap_hanging(Content(fill_in_keys(_FURTHER.format(f"{item.further:,}"))), width, 2))
    return Content("\n").join(lines)


def format_review_count(number: int) -> str:
    """The words "3 need a look", or "1 needs a look"."""
    return f"{number:,} {'needs' if number == 1 else 'need'} a look"


def explain_no_items(dismissed: int) -> str:
    """That nothing does; and where so many letters were dismissed, how they are listed."""
    nothing = "No letter needs a look."
    if not dismissed:
        return nothing
    return f"{nothing} {format_count(dismissed, 'letter')} {'was' if dismissed == 1 else 'were'} dismissed: D to list."


def describe_correction(stored: StoredLetter) -> str:
    """What a person set of a letter, and what was read in its place; empty where nothing was set."""
    parts = stored.corrected_parts
    if not parts:
        return ""
    read = {"council": one_line(stored.read_council.name), "year": format_read_year(stored)}
    return f"Set by hand: {', '.join(parts)} (read: {', '.join(read[part] for part in parts)})"


def format_year_as_read(stored: StoredLetter) -> str:
    """What leaving the year as read comes to."""
    return "no year was read" if stored.read_year is None else f"{stored.read_year}, as read"


def format_read_year(stored: StoredLetter) -> str:
    """The year as read, or words where none was."""
    return "no year" if stored.read_year is None else str(stored.read_year)
