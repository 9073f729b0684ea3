"""One line of the list of councils: the name with the matched letters marked, the year, and the count."""

import re
from dataclasses import dataclass

from textual.content import Content
from textual.css.styles import RulesMap
from textual.strip import Strip
from textual.style import Style
from textual.visual import RenderOptions, Visual

from db.model import CouncilEntry
from db.text.clean import one_line
from tui.draw.lines import MUTED

_YEAR_WIDTH = 4
_MATCHED = "bold underline"
_PREFIX = re.compile(r"(?:London|Royal) Borough of |City of ")
_SUFFIXES = (re.compile(r" Council$"), re.compile(r"( Metropolitan)? (Borough|District|City|County)$"))


@dataclass(frozen=True)
class CouncilRow(Visual):
    """A council in the list, drawn for whatever width the list has: only lines in sight are drawn.

    `spans` are the stretches of the name that match what is typed; `count_width` is the width of the last column.
    """

    entry: CouncilEntry
    spans: tuple[tuple[int, int], ...] = ()
    count_width: int = 5

    def content(self, width: int) -> Content:
        """The line, `width` cells wide: a name that is too long loses its type first, then ends in an ellipsis."""
        figures = f"{year_of(self.entry):>{_YEAR_WIDTH}} {count_of(self.entry):>{self.count_width}}"
        room = max(1, width - len(figures) - 1)
        name = Content(one_line(self.entry.council.name))
        for start, end in self.spans:
            name = name.stylize(_MATCHED, start, end)
        name = _shortened(name, room).truncate(room, ellipsis=True, pad=True)
        return Content.assemble(name, " ", (figures, MUTED))

    def render_strips(self, width: int, height: int | None, style: Style, options: RenderOptions) -> list[Strip]:
        """The line as strips."""
        return self.content(width).render_strips(width, height, style, options)

    def get_optimal_width(self, rules: RulesMap, container_width: int) -> int:
        """All the width there is."""
        return container_width

    def get_height(self, rules: RulesMap, width: int) -> int:
        """Always one line."""
        return 1


def year_of(entry: CouncilEntry) -> str:
    """The year the count is of; without a count, the latest year; `-` where there is none."""
    years = (entry.upheld_year, *reversed(entry.years))
    return next((str(year) for year in years if year is not None), "-")


def count_of(entry: CouncilEntry) -> str:
    """Complaints upheld of those investigated, in the latest letter that says, as `3/5`; `-` where not printed."""
    upheld = entry.upheld
    if upheld is None or upheld.count is None or upheld.denominator is None:
        return "-"
    return f"{upheld.count}/{upheld.denominator}"


def _shortened(name: Content, room: int) -> Content:
    """The name without what it shares with other councils, as far as that is needed to fit."""
    for suffix in _SUFFIXES:
        if name.cell_length > room and (found := suffix.search(name.plain)):
            name = name[: found.start()]
    if name.cell_length > room and (found := _PREFIX.match(name.plain)):
        name = name[found.end() :]
    return name
