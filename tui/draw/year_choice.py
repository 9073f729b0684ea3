"""What is looked at of all councils of a year: which of them, in which order. It outlives the screen that shows it."""

from typing import NamedTuple

from db.figures.year_table import YearColumn
from db.model import CouncilType
from tui.draw.year_rows import YearView

TYPES = (None, *CouncilType)
"""The types of council, one after the other; first all of them."""


class YearChoice(NamedTuple):
    """The year, the type (None: all), the column and which way it is sorted, which councils, and what is typed.

    `council` is the name of the one highlighted. `has_funnel` is None until somebody asks for the funnel or puts it
    away: then it stands beside the table where there is room.
    """

    year: int
    type: CouncilType | None = None
    column: YearColumn = YearColumn.UPHELD
    is_reversed: bool = False
    view: YearView = YearView.ALL
    words: str = ""
    council: str = ""
    has_funnel: bool | None = None

    def step_type(self, step: int) -> "YearChoice":
        """The type after this one (1) or before it (-1), round and round."""
        return self._replace(type=TYPES[(TYPES.index(self.type) + step) % len(TYPES)])

    def step_view(self) -> "YearChoice":
        """The next way to choose among the councils."""
        views = list(YearView)
        return self._replace(view=views[(views.index(self.view) + 1) % len(views)])

    def sort_by(self, column: YearColumn) -> "YearChoice":
        """Sorted by a column, the highest first; by that which it is sorted by already, the other way round."""
        return self._replace(column=column, is_reversed=column is self.column and not self.is_reversed)
