"""One line of a list of councils: the name with the matched letters marked, and what is said at its end."""

from textual.content import Content
from textual.css.styles import RulesMap

from db.figures.cases import count_cases
from db.model import CouncilEntry
from db.text.clean import one_line
from tui.draw.figures.measure_text import NOT_PRINTED, OURS
from tui.draw.labels import SHORT_COUNCIL_TYPES
from tui.draw.layout import MUTED
from tui.draw.short_names import shorten_for_list, shorten_name
from tui.panes.visual_row import VisualRow

YEAR_WIDTH = 4
_COUNT_HEAD = "upheld"
MIN_COUNT_WIDTH = len(_COUNT_HEAD)
"""Cells that the head over the counts takes."""

_TYPE_WIDTH, _NAME_BESIDE_TYPE = 2, 16
"""A list has the types, in so many cells, where its names keep at least as many as this."""

_MATCHED = "bold underline"


class NameRow(VisualRow):
    """A name in a list, on one line: only lines in sight are drawn.

    `spans` are the stretches of the name that match what is typed; `ending` stands at the end of the line. With a
    `council_type`, one letter, the name is the short one by which people call the council, and the type stands behind.
    """

    def __init__(
        self, name: str, spans: tuple[tuple[int, int], ...] = (), ending: str = "", *, council_type: str = ""
    ) -> None:
        super().__init__(self.draw_name)
        self._type = council_type
        self.name = name
        self._spans = spans
        self._ending = ending

    def draw_name(self, width: int) -> Content:
        """The line, `width` cells wide: a name that is too long loses its type first, then ends in an ellipsis."""
        ending = f" {self._ending}" if self._ending else ""
        name = Content(one_line(self.name))
        for start, end in self._spans:
            name = name.stylize(_MATCHED, start, end)
        if self._type:
            name = shorten_for_list(name)
            if width - len(ending) - _TYPE_WIDTH >= _NAME_BESIDE_TYPE:
                ending = f" {self._type}{ending}"
        room = max(1, width - len(ending))
        name = shorten_name(name, room).truncate(room, pad=True)
        return Content.assemble(name, (ending, MUTED))

    def get_height(self, rules: RulesMap, width: int) -> int:
        """Always one line, which need not be drawn to know that."""
        return 1


def make_council_row(entry: CouncilEntry, spans: tuple[tuple[int, int], ...] = (), count_width: int = 5) -> NameRow:
    """The row of a council with letters, ending in its type's letter, a year and a count.

    `count_width` is that of the last column. In a narrow list the type is left out.
    """
    figures = f"{format_entry_year(entry):>{YEAR_WIDTH}} {format_entry_count(entry):>{count_width}}"
    return NameRow(entry.council.name, spans, figures, council_type=format_entry_type(entry))


def draw_council_heading(width: int, count_width: int) -> Content:
    """The heads of the columns under which these rows stand."""
    ends = f"{'year':>{YEAR_WIDTH}} {_COUNT_HEAD:>{count_width}}"
    name = "name" if width >= len(ends) + len("name") + 1 else ""
    return Content.styled(f"{name:<{max(width - len(ends), 0)}}{ends}", MUTED)


def format_entry_type(entry: CouncilEntry) -> str:
    """The one letter for its type: "D" for a district."""
    return SHORT_COUNCIL_TYPES[entry.council.type][:1].upper()


def format_entry_year(entry: CouncilEntry) -> str:
    """The year the count is of; without a count, the latest year; `-` where there is none."""
    years = (entry.upheld_year, *reversed(entry.years))
    return next((str(year) for year in years if year is not None), NOT_PRINTED)


def format_entry_count(entry: CouncilEntry) -> str:
    """Complaints upheld of those investigated, in the latest letter that says, as `3/5`; `-` where not printed.

    With the sign for ours where the letter does not print what the rate is a share of.
    """
    upheld = entry.upheld
    if upheld is None or upheld.count is None or upheld.denominator is None:
        return NOT_PRINTED
    cases = count_cases(upheld)
    return f"{upheld.count}/{upheld.denominator}{OURS if cases is not None and cases.ours else ''}"
