"""What is kept of the table of a year between two looks at it."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tui.screens.year_questions import YearLetters


@dataclass
class KeptYear:
    """The letters of a year as they were read and judged last; None once the library may have changed."""

    letters: "YearLetters | None" = None
