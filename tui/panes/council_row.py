"""One line of a list of councils: the name with the matched letters marked, and what is said at its end."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from rich.cells import cell_len
from textual.content import Content, Span
from textual.css.styles import RulesMap

from db.councils.order import EntryOrder
from db.figures.cases import count_cases
from db.model import CouncilEntry
from db.text.clean import one_line
from tui.draw.figures.measure_text import DAMAGED, NOT_PRINTED, OURS
from tui.draw.labels import ORDERS, SHORT_COUNCIL_TYPES
from tui.draw.layout import MUTED
from tui.draw.marked import draw_marked
from tui.draw.short_names import find_short_name, shorten_name
from tui.panes.visual_row import VisualRow

_NAME_HEAD, _YEAR_HEAD, _COUNT_HEAD = "name", "year", "upheld"
_FEW_LAST = "few cases last"
MIN_COUNT_WIDTH = len(_COUNT_HEAD)
"""Cells that the head over the counts takes."""

_NAME_BESIDE_YEAR, _NAME_BESIDE_TYPE = 11, 16
"""Cells that names keep at least, where a list has room for the years, and for the types too."""

_MATCHED = "bold underline"


class Columns(NamedTuple):
    """What stands behind a council's name."""

    council_type: str
    year: str
    last: str


class NameRow(VisualRow):
    """A name in a list, on one line: only lines in sight are drawn.

    `spans` are the stretches of the name that match what is typed; `ending` stands at the end of the line. A marked
    one has the sign of that behind the name.
    """

    def __init__(
        self, name: str, spans: tuple[tuple[int, int], ...] = (), ending: str = "", *, is_marked: bool = False
    ) -> None:
        super().__init__(self.draw_name)
        self.name = name
        self._is_marked = is_marked
        self._spans = spans
        self._ending = ending

    def draw_name(self, width: int) -> Content:
        """The line, `width` cells wide: a name that is too long loses its type first, then ends in an ellipsis."""
        ending = self._draw_ending(width)
        room = max(1, width - len(ending))
        text, begin = self._find_shown()
        marked = ((max(start - begin, 0), min(end - begin, len(text))) for start, end in self._spans)
        spans: Sequence[Span] = [Span(start, end, _MATCHED) for start, end in marked if start < end]
        missing = room - cell_len(text)
        if missing < 0 or self._is_marked:
            whole = Content(text, list(spans))
            name = draw_marked(lambda left: shorten_name(whole, left), room, is_marked=self._is_marked)
            text, spans, missing = name.plain, name.spans, 0
        text = f"{text}{' ' * missing}{ending}"
        spans = [*spans, Span(len(text) - len(ending), len(text), MUTED)]
        # Names are free of control codes, and how many cells it takes is known: Textual would look for both.
        return Content(text, spans, room + len(ending), strip_control_codes=False)

    def _find_shown(self) -> tuple[str, int]:
        """What of the name is shown where there is room for it, and where in the name that begins."""
        return one_line(self.name), 0

    def _draw_ending(self, _width: int) -> str:
        """What stands at the end of the line."""
        return f" {self._ending}" if self._ending else ""

    def get_height(self, rules: RulesMap, width: int) -> int:
        """Always one line, which need not be drawn to know that."""
        return 1


class CouncilRow(NameRow):
    """A council with letters, by the name that people call it, ending in its type's letter, a year and a count.

    `count_width` is that of the last column. Where the names would be cut for the columns, the types are left out
    first, then the years. `columns` are those of the entry, if the list has them already.
    """

    def __init__(
        self,
        entry: CouncilEntry,
        spans: tuple[tuple[int, int], ...] = (),
        count_width: int = 5,
        columns: Columns | None = None,
        *,
        is_marked: bool = False,
    ) -> None:
        super().__init__(entry.council.name, spans, is_marked=is_marked)
        self._columns = columns or format_columns(entry)
        self._count_width = count_width

    def _find_shown(self) -> tuple[str, int]:
        """The short name."""
        return find_short_name(self.name)

    def _draw_ending(self, width: int) -> str:
        """The columns there is room for."""
        return _join_columns(*self._columns, width, self._count_width)


def draw_council_heading(width: int, count_width: int, order: EntryOrder = EntryOrder.NAME) -> Content:
    """The heads of the columns under which these rows stand; a single letter needs none.

    That few cases come last in this order stands over the names, where there is room.
    """
    ends = _join_columns(" ", _YEAR_HEAD, _name_count(order), width, count_width)
    room = max(width - len(ends), 0)
    names = (_FEW_LAST, f"{_NAME_HEAD}, {_FEW_LAST}") if order.puts_few_last else ()
    name = max((each for each in names if len(each) < room), key=len, default=_NAME_HEAD)
    return Content.styled(f"{name:<{room}}{ends}", MUTED)


def measure_counts(counts: Iterable[str], order: EntryOrder) -> int:
    """The cells that the last column takes, with its head."""
    return max([len(_name_count(order)), *map(len, counts)])


def _name_count(order: EntryOrder) -> str:
    """The head of the last column."""
    return ORDERS[order] if order is EntryOrder.REMARKS else _COUNT_HEAD


def _join_columns(council_type: str, year: str, count: str, width: int, count_width: int) -> str:
    """What of these there is room for behind a name in a row `width` cells wide, each behind a space."""
    ending = f" {count:>{count_width}}"
    with_year = f" {year:>{len(_YEAR_HEAD)}}{ending}"
    with_type = f" {council_type}{with_year}"
    if width - len(with_type) >= _NAME_BESIDE_TYPE:
        return with_type
    return with_year if width - len(with_year) >= _NAME_BESIDE_YEAR else ending


def format_columns(entry: CouncilEntry, order: EntryOrder = EntryOrder.NAME) -> Columns:
    """The one letter for its type, as "D" for a district; the year; and what the list is in order of."""
    council_type = SHORT_COUNCIL_TYPES[entry.council.type][:1].upper()
    return Columns(council_type, _format_year(entry, order), _format_count(entry, order))


def _format_year(entry: CouncilEntry, order: EntryOrder) -> str:
    """The year the count is of; without a count, the latest year; `-` where there is none."""
    if entry.upheld_year is not None and order is not EntryOrder.REMARKS:
        return str(entry.upheld_year)
    return str(entry.years[-1]) if entry.years else NOT_PRINTED


def _format_count(entry: CouncilEntry, order: EntryOrder) -> str:
    """Complaints upheld of those investigated, in the latest letter that says, as `3/5`; `-` where not printed.

    With the sign for ours where the letter does not print what the rate is a share of; a word where it is damaged. In
    the order of remarks, how many its latest letter has.
    """
    if entry.is_damaged:
        return DAMAGED
    if order is EntryOrder.REMARKS:
        return str(entry.remarks)
    upheld = entry.upheld
    if upheld is None or upheld.count is None or upheld.denominator is None:
        return NOT_PRINTED
    cases = count_cases(upheld)
    return f"{upheld.count}/{upheld.denominator}{OURS if cases is not None and cases.ours else ''}"
