"""The pane with councils side by side."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual import events
from textual.binding import BindingType
from textual.content import Content
from textual.message import Message
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from db.figures.comparison import Comparison
from db.model import MeasureName
from db.text.clean import one_line
from tui.draw.comparison import SERVICE, build_comparison_rows
from tui.draw.figures.row import Row
from tui.draw.labels import format_count
from tui.draw.titles import TITLE_EDGES
from tui.keymap import Group, make_bindings
from tui.panes.selectable_list import SelectableList

_BESIDE_SCROLLBAR = 1
_MAX_SENTENCE = 400


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownComparison:
    """What the pane shows: `title` is what the councils are called together, `notes` what else is to be known."""

    comparison: Comparison
    title: str
    has_intervals: bool
    notes: tuple[str, ...] = ()


class ComparisonPane(SelectableList):
    """A block for each measure as a list: choosing a council's row leads to its letter."""

    BINDINGS: ClassVar[list[BindingType]] = [*make_bindings(Group.COMPARED), *make_bindings(Group.LISTS)]

    @dataclass
    class FigureChosen(Message):
        """A council's row was chosen."""

        council_id: int

    _shown: ShownComparison | None = None
    _rows: Sequence[Row] = ()
    _wanted = ""
    _drawn_width = 0

    def show(self, shown: ShownComparison, key: str = "") -> None:
        """Show a comparison; the highlight stays on its row where that is still there, unless `key` names another."""
        self._wanted = key or self.row_key
        self._shown = shown
        self._draw_title()
        self._draw_rows()

    def explain(self, sentence: str) -> None:
        """Show a sentence in place of a comparison."""
        self._shown, self._rows = None, ()
        self.border_title = "Compare"
        self.set_options([Option(Content(one_line(sentence, _MAX_SENTENCE)), disabled=True)])

    @property
    def row_key(self) -> str:
        """What the row highlighted is about; empty where none is."""
        return self._rows[self.highlighted].key if self.highlighted is not None and self._rows else ""

    @property
    def council_id(self) -> int | None:
        """The council whose row is highlighted."""
        return self._rows[self.highlighted].council_id if self.highlighted is not None and self._rows else None

    @property
    def measure(self) -> MeasureName | None:
        """The measure in whose block the highlight is."""
        kind, _, rest = self.row_key.partition(" ")
        return MeasureName(rest.partition(" ")[0]) if kind == "measure" else None

    @property
    def service(self) -> str:
        """The service whose row is highlighted, in words."""
        kind, _, rest = self.row_key.partition(" ")
        return rest.partition(" ")[2] if kind == SERVICE else ""

    def on_resize(self, event: events.Resize) -> None:
        """Lay it out for the new width."""
        super().on_resize(event)
        self._draw_title()
        if self.scrollable_content_region.width != self._drawn_width:
            self._wanted = self._wanted or self.row_key
            self._draw_rows()

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Say whose row it is."""
        event.stop()
        if self.council_id is not None:
            self.post_message(self.FigureChosen(self.council_id))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Enter does something only on a council's row."""
        return action != "select" or self.council_id is not None

    def _draw_title(self) -> None:
        """What is compared and of when, as much of it as there is room for."""
        if self._shown is None:
            return
        comparison = self._shown.comparison
        count = format_count(len(comparison.councils), "council")
        room = self.outer_size.width - TITLE_EDGES
        name = one_line(self._shown.title)
        titles = [f"{name}: {count} · year to 31 March {comparison.year}", f"{name}: {count} · {comparison.year}"]
        fitting = next((each for each in titles if Content(each).cell_length <= room), None)
        left = room - Content(f": {count} · {comparison.year}").cell_length
        short = Content(name).truncate(max(left, 1), ellipsis=True)
        self.border_title = Content(fitting) if fitting else Content.assemble(short, titles[1].removeprefix(name))

    def _draw_rows(self) -> None:
        """Lay everything out for the present width; out of sight there is none yet."""
        self._drawn_width = self.scrollable_content_region.width
        if self._shown is None or not self._drawn_width:
            return
        shown, at, had_rows = self._shown, self.scroll_offset.y, bool(self._rows)
        self._rows = build_comparison_rows(
            shown.comparison,
            self._drawn_width - _BESIDE_SCROLLBAR,
            has_intervals=shown.has_intervals,
            more_notes=shown.notes,
        )
        self.set_options(Option(row.content, disabled=not row.key) for row in self._rows)
        choices = [index for index, row in enumerate(self._rows) if row.key]
        wanted = next((index for index in choices if self._rows[index].key == self._wanted), None)
        self._wanted = ""
        if choices:
            self.highlighted = choices[0] if wanted is None else wanted
        if wanted is None or had_rows:
            self.scroll_to(y=0 if wanted is None else at, animate=False)
        self.call_after_refresh(self.scroll_to_highlight)
        self.screen.refresh_bindings()  # Enter does something once a row is highlighted
