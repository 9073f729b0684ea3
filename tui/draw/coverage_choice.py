"""What is looked at of who has a letter of which year. It outlives the screen that shows it."""

from typing import NamedTuple

from db.model import CouncilType
from tui.draw.year_choice import TYPES, YearChoice


class CoverageChoice(NamedTuple):
    """The type (None: all), what is typed, and the cell highlighted: a council by name, and a year.

    `back` is the table of a year that its reader came from, if they came from one.
    """

    type: CouncilType | None = None
    words: str = ""
    council: str = ""
    year: int | None = None
    back: YearChoice | None = None

    def step_type(self, step: int) -> "CoverageChoice":
        """The type after this one (1) or before it (-1), round and round."""
        return self._replace(type=TYPES[(TYPES.index(self.type) + step) % len(TYPES)])
