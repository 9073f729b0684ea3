"""Letters that need a person's eye, and what a person has settled about one, in words."""

from textual.content import Content

from db.model import ReviewItem, StoredLetter
from db.text.clean import one_line
from tui.draw.labels import counted
from tui.draw.layout import MUTED, hanging
from tui.draw.titles import council_and_year

_LONGEST_FILE = 120
_LONGEST_REASON = 1000
_DISMISSED = "Dismissed as fine. d puts it back on the list."


def look_row(look: ReviewItem, width: int, *, is_dismissed: bool = False) -> Content:
    """One letter: its council and year, its file, and each reason as a sentence behind a sign.

    One that was dismissed says so, and has another sign.
    """
    lines = [
        council_and_year(look.council, look.year, width).stylize("bold"),
        hanging(Content.styled(one_line(look.source, _LONGEST_FILE), MUTED), width, 2),
    ]
    if is_dismissed:
        lines.append(hanging(Content(_DISMISSED), width, 2))
    sign = Content.styled("-" if is_dismissed else "!", "bold")
    lines.extend(hanging(Content(one_line(reason, _LONGEST_REASON)), width, 2, sign) for reason in look.reasons)
    return Content("\n").join(lines)


def how_many_need_a_look(number: int) -> str:
    """The words "3 need a look", or "1 needs a look"."""
    return f"{number:,} {'needs' if number == 1 else 'need'} a look"


def nothing_needs_a_look(dismissed: int) -> str:
    """That nothing does; and where so many letters were dismissed, how they are listed."""
    nothing = "No letter needs a look."
    if not dismissed:
        return nothing
    return f"{nothing} {counted(dismissed, 'letter')} {'was' if dismissed == 1 else 'were'} dismissed: D to list."


def set_by_hand(stored: StoredLetter) -> str:
    """What a person set of a letter, and what was read in its place; empty where nothing was set."""
    given = stored.set_by_hand
    if not given:
        return ""
    read = {"council": one_line(stored.read_council.name), "year": read_year(stored)}
    return f"Set by hand: {', '.join(given)} (read: {', '.join(read[each] for each in given)})"


def as_read_year(stored: StoredLetter) -> str:
    """What leaving the year as read comes to."""
    return "no year was read" if stored.read_year is None else f"{stored.read_year}, as read"


def read_year(stored: StoredLetter) -> str:
    """The year as read, or words where none was."""
    return "no year" if stored.read_year is None else str(stored.read_year)
