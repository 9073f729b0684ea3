"""Which councils are to stand side by side, and where in that its reader is."""

from typing import NamedTuple

from db.model import Quote
from tui.draw.year_choice import YearChoice


class CompareChoice(NamedTuple):
    """The councils by their names in the library, in order; it outlives the screen that shows it.

    `year` None: the latest that most of them have. `set_name` is that of the set they were kept as, `row` says what
    the row highlighted is about.
    """

    names: tuple[str, ...]
    year: int | None = None
    set_name: str = ""
    has_intervals: bool = False
    row: str = ""


class CompareResult(NamedTuple):
    """A council to go to, with the words to go to in its letter, and the choice to come back to.

    `letter_id` is None where it has no letter of the year compared.
    """

    choice: CompareChoice
    council_id: int
    letter_id: int | None = None
    quote: Quote | None = None


class CompareAsked(NamedTuple):
    """Councils to put side by side, and the table of a year to come back to."""

    choice: CompareChoice
    year_choice: YearChoice
