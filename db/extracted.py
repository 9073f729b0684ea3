"""What reading a file comes to: its letters, or why there are none. Needs none of what reads them."""

from dataclasses import dataclass

from db.errors import Refused
from db.model import Letter
from db.text.clean import one_line
from db.text.limits import TOO_HEAVY


@dataclass(frozen=True, slots=True, kw_only=True)
class Extracted:
    """What a file turned out to be, and its letters (at least one)."""

    media_type: str
    letters: tuple[Letter, ...]


def as_refusal(error: Exception) -> Refused:
    """Why a file is refused: whatever is wrong with one, the others go on."""
    if isinstance(error, Refused):
        return error
    if isinstance(error, MemoryError):
        return Refused(TOO_HEAVY)
    what = one_line(f"{type(error).__name__}: {error}")
    return Refused(f"This file could not be understood ({what}); import it as plain text.")
